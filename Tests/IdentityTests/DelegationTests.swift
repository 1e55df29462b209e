import Audit
import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import Identity

private let today = TestClock().now.day

/// The leader's work lent to the deputy, unless told otherwise.
private func lending(
  _ post: PostID = Cast.leader.post, to standIn: PostID = Cast.deputyLeader.post, from first: Day = today,
  through last: Day = today + 3, scope: Delegation.Scope = .all, reason: String = "Đi công tác"
) -> LendPost {
  LendPost(post, to: standIn, from: first, through: last, scope: scope, reason: reason)
}

@Suite("Ủy quyền xử lý") struct DelegationTests {
  private func actor(
    of account: AccountID, as post: PostID, _ database: any Database
  ) async throws -> Kernel.Actor? {
    try await database.read { try StandingActor.find(account, as: post, in: $0) }
  }

  @Test("the stand-in acts as the absent post, under both names, without rights over the system, on its days only")
  func actsOnItsDays() async throws {
    let clock = TestClock()
    try await withExampleAccounts(clock: clock) { database, _ in
      let act = lending(from: today + 1, through: today + 2)
      try await database.write { _ = try act.perform(by: Cast.leader, in: $0) }
      for (day, acts) in [(0, false), (1, true), (2, true), (3, false)] {
        clock.set(Instant(today + day, hour: 9, minute: 0))
        let lent = try await actor(of: Cast.deputyLeader.account, as: Cast.leader.post, database)
        #expect((lent != nil) == acts, "day \(day)")
        guard let lent else { continue }
        #expect(lent.person == Cast.deputyLeader.person && lent.post == Cast.leader.post)
        #expect(lent.roles == Cast.leader.roles.subtracting([.administrator]))
        #expect(lent.principals.contains(.post(Cast.leader.post)))
        #expect(!lent.principals.contains(.post(Cast.deputyLeader.post)), "their own work is another post's")
        #expect(lent.onBehalfOf == "\(Cast.leader.personName), \(Cast.leader.postTitle)")
        #expect(lent.nameOnRecord == "\(Cast.deputyLeader.personName) (thay \(lent.onBehalfOf ?? ""))")
      }
      #expect(try await actor(of: Cast.deputyLeader.account, as: Cast.deputyLeader.post, database)?.onBehalfOf == nil)
    }
  }

  @Test("a scope lends some of the post's rights", arguments: Delegation.Scope.allCases)
  func scopesLimit(scope: Delegation.Scope) async throws {
    try await withExampleAccounts { database, _ in
      let act = lending(Cast.unitHead.post, to: Cast.officerInCharge.post, scope: scope)
      try await database.write { _ = try act.perform(by: Cast.unitHead, in: $0) }
      let lent = try await actor(of: Cast.officerInCharge.account, as: Cast.unitHead.post, database)
      #expect(lent?.roles == scope.roles(of: Cast.unitHead.roles))
      #expect(!scope.roles(of: Set(Role.allCases)).contains(.administrator))
      #expect(scope.roles(of: Set(Role.allCases)).contains(.leader) == (scope != .handling))
    }
  }

  private static let refused: [(LendPost, Kernel.Actor, String)] = [
    (lending(), Cast.deputyLeader, ""),
    (lending(), Cast.unitHead, "Chỉ người giữ chức danh"),
    (lending(to: Cast.leader.post), Cast.leader, "phải là người khác"),
    (lending(to: Cast.officerOfAnotherAgency.post), Cast.leader, "trong cùng cơ quan"),
    (lending(from: today - 1), Cast.leader, "không được trước hôm nay"),
    (lending(through: today - 1), Cast.leader, "không được trước ngày bắt đầu"),
    (lending(through: today + 400), Cast.leader, "nhiều nhất 366 ngày"),
    (lending(reason: ""), Cast.leader, "Hãy ghi lý do"),
    (lending(Cast.officerInCharge.post, scope: .directing), Cast.officerInCharge, "không có việc nào thuộc phạm vi"),
    (lending(Cast.officerOfAnotherAgency.post), Cast.leader, "Chỉ người giữ chức danh"),
  ]

  @Test("who lends what to whom is checked", arguments: refused.indices) func checked(index: Int) async throws {
    let (act, actor, reason) = Self.refused[index]
    try await withExampleAccounts { database, _ in
      let refused = try await refusal { try await database.write { _ = try act.perform(by: actor, in: $0) } }
      #expect(reason.isEmpty ? refused == nil : refused?.message.contains(reason) == true, "\(refused?.message ?? "-")")
    }
  }

  @Test("it is never lent on, nor twice for the same days; ended early it ends at once") func neverChained()
    async throws
  {
    try await withExampleAccounts { database, _ in
      let made = try await database.write { try lending().perform(by: Cast.leader, in: $0) }
      let lent = try #require(try await actor(of: Cast.deputyLeader.account, as: Cast.leader.post, database))
      let chained = try await refusal {
        try await database.write { _ = try lending(to: Cast.headOfOffice.post).perform(by: lent, in: $0) }
      }
      #expect(chained?.kind == .forbidden)
      let twice = try await refusal {
        try await database.write {
          _ = try lending(from: today + 3, through: today + 5).perform(by: Cast.leader, in: $0)
        }
      }
      #expect(twice?.message.contains("Đã ủy quyền cho Lê Minh Đức") == true, "\(twice?.message ?? "accepted")")
      let stranger = try await refusal {
        try await database.write { _ = try EndDelegation(made.id).perform(by: Cast.unitHead, in: $0) }
      }
      #expect(stranger?.kind == .notFound)
      try await database.write { _ = try EndDelegation(made.id).perform(by: Cast.leader, in: $0) }
      #expect(try await actor(of: Cast.deputyLeader.account, as: Cast.leader.post, database) == nil)
      let again = try await refusal {
        try await database.write { _ = try EndDelegation(made.id).perform(by: Cast.leader, in: $0) }
      }
      #expect(again?.kind == .conflict)
      try await database.write { _ = try lending().perform(by: Cast.leader, in: $0) }
    }
  }

  @Test("a post that its holder left, or the stand-in left, is lent no longer", arguments: [true, false])
  func endsWithThePost(isAbsent: Bool) async throws {
    try await withExampleAccounts { database, _ in
      try await database.write { transaction in
        _ = try lending().perform(by: Cast.leader, in: transaction)
        let left = isAbsent ? Cast.leader.post : Cast.deputyLeader.post
        try transaction.run("UPDATE posts SET ended_on = \(today) WHERE id = \(left)")
      }
      #expect(try await actor(of: Cast.deputyLeader.account, as: Cast.leader.post, database) == nil)
    }
  }
}
