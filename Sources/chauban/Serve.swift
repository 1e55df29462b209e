import App
import ArgumentParser
import Database
import Foundation

/// Serves until told to stop.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Phục vụ cho đến khi được lệnh dừng.")

  @OptionGroup var options: InstallationOptions
  @Flag(help: "Nạp cơ quan mẫu khi thư mục dữ liệu còn trống.") var seedIfEmpty = false

  func run() async throws {
    ServerMemory.keepBetweenRequests()
    MetricsRegistry.install()
    if seedIfEmpty { try await Seed.fillWithLife(options) }
    let installation = try await options.open(as: .server)
    let lines =
      ["Châu Bản phục vụ tại \(installation.settings.shownAddress)"] + (try ExampleBodySeed.whoMaySignIn(installation))
    try await Server(installation).run {
      // In one piece and at once, also where the output goes into a file.
      FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
  }
}

/// Fills an empty installation with the invented body.
struct Seed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Nạp cơ quan mẫu (người và đơn vị đều hư cấu).")

  @OptionGroup var options: InstallationOptions
  @Flag(help: "Không báo lỗi khi đã có dữ liệu.") var ifEmpty = false
  @Flag(help: "Kèm ba tháng văn bản và công việc hư cấu, để màn hình nào cũng có nội dung.") var withLife = false

  /// With a clock that walks through the three months. True when it filled.
  @discardableResult static func fillWithLife(_ options: InstallationOptions) async throws -> Bool {
    let clock = SteppedClock()
    let installation = try await options.open(clock: clock)
    let filled = try await ExampleBodySeed.fillWithLifeIfEmpty(installation, clock: clock)
    try await installation.close()
    return filled
  }

  func run() async throws {
    let filled = withLife ? try await Self.fillWithLife(options) : try await fillBody()
    if filled {
      print(withLife ? "Đã nạp cơ quan mẫu cùng ba tháng làm việc." : "Đã nạp cơ quan mẫu.")
    } else if !ifEmpty {
      throw ValidationError("Thư mục dữ liệu đã có cơ quan; cơ quan mẫu chỉ nạp vào chỗ trống.")
    }
  }

  private func fillBody() async throws -> Bool {
    let installation = try await options.open()
    let filled = try await ExampleBodySeed.fillIfEmpty(installation)
    try await installation.close()
    return filled
  }
}
