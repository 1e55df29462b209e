import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Drafts

/// Every act on a draft in every state by every role: allowed, or refused with a reason. Nothing else happens.
@Suite("ST-01 ST-03 ST-05 ST-06 ST-07 ST-08 ai làm được gì với dự thảo, ở bước nào") struct DraftTableTests {
  struct Act: Sendable {
    var name: String
    var perform: @Sendable (Draft.ID, WorkItem.ID, Actor, any Transaction) throws -> Void
  }

  /// L leader who is to sign, D the deputy, H head of office who checks the form, V registry clerk, U head and u clerk of
  /// the unit that writes it, O the drafter, P head and o officer of the coordinating unit, A administrator, X another
  /// agency.
  static let roles: [(letter: String, actor: Actor)] = [
    ("L", Cast.leader), ("D", Cast.deputyLeader), ("H", Cast.headOfOffice), ("V", Cast.registryClerk),
    ("U", Cast.unitHead), ("u", Cast.unitClerk), ("O", Cast.officerInCharge), ("P", Cast.headOfTwo),
    ("o", Cast.officerOfAnotherUnit), ("A", Cast.administrator), ("X", Cast.clerkOfAnotherAgency),
  ]

  static let acts: [Act] = [
    Act(name: "accept") { id, _, actor, transaction in try AcceptDraft(id).perform(by: actor, in: transaction) },
    Act(name: "change") { id, _, actor, transaction in
      let draft = try DraftStore(transaction).find(id, visibleTo: actor)
      try ChangeDraft(id, facts: .example, formVersion: draft.version).perform(by: actor, in: transaction)
    },
    Act(name: "version") { id, _, actor, transaction in
      let draft = try DraftStore(transaction).find(id, visibleTo: actor)
      try AddDraftVersion(id, main: file(3), purpose: "", seen: draft.latestVersion)
        .perform(by: actor, in: transaction)
    },
    Act(name: "submit") { id, _, actor, transaction in
      try SubmitDraft(id, way: .usual).perform(by: actor, in: transaction)
    },
    Act(name: "pass") { id, item, actor, transaction in try PassDraft(item, on: id).perform(by: actor, in: transaction)
    },
    Act(name: "return") { id, item, actor, transaction in
      try ReturnDraft(item, on: id, reason: "Thiếu số liệu").perform(by: actor, in: transaction)
    },
    Act(name: "pass back") { id, _, actor, transaction in try PassBackDraft(id).perform(by: actor, in: transaction) },
    Act(name: "withdraw") { id, _, actor, transaction in
      try WithdrawDraft(id, reason: "Sửa số liệu").perform(by: actor, in: transaction)
    },
    Act(name: "sign") { id, item, actor, transaction in
      try SignDraft(item, on: id, seen: 1).perform(by: actor, in: transaction)
    },
    Act(name: "revise") { id, _, actor, transaction in
      try ReviseSignedDraft(id, reason: "Sai số").perform(by: actor, in: transaction)
    },
    Act(name: "cancel") { id, _, actor, transaction in
      try CancelDraft(id, reason: "Không cần nữa").perform(by: actor, in: transaction)
    },
    Act(name: "reassign") { id, _, actor, transaction in
      try ReassignDraft(id, to: Cast.unitClerk.post, reason: "Đi công tác").perform(by: actor, in: transaction)
    },
    Act(name: "hand over") { id, _, actor, transaction in
      let writing = try WorkStore(transaction).items(of: .draft(id)).last { $0.kind == .writeDraft }
      try HandOverDraftWork(writing?.id ?? .init(1), on: id, to: Cast.unitClerk.post, reason: "Đi công tác")
        .perform(by: actor, in: transaction)
    },
    Act(name: "undo") { id, _, actor, transaction in
      let last = try transaction.rows("SELECT id FROM draft_sendings WHERE draft_id = \(id) ORDER BY id DESC LIMIT 1")
      let key: Int64 = try last.first?.get("id") ?? 1
      try UndoDraftSending(.init(key), on: id).perform(by: actor, in: transaction)
    },
  ]

  @Test("state × act × role is as the table says", arguments: Reach.allCases) func table(reach: Reach) async throws {
    try await withDrafts { database in
      let id = try await database.draft(reach)
      #expect(try await database.find(id).progress == reach.progress)
      let item = try await database.read { try Drafting.item(id, $0) }
      let acts = Self.acts.map { act in
        (name: act.name, perform: { @Sendable actor, transaction in try act.perform(id, item, actor, transaction) })
      }
      let seen = try await database.table(acts, by: Self.roles.map(\.actor))
      #expect(seen == Self.expected[reach] ?? "", "\(reach.rawValue):\n\(seen)")
    }
  }
}
