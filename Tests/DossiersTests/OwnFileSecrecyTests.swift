import Access
import Audit
import Database
import Documents
import FilePlans
import FileVault
import Jobs
import Kernel
import Organization
import Papers
import SearchIndex
import TestSupport
import Testing

@testable import Dossiers

@Suite("MAT-05 dấu mật trong tài liệu của hồ sơ") struct OwnFileSecrecyTests {
  private static let title = "Bản đồ khu vực Núi Voi"

  /// A dossier with a file in which the reading found a mark.
  private func withheld(in database: any Database) async throws -> (dossier: Dossier.ID, item: DossierItem.ID) {
    let dossier = try await database.open().id
    let item = try await database.add(to: dossier, title: Self.title)
    try await database.read(item, of: dossier, markedPage: 1)
    return (dossier, item)
  }

  private func release(
    _ item: DossierItem.ID, of dossier: Dossier.ID, _ reason: String
  ) -> ReleaseMatter<WithheldOwnFile> {
    ReleaseMatter(.init(item, of: dossier), reason: reason)
  }

  private func story(_ dossier: Dossier.ID, in database: any Database) async throws -> String {
    try await database.read {
      try DossierStoryScreen.read(
        FoundDossier.find(dossier, by: Cast.officerInCharge, in: $0), before: nil, flows.directory,
        by: Cast.officerInCharge, in: $0
      ).entries.compactMap(\.line.sentence).joined(separator: "|")
    }
  }

  @Test("nobody opens, finds or takes it out; the list, the story and the end of the dossier say so and not what it is")
  func withheldFromEverybody() async throws {
    try await withFiling { database in
      let (dossier, item) = try await withheld(in: database)
      for actor in Cast.everybody where try await database.sees(.dossier(dossier), actor) {
        let refusal = await #expect(throws: Refusal.self) {
          _ = try await database.read { try OwnDossierFile.find(item, in: dossier, visibleTo: actor, $0) }
        }
        #expect(refusal?.kind == .forbidden)
        #expect(try await database.finds(actor) == [])
        let line = try await database.lines(dossier, as: actor)[0]
        #expect(line.title == Secrecy.veil && line.item.file?.name == "")
      }
      await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try TakeOutOfDossier(item, of: dossier, reason: "thử")
            .perform(by: Cast.officerInCharge, flows: flows, in: $0)
        }
      }
      #expect(try await database.texts() == [])
      let told = try await story(dossier, in: database)
      #expect(!told.contains("Núi Voi") && told.contains("niêm giữ tài liệu số thứ tự 1 vì trang 1 có dấu mật"))
      let obstacle = try await database.ends(dossier).obstacles
      #expect(obstacle.map(\.path) == [DossierPaths.viewing(dossier, item)])
      let maker = try await database.read {
        try $0.rows("SELECT words FROM notifications WHERE event = 'dossier.fileWithheld'").map {
          try $0.get("words", as: String.self)
        }
      }
      #expect(maker == ["tài liệu số thứ tự 1"])
    }
  }

  @Test("given back with a reason by head of office or leader, it is as it was, read anew, and its mark counts no more")
  func released() async throws {
    try await withFiling { database in
      let (dossier, item) = try await withheld(in: database)
      for actor in [Cast.officerInCharge, Cast.registryClerk, Cast.unitHead] {
        let refusal = await #expect(throws: Refusal.self) {
          try await database.write { try release(item, of: dossier, "x").perform(by: actor, in: $0) }
        }
        #expect(refusal?.kind == .forbidden, "\(actor.personName)")
      }
      await #expect(throws: Refusal.self) {
        try await database.write {
          try release(item, of: dossier, " ").perform(by: Cast.headOfOffice, in: $0)
        }
      }
      try await database.write { try $0.run("DELETE FROM jobs") }
      try await database.write {
        try release(item, of: dossier, "chữ trong mẫu biểu").perform(by: Cast.headOfOffice, in: $0)
      }
      #expect(try await database.waitingJobs() == 1)
      let line = try await database.lines(dossier)[0]
      #expect(line.title == Self.title && line.item.file?.name == "anh-a.pdf")
      try await database.read(item, of: dossier, markedPage: 1)
      #expect(try await database.finds(Cast.officerInCharge) == [.dossier(dossier)])
      #expect(try await story(dossier, in: database).contains("Núi Voi"))
    }
  }

  @Test(
    "destroyed by the clerk after another person confirmed; nothing keeps its name, whatever state the dossier is in")
  func destroyed() async throws {
    try await withFiling { database in
      let (dossier, item) = try await withheld(in: database)
      let other = try await database.add("b", to: dossier, title: "Ghi chép")
      func destroy(_ actor: Kernel.Actor) async throws -> [FileHash] {
        try await database.write {
          try DestroyMatter<WithheldOwnFile>(.init(item, of: dossier)).perform(by: actor, in: $0)
        }
      }
      await #expect(throws: Refusal.self) { _ = try await destroy(Cast.registryClerk) }
      try await database.write {
        try ConfirmSecrecy<WithheldOwnFile>(.init(item, of: dossier)).perform(by: Cast.leader, in: $0)
      }
      await #expect(throws: Refusal.self) { _ = try await destroy(Cast.leader) }
      try await database.write {
        try $0.run("UPDATE dossiers SET hold_text = 'Lệnh số 3 của Tòa án' WHERE id = \(dossier)")
      }
      let hashes = try await destroy(Cast.registryClerk)
      #expect(hashes == [KeptFile.example("a").stored.hash])
      let lines = try await database.lines(dossier)
      #expect(lines.map(\.item.id) == [other] && lines.map(\.item.ordinal) == [1])
      let kept = try await database.read { transaction in
        try transaction.rows("SELECT sentence FROM audit_entries WHERE sentence IS NOT NULL").map {
          try $0.get("sentence", as: String.self)
        }.joined(separator: "|")
      }
      #expect(!kept.contains("Núi Voi") && kept.contains("Ghi chép") && kept.contains("đã xác nhận"))
      #expect(try VerifyAudit(database: database).run().fault == nil)
    }
  }

  @Test("a person who sees a mark no reading found has it withheld; an officer cannot") func reported() async throws {
    try await withFiling { database in
      let dossier = try await database.open().id
      let item = try await database.add(to: dossier, title: Self.title)
      try await database.read(item, of: dossier)
      func report(_ actor: Kernel.Actor) async throws {
        _ = try await database.write {
          try WithholdMatter<WithheldOwnFile>(.init(item, of: dossier)).perform(by: actor, in: $0)
        }
      }
      await #expect(throws: Refusal.self) { try await report(Cast.officerInCharge) }
      try await report(Cast.registryClerk)
      #expect(try await database.finds(Cast.officerInCharge) == [])
      #expect(try await database.texts() == [])
      await #expect(throws: Refusal.self) { try await report(Cast.registryClerk) }
    }
  }
}
