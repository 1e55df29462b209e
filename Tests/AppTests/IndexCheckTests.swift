import Access
import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import App

@Suite("PL6-64 chỉ mục đúng với dữ liệu") struct IndexCheckTests {
  private static func check(_ app: TestApp, isMending: Bool) async throws -> IndexCheck.Report {
    try await IndexCheck(Modules.indexed, of: app.database).run(isMending: isMending) { _, _ in }
  }

  private static func found(_ browser: Browser, _ typed: String) async throws -> Int {
    try await browser.get("/tra-cuu?q=\(Browser.escaped(typed))").markup.tags.count { $0["data-open"] != nil }
  }

  private static let damages: [String: [String]] = [
    "entries gone": [
      "DELETE FROM search_texts WHERE id IN (SELECT id FROM search_entries)", "DELETE FROM search_entries",
    ],
    "rights of others": ["UPDATE search_entries SET access = '\u{E001}g9'"],
    "an old text": ["UPDATE search_texts SET exact = 'cũ rồi', folded = 'cu roi'"],
    "facets gone": ["UPDATE search_texts SET facets = ''"],
    "a record that is no more": [
      "INSERT INTO search_entries (id, record_code, record_number, part, access) SELECT 1, record_code, 1, 0, access FROM search_entries WHERE id > 1",
      "INSERT INTO search_texts (id, folded, exact, facets) VALUES (1, 'ma', 'ma', '')",
    ],
  ]

  @Test("whatever is damaged is told, mended, and right afterwards", arguments: damages.keys.sorted())
  func mends(damage: String) async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      _ = try await clerk.register()
      let sound = try await Self.check(app, isMending: false)
      #expect(sound.isSound && sound.checked == 1)
      try await app.database.write { transaction in
        // The engine's own rows go with what they hang on.
        if transaction.engine == .postgres, damage == "entries gone" { try transaction.run("DELETE FROM search_words") }
        for statement in Self.damages[damage] ?? [] { try transaction.run(SQL(stringLiteral: statement)) }
      }
      let told = try await Self.check(app, isMending: false)
      #expect(!told.isSound)
      #expect(try await Self.check(app, isMending: true).isSound == false)
      #expect(try await Self.check(app, isMending: false).isSound)
      #expect(try await Self.found(clerk, "đá vôi loai:cv") == 1)
      #expect(try await Self.found(clerk, "cũ rồi") == 0)
      #expect(try await app.count("search_entries") == 1)
    }
  }

  @Test("the engine's own words are checked too") func words() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      _ = try await clerk.register()
      try await app.database.write { transaction in
        switch transaction.engine {
        case .sqlite:
          try transaction.run(
            "INSERT INTO search_words (search_words, rowid, folded, exact, access) SELECT 'delete', id, folded, exact, access FROM search_content"
          )
        case .postgres: try transaction.run("UPDATE search_words SET words = ''::tsvector")
        }
      }
      #expect(try await Self.found(clerk, "đá vôi") == 0)
      #expect(try await Self.check(app, isMending: true).isSound == false)
      #expect(try await Self.check(app, isMending: false).isSound)
      #expect(try await Self.found(clerk, "đá vôi") == 1)
    }
  }
}
