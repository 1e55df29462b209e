import Foundation
import Papers
import Testing

@testable import Documents

/// Reads the real papers of the samples folder; runs where `CHAUBAN_SAMPLES` names it.
@Suite("Đọc các văn bản mẫu", .enabled(if: ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"] != nil))
struct SamplesReadingTests {
  @Test("không đọc kém hơn trước") func isNoWorse() async throws {
    let samples = URL(filePath: try #require(ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"]))
    let report = try await ReadingReport.run(samples: samples, runner: .detected())
    // A ratchet: raise a figure when reading becomes better, never lower one.
    print(report.text)
    let least = [
      "symbol": 0.9, "place": 0.97, "issuer": 0.97, "type": 0.97, "subject": 0.85, "date": 0.5, "number": 0.4,
    ]
    for (field, share) in least {
      #expect(report.share(of: field) >= share, "\(field)\n\(report.text)\n\(report.missText)")
    }
  }
}
