import Database
import Kernel
import Organization
import Registers
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

private func terms(_ change: (inout PresentingRule.Terms) -> Void = { _ in }) -> PresentingRule.Terms {
  var terms = PresentingRule.Terms()
  terms.name = "Đá vôi"
  terms.subjectWords = "đá vôi"
  terms.holder = minerals
  terms.termDays = 5
  terms.basis = "Quy chế làm việc, điều 12"
  change(&terms)
  return terms
}

@Suite("DEN-10 quy tắc chuyển văn bản đến") struct PresentingRuleTests {
  private func lay(
    _ terms: PresentingRule.Terms = terms(), by actor: Kernel.Actor = Cast.leader, leader: PostID? = nil,
    in database: any Database
  ) async throws -> PresentingRule {
    try await database.write { try LayRule(terms: terms, leader: leader).perform(by: actor, in: $0) }
  }

  private func found(_ id: IncomingDocument.ID, _ database: any Database) async throws -> String? {
    let document = try await database.find(id)
    return try await database.read { try PresentingRuleStore($0).first(for: document)?.terms.name }
  }

  private static let conditions: [(@Sendable (inout PresentingRule.Terms) -> Void, Bool)] = [
    ({ $0.subjectWords = "kiem ke, cát" }, true), ({ $0.subjectWords = "đá vôi" }, true),
    ({ $0.subjectWords = "đá vói" }, false), ({ $0.subjectWords = "kiểm kê trữ" }, true),
    ({ $0.subjectWords = "kiểm kê tr" }, false), ({ $0.issuerWords = "tỉnh Trường Sơn" }, true),
    ({ $0.issuerWords = "bộ tài chính" }, false), ({ $0.typeKey = "congVan" }, true),
    ({ $0.typeKey = "giayMoi" }, false),
    ({ $0.bookName = RegisterKind.incoming.bookName }, true), ({ $0.bookName = "Sổ đơn thư" }, false),
  ]

  @Test(
    "book, type, issuer and words all have to hold; words as whole syllables, with diacritics when typed so",
    arguments: conditions.indices)
  func catches(index: Int) async throws {
    let (change, isCaught) = Self.conditions[index]
    try await withRegistry { database in
      let id = try await database.register().id
      _ = try await lay(terms(change), in: database)
      #expect(try await (found(id, database) != nil) == isCaught)
    }
  }

  @Test("the first of several decides; order is changed by hand; an ended one and one whose leader left decide nothing")
  func firstDecides() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let first = try await lay(in: database)
      let second = try await lay(
        terms {
          $0.name = "Kiểm kê"; $0.subjectWords = "kiểm kê"
        }, by: Cast.deputyLeader, in: database)
      #expect(try await found(id, database) == "Đá vôi")
      try await database.write {
        try MoveRule(rule: second.id, isUp: true, formVersion: 1).perform(by: Cast.leader, in: $0)
      }
      #expect(try await found(id, database) == "Kiểm kê")
      try await database.write {
        try $0.run("UPDATE posts SET ended_on = \(TestClock().now.day) WHERE id = \(second.leader)")
      }
      #expect(try await found(id, database) == "Đá vôi")
      let moved = try await database.read { try PresentingRuleStore($0).find(first.id, visibleTo: Cast.leader).version }
      try await database.write { try EndRule(rule: first.id, formVersion: moved).perform(by: Cast.leader, in: $0) }
      #expect(try await found(id, database) == nil)
    }
  }

  @Test("it is passed on in the leader's name, with its term in working days, and comes back to the leader")
  func passesOn() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let rule = try await lay(by: Cast.headOfOffice, leader: Cast.leader.post, in: database)
      try await database.write {
        _ = try SendByRule(id, by: rule.id, ruleVersion: 1).perform(by: Cast.registryClerk, in: $0)
      }
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      #expect(item.role == .lead && item.givenBy == Cast.leader.post && item.giverName == Cast.leader.personName)
      // Thursday, then five working days: the next Thursday, until 24:00.
      #expect(item.dueAt == Instant(TestClock().now.day + 8))
      #expect(try await database.find(id).progress == .directed)
      let fired = try await database.read { try PresentingRuleStore($0).firedLater(for: id).get() }
      #expect(fired.map(\.name) == ["Đá vôi"] && fired[0].by == Cast.registryClerk.personName)
      try await database.write {
        try ReturnWork(item.id, on: id, reason: "Không thuộc Vụ").perform(by: Cast.unitHead, in: $0)
      }
      #expect(try await database.inbox(.decide, of: Cast.leader) == [.directIncoming])
      let again = try await database.refusal {
        _ = try SendByRule(id, by: rule.id, ruleVersion: 1).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(again?.kind == .conflict, "a rule passes on what nobody was asked about")
    }
  }

  @Test(
    "one that only presents goes to that leader; one that informs waits for nobody",
    arguments: [WorkRole.decide, .inform])
  func otherRoles(role: WorkRole) async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let holder = role == .decide ? HolderChoice.post(Cast.deputyLeader.post) : minerals
      let rule = try await lay(
        terms {
          $0.role = role; $0.holder = holder
        }, in: database)
      try await database.write {
        _ = try SendByRule(id, by: rule.id, ruleVersion: 1).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(try await database.find(id).progress == (role == .decide ? .presented : .completed))
      let part: InboxPart = role == .decide ? .decide : .inform
      #expect(try await database.inbox(part, of: role == .decide ? Cast.deputyLeader : Cast.unitHead).count == 1)
    }
  }

  @Test("what changed since the clerk looked is refused; who may not lay rules down does not") func refuses()
    async throws
  {
    try await withRegistry { database in
      let id = try await database.register().id
      let rule = try await lay(in: database)
      try await database.write {
        try LayRule(rule: rule.id, terms: terms { $0.termDays = 9 }, formVersion: 1).perform(by: Cast.leader, in: $0)
      }
      let stale = try await database.refusal {
        _ = try SendByRule(id, by: rule.id, ruleVersion: 1).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(stale?.kind == .conflict)
      for actor in [Cast.registryClerk, Cast.unitHead, Cast.administrator] {
        let refused = try await database.refusal { try LayRule(terms: terms()).perform(by: actor, in: $0) }
        #expect(refused?.kind == .forbidden, "\(actor.personName)")
      }
      var standIn = Cast.leader
      standIn.onBehalfOf = "Ai đó"
      let lent = try await database.refusal { [standIn] in try LayRule(terms: terms()).perform(by: standIn, in: $0) }
      #expect(lent?.kind == .forbidden, "a rule outlives the days of a stand-in")
      let notLeader = try await database.refusal {
        try LayRule(terms: terms { $0.role = .decide }).perform(by: Cast.leader, in: $0)
      }
      #expect(notLeader?.message.contains("Chỉ trình thẳng lãnh đạo") == true)
      let empty = try await database.refusal { try LayRule(terms: .init()).perform(by: Cast.leader, in: $0) }
      #expect((empty?.reasons.count ?? 0) == 4, "\(empty?.message ?? "")")
      let foreign = try await database.refusal {
        _ = try PresentingRuleStore($0).find(rule.id, visibleTo: Cast.leaderOfAnotherAgency)
      }
      #expect(foreign?.kind == .notFound)
    }
  }
}
