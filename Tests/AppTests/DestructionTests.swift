import Archive
import Audit
import Database
import Disposal
import DossierPackages
import Dossiers
import FilePlans
import Foundation
import IncomingDocuments
import Kernel
import Organization
import TestSupport
import Testing

@testable import App

/// The job is killed at the step of this number.
private final class Killed: Error {}

@Suite("LT-03 hủy hồ sơ hết thời hạn: hủy thật") struct DestructionTests {
  @Test("a word that stood everywhere stands nowhere, the books keep their lines, the chain verifies") func proof()
    async throws
  {
    try await withApp { app in
      let (dossier, letter) = try await app.filledDossier()
      let before = try await app.places()
      for place in [
        "incoming_documents.subject", "incoming_texts.text", "directives.text", "work_items.instruction",
        "dossiers.title", "dossier_notes.text", "dossier_items.title", "dossier_texts.text", "audit_entries.sentence",
        "drafts.subject",
        "outgoing_documents.subject", "outgoing_texts.text", "search_texts.exact", "notifications.words",
      ] { #expect(before.contains(place), "\(place) holds it before") }
      try await app.end([dossier])
      let review = try await app.approved([dossier])
      try await app.runJobs()
      #expect(try await app.state(of: dossier) == "destroyed")
      let places = try await app.places()
      #expect(places == [])
      let words = try await app.database.read { transaction in
        try transaction.rows("SELECT arrival_number, subject FROM incoming_documents WHERE id = \(letter.number)")[0]
          .get("subject", as: String.self)
      }
      #expect(words.hasPrefix("Đã hủy theo Quyết định số 12/QĐ-TCĐC ngày 05/11/2026"))
      #expect(try await app.count("stored_files") == 1, "only the decision's file is left")
      #expect(try app.filesKept().count == 1)
      let archivist = try await app.signedIn(as: Cast.archivist)
      try await archivist.get("/luu-tru/xet-huy/\(review)").requireText("Đã hủy xong")
      try await archivist.get("/ho-so/\(dossier)").requireText("Đã hủy")
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      try await clerk.get("/van-ban-den/\(letter.number)").requireText("Đã hủy theo Quyết định")
      try await clerk.get("/so").requireStatus(200)
      let faults = try VerifyAudit(database: app.database).run()
      #expect(faults.fault == nil && faults.erased > 0)
    }
  }

  @Test("what the archive's transfers, requests to hold back and packages say goes too") func archived() async throws {
    try await withApp { app in
      let (dossier, _) = try await app.filledDossier()
      try await app.end([dossier])
      try await app.database.write { try $0.run("UPDATE dossiers SET retention = '20' WHERE id = \(dossier)") }
      func version() async throws -> Int {
        try await app.database.read { try DossierStore($0).find(dossier, visibleTo: Cast.officerInCharge).version }
      }
      func submit() async throws {
        let chosen = ChosenDossier(dossier, version: try await version())
        let outcome = try await app.database.write {
          try SubmitToArchive([chosen]).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: $0)
        }
        #expect(outcome.refusals.isEmpty)
      }
      func decide(_ decision: DecideSubmission.Decision) async throws {
        let act = DecideSubmission(dossier, decision, formVersion: try await version())
        try await app.database.write { try act.perform(by: Cast.archivist, flows: Modules.dossierFlows, in: $0) }
      }
      try await submit()
      try await decide(.giveBack(reason: "thiếu \(unmistakable)"))
      try await submit()
      try await decide(.accept(note: "nhận \(unmistakable)"))
      try await app.database.write { transaction in
        try PackDossier(dossier, as: .reading).perform(
          by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
        try transaction.run(
          """
          INSERT INTO dossier_holds (id, agency_id, dossier_id, reason, due_on, until_on, state, asker_post, asked_at,
            asked_by, words, version)
          VALUES (7, \(Cast.officerInCharge.agency), \(dossier), \("cần \(unmistakable)"), '2026-01-01', '2026-02-01', 'asked',
            \(Cast.officerInCharge.post), 0, 'Bùi Quốc Khánh', '', 1)
          """)
      }
      try await app.runJobs()
      #expect(try await app.count("dossier_packages") == 1)
      let before = try await app.places()
      for place in ["archive_transfer_lines.title", "archive_transfer_lines.words", "dossier_holds.reason"] {
        #expect(before.contains(place), "\(place) holds it before")
      }
      try await app.database.write {
        try $0.run(
          "UPDATE dossiers SET ended_on = '1990-05-05', retention_ends_on = '2011-01-01' WHERE id = \(dossier)")
      }
      _ = try await app.approved([dossier])
      try await app.runJobs()
      #expect(try await app.state(of: dossier) == "destroyed")
      let places = try await app.places()
      #expect(places == [])
      #expect(try await app.count("dossier_packages") == 0)
      #expect(try app.filesKept().count == 1, "the decision's file")
    }
  }

  @Test("killed after any step it goes on, and nothing is half") func resumes() async throws {
    try await withApp { app in
      let (dossier, _) = try await app.filledDossier()
      try await app.end([dossier])
      let review = try await app.approved([dossier])
      var steps = 0
      // Each run takes one step more, then dies; the last one has nothing to die of.
      while steps < 20 {
        steps += 1
        let run = RunDestruction(review, vault: app.installation.vault, matters: DisposedMatters.all)
        do {
          try await run.perform(over: app.database) { _, _ in throw Killed() }
          break
        } catch is Killed {}
      }
      #expect(steps > 3 && steps < 20)
      #expect(try await app.state(of: dossier) == "destroyed")
      let places = try await app.places()
      #expect(places == [])
      #expect(try VerifyAudit(database: app.database).run().fault == nil)
      let line = try await app.database.read {
        try DisposalLineStore($0).list(of: review, .destroyed, limit: 5)
      }
      #expect(line.map(\.destroyedCount) == [4])
    }
  }

  @Test("a letter that lies in another dossier is kept as long as that one; an order that came later spares a dossier")
  func kept() async throws {
    try await withApp { app in
      let (dossier, letter) = try await app.filledDossier()
      let (other, held) = try await app.database.write { transaction in
        func open(_ title: String, _ records: [RecordReference]) throws -> Dossier.ID {
          try OpenDossier(
            DossierFacts(title: title, retention: .years(3), startedOn: transaction.now.day), records: records
          ).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction).id
        }
        return (try open("Hồ sơ thứ hai", [letter]), try open("Hồ sơ bị giữ", []))
      }
      try await app.end([dossier, held])
      let review = try await app.approved([dossier, held])
      let code = try await app.database.read {
        try DossierStore($0).find(held, visibleTo: Cast.archivist).code.text
      }
      _ = try await app.database.write { transaction in
        try LayHold(
          issuer: "Tòa án", code: "Lệnh số 3", orderedOn: transaction.now.day, reason: "xét xử", until: nil,
          codes: code
        ).perform(by: Cast.leader, in: transaction)
      }
      try await app.runJobs()
      #expect(try await app.state(of: dossier) == "destroyed")
      #expect(try await app.state(of: held) == "closed")
      let lines = try await app.database.read { transaction in
        try DisposalLineStore(transaction).list(of: review, .destroyed, limit: 5)
          + DisposalLineStore(transaction).list(of: review, .spared, limit: 5)
      }
      #expect(lines.map(\.keptCount) == [1, 0])
      #expect(lines.last?.reason.contains("Lệnh số 3") == true)
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      try await officer.get("/van-ban-den/\(letter.number)").requireText(unmistakable)
      try await officer.get("/ho-so/\(other)/van-ban").requireText(unmistakable)
    }
  }
}
