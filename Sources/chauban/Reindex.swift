import Access
import App
import ArgumentParser
import Foundation

/// Compares the search index with the tables and writes anew what differs, beside a running server.
struct Reindex: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Soát chỉ mục tìm kiếm với dữ liệu và dựng lại chỗ sai; máy chủ vẫn chạy.")

  @OptionGroup var options: InstallationOptions
  @Flag(help: "Chỉ soát, không sửa; có chỗ sai thì kết thúc với mã 1.") var verify = false

  func run() async throws {
    let installation = try await options.open()
    let bar = ProgressBar("Soát chỉ mục")
    let report = try await IndexCheck(Modules.indexed, of: installation.database).run(isMending: !verify) {
      bar.show($0.checked, of: $1)
    }
    bar.end()
    try await installation.close()
    print("Đã soát \(report.checked) văn bản: \(report.wrong) chỗ khác với dữ liệu.")
    if report.wasBroken { print("Cấu trúc toàn văn của cơ sở dữ liệu bị hỏng.") }
    if report.isSound { return print("Chỉ mục đúng.") }
    guard !verify else { throw ExitCode(1) }
    print("Đã dựng lại những chỗ ấy.")
  }
}
