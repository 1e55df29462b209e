import Access
import Archive
import Database
import Foundation
import IncomingDocuments
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import App

/// What a page costs may not grow with the body: every statement behind the pages of every day is asked for its plan.
@Suite("Kế hoạch truy vấn của các trang hằng ngày") struct QueryPlanTests {
  private static let documents = 400
  private static let pages = [
    "/viec-cua-toi", "/viec-cua-toi?nhom=cho", "/viec-cua-toi?nhom=xong", "/van-ban-den", "/van-ban-den?loai=congVan",
    "/van-ban-den?xu-ly=registered", "/van-ban-den?trinh=bao-nhan-chua", "/van-ban-den?chua-co-tep=1&da-trinh=1",
    "/van-ban-den?xu-ly=directed", "/van-ban-den?xu-ly=completed&loai=congVan",
    "/van-ban-den?tim=ke+hoach&loai=congVan&den=1/1/2026",
    "/tra-cuu?q=ke+hoach", "/tra-cuu?q=kế+hoạch+kiểm+tra", "/tra-cuu?q=ke+hoach&xep=sat",
    "/tra-cuu?q=loai:cv", "/tra-cuu/goi-y?q=ke+ho", "/van-ban-den/vao-so", "/so",
    "/van-ban-di", "/van-ban-di?tinh-trang=numbered", "/van-ban-di?no-tra-loi=1", "/thu-bao-cao",
    "/ho-so", "/ho-so/mau", "/ho-so?trang-thai=con-thieu", "/ho-so?pham-vi=tat-ca&trang-thai=con-thieu",
    "/ho-so?trang-thai=dang-lap", "/ho-so?pham-vi=tat-ca", "/ho-so?pham-vi=tat-ca&trang-thai=qua-han",
    "/van-ban-di?loai=congVan",
    "/van-ban-di?tim=ke+hoach",
    "/viec-da-giao", "/viec-da-giao?phan=xong", "/theo-doi/viec", "/ban-giao",
    "/bao-cao/tinh-hinh/viec?ky=thang_2026_11",
    "/bao-cao/so-theo-doi?ky=thang_2026_11", "/bao-cao/ho-so/dong",
    "/bao-cao/luot-truy-cap/dang-nhap", "/bao-cao/luot-truy-cap/dang-nhap?sau=1793000000000-5&don-vi=105",
    "/bao-cao/luot-truy-cap", "/bao-cao/luot-truy-cap/nguoi",
    "/ho-so/danh-muc/2026", "/ho-so?trang-thai=nop-luu", "/luu-tru/nop", "/luu-tru/xet-huy", "/luu-tru/giu-nguyen",
  ]
  /// Pages of the archive, for who may enter it.
  private static let archivePages = [
    "/luu-tru", "/luu-tru?phan=trong-luu-tru", "/luu-tru?phan=den-han", "/luu-tru?phan=den-han&han=qua-han",
    "/luu-tru?phan=den-han&han=sap-den-han&don-vi=105", "/luu-tru?phan=giu-lai", "/luu-tru?phan=dot",
    "/luu-tru?phan=den-han&tu-ngay=2026-11-30&tu-khoa=1", "/luu-tru?phan=cho-nhan&truoc=900000000",
    "/luu-tru/kho", "/luu-tru/kho?tim=hop", "/luu-tru/muon", "/luu-tru/muon?phan=qua-han", "/luu-tru/muon?phan=da-tra",
  ]

  @Test(
    "no page reads or sorts all of a growing table",
    arguments: [Cast.registryClerk, Cast.leader, Cast.officerOfAnotherUnit, Cast.archivist])
  func holds(actor: Kernel.Actor) async throws {
    try await withFilledApp { app, recorded in
      let browser = try await app.signedIn(as: actor)
      let first = try await app.database.read {
        try $0.rows("SELECT MAX(record_number) AS id FROM access_grants WHERE principal = \("p\(actor.post)")")[0].find(
          "id", as: Int64.self)
      }
      let accesses = WhoSees.may(actor) ? first.map(Self.accessPages) ?? [] : []
      let document = (first.map { ["/van-ban-den/\($0)"] } ?? []) + accesses
      let archive = ArchiveAccess.mayEnter(actor) ? Self.archivePages : []
      for page in Self.pages + document + archive {
        _ = recorded.takeStatements()
        _ = try await browser.get(page)
        let statements = recorded.takeStatements().filter { $0.pieces[0].contains("SELECT") }
        #expect(!statements.isEmpty, "\(page) asked nothing")
        try await app.database.read { transaction in
          for statement in statements {
            for complaint in try QueryPlan(of: statement, in: transaction).complaints {
              Issue.record("\(page): \(complaint)\n\(statement.pieces.joined(separator: "?"))")
            }
          }
        }
      }
    }
  }

  /// Who sees one document, and who looked at it.
  private static func accessPages(_ document: Int64) -> [String] {
    let path = "/luot-truy-cap/incomingDocument/\(document)"
    return [
      path, "\(path)?ky=moi-luc", "\(path)?nguoi=1009&cach=xem", "\(path)?ky=nam&sau=1793000000000-5",
      "/quyen-xem/incomingDocument/\(document)",
    ]
  }

  @Test("would notice") func wouldNotice() async throws {
    try await withFilledApp { app, _ in
      try await app.database.read { transaction in
        let whole: SQL = "SELECT id FROM incoming_documents WHERE subject = 'x'"
        try #require(!QueryPlan(of: whole, in: transaction).complaints.isEmpty)
        let sorted: SQL = "SELECT id FROM incoming_documents WHERE agency_id = 1 ORDER BY subject LIMIT 50"
        try #require(!QueryPlan(of: sorted, in: transaction).complaints.isEmpty)
      }
    }
  }

  private func withFilledApp(_ body: @escaping @Sendable (TestApp, RecordedDatabase) async throws -> Void) async throws
  {
    let clock = SteppedClock()
    try await withDatabase(Modules.migrations, clock: clock) { database, folder in
      let recorded = RecordedDatabase(database)
      try await withApp(over: recorded, folder: folder) { app in
        try await GenerateDocuments(count: Self.documents, seed: 3, end: app.clock.now).run(
          app.installation, clock: clock
        ) { _ in }
        try await database.write { transaction in
          try Self.giveWork(in: transaction)
          try ExampleFilePlan.fill(year: 2026, in: transaction)
          try Self.giveNotices(in: transaction)
          try Self.pretendLarge(in: transaction)
        }
        try await body(app, recorded)
      }
    }
  }

  /// Nearly every sender has been told of the receipt.
  private static func giveNotices(in transaction: any Transaction) throws {
    try transaction.run(
      """
      INSERT INTO reception_notices (document_id, agency_id, told_on, way, noted_at, noted_by)
      SELECT id, agency_id, arrival_date, 'axis', registered_at, 'Nguyễn Thị Hoa' FROM incoming_documents
      """)
    try transaction.run(
      """
      UPDATE reception_notices SET told_on = NULL, way = NULL, noted_at = NULL, noted_by = NULL
      WHERE document_id = (SELECT MAX(id) FROM incoming_documents)
      """)
  }

  /// A directive on each of some documents and its paper on the way, every other one done: inboxes hold something.
  private static func giveWork(in transaction: any Transaction) throws {
    let officer = Cast.officerOfAnotherUnit
    let rows = try transaction.rows(
      "SELECT id FROM incoming_documents WHERE agency_id = \(Cast.leader.agency) LIMIT 60")
    for (index, row) in rows.enumerated() {
      let id: IncomingDocument.ID = try row.get("id")
      try GiveDirective(id, text: "Giao Vụ Pháp chế", places: [.init(.post(officer.post), .lead)])
        .perform(by: Cast.leader, in: transaction)
      try PassPaper(id, to: .post(officer.post)).perform(by: Cast.registryClerk, in: transaction)
      // Few are on their way at any time.
      let moves = try transaction.rows("SELECT id FROM paper_moves WHERE document_id = \(id)")
      if index > 2, let passing: Int64 = try moves.first?.get("id") {
        try AnswerPaper(id, .received, passing: passing).perform(by: officer, in: transaction)
      }
      guard index.isMultiple(of: 2) else { continue }
      let items = try WorkStore(transaction).items(of: .incomingDocument(id))
      for item in items where item.isHeld(by: officer) {
        try CompleteWork(item.id, on: id, result: "Đã trả lời").perform(by: officer, in: transaction)
      }
    }
  }

  /// PostgreSQL reads small tables whole whatever indexes there are, so it is told that they hold millions of rows.
  private static func pretendLarge(in transaction: any Transaction) throws {
    guard transaction.engine == .postgres else { return }
    for table in QueryPlan.growing.sorted() {
      try transaction.run(SQL(stringLiteral: "ANALYZE \(table)"))
      try transaction.run("UPDATE pg_class SET reltuples = 3000000 WHERE relname = \(table)")
    }
  }
}
