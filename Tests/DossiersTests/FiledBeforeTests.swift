import Access
import Database
import IncomingDocuments
import Kernel
import Notifications
import Organization
import TestSupport
import Testing

@testable import Dossiers

@Suite("HS-04 gợi ý hồ sơ theo những gì đã đưa vào trước") struct FiledBeforeTests {
  private func likely(_ letter: RecordReference, in database: any Database) async throws -> [LikelyDossier] {
    try await database.read {
      try FilingScreen.read(letter, flows, by: Cast.officerInCharge, in: $0).likely
    }
  }

  @Test("văn bản trích yếu gần giống, có nêu văn bản nào") func alike() async throws {
    try await withFiling { database in
      let dossier = try await database.open(.example("Việc của quý bốn"))
      _ = try await database.open(.example("Việc khác hẳn"))
      let letter = try await database.letter("20")
      #expect(try await likely(letter, in: database).isEmpty)
      try await database.file(try await database.letter("10"), in: dossier.id)
      let found = try await likely(letter, in: database)
      #expect(found.map(\.dossier.id) == [dossier.id])
      #expect(found.first?.reason == "có văn bản trích yếu gần giống: Văn bản đến, số đến 2")
    }
  }

  @Test("thói quen: từ hai văn bản của cùng nơi gửi do chính người ấy đưa vào") func habit() async throws {
    try await withFiling { database in
      let dossier = try await database.open(.example("Việc của quý bốn"))
      func about(_ subject: String, _ number: String) async throws -> RecordReference {
        try await database.write { transaction in
          var facts = IncomingFacts(arrivalDate: transaction.now.day)
          facts.issuerName = "Sở Tài chính tỉnh Trường Sơn"
          (facts.numberText, facts.notation, facts.subject) = (number, "STC-NS", subject)
          (facts.issuedDate, facts.typeKey) = (transaction.now.day - 1, "congVan")
          let id = try RegisterIncomingDocument(facts: facts).perform(by: Cast.registryClerk, in: transaction).id
          let record = RecordReference.incomingDocument(id)
          try Access.grant([.post(Cast.officerInCharge.post)], to: record, reason: .inform, in: transaction)
          return record
        }
      }
      let letter = try await about("Mời dự hội nghị tổng kết ngành", "1")
      try await database.file(try await about("Báo cáo quyết toán ngân sách quý ba", "2"), in: dossier.id)
      #expect(try await likely(letter, in: database).isEmpty)
      try await database.file(try await about("Đăng ký xe ô tô công vụ tăng thêm", "3"), in: dossier.id)
      #expect(
        try await likely(letter, in: database).map(\.reason) == [
          "anh/chị đã đưa 2 văn bản của Sở Tài chính tỉnh Trường Sơn vào đây"
        ])
    }
  }
}

@Suite("HS-04 hoàn tác việc vừa đưa vào hồ sơ") struct UndoFilingTests {
  @Test("trong vài giây, tất cả một lần; sau đó, hoặc người khác, thì không") func undoes() async throws {
    let clock = TestClock()
    try await withFiling(clock: clock) { database in
      let dossier = try await database.open()
      let letters = [try await database.letter("10"), try await database.letter("20")]
      _ = try await database.add(to: dossier.id, title: "Ghi chép")
      func file() async throws -> [DossierItem.ID] {
        try await database.write {
          try FileManyIntoDossier(letters, dossier: dossier.id)
            .perform(by: Cast.officerInCharge, flows: flows, in: $0).items
        }
      }
      func undo(_ items: [DossierItem.ID], by actor: Actor = Cast.officerInCharge) async throws {
        try await database.write {
          _ = try UndoFiling(items, of: dossier.id).perform(by: actor, flows: flows, in: $0)
        }
      }
      let items = try await file()
      await #expect(throws: Refusal.self) { try await undo(items, by: Cast.unitHead) }
      try await undo(items)
      #expect(try await database.lines(dossier.id).map(\.item.ordinal) == [1], "what stays is in order again")
      let gone = await #expect(throws: Refusal.self) { try await undo(items) }
      #expect(gone?.kind == .conflict)
      let again = try await file()
      clock.advance(by: Notifications.undoTime + .seconds(1))
      let late = await #expect(throws: Refusal.self) { try await undo(again) }
      #expect(late?.message.contains("Đã quá 10 giây") == true)
      #expect(try await database.lines(dossier.id).count == 3)
    }
  }
}
