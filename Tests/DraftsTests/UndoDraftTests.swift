import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Drafts

@Suite("ST-03 hoàn tác việc vừa gửi với dự thảo") struct UndoDraftTests {
  /// What is sent, from where, by whom.
  static let sent: [(from: Reach, by: Actor, act: @Sendable (Draft.ID, any Transaction) throws -> Void)] = [
    (.drafting, Cast.officerInCharge, { try SubmitDraft($0, way: .usual).perform(by: Cast.officerInCharge, in: $1) }),
    (
      .content, Cast.unitHead,
      { try PassDraft(Drafting.item($0, $1), on: $0).perform(by: Cast.unitHead, in: $1) }
    ),
    (
      .signing, Cast.leader,
      {
        try ReturnDraft(Drafting.item($0, $1), on: $0, to: .station(1), reason: "Xem lại").perform(
          by: Cast.leader, in: $1)
      }
    ),
    (
      .form, Cast.headOfOffice,
      { try ReturnDraft(Drafting.item($0, $1), on: $0, reason: "Sai").perform(by: Cast.headOfOffice, in: $1) }
    ),
    (.returned, Cast.unitHead, { try PassBackDraft($0).perform(by: Cast.unitHead, in: $1) }),
    (
      .form, Cast.officerInCharge,
      { id, transaction in
        let writing = try #require(
          try WorkStore(transaction).items(of: .draft(id)).first { $0.kind == .writeDraft })
        try HandOverDraftWork(writing.id, on: id, to: Cast.unitClerk.post, reason: "Nghỉ phép")
          .perform(by: Cast.officerInCharge, in: transaction)
      }
    ),
  ]

  @Test("it is as if it had not been sent, and can be sent anew", arguments: sent.indices) func undone(index: Int)
    async throws
  {
    let (from, actor, act) = Self.sent[index]
    let clock = TestClock()
    try await withDrafts(clock: clock) { database in
      let id = try await database.draft(from)
      clock.advance(by: .seconds(60))
      let before = try await database.standing(of: id)
      let sending = try await database.write { transaction in
        try act(id, transaction)
        return try #require(try DraftSendingStore(transaction).last(by: actor.post))
      }
      #expect(try await database.standing(of: id) != before)
      clock.advance(by: .seconds(5))
      try await database.write { try UndoDraftSending(sending.id, on: id).perform(by: actor, in: $0) }
      #expect(try await database.standing(of: id) == before)
      let again = try await database.refusal { try UndoDraftSending(sending.id, on: id).perform(by: actor, in: $0) }
      #expect(again?.message.contains("đã được hoàn tác lúc") == true)
      try await database.write { try act(id, $0) }
    }
  }

  @Test("refused to others, once opened, and after its seconds") func refused() async throws {
    let clock = TestClock()
    try await withDrafts(clock: clock) { database in
      let id = try await database.draft(.content)
      let sending = try await database.read { transaction in
        DraftSending.ID(try transaction.rows("SELECT MAX(id) AS id FROM draft_sendings")[0].get("id"))
      }
      func words(_ actor: Actor) async throws -> String {
        try await database.refusal { try UndoDraftSending(sending, on: id).perform(by: actor, in: $0) }?.message ?? ""
      }
      #expect(try await words(Cast.unitHead).contains("Chỉ người đã gửi"))
      try await database.write { try OpenDraft(id).perform(by: Cast.unitHead, in: $0) }
      #expect(try await words(Cast.officerInCharge).contains("đã mở lúc"))
      clock.advance(by: .seconds(14))
      #expect(try await words(Cast.officerInCharge).contains("quá 10 giây"))
    }
  }
}

extension Database {
  /// Holder, state and outcome of all work that was not taken back, the checks that count, and the summary.
  fileprivate func standing(of id: Draft.ID) async throws -> [String] {
    try await read { transaction in
      let draft = try #require(try DraftStore(transaction).findForJob(id))
      let items = try WorkStore(transaction).items(of: .draft(id)).filter { $0.state != .recalled }
      let checks = try DraftWayStore(transaction).checks(of: id).filter { $0.voidedAt == nil }
      return items.map { "\($0.holder.token) \($0.state) \($0.outcome) \($0.endedAt?.text ?? "")" }
        + checks.map { "\($0.position) \($0.said) \($0.round)" }
        + [draft.progress.rawValue, "\(draft.round)", "\(draft.drafter) \(draft.drafterName)"]
    }
  }
}
