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
  static func draft(
    signed isSigned: Bool, file: KeptFile = .example("c", "du-thao.docx", .docx), _ database: any Database
  ) async throws -> Draft.ID {
    try await database.write { transaction in
      try LaySigningPower(.init(post: Cast.leader.post, capacity: .direct, validFrom: transaction.now.day - 300))
        .perform(by: Cast.headOfOffice, in: transaction)
      var facts = DraftFacts(typeKey: "congVan", subject: "Kiểm kê trữ lượng đá vôi", signer: Cast.leader.post)
      facts.recipients = [DraftRecipient(.unit(ExampleBody.legalUnit), name: "Vụ Pháp chế")]
      let id = try CreateDraft(facts, drafter: Cast.officerInCharge.post).perform(by: Cast.unitHead, in: transaction)
      try AcceptDraft(id).perform(by: Cast.officerInCharge, in: transaction)
      let main = DraftFileToAdd(file, text: "Kính gửi")
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
      let draft = try await Self.draft(signed: true, database)
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
      await #expect(throws: Refusal.self, "the number is not on it yet") { try await database.issue(document.id) }
      let file = try #require(try await database.read { try OutgoingFileStore($0).list(of: document.id).first })
      try await database.write { transaction in
        var stamping = try #require(try StampingStore(transaction).list(of: document.id).first)
        #expect(stamping.state == .asked && stamping.signed.name == "du-thao.docx")
        stamping.state = .stamped
        try StampingStore(transaction).save(stamping)
      }
      try await database.write { try OutgoingFileStore($0).saveReading(PaperReading(pageCount: 1), of: file.id) }
      try await database.issue(document.id)
      #expect(try await stage(draft, database) == .issued)
      // A recall freezes the document; the draft says so too, and is opened no more.
      try await database.write { transaction in
        let version = try OutgoingDocumentStore(transaction).find(document.id, visibleTo: Cast.leader).version
        _ = try RecallOutgoingDocument(document.id, reason: "Sai số liệu", formVersion: version)
          .perform(by: Cast.leader, in: transaction)
      }
      #expect(try await stage(draft, database) == .recalled)
      await #expect(throws: Refusal.self) {
        try await database.write { try ReviseSignedDraft(draft, reason: "Sửa").perform(by: Cast.leader, in: $0) }
      }
    }
  }

  @Test("what the signer saw is not changed by the registry: places, symbol, signer, subject") func keepsWhatWasSigned()
    async throws
  {
    try await withDesk { database in
      let draft = try await Self.draft(signed: true, database)
      let numbered = try await database.number { act in
        (act.draft, act.recipients, act.facts.notation) = (draft, ["Cục Địa chất miền Bắc"], "XX-YY")
      }
      let document = try await database.find(numbered.id)
      #expect(document.facts.notation == "TCTNĐC-KS")
      #expect(try await database.recipients(of: numbered.id).map(\.name) == ["Vụ Pháp chế"])
      var facts = document.facts
      (facts.subject, facts.signerName, facts.urgency) = ("Khác", "Người khác", .express)
      (facts.amount, facts.note) = (3, "gửi kèm bản giấy")
      let correction = CorrectOutgoingDocument(
        numbered.id, facts: facts, recipients: ["Sở Khác"], way: .post, reason: "ghi số bản", formVersion: 1)
      try await database.write { try correction.perform(by: Cast.registryClerk, in: $0) }
      let corrected = try await database.find(numbered.id).facts
      #expect(corrected.subject == document.facts.subject && corrected.signerName == Cast.leader.personName)
      #expect(corrected.urgency == .normal && corrected.amount == 3 && corrected.note == "gửi kèm bản giấy")
      #expect(try await database.recipients(of: numbered.id).map(\.name) == ["Vụ Pháp chế"])
      let file = try #require(try await database.read { try OutgoingFileStore($0).list(of: numbered.id).first })
      await #expect(throws: Refusal.self, "its files are those of the signature") {
        try await database.write {
          _ = try RemoveOutgoingFile(numbered.id, file.id, reason: "nhầm").perform(by: Cast.registryClerk, in: $0)
        }
      }
    }
  }

  @Test("a cancelled number gives the signed draft back to be numbered again") func comesBack() async throws {
    try await withDesk { database in
      let draft = try await Self.draft(signed: true, database)
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
      let draft = try await Self.draft(signed: false, database)
      await #expect(throws: Refusal.self) { try await database.number { $0.draft = draft } }
      let checks = try await database.check()
      #expect(checks.isEmpty)
    }
  }
}
