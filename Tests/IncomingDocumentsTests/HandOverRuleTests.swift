import Audit
import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

@Suite("DEN-10 HS-11 bàn giao quy tắc chuyển văn bản đến") struct HandOverRuleTests {
  private func lay(_ holder: HolderChoice, _ role: WorkRole = .lead, in database: any Database) async throws
    -> PresentingRule
  {
    var terms = PresentingRule.Terms()
    (terms.name, terms.subjectWords, terms.basis) = ("Đá vôi", "đá vôi", "Quy chế làm việc, điều 12")
    (terms.holder, terms.role) = (holder, role)
    return try await database.write { [terms] in try LayRule(terms: terms).perform(by: Cast.leader, in: $0) }
  }

  private func handOver(
    _ rule: PresentingRule, from actor: Kernel.Actor, to successor: Kernel.Actor, in database: any Database
  ) async throws {
    try await database.write { transaction in
      let post = try OrganizationStore(transaction).post(successor.post)
      try OwnedRules().handOver(rule.id.number, to: post, reason: "nghỉ hưu", by: actor, in: transaction)
    }
  }

  private func named(_ actor: Kernel.Actor, in database: any Database) async throws -> Int {
    try await database.read { try OwnedRules().count(of: actor.post, in: $0) }
  }

  @Test("in whose name work is given is a leader's to take over; where documents go, anybody's; each place by itself")
  func places() async throws {
    try await withRegistry { database in
      let rule = try await lay(.post(Cast.officerInCharge.post), in: database)
      #expect(try await named(Cast.leader, in: database) == 1)
      #expect(try await named(Cast.officerInCharge, in: database) == 1)
      let refusal = await #expect(throws: Refusal.self) {
        try await handOver(rule, from: Cast.leader, to: Cast.headOfOffice, in: database)
      }
      #expect(refusal?.kind == .conflict && refusal?.message.contains("chỉ lãnh đạo cơ quan nhận") == true)
      try await handOver(rule, from: Cast.leader, to: Cast.deputyLeader, in: database)
      try await handOver(rule, from: Cast.officerInCharge, to: Cast.unitClerk, in: database)
      let now = try await database.read { try PresentingRuleStore($0).list(of: rule.agency) }
      #expect(now.map(\.leader) == [Cast.deputyLeader.post] && now[0].leaderName.hasPrefix("Lê Minh Đức"))
      #expect(now[0].terms.holder == .post(Cast.unitClerk.post) && now[0].holderName.contains("Đỗ Thị Hồng Nhung"))
      #expect(now[0].version == rule.version + 2)
      for actor in [Cast.leader, Cast.officerInCharge] { #expect(try await named(actor, in: database) == 0) }
      let told = try await database.read {
        try AuditStore($0).story(of: .presentingRule(rule.id), limit: 9).compactMap(\.sentence)
      }
      #expect(told.filter { $0.contains("bàn giao quy tắc") && $0.contains("nghỉ hưu") }.count == 2)
      let again = await #expect(throws: Refusal.self) {
        try await handOver(rule, from: Cast.leader, to: Cast.deputyLeader, in: database)
      }
      #expect(again?.kind == .conflict)
    }
  }

  @Test("what is presented goes to a leader; an ended rule is nobody's") func presented() async throws {
    try await withRegistry { database in
      let rule = try await lay(.post(Cast.deputyLeader.post), .decide, in: database)
      let refusal = await #expect(throws: Refusal.self) {
        try await handOver(rule, from: Cast.deputyLeader, to: Cast.headOfOffice, in: database)
      }
      #expect(refusal?.message.contains("trình thẳng lãnh đạo") == true)
      try await handOver(rule, from: Cast.deputyLeader, to: Cast.leader, in: database)
      try await database.write {
        try EndRule(rule: rule.id, formVersion: rule.version + 1).perform(by: Cast.leader, in: $0)
      }
      #expect(try await named(Cast.leader, in: database) == 0)
    }
  }
}
