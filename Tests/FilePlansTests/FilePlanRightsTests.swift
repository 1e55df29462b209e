import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import FilePlans

@Suite("HS-01 quyền với danh mục hồ sơ") struct FilePlanRightsTests {
  private static let keepers = [Cast.archivist, Cast.registryClerk, Cast.headOfOffice]

  /// Who may take which step on the plan, written out.
  private static func allowed(_ step: FilePlan.Step) -> [Actor] {
    switch step {
    case .addEntry, .changeEntry:
      keepers + [Cast.unitHead, Cast.unitClerk, Cast.officerInCharge, Cast.officerOfAnotherUnit, Cast.headOfTwo]
    case .addHeading, .arrange, .propose, .takeBack: keepers
    case .approve, .giveBack: [Cast.leader, Cast.deputyLeader]
    case .issue: [Cast.registryClerk, Cast.secondClerk]
    }
  }

  private static let cast = [
    Cast.registryClerk, Cast.secondClerk, Cast.leader, Cast.deputyLeader, Cast.headOfOffice, Cast.unitHead,
    Cast.unitClerk, Cast.officerInCharge, Cast.officerOfAnotherUnit, Cast.archivist, Cast.administrator,
    Cast.headOfTwo,
  ]

  @Test("each role may take its own steps and no other", arguments: FilePlan.Step.allCases)
  func roles(step: FilePlan.Step) {
    var wanted = Set(Self.allowed(step).map(\.post))
    if [.addHeading, .arrange, .propose, .takeBack, .addEntry, .changeEntry].contains(step) {
      wanted.insert(Cast.secondClerk.post)
    }
    for actor in Self.cast {
      #expect(FilePlanAccess.may(step, actor) == wanted.contains(actor.post), "\(step) \(actor.postTitle)")
      #expect((FilePlanAccess.refusal(of: step, actor)?.kind == .forbidden) == !wanted.contains(actor.post))
    }
  }

  /// Which steps each state allows.
  private static let table: [FilePlan.State: Set<FilePlan.Step>] = [
    .drafting: [.addEntry, .changeEntry, .addHeading, .arrange, .propose],
    .proposed: [.takeBack, .approve, .giveBack],
    .approved: [.giveBack, .issue],
    .issued: [.addEntry, .addHeading],
  ]

  @Test("state × act × role: what is not listed is refused, and nothing changes", arguments: FilePlan.State.allCases)
  func everyActInEveryState(state: FilePlan.State) async throws {
    try await withPlans { database in
      var plan = try await database.plan(in: state)
      for step in FilePlan.Step.allCases {
        for actor in Self.cast {
          let isRole = FilePlanAccess.may(step, actor)
          let isOwn =
            ![.addEntry, .changeEntry].contains(step)
            || FilePlanAccess.mayWrite(
              for: ExampleBody.mineralsUnit, actor)
          let wanted = isRole && isOwn && Self.table[state]?.contains(step) == true
          let before = try await database.plan(plan)
          do {
            try await database.write { transaction in
              // Each is tried from the same beginning.
              try Self.take(step, before, by: actor, in: transaction)
              throw Undone()
            }
          } catch is Undone {
            #expect(wanted, "\(step) in \(state) by \(actor.postTitle), \(actor.unitName)")
          } catch let refusal as Refusal {
            #expect(!wanted, "\(step) in \(state) by \(actor.postTitle): \(refusal.message)")
            #expect(refusal.kind == (isRole && isOwn ? .conflict : .forbidden) || refusal.kind == .conflict)
          }
          plan = try await database.plan(plan)
          #expect(plan == before)
        }
      }
    }
  }

  private struct Undone: Error {}

  private static func take(_ step: FilePlan.Step, _ plan: FilePlan, by actor: Actor, in transaction: any Transaction)
    throws
  {
    let contents = FilePlanContentStore(transaction)
    switch step {
    case .propose: _ = try ProposeFilePlan(plan.id, formVersion: plan.version).perform(by: actor, in: transaction)
    case .takeBack: _ = try TakeBackFilePlan(plan.id, formVersion: plan.version).perform(by: actor, in: transaction)
    case .approve: _ = try ApproveFilePlan(plan.id, formVersion: plan.version).perform(by: actor, in: transaction)
    case .giveBack:
      _ = try GiveBackFilePlan(plan.id, reason: "thiếu", formVersion: plan.version).perform(by: actor, in: transaction)
    case .issue:
      _ = try IssueFilePlan(plan.id, decisionCode: "1/QĐ", on: transaction.now.day, formVersion: plan.version)
        .perform(by: actor, in: transaction)
    case .arrange:
      _ = try SetFilePlanNumbering(plan.id, .heading, formVersion: plan.version).perform(by: actor, in: transaction)
    case .addHeading:
      _ = try AddFilePlanHeading(plan.id, under: nil, title: "Mới", abbreviation: "M").perform(
        by: actor, in: transaction)
    case .addEntry:
      let heading = try contents.headings(of: plan.id)[0].id
      _ = try AddFilePlanEntry(plan.id, under: heading, .example("Mới")).perform(by: actor, in: transaction)
    case .changeEntry:
      guard let last = try contents.entries(of: plan.id).first else { return }
      _ = try ChangeFilePlanEntry(plan.id, last.id, under: last.heading, last.facts, formVersion: last.version)
        .perform(by: actor, in: transaction)
    }
  }

  @Test("who proposed it does not approve it, whatever their roles") func secondPerson() async throws {
    try await withPlans { database in
      var both = Cast.leader
      both.roles = [.leader, .registryClerk]
      let plan = try await database.plan(in: .drafting)
      try await database.take(.propose, plan, by: both)
      let refusal = await #expect(throws: Refusal.self) { try await database.take(.approve, plan, by: both) }
      #expect(refusal?.kind == .forbidden)
      try await database.take(.approve, plan, by: Cast.deputyLeader)
    }
  }

  @Test("a unit writes its own dossiers only") func ownUnit() async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: .drafting)
      let outline = try await database.outline(plan)
      let (heading, line) = (outline.parts[1].heading, outline.parts[1].lines[0].entry)
      let refusals = [
        await #expect(throws: Refusal.self) {
          try await database.entry(plan, heading, .example("Của Vụ khác", by: .legal), by: Cast.unitHead)
        },
        await #expect(throws: Refusal.self) {
          try await database.write {
            try ChangeFilePlanEntry(
              plan.id, line.id, under: heading.id, .example("Đổi người lập", by: .legal), formVersion: line.version
            ).perform(by: Cast.officerOfAnotherUnit, in: $0)
          }
        },
        await #expect(throws: Refusal.self) {
          try await database.write {
            try RemoveFilePlanEntry(plan.id, line.id, formVersion: line.version).perform(by: Cast.headOfTwo, in: $0)
          }
        },
      ]
      #expect(refusals.map { $0?.kind } == [.forbidden, .forbidden, .forbidden])
    }
  }

  @Test("another agency's plan does not exist") func otherAgency() async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: .issued)
      let entry = try await database.outline(plan).lines[0].entry
      for actor in [Cast.clerkOfAnotherAgency, Cast.leaderOfAnotherAgency] {
        let refusal = await #expect(throws: Refusal.self) { try await database.plan(plan, as: actor) }
        #expect(refusal?.kind == .notFound)
        let acting = await #expect(throws: Refusal.self) { try await database.take(.propose, plan, by: actor) }
        #expect(acting?.kind == .notFound)
        try await database.read { (transaction: any Transaction) throws in
          let store = FilePlanStore(transaction)
          #expect(try store.find(year: 2026, visibleTo: actor) == nil)
          #expect(try store.years(visibleTo: actor).isEmpty)
          #expect(try store.openable(in: 2026, for: actor).isEmpty)
          #expect(throws: Refusal.self) { try store.find(entry.id, visibleTo: actor) }
        }
      }
      // Each agency has its own.
      let other = try await database.makePlan(2026, by: Cast.clerkOfAnotherAgency)
      #expect(other.agency != plan.agency)
    }
  }
}
