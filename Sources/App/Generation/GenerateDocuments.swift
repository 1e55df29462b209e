import Database
import Documents
import FileVault
import Foundation
import IncomingDocuments
import Kernel
import Organization
import Papers
import Synchronization

/// Fills an installation of the example body with generated documents, the same for the same seed: for measuring and for
/// trying out how a full one feels.
package struct GenerateDocuments: Sendable {
  private static let filesCount = 200
  private static let batch = 2_000
  /// Documents of a body as large as this arrive over so many years; a smaller one has fewer.
  private static let yearsMax = 5

  package var count: Int
  package var seed: UInt64
  /// When the last one arrives.
  package var end: Instant

  package init(count: Int, seed: UInt64, end: Instant = SystemClock().now) {
    self.count = count
    self.seed = seed
    self.end = end
  }

  /// The database must have been opened with this clock: documents get the keys and times of their arrival.
  package func run(
    _ installation: Installation, clock: SteppedClock, progress: @Sendable (_ done: Int) -> Void
  ) async throws {
    let database = installation.database
    let known = try await database.read { try IndexedIncomingDocuments().count(in: $0) }
    guard known == 0 else {
      throw Refusal(.conflict, "Đã có \(known) văn bản; chỉ sinh văn bản vào nơi chưa có văn bản nào.")
    }
    let days = max(1, Self.yearsMax * 365 * count / 1_000_000)
    let step = Int64(days) * 86_400_000 / Int64(max(count, 1))
    let start = Instant(milliseconds: end.milliseconds - Int64(count) * step)
    var letters = GeneratedLetters(seed: seed, files: try await files(installation))
    for first in stride(from: 0, to: count, by: Self.batch) {
      let last = min(count, first + Self.batch)
      // One transaction has one time.
      clock.set(Instant(milliseconds: start.milliseconds + Int64(first) * step))
      let day = clock.now.day
      let act = BringIncomingDocuments((first..<last).map { letters.next($0, arriving: day) })
      try database.writeNow { try act.perform(by: Cast.registryClerk, in: $0) }
      progress(last)
    }
    clock.set(end)
  }

  /// Two pages that many documents share, each file a little different.
  private func files(_ installation: Installation) async throws -> [KeptFile] {
    var text = GeneratedText(seed: seed &+ 1)
    let runner = await ToolRunner.detected()
    let lines = (0..<90).map { _ in text.syllables(12) }.joined(separator: "\n")
    let pdf = try await runner.withFolder { folder in
      let plain = folder.appending(path: "letter.txt")
      let made = folder.appending(path: "letter.pdf")
      try Data(lines.utf8).write(to: plain)
      try await OfficeConversion(runner: runner).convert(plain, kind: .text, to: .pdf, target: made)
      return try Data(contentsOf: made)
    }
    var files: [KeptFile] = []
    for index in 0..<Self.filesCount {
      let bytes = pdf + Data("\n% \(index)\n%%EOF\n".utf8)
      let staged = try await installation.vault.receive([UInt8](bytes))
      try await installation.vault.keep(staged)
      try await installation.vault.discard(staged)
      files.append(KeptFile(name: "van-ban-\(index + 1).pdf", kind: .pdf, stored: staged.stored, pageCount: 2))
    }
    return files
  }
}

/// A clock that is set by hand and otherwise stands.
package final class SteppedClock: WallClock {
  private let time: Mutex<Instant>

  package init() { time = Mutex(SystemClock().now) }

  package var now: Instant { time.withLock { $0 } }

  func set(_ instant: Instant) { time.withLock { $0 = instant } }
}
