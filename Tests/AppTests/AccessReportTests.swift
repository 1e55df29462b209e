import Database
import Dossiers
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import App
@testable import Audit

@Suite("PL6-62 PL6-61 báo cáo lượt truy cập: mọi con số bằng danh sách của nó") struct AccessReportTests {
  private static let system = [
    "/bao-cao/luot-truy-cap", "/bao-cao/luot-truy-cap?theo=ngay", "/bao-cao/luot-truy-cap?theo=nguoi",
    "/bao-cao/luot-truy-cap?theo=nguoi&don-vi=\(Cast.officerInCharge.unit)",
  ]
  private static let records = [
    "/bao-cao/duoc-xem", "/bao-cao/duoc-xem?muc=ho-so", "/bao-cao/duoc-xem?muc=van-ban-den",
  ]

  /// Three dossiers and a letter; two of the dossiers and the letter are looked at, on two days.
  private static func live(_ app: TestApp) async throws -> [Dossier.ID] {
    let ids = try await app.database.write { transaction in
      try (1...3).map { number in
        let letter = try DossierLetter.taken(
          "Kiểm kê thứ \(number)", number: "15\(number)", for: Cast.officerInCharge, in: transaction)
        return try OpenDossier(
          DossierFacts(title: "Hồ sơ thứ \(number)", retention: .years(20), startedOn: transaction.now.day),
          records: [letter]
        ).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction).id
      }
    }
    for actor in [Cast.officerInCharge, Cast.officerInCharge, Cast.unitHead] {
      let browser = try await app.signedIn(as: actor)
      for id in ids.prefix(2) { try await browser.get(DossierPaths.show(id)).requireStatus(200) }
    }
    await app.installation.modules.log.flush()
    app.clock.advance(by: .seconds(86_400))
    _ = try await app.signedIn(as: Cast.officerOfAnotherUnit)
    let head = try await app.signedIn(as: Cast.unitHead)
    try await head.get(DossierPaths.show(ids[0])).requireStatus(200)
    await app.installation.modules.log.flush()
    return ids
  }

  private static func seal(_ app: TestApp) async throws {
    while try await app.database.write({ try SealAudit().perform(in: $0).sealed }) > 0 {}
  }

  /// All figures of a page, each held against its rows.
  private static func figures(_ path: String, _ browser: Browser) async throws -> [[Int]] {
    let page = try await browser.get(path)
    try page.requireStatus(200)
    let lines = ReportedFigure.lines(of: page.text)
    for figure in lines.flatMap({ $0 }) where figure.count > 0 {
      #expect(try await browser.countRows(of: figure.path) == figure.count, "\(path): \(figure.path)")
    }
    return lines.map { $0.map(\.count) }
  }

  @Test("every figure opens exactly its rows, before and after its lines are sealed and counted") func figures()
    async throws
  {
    try await withApp { app in
      _ = try await Self.live(app)
      let leader = try await app.signedIn(as: Cast.leader)
      var before: [String: [[Int]]] = [:]
      for path in Self.system + Self.records { before[path] = try await Self.figures(path, leader) }
      // Six sign-ins of four people, two of them of one unit; the registry acted without signing in anew.
      #expect(before[Self.system[0]]?.last == [6, 5])
      #expect(before[Self.system[1]] == [[3, 3], [3, 3], [6, 5]])
      #expect(before[Self.system[3]]?.last == [4, 2])
      // What nobody looked at: a dossier, three letters; what was looked at: most first.
      #expect(before[Self.records[0]] == [[1, 3, 0], [4, 0, 0], [3, 0, 0]])
      #expect(before[Self.records[2]] == [[1, 3, 0]])
      try await Self.seal(app)
      #expect(try await app.count("access_periods") > 0)
      for path in Self.system + Self.records {
        #expect(try await Self.figures(path, leader) == before[path], "\(path) sealed")
      }
      let counted = try await app.database.read { transaction in
        (
          try transaction.rows(
            """
            SELECT LENGTH(period) AS length, CAST(SUM(viewed + downloaded + printed) AS BIGINT) AS n
            FROM access_periods GROUP BY LENGTH(period) ORDER BY 1
            """
          ).map { try $0.get("n", as: Int.self) },
          try transaction.rows(
            """
            SELECT COUNT(*) AS n FROM audit_entries WHERE kind = 'access' AND record_code IS NOT NULL
            AND code NOT LIKE '%.explained' AND code <> 'access.accessesListed'
            AND NOT EXISTS (SELECT 1 FROM audit_unsealed WHERE entry_id = audit_entries.id)
            """)[0].get("n", as: Int.self)
        )
      }
      #expect(counted.0 == [counted.1, counted.1, counted.1], "days, months and years say the same")
    }
  }

  @Test("days are made up of as few periods as can be") func periods() throws {
    func days(_ first: String, _ last: String) throws -> [String] {
      CountedPeriods.covering(try #require(Day(isoText: first))...(try #require(Day(isoText: last))))
    }
    #expect(try days("2026-01-01", "2026-12-31") == ["2026"])
    #expect(try days("2026-11-01", "2026-11-30") == ["2026-11"])
    #expect(try days("2025-12-30", "2027-02-01") == ["2025-12-30", "2025-12-31", "2026", "2027-01", "2027-02-01"])
    #expect(try days("2026-01-02", "2026-01-02") == ["2026-01-02"])
    #expect(try days("2026-01-15", "2026-03-14").count == 17 + 1 + 14)
  }

  @Test("read by those who read reports of the whole; administrators see who is in the system, and no record")
  func readers() async throws {
    try await withApp { app in
      for (actor, system, records) in [
        (Cast.leader, 200, 200), (Cast.headOfOffice, 200, 200), (Cast.registryClerk, 200, 403),
        (Cast.administrator, 200, 403), (Cast.unitHead, 403, 403), (Cast.officerInCharge, 403, 403),
      ] {
        let browser = try await app.signedIn(as: actor)
        #expect(try await browser.get(Self.system[0]).status == system, "\(actor.personName)")
        #expect(try await browser.get(Self.records[0]).status == records, "\(actor.personName)")
      }
      let archivist = try await app.signedIn(as: Cast.archivist)
      try await archivist.get(Self.records[0]).requireStatus(200)
      let head = try await app.signedIn(as: Cast.unitHead)
      #expect(try await !head.get("/bao-cao/tinh-hinh").text.contains("/bao-cao/luot-truy-cap"))
    }
  }
}
