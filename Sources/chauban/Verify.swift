import App
import ArgumentParser

/// Proves the audit chain and every stored file's hash.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Chứng minh nhật ký không bị sửa và mọi tệp trong kho còn nguyên.")

  @OptionGroup var options: InstallationOptions

  func run() async throws {
    let installation = try await options.open()
    let report = try InstallationProof.run(installation)
    try await installation.close()
    print(report.text)
    if !report.isSound { throw ExitCode(1) }
  }
}
