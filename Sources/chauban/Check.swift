import App
import ArgumentParser

/// Tells what is configured, which tools were found, and what is missing, with the remedy.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Cho biết cấu hình, công cụ tìm thấy và điều còn thiếu.")

  @OptionGroup var options: InstallationOptions

  func run() async throws {
    let report = await InstallationCheck.run(try await options.settings())
    print(report.text)
    if !report.isHealthy { throw ExitCode(1) }
  }
}
