import Database
import Kernel
import TestSupport
import Testing

private let schema = [
  Migration("2026-01-01-1 notes") { engine in
    [
      """
      CREATE TABLE notes (
        id \(engine.keyType), title TEXT NOT NULL, amount DOUBLE PRECISION, day TEXT,
        CONSTRAINT notes_title_filled CHECK (title <> ''))
      """,
      "CREATE UNIQUE INDEX notes_title ON notes (title)",
      "CREATE TABLE lines (id \(engine.keyType), note_id BIGINT NOT NULL REFERENCES notes (id))",
      "CREATE TABLE series (id BIGINT PRIMARY KEY NOT NULL, last_number BIGINT NOT NULL)",
      "INSERT INTO series (id, last_number) VALUES (1, 0)",
    ]
  }
]

@Suite("Một câu lệnh cho hai hệ quản trị") struct DatabaseTests {
  @Test func bindsAndReadsEveryKindOfValue() async throws {
    try await withDatabase(schema) { database in
      let hostile = "'); DROP TABLE notes; -- “Đặng” \\ ? $1"
      let id = try await database.write { transaction in
        let id = try transaction.nextKey(of: "notes")
        let day: Day? = nil
        try transaction.run(
          "INSERT INTO notes (id, title, amount, day) VALUES (\(id), \(hostile), \(1.5), \(day))")
        return id
      }
      let row = try await database.read { try $0.rows("SELECT * FROM notes WHERE id = \(id)")[0] }
      #expect(try row.get("title", as: String.self) == hostile)
      #expect(try row.get("amount", as: Double.self) == 1.5)
      #expect(try row.find("day", as: Day.self) == nil)
      #expect(throws: DatabaseFault.missingColumn("nothing")) { try row.get("nothing", as: Int.self) }
      #expect(throws: DatabaseFault.decoding(column: "title", type: "Int")) { try row.get("title", as: Int.self) }
    }
  }

  @Test func partsAndListsCompose() async throws {
    try await withDatabase(schema) { database in
      let found = try await database.write { transaction in
        for (id, title) in [(1, "a"), (2, "b"), (3, "c")] {
          try transaction.run("INSERT INTO notes (id, title) VALUES (\(id), \(title))")
        }
        let part: SQL = "title IN (\(SQL.list(["a", "c"])))"
        return try transaction.rows("SELECT id FROM notes WHERE \(part) AND id > \(1) ORDER BY id").map {
          try $0.get("id", as: Int.self)
        }
      }
      #expect(found == [3])
      let none = try await database.read {
        try $0.rows("SELECT id FROM notes WHERE title IN (\(SQL.list([String]())))")
      }
      #expect(none.isEmpty)
    }
  }

  @Test func brokenConstraintsHaveTheSameNames() async throws {
    try await withDatabase(schema) { database in
      try await database.write { _ = try $0.run("INSERT INTO notes (id, title) VALUES (1, 'a')") }
      await #expect(throws: DatabaseFault.constraint(name: "notes_title")) {
        try await database.write { try $0.run("INSERT INTO notes (id, title) VALUES (2, 'a')") }
      }
      await #expect(throws: DatabaseFault.constraint(name: "notes_pkey")) {
        try await database.write { try $0.run("INSERT INTO notes (id, title) VALUES (1, 'b')") }
      }
      await #expect(throws: DatabaseFault.constraint(name: "notes_title_filled")) {
        try await database.write { try $0.run("INSERT INTO notes (id, title) VALUES (2, '')") }
      }
      await #expect(throws: DatabaseFault.self) {
        try await database.write { try $0.run("INSERT INTO lines (id, note_id) VALUES (1, 99)") }
      }
      await #expect(throws: Refusal(.conflict, "trùng")) {
        try await database.write { transaction in
          try refusing("notes_title", as: Refusal(.conflict, "trùng")) {
            try transaction.run("INSERT INTO notes (id, title) VALUES (2, 'a')")
          }
        }
      }
    }
  }

  @Test func aBodyThatThrowsLeavesNothingAndHarmsNoOther() async throws {
    try await withDatabase(schema) { database in
      await withTaskGroup(of: Void.self) { group in
        for number in 1...60 {
          group.addTask {
            _ = try? await database.write { transaction in
              try transaction.run("INSERT INTO notes (id, title) VALUES (\(number), \("n" + String(number)))")
              if number % 3 == 0 { throw Refusal(.invalid, "thôi") }
            }
          }
        }
      }
      let count = try await database.read { try $0.rows("SELECT COUNT(*) AS n FROM notes")[0].get("n", as: Int.self) }
      #expect(count == 40)
    }
  }

  @Test func concurrentTakersGetEveryNumberOnce() async throws {
    try await withDatabase(schema) { database in
      let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 1...200 {
          group.addTask {
            try await database.write {
              try $0.rows("UPDATE series SET last_number = last_number + 1 WHERE id = 1 RETURNING last_number")[0]
                .get("last_number")
            }
          }
        }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(numbers.sorted() == Array(1...200))
    }
  }

  @Test func effectsRunOnlyAfterCommit() async throws {
    try await withDatabase(schema) { database in
      await confirmation(expectedCount: 1) { woken in
        _ = try? await database.write { transaction in transaction.afterCommit { woken() } }
        _ = try? await database.write { transaction in
          transaction.afterCommit { woken() }
          throw Refusal(.invalid, "thôi")
        }
      }
    }
  }

  @Test func keysGrowWhenTheClockGoesBack() async throws {
    let clock = TestClock()
    try await withDatabase(schema, clock: clock) { database in
      var keys: [Int64] = []
      for step in [0, 5, -3600, -86_400, 1] {
        clock.advance(by: .seconds(step))
        keys.append(
          try await database.write { transaction in
            let key = try transaction.nextKey(of: "notes")
            try transaction.run("INSERT INTO notes (id, title) VALUES (\(key), \("k" + String(key)))")
            return key
          })
      }
      #expect(keys == keys.sorted() && Set(keys).count == keys.count)
    }
  }

  @Test func migrationsApplyOnce() async throws {
    try await withDatabase(schema) { database in
      let again = try Migrator(schema).migrate(database)
      #expect(again.isEmpty)
      let more = schema + [Migration("2026-01-02-1 more") { _ in ["CREATE TABLE more (id BIGINT)"] }]
      let missing = try Migrator(more).missing(in: database)
      #expect(missing == ["2026-01-02-1 more"])
      let applied = try Migrator(more).migrate(database)
      #expect(applied == missing)
    }
  }
}
