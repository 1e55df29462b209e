import App
import ArgumentParser
import Foundation

/// Generates documents for measuring.
struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sinh văn bản đến hư cấu vào cơ quan mẫu, để đo và để thử.")

  @OptionGroup var options: InstallationOptions
  @Option(help: "Số văn bản.") var documents = 10_000
  @Option(help: "Cùng số này thì cùng văn bản.") var seed: UInt64 = 1

  func validate() throws {
    guard (1...10_000_000).contains(documents) else { throw ValidationError("Số văn bản từ 1 đến 10.000.000.") }
  }

  func run() async throws {
    let clock = SteppedClock()
    let installation = try await options.open(clock: clock)
    try await ExampleBodySeed.fillIfEmpty(installation)
    let bar = ProgressBar("Sinh văn bản")
    let began = ContinuousClock.now
    try await refusalsAsErrors {
      try await GenerateDocuments(count: documents, seed: seed).run(installation, clock: clock) {
        bar.show($0, of: documents)
      }
    }
    bar.end()
    try await installation.close()
    let cpu = Double(clock_t(Foundation.clock())) / Double(CLOCKS_PER_SEC)
    let took = ContinuousClock.now - began
    print(
      "Đã sinh \(documents) văn bản trong \(took.components.seconds) giây; \(Int(Double(documents) / cpu)) văn bản một giây CPU."
    )
  }
}
