import Database
import Documents
import FileVault
import IncomingDocuments
import Kernel
import Organization
import Papers
import Registers
import TestSupport
import Testing
import Work

@testable import Drafts
@testable import OutgoingDocuments

@Suite("DI-04 số cấp cho dự thảo đã ký") struct FromDraftTests {
  /// A draft of the minerals unit, signed by the leader; or one on its way to the signature.
  private func draft(signed isSigned: Bool, _ database: any Database) async throws -> Draft.ID {
    try await database.write { transaction in
      try LaySigningPower(.init(post: Cast.leader.post, capacity: .direct, validFrom: transaction.now.day - 300))
        .perform(by: Cast.headOfOffice, in: transaction)
      var facts = DraftFacts(typeKey: "congVan", subject: "Kiểm kê trữ lượng đá vôi", signer: Cast.leader.post)
      facts.recipients = [DraftRecipient(.unit(ExampleBody.legalUnit), name: "Vụ Pháp chế")]
      let id = try CreateDraft(facts, drafter: Cast.officerInCharge.post).perform(by: Cast.unitHead, in: transaction)
      try AcceptDraft(id).perform(by: Cast.officerInCharge, in: transaction)
      let main = DraftFileToAdd(KeptFile.example("c", "du-thao.docx", .docx), text: "Kính gửi")
      try AddDraftVersion(id, main: main, purpose: "", seen: 0).perform(by: Cast.officerInCharge, in: transaction)
      try SubmitDraft(id, way: .usual).perform(by: Cast.officerInCharge, in: transaction)
      func station() throws -> WorkItem.ID {
        let items = try WorkStore(transaction).items(of: .draft(id)).filter { $0.kind != .writeDraft && $0.isOpen }
        return try #require(items.last).id
      }
      try PassDraft(station(), on: id).perform(by: Cast.unitHead, in: transaction)
      try PassDraft(station(), on: id).perform(by: Cast.headOfOffice, in: transaction)
      if isSigned { try SignDraft(station(), on: id, seen: 1).perform(by: Cast.leader, in: transaction) }
      return id
    }
  }

  private func stage(_ id: Draft.ID, _ database: any Database) async throws -> DraftProgress {
    try await database.read { try DraftStore($0).find(id, visibleTo: Cast.officerInCharge).progress }
  }

  @Test("its type, subject, signer, unit and files are taken over; the draft's state follows") func follows()
    async throws
  {
    try await withDesk { database in
      let draft = try await draft(signed: true, database)
      let waiting = try await database.read {
        try SignedDraftStore($0).waiting(visibleTo: Cast.registryClerk).map(\.id)
      }
      #expect(waiting == [draft])
      let numbered = try await database.number { act in
        (act.draft, act.recipients) = (draft, ["Vụ Pháp chế"])
        (act.facts.typeKey, act.facts.subject, act.facts.signerName) = ("quyetDinh", "khác", "người khác")
      }
      let document = try await database.find(numbered.id)
      #expect(document.draft == draft && document.facts.subject == "Kiểm kê trữ lượng đá vôi")
      #expect(document.facts.typeKey == "congVan" && document.facts.signerName == Cast.leader.personName)
      #expect(document.facts.unit == Cast.unitHead.unit && !document.facts.isPaper && document.fileCount == 1)
      #expect(try await stage(draft, database) == .numbered)
      await #expect(throws: Refusal.self) { try await database.number { $0.draft = draft } }
      let file = try #require(try await database.read { try OutgoingFileStore($0).list(of: document.id).first })
      try await database.write { try OutgoingFileStore($0).saveReading(PaperReading(pageCount: 1), of: file.id) }
      try await database.issue(document.id)
      #expect(try await stage(draft, database) == .issued)
    }
  }

  @Test("a cancelled number gives the signed draft back to be numbered again") func comesBack() async throws {
    try await withDesk { database in
      let draft = try await draft(signed: true, database)
      let first = try await database.number { $0.draft = draft }
      try await database.write { transaction in
        let document = try OutgoingDocumentStore(transaction).find(first.id, visibleTo: Cast.registryClerk)
        try CancelNumber(document.book, number: document.number, reason: "cấp nhầm").perform(
          by: Cast.registryClerk, telling: OutgoingRegisterContents(), in: transaction)
      }
      #expect(try await stage(draft, database) == .signed)
      #expect(try await database.number { $0.draft = draft }.codeText.hasPrefix("02/"))
    }
  }

  @Test("no number before the signature") func notBefore() async throws {
    try await withDesk { database in
      let draft = try await draft(signed: false, database)
      await #expect(throws: Refusal.self) { try await database.number { $0.draft = draft } }
      let checks = try await database.check()
      #expect(checks.isEmpty)
    }
  }
}
