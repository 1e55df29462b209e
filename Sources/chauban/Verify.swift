import App
import ArgumentParser

/// Proves the audit chain, every stored file's hash and the stored state of every document.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Chứng minh nhật ký không bị sửa, mọi tệp trong kho còn nguyên, tình trạng văn bản đúng với việc đã giao."
  )

  @OptionGroup var options: InstallationOptions

  func run() async throws {
    let installation = try await options.open()
    let report = try InstallationProof.run(installation)
    try await installation.close()
    print(report.text)
    if !report.isSound { throw ExitCode(1) }
  }
}
