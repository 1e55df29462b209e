import Database
import Kernel
import Synchronization
import TestSupport
import Testing

private let schema = [
  Migration("2026-01-01-1 titles") { engine in
    [
      "CREATE TABLE notes (id \(engine.keyType), title TEXT NOT NULL)",
      "CREATE UNIQUE INDEX notes_title ON notes (title)",
    ]
  }
]

private func titles(in transaction: any Transaction) throws -> [String] {
  try transaction.rows("SELECT title FROM notes ORDER BY id").map { try $0.get("title") }
}

/// Statements that are not waited for travel with the next one; nothing about them may differ from those that are.
@Suite("Câu lệnh gửi cùng nhau") struct LaterTests {
  @Test func isSeenByWhatFollows() async throws {
    try await withDatabase(schema) { database in
      let seen = try await database.write { transaction in
        for number in 1...700 {
          try transaction.later("INSERT INTO notes (id, title) VALUES (\(number), \("n\(number)"))")
        }
        try transaction.later("DELETE FROM notes WHERE id > \(3)")
        return try titles(in: transaction)
      }
      #expect(seen == ["n1", "n2", "n3"])
      let kept = try await database.read { try titles(in: $0) }
      #expect(kept == seen)
    }
  }

  @Test func answersComeInAnyOrderTheyAreLookedAt() async throws {
    try await withDatabase(schema) { database in
      let sums = try await database.write { transaction in
        let one = try transaction.later("SELECT \(1) + 1 AS n").map { try $0[0].get("n", as: Int.self) }
        try transaction.later("INSERT INTO notes (id, title) VALUES (1, 'a')")
        let two = try transaction.later("SELECT COUNT(*) AS n FROM notes").map { try $0[0].get("n", as: Int.self) }
        return [try two.get(), try one.get(), try two.get()]
      }
      #expect(sums == [1, 2, 1])
    }
  }

  @Test(arguments: [false, true]) func aBrokenConstraintIsToldByItsName(somethingFollows: Bool) async throws {
    try await withDatabase(schema) { database in
      try await database.write { _ = try $0.run("INSERT INTO notes (id, title) VALUES (1, 'a')") }
      for _ in 1...20 {
        await #expect(throws: DatabaseFault.constraint(name: "notes_title")) {
          try await database.write { transaction in
            try transaction.later("INSERT INTO notes (id, title) VALUES (2, 'b')")
            try transaction.later("INSERT INTO notes (id, title) VALUES (3, 'a')")
            try transaction.later("INSERT INTO notes (id, title) VALUES (4, 'c')")
            if somethingFollows { _ = try titles(in: transaction) }
          }
        }
      }
      let kept = try await database.read { try titles(in: $0) }
      #expect(kept == ["a"])
    }
  }

  @Test func whatABodyThrowsUndoesWhatWasNotSent() async throws {
    try await withDatabase(schema) { database in
      await #expect(throws: Refusal(.invalid, "thôi")) {
        try await database.write { transaction in
          try transaction.later("INSERT INTO notes (id, title) VALUES (1, 'a')")
          throw Refusal(.invalid, "thôi")
        }
      }
      let kept = try await database.read { try titles(in: $0) }
      #expect(kept == [])
    }
  }

  /// A conflict that shows itself only at the end runs the body again, as any other does.
  @Test func aConflictAtTheEndRunsTheBodyAgain() async throws {
    try await withDatabase(schema) { database in
      guard database.engine == .postgres else { return }
      let attempts = Mutex(0)
      try await database.write { transaction in
        let attempt = attempts.withLock { count in
          count += 1
          return count
        }
        try transaction.later("INSERT INTO notes (id, title) VALUES (1, \("n\(attempt)"))")
        if attempt == 1 {
          try transaction.later("DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = '40001'; END $$")
        }
      }
      let kept = try await database.read { try titles(in: $0) }
      #expect(kept == ["n2"])
    }
  }

  /// The server answers such a commit as if all were well, and keeps nothing.
  @Test func aFaultPassedOverIsNoSuccess() async throws {
    try await withDatabase(schema) { database in
      guard database.engine == .postgres else { return }
      await #expect(throws: DatabaseFault.self) {
        try await database.write { transaction in
          try transaction.run("INSERT INTO notes (id, title) VALUES (1, 'a')")
          _ = try? transaction.rows("SELECT nothing FROM notes")
        }
      }
      let kept = try await database.read { try titles(in: $0) }
      #expect(kept == [])
    }
  }

  /// More texts than a connection keeps prepared, with faulty ones among them: each text is still answered by itself.
  @Test func aStatementIsNeverTakenForAnother() async throws {
    try await withDatabase(schema) { database in
      for round in 0..<40 {
        _ = try? await database.write { transaction in
          try transaction.later(SQL(stringLiteral: "SELECT \(round) AS before"))
          try transaction.later(SQL(stringLiteral: "SELECT wrong\(round) FROM notes"))
          try transaction.later(SQL(stringLiteral: "SELECT \(round) AS behind"))
          _ = try titles(in: transaction)
        }
        let answers = try await database.read { transaction in
          let asked = try (0..<30).map { try transaction.later(SQL(stringLiteral: "SELECT \(round * 20 + $0) AS n")) }
          let behind = try transaction.rows(SQL(stringLiteral: "SELECT \(round) AS behind"))
          return try asked.map { try $0.get()[0].get("n", as: Int.self) } + [behind[0].get("behind")]
        }
        #expect(answers == (0..<30).map { round * 20 + $0 } + [round])
      }
    }
  }
}
