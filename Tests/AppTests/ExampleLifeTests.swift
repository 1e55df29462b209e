import Access
import Audit
import Database
import Foundation
import IncomingDocuments
import Kernel
import Organization
import Reports
import TestSupport
import Testing
import Work

@testable import App

/// Three months of the example body, lived once for all that is asked of them, since living them takes seconds.
@Suite("Ba tháng của cơ quan mẫu") struct ExampleLifeTests {
  private static let end = Instant(Day(number: 20_762), hour: 10, minute: 20)

  @Test("nothing is refused, every state occurs, and every figure opens exactly its rows for every role")
  func isPlausibleAndTrue() async throws {
    try await withLife { app in
      try await app.database.read {
        try Self.lookAtStates($0)
        try Self.lookAtAddresses($0)
      }
      let check = try await IndexCheck(Modules.indexed, of: app.database).run(isMending: false) { _, _ in }
      #expect(check.isSound)
      try await Self.lookAtFigures(app)
    }
  }

  private static func lookAtStates(_ transaction: any Transaction) throws {
    let states = try counts("SELECT state AS name, COUNT(*) AS n FROM work_items GROUP BY state", transaction)
    let missing = WorkItem.State.allCases.filter { states[$0.rawValue] == nil }
    #expect(missing == [])
    let progress = try counts(
      "SELECT progress AS name, COUNT(*) AS n FROM incoming_documents GROUP BY progress", transaction)
    let unseen = IncomingProgress.allCases.filter { progress[$0.rawValue] == nil }
    #expect(unseen == [], "\(progress)")
    #expect(progress.values.reduce(0, +) > 150)
    let now = transaction.now
    let kinds: [(String, SQL)] = [
      ("overdue", "ended_at IS NULL AND due_at <= \(now)"), ("done late", "ended_at > due_at AND state = 'done'"),
      ("done in time", "ended_at < due_at AND state = 'done'"),
      ("due today", "ended_at IS NULL AND due_at = \(Instant(now.day + 1))"),
      ("reopened", "id IN (SELECT item_id FROM work_moves WHERE from_state = 'done')"),
    ]
    for (what, condition) in kinds {
      let found: Int = try transaction.rows("SELECT COUNT(*) AS n FROM work_items WHERE \(condition)")[0].get("n")
      #expect(found > 0, "nothing is \(what)")
    }
    for table in Self.filled {
      let found: Int = try transaction.rows(SQL(stringLiteral: "SELECT COUNT(*) AS n FROM \(table)"))[0].get("n")
      #expect(found > 0, "\(table) is empty")
    }
    let waits: [(String, SQL)] = [
      ("to be read", "role = 'inform' AND ended_at IS NULL"),
      ("an opinion", "kind = 'incomingDocument.opinion' AND ended_at IS NULL"),
      ("an opinion given", "kind = 'incomingDocument.opinion' AND state = 'done'"),
      ("a unit's work by an outgoing document", "kind = 'outgoingDocument.handle' AND ended_at IS NULL"),
      ("done by a unit", "kind = 'outgoingDocument.handle' AND state = 'done'"),
      ("sent back by a unit", "kind = 'outgoingDocument.handle' AND state = 'returned'"),
      ("more time", "kind = 'incomingDocument.extend' AND ended_at IS NULL"),
    ]
    for (what, condition) in waits {
      let found: Int = try transaction.rows("SELECT COUNT(*) AS n FROM work_items WHERE \(condition)")[0].get("n")
      #expect(found > 0, "nothing is \(what)")
    }
    let keyed: Int = try transaction.rows("SELECT COUNT(*) AS n FROM directives WHERE keyed_by IS NOT NULL")[0].get("n")
    #expect(keyed > 0)
    let latest: Instant = try transaction.rows("SELECT MAX(moved_at) AS at FROM work_moves")[0].get("at")
    #expect(latest < now && now.milliseconds - latest.milliseconds < 2 * 86_400_000)
  }

  /// What can lie in a dossier, and nothing else, is known to the browser by where its page lies: so it is dragged.
  private static func lookAtAddresses(_ transaction: any Transaction) throws {
    let filed = Modules.directory.filedText.split(separator: " ").map { $0.split(separator: ":").map(String.init) }
    let places = Dictionary(uniqueKeysWithValues: filed.map { ($0[1], $0[0]) })
    let records = try transaction.rows(
      "SELECT record_code, MAX(record_number) AS record_number FROM access_grants GROUP BY record_code, principal"
    ).map { RecordReference(code: try $0.get("record_code"), number: try $0.get("record_number")) }
    var met: Set<String> = []
    for actor in Cast.everybody {
      for (record, summary) in try Modules.directory.summaries(of: records, visibleTo: actor, in: transaction) {
        #expect((summary.filing != nil) == (places[record.code] != nil), "\(record.code)")
        guard let place = places[record.code] else { continue }
        #expect(summary.path == "\(place)/\(record.number)")
        met.insert(record.code)
      }
    }
    let lived = Set(records.map(\.code)).intersection(places.keys)
    #expect(met == lived && lived.count > 2)
  }

  /// What a newcomer should find something in.
  private static let filled = [
    "delegations", "presenting_rules", "fired_rules", "paper_copies", "unit_books", "unit_book_entries",
    "returned_papers",
    "work_extensions", "work_deadline_changes", "work_follows", "work_urgings", "work_notes", "directive_files",
    "deadline_rules", "report_collections", "sheet_answers", "sheet_sendings", "archive_transfers",
  ]

  /// Figures of the board, of the reports and of «Tôi đã giao», for every role of the cast: the list has as many rows.
  private static func lookAtFigures(_ app: TestApp) async throws {
    let pages = [
      "/theo-doi", "/bao-cao/tinh-hinh?ky=quy_2026_4&vai=tat-ca", "/bao-cao/tinh-hinh?ky=thang_2026_10_nd09&theo=nguoi",
      "/bao-cao/thoi-gian", "/bao-cao/thoi-gian?ky=thang_2026_10_nd09&theo=nguoi",
      "/bao-cao/so-theo-doi?ky=quy_2026_4", "/viec-da-giao", "/viec-da-giao?phan=tre",
    ]
    var looked = 0
    let cast = [Cast.leader, Cast.registryClerk, Cast.unitHead, Cast.headOfTwo, Cast.officerInCharge]
    for actor in cast + [Cast.leaderOfAnotherAgency] {
      let browser = try await app.signedIn(as: actor)
      var known: Set<String> = []
      for page in pages {
        let answer = try await browser.get(page)
        guard answer.status == 200 else {
          #expect(answer.status == 403 && ReportsAccess.scope(of: actor) == nil, "\(actor.personName) \(page)")
          continue
        }
        // One question stands behind all figures of a kind: of many, every third is counted.
        let figures = figures(answer.text).filter { known.insert($0.path).inserted && $0.isOwn }
        for figure in stride(from: 0, to: figures.count, by: figures.count > 20 ? 3 : 1).map({ figures[$0] }) {
          let rows = try await rows(browser, figure.path)
          #expect(rows == figure.count, "\(actor.personName), \(page): \(figure.count), not \(rows), at \(figure.path)")
          looked += 1
        }
      }
    }
    #expect(looked > 100, "\(looked) figures")
  }

  private struct SeenFigure {
    var path: String
    var count: Int

    /// Of these screens; others prove their own.
    var isOwn: Bool { ["/theo-doi", "/bao-cao", "/viec-da-giao"].contains { path.hasPrefix($0) } }
  }

  /// Links that are figures, and chips with a count.
  private static func figures(_ html: String) -> [SeenFigure] {
    let links = html.matches(of: #/<a class="figures" href="([^"]+)">([0-9.]+)<\/a>/#).map {
      (String($0.1), String($0.2))
    }
    let chips = html.matches(of: #/<a href="([^"]+)"[^>]*>[^<]* <span class="count">([0-9.]+)<\/span>/#).map {
      (String($0.1), String($0.2))
    }
    return (links + chips).compactMap { path, count in
      Int(count.filter(\.isNumber)).map {
        SeenFigure(path: path.replacing("&amp;", with: "&"), count: $0)
      }
    }
  }

  private static func rows(_ browser: Browser, _ path: String) async throws -> Int {
    var (count, next): (Int, String?) = (0, path)
    while let path = next {
      let answer = try await browser.get(path)
      try answer.requireStatus(200)
      count += answer.text.matches(of: #/<tr id="[wd][0-9]+"/#).count
      next = answer.text.firstMatch(of: #/<a rel="next" href="([^"]+)"/#).map {
        String($0.1).replacing("&amp;", with: "&")
      }
    }
    return count
  }

  private static func counts(_ sql: SQL, _ transaction: any Transaction) throws -> [String: Int] {
    try transaction.rows(sql).reduce(into: [:]) {
      $0[try $1.get("name", as: String.self)] = try $1.get("n", as: Int.self)
    }
  }

  private func withLife(_ body: @escaping @Sendable (TestApp) async throws -> Void) async throws {
    let clock = SteppedClock()
    clock.set(Instant(Self.end.day - (ExampleLife.days + 1), hour: 8))
    try await withDatabase(Modules.migrations, clock: clock) { database, folder in
      try await withApp(over: database, folder: folder, clock: TestClock(Self.end)) { app in
        let refused = try await ExampleLife(seed: 1, end: Self.end).run(app.installation, clock: clock)
        #expect(refused.map(\.message) == [])
        try await body(app)
      }
    }
  }
}
