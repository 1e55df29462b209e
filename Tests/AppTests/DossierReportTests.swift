import Database
import FilePlans
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@testable import App
@testable import Dossiers

@Suite("HS-12, PL6-45 báo cáo lập hồ sơ: mọi con số bằng danh sách của nó") struct DossierReportTests {
  @Test("every figure opens exactly its rows, by unit, maker and year; what a reader may not see is in none")
  func figures() async throws {
    let clock = TestClock()
    try await withApp(clock: clock) { app in
      try await Self.live(app.database, clock.now.day)
      for (actor, whole) in [
        (Cast.leader, [6, 1, 1, 1, 1, 1, 1, 0, 1, 0]), (Cast.archivist, [6, 1, 1, 1, 1, 1, 1, 0]),
        (Cast.unitHead, [5, 1, 0, 1, 1, 1, 1, 0]),
      ] {
        let browser = try await app.signedIn(as: actor)
        for address in ["", "?theo=nguoi", "?nam=2026", "?nam=2025&theo=nguoi"] {
          let page = try await browser.get("/bao-cao/ho-so\(address)")
          try page.requireStatus(200)
          let lines = ReportedFigure.lines(of: page.text)
          for line in lines { #expect(line[0].count == line[1...7].reduce(0) { $0 + $1.count }) }
          for figure in lines.flatMap({ $0 }) where figure.count > 0 {
            #expect(try await browser.countRows(of: figure.path) == figure.count, "\(figure.path)")
          }
          if address.isEmpty {
            let sum = try #require(lines.last).map(\.count)
            #expect(Array(sum.prefix(whole.count)) == whole, "\(actor.postTitle): \(sum)")
          }
          if address.hasPrefix("?nam=2025") { #expect(lines.isEmpty, "no dossier has a code of 2025") }
        }
      }
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      #expect(try await officer.get("/bao-cao/ho-so").status == 403)
      #expect(try await officer.get("/bao-cao/ho-so/dong").status == 403)
      #expect(!(try await officer.get("/ho-so").text.contains("/bao-cao/ho-so")))
    }
  }

  /// Five dossiers of one unit, one in each state that a dossier passes, one overdue one of another unit, and a letter that
  /// was settled and lies in none of them.
  private static func live(_ database: any Database, _ today: Day) async throws {
    let makers = [
      Cast.officerInCharge, Cast.officerOfAnotherUnit, Cast.officerInCharge, Cast.officerInCharge,
      Cast.officerInCharge, Cast.officerInCharge,
    ]
    let ids = try await database.write { transaction in
      try makers.enumerated().map { index, maker in
        try OpenDossier(DossierFacts(title: "Hồ sơ thứ \(index)", retention: .years(20), startedOn: today - 9)).perform(
          by: maker, flows: Modules.dossierFlows, in: transaction
        ).id
      }
    }
    try await database.write { transaction in
      try transaction.run("UPDATE dossiers SET due_on = \(today - 1) WHERE id = \(ids[1])")
      for (index, state, limit) in [
        (2, "closed", today + 30), (3, "closed", today - 1), (4, "submitted", today + 30), (5, "archived", today + 30),
      ] {
        try transaction.run(
          """
          UPDATE dossiers SET state = \(state), closed_at = \(transaction.now), closed_by = \("x"),
            ended_on = \(today - 5), transfer_limit_on = \(limit) WHERE id = \(ids[index])
          """)
      }
      let letter = try DossierLetter.taken("Về việc đã xong", for: Cast.officerInCharge, in: transaction)
      try transaction.run("UPDATE incoming_documents SET progress = 'completed' WHERE id = \(letter.number)")
      let filed = try DossierLetter.taken(
        "Về việc đã vào hồ sơ", number: "153", for: Cast.officerInCharge, in: transaction)
      try transaction.run("UPDATE incoming_documents SET progress = 'completed' WHERE id = \(filed.number)")
      try DossierItemStore(transaction).add(
        DossierItem(
          id: try transaction.nextID(DossierItem.ID.self, of: "dossier_items"), dossier: ids[0], matter: .record(filed),
          ordinal: 1, datedOn: today, pageCount: 1, firstPage: 1,
          addedAt: transaction.now, addedBy: "x"))
    }
  }
}
