import Database
import Kernel
import TestSupport
import Testing

@testable import WebApp

private struct Slipped: Error {}

@Suite("Khóa gửi một lần") struct SubmissionTests {
  @Test("a second press gets the first answer and acts no more; another account's key is its own") func once()
    async throws
  {
    try await withDatabase(WebAppMigrations.all) { database in
      func press(_ key: String, by account: Int64, answer: String) async throws -> String {
        try await database.write { transaction in
          var acted = false
          let outcome = try SubmissionStore(transaction).once(key, by: AccountID(account)) {
            acted = true
            return .init(path: answer, notice: "Xong.")
          }
          #expect((outcome.notice != nil) == acted)
          return "\(outcome.path) \(acted)"
        }
      }
      var seen: [String] = []
      for (key, account, answer) in [("k", 1, "/1"), ("k", 1, "/2"), ("k", 2, "/3"), ("", 1, "/4"), ("", 1, "/5")] {
        seen.append(try await press(key, by: Int64(account), answer: answer))
      }
      #expect(seen == ["/1 true", "/1 false", "/3 true", "/4 true", "/5 true"], "without a key every press acts")
    }
  }

  @Test("an act that failed leaves its key free") func failed() async throws {
    try await withDatabase(WebAppMigrations.all) { database in
      await #expect(throws: Slipped.self) {
        try await database.write { transaction in
          _ = try SubmissionStore(transaction).once("k", by: AccountID(1)) { throw Slipped() }
        }
      }
      let kept = try await database.read { try SubmissionStore($0).answer(to: "k", by: AccountID(1)) }
      #expect(kept == nil)
    }
  }

  @Test("twenty presses at once act once, and all get its answer") func atOnce() async throws {
    try await withDatabase(WebAppMigrations.all) { database in
      let answers = await withTaskGroup(of: String?.self) { group in
        for number in 1...20 {
          group.addTask {
            try? await database.write { transaction in
              try SubmissionStore(transaction).once("k", by: AccountID(1)) { .init(path: "/\(number)", notice: nil) }
                .path
            }
          }
        }
        return await group.reduce(into: Set<String>()) { if let path = $1 { $0.insert(path) } }
      }
      #expect(answers.count == 1, "\(answers)")
      let kept = try await database.read { try SubmissionStore($0).answer(to: "k", by: AccountID(1)) }
      #expect(kept.map { answers.contains($0) } == true)
    }
  }

  @Test("keys are forgotten after a week") func forgetting() async throws {
    let clock = TestClock()
    try await withDatabase(WebAppMigrations.all, clock: clock) { database in
      try await database.write { transaction in
        _ = try SubmissionStore(transaction).once("k", by: AccountID(1)) { .init(path: "/1", notice: nil) }
      }
      for (days, isKnown) in [(6, true), (2, false)] {
        clock.advance(by: .seconds(days * 86_400))
        try await database.write { try SubmissionStore($0).forgetOld() }
        #expect(
          (try await database.read { try SubmissionStore($0).answer(to: "k", by: AccountID(1)) } != nil) == isKnown)
      }
    }
  }
}
