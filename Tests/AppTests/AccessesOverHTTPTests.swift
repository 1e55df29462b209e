import Audit
import Database
import Dossiers
import Drafts
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import App

@Suite("PL6-61 PL6-51 lượt truy cập của từng hồ sơ, văn bản") struct AccessesOverHTTPTests {
  private struct Looked: Sendable {
    var dossier: Dossier.ID
    var letter: Int64
    var draft: Int64
  }

  /// A dossier with a letter, and a draft, that several people look at.
  private func looked(_ app: TestApp) async throws -> Looked {
    let looked = try await app.database.write { transaction in
      let letter = try DossierLetter.taken("Kiểm kê đá vôi", for: Cast.officerInCharge, in: transaction)
      let dossier = try OpenDossier(
        DossierFacts(title: "Kiểm kê đá vôi", retention: .years(20), startedOn: transaction.now.day), records: [letter]
      ).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction).id
      let draft = try CreateDraft(DraftFacts(typeKey: "congVan", subject: "Về việc kiểm kê"))
        .perform(by: Cast.officerInCharge, in: transaction)
      return Looked(dossier: dossier, letter: letter.number, draft: draft.number)
    }
    let officer = try await app.signedIn(as: Cast.officerInCharge)
    for path in [
      DossierPaths.show(looked.dossier), "\(DossierPaths.show(looked.dossier))/van-ban",
      "/van-ban-den/\(looked.letter)",
      "/van-ban-den/\(looked.letter)/xem-truoc", "/du-thao/\(looked.draft)", "/du-thao/\(looked.draft)/xem-truoc",
    ] { try await officer.get(path).requireStatus(200) }
    let head = try await app.signedIn(as: Cast.unitHead)
    try await head.get(DossierPaths.show(looked.dossier)).requireStatus(200)
    await app.installation.modules.log.flush()
    try await app.database.write { transaction in
      try Audit.record(
        AuditEvent(code: "dossier.printed", sentence: "in mục lục", kind: .access), on: .dossier(looked.dossier),
        by: Cast.unitHead, in: transaction)
    }
    return looked
  }

  @Test("every look is one line, by person and in time; each figure opens exactly its lines; looking is written down")
  func counted() async throws {
    try await withApp { app in
      let looked = try await looked(app)
      let office = try await app.signedIn(as: Cast.headOfOffice)
      let path = "/luot-truy-cap/dossier/\(looked.dossier)"
      let page = try await office.get(path)
      try page.requireText("3 lượt xem, 0 lượt tải về, 1 lượt in, của 2 người")
      try page.requireText("Bùi Quốc Khánh")
      let figures = ReportedFigure.lines(of: page.text).map { $0.map(\.count) }
      #expect(figures == [[1, 0, 1, 0], [2, 0, 0, 0]])
      for figure in ReportedFigure.lines(of: page.text).flatMap({ $0 }) where figure.count > 0 {
        #expect(try await office.countRows(of: figure.path) == figure.count, "\(figure.path)")
      }
      for (kind, number) in [("incomingDocument", looked.letter), ("draft", looked.draft)] {
        let reader = kind == "draft" ? Cast.unitHead : Cast.leader
        let seen = try await app.signedIn(as: reader).get("/luot-truy-cap/\(kind)/\(number)")
        try seen.requireText("2 lượt xem, 0 lượt tải về, 0 lượt in, của 1 người")
        try seen.requireText("xem nhanh")
      }
      // Each look at the list is a line of its own, and is not counted as access.
      let again = try await office.get("\(path)?ky=moi-luc")
      try again.requireText("3 lượt xem, 0 lượt tải về, 1 lượt in, của 2 người")
      try again.requireText("xem lượt truy cập")
      let earlier = try await office.get("\(path)?tu-ngay=01/01/2020&den-ngay=31/12/2020")
      try earlier.requireText("Chưa ai truy cập")
      let wrong = try await office.get("\(path)?tu-ngay=31/12/2020&den-ngay=01/01/2020")
      try wrong.requireText("Ngày cuối cần không sớm hơn ngày đầu")
    }
  }

  @Test("told to those who answer for it alone: its maker, the unit's head, leaders, head of office, archive")
  func told() async throws {
    try await withApp { app in
      let looked = try await looked(app)
      let path = "/luot-truy-cap/dossier/\(looked.dossier)"
      for (actor, status) in [
        (Cast.officerInCharge, 200), (Cast.unitHead, 200), (Cast.leader, 200), (Cast.headOfOffice, 200),
        (Cast.archivist, 200), (Cast.unitClerk, 403), (Cast.registryClerk, 403), (Cast.officerOfAnotherUnit, 404),
        (Cast.leaderOfAnotherAgency, 404),
      ] {
        let browser = try await app.signedIn(as: actor)
        #expect(try await browser.get(path).status == status, "\(actor.personName)")
        guard status != 404 else { continue }
        let link = try await browser.get(DossierPaths.show(looked.dossier)).text.contains(path)
        #expect(link == (status == 200), "\(actor.personName)")
      }
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      #expect(try await officer.get("/luot-truy-cap/incomingDocument/\(looked.letter)").status == 403)
      #expect(try await officer.get("/luot-truy-cap/draft/\(looked.draft)").status == 200)
    }
  }

  @Test("a long list goes on by key, in time, without losing or repeating a line") func pages() async throws {
    try await withApp { app in
      let looked = try await looked(app)
      let total = 120
      try await app.database.write { transaction in
        for _ in 0..<total {
          try Audit.record(
            AuditEvent(code: "dossier.viewed", sentence: "xem hồ sơ", kind: .access), on: .dossier(looked.dossier),
            by: Cast.unitClerk, in: transaction)
        }
      }
      let office = try await app.signedIn(as: Cast.headOfOffice)
      let path = "/luot-truy-cap/dossier/\(looked.dossier)?nguoi=\(Cast.unitClerk.account)&cach=xem"
      #expect(try await office.countRows(of: path) == total)
    }
  }

  @Test(
    "each code has its way",
    arguments: [
      ("dossier.viewed", AccessWay.view), ("draft.previewed", .view), ("dossier.printed", .print),
      ("incomingDocument.slipPrinted", .print), ("dossier.fileTaken", .download), ("dossierPackage.taken", .download),
      ("access.explained", .oversight), ("access.accessesListed", .oversight),
    ])
  func ways(code: String, way: AccessWay) { #expect(AccessWay(code: code) == way) }
}
