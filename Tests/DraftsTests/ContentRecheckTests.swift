import Database
import FileVault
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Drafts

@Suite("ST-06 ST-07 PL6-1d nội dung đã kiểm và bản sửa sau đó") struct ContentRecheckTests {
  private static func edit(
    _ id: Draft.ID, _ text: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    let before = try DraftVersionStore(transaction).list(of: id)
    try AddDraftVersion(
      id, main: file(before.count + 4, text: text), keeping: before.last?.annexes.map(\.id) ?? [],
      purpose: "Sửa khi kiểm tra thể thức", seen: before.count
    ).perform(by: actor, in: transaction)
  }

  private static func standing(_ id: Draft.ID, for actor: Actor, _ database: any Database) async throws -> DraftStanding
  {
    try await database.read { try DraftStanding(id, by: actor, in: $0) }
  }

  @Test("whoever checks the form and changes words sends the draft to the content's checker again") func words()
    async throws
  {
    try await withDrafts { database in
      let id = try await database.draft(.form)
      let changed = try await database.write { transaction in
        try Self.edit(id, "Kính gửi: Cục Địa chất", by: Cast.headOfOffice, in: transaction)
        let versions = try DraftVersionStore(transaction).list(of: id)
        return try DraftStanding(id, by: Cast.headOfOffice, in: transaction).sinceContentCheck(versions)
      }
      #expect(
        changed
          == "Nội dung kiểm ở bản 1; bản 2 do anh/chị sửa («Sửa khi kiểm tra thể thức»). Lời văn đã khác: nội dung phải kiểm tra lại."
      )
      try await database.write { try PassDraft(Drafting.item(id, $0), on: id).perform(by: Cast.headOfOffice, in: $0) }
      #expect(try await database.find(id).progress == .content)
      let signs = try await database.refusal {
        try SignDraft(Drafting.item(id, $0), on: id, seen: 2).perform(by: Cast.leader, in: $0)
      }
      #expect(signs != nil)
      // The coordinating unit and the form have found version 2 in order, or what they answer for is not touched.
      try await database.write { try PassDraft(Drafting.item(id, $0), on: id).perform(by: Cast.unitHead, in: $0) }
      #expect(try await database.find(id).progress == .signing)
      let versions = try await database.read { try DraftVersionStore($0).list(of: id) }
      #expect(try await Self.standing(id, for: Cast.leader, database).sinceContentCheck(versions) == nil)
      try await database.write {
        try SignDraft(Drafting.item(id, $0), on: id, seen: 2).perform(by: Cast.leader, in: $0)
      }
    }
  }

  @Test("a file set anew with the same words leaves the check of content standing") func look() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.form)
      try await database.write { transaction in
        try Self.edit(id, " Kính  gửi\n", by: Cast.headOfOffice, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.headOfOffice, in: transaction)
      }
      #expect(try await database.find(id).progress == .signing)
      let versions = try await database.read { try DraftVersionStore($0).list(of: id) }
      let told = try await Self.standing(id, for: Cast.leader, database).sinceContentCheck(versions)
      #expect(
        told?.hasPrefix("Nội dung kiểm ở bản 1; bản 2 do \(Cast.headOfOffice.titleOnRecord) sửa") == true,
        "\(told ?? "")")
      #expect(told?.contains("kiểm tra lại") == false)
    }
  }

  @Test("words changed at the second check of content are looked at by the form's checker again") func formAgain()
    async throws
  {
    try await withDrafts { database in
      let id = try await database.draft(.form)
      try await database.write { transaction in
        try Self.edit(id, "Kính gửi: Cục", by: Cast.headOfOffice, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.headOfOffice, in: transaction)
        try Self.edit(id, "Kính gửi: Cục Địa chất miền Bắc", by: Cast.unitHead, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.unitHead, in: transaction)
      }
      #expect(try await database.find(id).progress == .coordinating)
      try await database.write {
        try PassDraft(Drafting.item(id, $0), on: id).perform(by: Cast.headOfTwo, in: $0)
      }
      #expect(try await database.find(id).progress == .form)
    }
  }

  @Test("a leader's own edit is shown and takes nothing away") func leader() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.signing)
      try await database.write { try Self.edit(id, "Kính gửi: Cục", by: Cast.leader, in: $0) }
      let versions = try await database.read { try DraftVersionStore($0).list(of: id) }
      let standing = try await Self.standing(id, for: Cast.leader, database)
      #expect(standing.sinceContentCheck(versions)?.contains("bản 2 do anh/chị sửa") == true)
      #expect(standing.station.flatMap { standing.signing($0.item.id) } == nil)
    }
  }

  @Test("content checked by whoever checked the form already is refused") func twoPeople() async throws {
    try await withDrafts { database in
      let id = try await database.write { transaction in
        let id = try CreateDraft(.example).perform(by: Cast.headOfOffice, in: transaction)
        try AddDraftVersion(id, main: file(1), purpose: "", seen: 0).perform(by: Cast.headOfOffice, in: transaction)
        try SubmitDraft(id, way: .usual).perform(by: Cast.headOfOffice, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id, next: .registry)
          .perform(by: Cast.headOfOffice, in: transaction)
        try Self.edit(id, "Kính gửi: Cục", by: Cast.registryClerk, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.registryClerk, in: transaction)
        return id
      }
      var clerk = Cast.headOfOffice
      clerk.person = Cast.registryClerk.person
      let refused = try await database.refusal { [clerk] in
        try PassDraft(Drafting.item(id, $0), on: id).perform(by: clerk, in: $0)
      }
      #expect(refused?.message.contains("Anh/chị đã kiểm tra thể thức") == true, "\(refused?.message ?? "passed")")
    }
  }
}

@Suite("ST-02 ST-04 trình dự thảo, trình lại") struct SubmissionTests {
  @Test("a template without words of one's own is not submitted") func blank() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.drafting)
      func bring(_ mark: Int, _ text: String, template: String = "") async throws -> Refusal? {
        try await database.write { transaction in
          var act = AddDraftVersion(id, main: file(mark, text: text), purpose: "", seen: mark - 2)
          act.template = template
          try act.perform(by: Cast.officerInCharge, in: transaction)
        }
        return try await database.read { try DraftStanding(id, by: Cast.officerInCharge, in: $0).submitting }
      }
      #expect(try await bring(3, "Đề nghị …", template: "mẫu của hệ thống")?.message.contains("mẫu trống") == true)
      #expect(try await bring(4, "Đề nghị …")?.message.contains("Bản 3 là mẫu trống") == true, "brought back as it was")
      #expect(try await bring(5, "Đề nghị các đơn vị báo cáo") == nil)
    }
  }

  @Test("the way that it went last is offered when it is submitted again") func sameWay() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.toDrafter)
      let way = try await database.read {
        try DraftWay.proposed(for: DraftStore($0).find(id, visibleTo: Cast.officerInCharge), in: $0)
      }
      #expect(way == Drafting.way)
      let new = try await database.draft(.drafting)
      let usual = try await database.read {
        try DraftWay.proposed(for: DraftStore($0).find(new, visibleTo: Cast.officerInCharge), in: $0)
      }
      #expect(usual == .usual)
    }
  }

  @Test("answers are counted, what needs a look first") func counted() {
    #expect(
      DraftConcerns.counted([.agree, nil, .disagree, nil, .agree, .other])
        == "Ý kiến: 1 không nhất trí, 1 ý kiến khác, 2 chưa trả lời, 2 nhất trí")
  }
}
