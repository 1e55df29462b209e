import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Drafts

@Suite("ST-02 ST-03 lấy ý kiến dự thảo") struct OpinionTests {
  private static let due = TestClock().now.day + 4

  private func asked(_ database: any Database, _ reach: Reach = .drafting) async throws -> (Draft.ID, WorkItem.ID) {
    let id = try await database.draft(reach)
    try await database.write {
      try AskDraftOpinions(
        id, of: [.unit(ExampleBody.legalUnit), .post(Cast.officerOfAnotherUnit.post)], question: "Có vướng gì không?",
        due: Self.due
      ).perform(by: Cast.officerInCharge, in: $0)
    }
    let item = try await database.read { transaction in
      try #require(
        try WorkStore(transaction).items(of: .draft(id)).first {
          $0.holder == .unit(ExampleBody.legalUnit) && $0.isOpen
        })
    }
    return (id, item.id)
  }

  @Test("an answer is bound to the version that was shown, and ends the work") func answered() async throws {
    try await withDrafts { database in
      let (id, item) = try await asked(database)
      let silent = try await database.refusal {
        try GiveDraftOpinion(item, on: id, .disagree, seen: 1).perform(by: Cast.headOfTwo, in: $0)
      }
      #expect(silent?.messages(at: DraftField.note).isEmpty == false, "whoever disagrees says why")
      try await database.write {
        try GiveDraftOpinion(
          item, on: id, .disagree, text: "Trùng thẩm quyền", place: "Điều 3", excerpt: "giao Vụ Khoáng sản", seen: 1
        ).perform(by: Cast.headOfTwo, in: $0)
      }
      let said = try await database.read { try DraftOpinionStore($0).list(of: id) }
      #expect(said.map(\.versionNumber) == [1] && said[0].place == "Điều 3" && said[0].stance == .disagree)
      let again = try await database.refusal {
        try GiveDraftOpinion(item, on: id, .agree, seen: 1).perform(by: Cast.headOfTwo, in: $0)
      }
      #expect(again?.kind == .conflict)
      #expect(try await database.find(id).progress == .drafting, "opinions hold nothing up")
    }
  }

  @Test("only whoever was asked answers; nobody is asked twice at once; more time is given by the asker")
  func rights() async throws {
    try await withDrafts { database in
      let (id, item) = try await asked(database)
      let stranger = try await database.refusal {
        try GiveDraftOpinion(item, on: id, .agree, seen: 1).perform(by: Cast.unitHead, in: $0)
      }
      #expect(stranger?.kind == .forbidden)
      let twice = try await database.refusal {
        try AskDraftOpinions(id, of: [.unit(ExampleBody.legalUnit)], question: "Nữa?", due: Self.due)
          .perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(twice?.kind == .conflict)
      let other = try await database.refusal {
        try ExtendDraftOpinion(item, on: id, until: Self.due + 3, reason: "Chờ họp").perform(by: Cast.headOfTwo, in: $0)
      }
      #expect(other?.kind == .forbidden)
      try await database.write {
        try ExtendDraftOpinion(item, on: id, until: Self.due + 3, reason: "Chờ họp")
          .perform(by: Cast.officerInCharge, in: $0)
      }
      let items = try await database.read { try WorkStore($0).items(of: .draft(id)) }
      #expect(items.first { $0.id == item }?.dueAt == Instant(Self.due + 4))
    }
  }

  @Test("the signature waits for nobody's opinion; what is silent is taken back") func signed() async throws {
    try await withDrafts { database in
      let (id, item) = try await asked(database, .content)
      try await database.write { transaction in
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.unitHead, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.headOfTwo, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.headOfOffice, in: transaction)
        try SignDraft(Drafting.item(id, transaction), on: id, seen: 1).perform(by: Cast.leader, in: transaction)
      }
      let items = try await database.read { try WorkStore($0).items(of: .draft(id)) }
      #expect(items.first { $0.id == item }?.state == .recalled)
      #expect(try await database.find(id).progress == .signed)
    }
  }

  @Test("articles and paragraphs are read from the text, in its order") func articles() {
    let text = """
      QUYẾT ĐỊNH:
      Điều 1. Phạm vi
      1. Quy chế này quy định việc phối hợp.
      2. Không áp dụng với nước khoáng.
      Điều 2. Thi hành
      a) Chánh văn phòng
      Theo Điều 5 của Luật.
      """
    #expect(
      DraftArticles.places(in: text) == ["Điều 1", "Điều 1 khoản 1", "Điều 1 khoản 2", "Điều 2"])
    #expect(DraftArticles.places(in: "Kính gửi: Cục\n1. Kiểm kê\n2. Báo cáo").isEmpty)
  }

  @Test("comments are bound to articles of the version that was seen; a place that is not there is refused")
  func comments() async throws {
    try await withDrafts { database in
      let id = try await database.write { transaction in
        let id = try CreateDraft(.example).perform(by: Cast.officerInCharge, in: transaction)
        let text = "Điều 1. Phạm vi\n1. Việc phối hợp.\nĐiều 2. Thi hành"
        try AddDraftVersion(id, main: file(1, text: text), purpose: "", seen: 0)
          .perform(by: Cast.officerInCharge, in: transaction)
        try AskDraftOpinions(id, of: [.unit(ExampleBody.legalUnit)], question: "Ý kiến?", due: Self.due)
          .perform(by: Cast.officerInCharge, in: transaction)
        return id
      }
      let item = try await database.read { transaction in
        try #require(try WorkStore(transaction).items(of: .draft(id)).last).id
      }
      @Sendable func opinion(_ comments: [DraftOpinion.Comment]) -> GiveDraftOpinion {
        var act = GiveDraftOpinion(item, on: id, .other, seen: 1)
        act.comments = comments
        return act
      }
      for wrong in [[DraftOpinion.Comment("Điều 9", "Bỏ")], [.init("Điều 1", "")], [.init("", "Bỏ")]] {
        let refusal = try await database.refusal { try opinion(wrong).perform(by: Cast.headOfTwo, in: $0) }
        #expect(refusal?.messages(at: DraftField.place).isEmpty == false, "\(wrong)")
      }
      try await database.write {
        try opinion([.init("Điều 2", "Thêm Thanh tra"), .init("Điều 1 khoản 1", "Bỏ từ «việc»")])
          .perform(by: Cast.headOfTwo, in: $0)
      }
      let said = try await database.read { try DraftOpinionStore($0).list(of: id) }
      #expect(said.map(\.versionNumber) == [1])
      #expect(said[0].comments == [.init("Điều 2", "Thêm Thanh tra"), .init("Điều 1 khoản 1", "Bỏ từ «việc»")])
      let ended = try await database.read { try WorkStore($0).items(of: .draft(id)) }.first { $0.id == item }
      #expect(ended?.outcome == "Ý kiến khác: Điều 2: Thêm Thanh tra; Điều 1 khoản 1: Bỏ từ «việc»")
    }
  }
}
