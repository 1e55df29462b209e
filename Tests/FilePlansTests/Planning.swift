import Access
import Audit
import Database
import Documents
import Jobs
import Kernel
import Notifications
import Organization
import SearchIndex
import TestSupport
import WebApp

@testable import FilePlans

/// A fresh database of the example body.
func withPlans<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  let migrations =
    WebAppMigrations.all + JobsMigrations.all + AuditMigrations.all + OrganizationMigrations.all
    + SearchIndexMigrations.all + AccessMigrations.all + NotificationsMigrations.all + FilePlanMigrations.all
  return try await withDatabase(migrations, clock: clock) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

extension FilePlanMaker {
  static let minerals = FilePlanMaker(unit: ExampleBody.mineralsUnit, name: "Vụ Khoáng sản")
  static let legal = FilePlanMaker(unit: ExampleBody.legalUnit, name: "Vụ Pháp chế")
  static let officer = FilePlanMaker(
    unit: ExampleBody.mineralsUnit, post: Cast.officerInCharge.post, name: Cast.officerInCharge.personName)
}

extension FilePlanEntry.Facts {
  static func example(
    _ title: String = "Hồ sơ cấp phép thăm dò khoáng sản", _ retention: RetentionPeriod = .years(20),
    by maker: FilePlanMaker = .minerals
  ) -> FilePlanEntry.Facts {
    FilePlanEntry.Facts(title: title, retention: retention, maker: maker)
  }
}

extension Database {
  func makePlan(
    _ year: Int = 2026, _ numbering: FilePlan.Numbering = .plan, by actor: Actor = Cast.archivist
  ) async throws -> FilePlan {
    try await write { try MakeFilePlan(year: year, numbering: numbering).perform(by: actor, in: $0) }
  }

  func plan(_ plan: FilePlan, as actor: Actor = Cast.archivist) async throws -> FilePlan {
    try await read { try FilePlanStore($0).find(plan.id, visibleTo: actor) }
  }

  func heading(
    _ plan: FilePlan, _ title: String, _ abbreviation: String = "", under parent: FilePlanHeading? = nil,
    by actor: Actor = Cast.archivist
  ) async throws -> FilePlanHeading {
    try await write {
      try AddFilePlanHeading(plan.id, under: parent?.id, title: title, abbreviation: abbreviation).perform(
        by: actor, in: $0)
    }
  }

  @discardableResult
  func entry(
    _ plan: FilePlan, _ heading: FilePlanHeading, _ facts: FilePlanEntry.Facts = .example(),
    by actor: Actor = Cast.archivist
  ) async throws -> FilePlanEntry {
    try await write { try AddFilePlanEntry(plan.id, under: heading.id, facts).perform(by: actor, in: $0) }
  }

  func outline(_ plan: FilePlan) async throws -> FilePlanOutline {
    try await read { transaction in
      let plan = try FilePlanStore(transaction).find(plan.id, visibleTo: Cast.archivist)
      return try FilePlanContentStore(transaction).outline(of: plan)
    }
  }

  /// What stands on the plan, line by line.
  func notations(_ plan: FilePlan) async throws -> [String] {
    try await outline(plan).lines.map { "\($0.notation) \($0.entry.facts.title)" }
  }

  /// Takes a step as the usual person, or as another.
  @discardableResult
  func take(_ step: FilePlan.Step, _ plan: FilePlan, by actor: Actor? = nil) async throws -> FilePlan {
    let version = try await self.plan(plan).version
    return try await write { transaction in
      switch step {
      case .propose:
        _ = try ProposeFilePlan(plan.id, formVersion: version).perform(by: actor ?? Cast.archivist, in: transaction)
      case .takeBack:
        _ = try TakeBackFilePlan(plan.id, formVersion: version).perform(by: actor ?? Cast.archivist, in: transaction)
      case .approve:
        _ = try ApproveFilePlan(plan.id, formVersion: version).perform(by: actor ?? Cast.leader, in: transaction)
      case .giveBack:
        _ = try GiveBackFilePlan(plan.id, reason: "thiếu hồ sơ của Thanh tra", formVersion: version).perform(
          by: actor ?? Cast.leader, in: transaction)
      case .issue:
        _ = try IssueFilePlan(plan.id, decisionCode: "45/QĐ-TCTNĐC", on: transaction.now.day, formVersion: version)
          .perform(by: actor ?? Cast.registryClerk, in: transaction)
      case .arrange:
        _ = try SetFilePlanNumbering(plan.id, .plan, formVersion: version).perform(
          by: actor ?? Cast.archivist, in: transaction)
      case .addHeading:
        _ = try AddFilePlanHeading(
          plan.id, under: nil, title: "Đề mục mới", abbreviation: "M\(transaction.nextKey(of: "file_plan_headings"))"
        ).perform(by: actor ?? Cast.archivist, in: transaction)
      case .addEntry:
        let heading = try FilePlanContentStore(transaction).headings(of: plan.id)[0].id
        let title = "Hồ sơ mới \(try transaction.nextKey(of: "file_plan_entries"))"
        _ = try AddFilePlanEntry(plan.id, under: heading, .example(title)).perform(
          by: actor ?? Cast.archivist, in: transaction)
      case .changeEntry:
        let entries = try FilePlanContentStore(transaction).entries(of: plan.id)
        let last = entries[entries.count - 1]
        _ = try ChangeFilePlanEntry(
          plan.id, last.id, under: last.heading, last.facts, formVersion: last.version
        ).perform(by: actor ?? Cast.archivist, in: transaction)
      }
      return try FilePlanStore(transaction).find(plan.id, visibleTo: Cast.archivist)
    }
  }

  /// A plan of two headings and three dossiers, brought to a state.
  func plan(in state: FilePlan.State, _ numbering: FilePlan.Numbering = .plan) async throws -> FilePlan {
    let plan = try await makePlan(2026, numbering)
    let personnel = try await heading(plan, "Tổ chức cán bộ", "TCCB")
    let hiring = try await heading(plan, "Tuyển dụng", under: personnel)
    let minerals = try await heading(plan, "Khoáng sản", "KS")
    try await entry(plan, hiring, .example("Tuyển dụng công chức năm 2026", .years(20)))
    try await entry(plan, minerals, .example("Cấp phép thăm dò", .permanent))
    try await entry(plan, minerals, .example("Kiểm tra sau cấp phép", .years(10), by: .officer))
    for step: FilePlan.Step in [.propose, .approve, .issue].prefix(FilePlan.State.allCases.firstIndex(of: state) ?? 0) {
      try await take(step, plan)
    }
    return try await self.plan(plan)
  }

  func unread(_ actor: Actor) async throws -> Int {
    try await read { try NotificationStore($0).unreadCountLater(of: actor, cap: 90).get() }
  }

  func story(_ plan: FilePlan) async throws -> [String] {
    try await read { try AuditStore($0).storyLater(of: .filePlan(plan.id), limit: 100).get() }.compactMap(\.sentence)
  }
}
