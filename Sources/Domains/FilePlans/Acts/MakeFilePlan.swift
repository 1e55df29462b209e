import Audit
import Database
import Kernel
import Notifications
import Organization

/// Begins the plan of a year (lập danh mục hồ sơ): units are told that they may propose their dossiers.
package struct MakeFilePlan: Sendable {
  package var year: Int
  package var numbering: FilePlan.Numbering

  package init(year: Int, numbering: FilePlan.Numbering) {
    self.year = year
    self.numbering = numbering
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlan {
    guard FilePlanAccess.isKeeper(actor) else { throw FilePlanAccess.notKeeper }
    let today = transaction.now.day
    guard FilePlanAccess.mayMake(year: year, today: today) else {
      throw Refusal(.invalid, "Chỉ lập danh mục cho các năm từ 2000 đến \(today.year + 1).")
    }
    let plan = FilePlan(
      id: try transaction.nextID(of: "file_plans"), agency: actor.agency, year: year, numbering: numbering,
      lastNumber: 0, rounds: [FilePlanRound(number: 0)], madeAt: transaction.now, madeBy: actor.nameOnRecord,
      version: 1)
    try FilePlanStore(transaction).add(plan)
    try Audit.record(.filePlanMade(plan), on: .filePlan(plan.id), by: actor, in: transaction)
    let units = try OrganizationStore(transaction).units(of: actor.agency)
    try Notifications.tell(
      .filePlanBegun, units.map { .unit($0.id) }, on: .filePlan(plan.id), by: actor, in: transaction)
    return plan
  }
}

/// Chooses how numbers run (cách đánh số), until the plan is issued.
package struct SetFilePlanNumbering: Sendable {
  package var plan: FilePlan.ID
  package var numbering: FilePlan.Numbering
  package var formVersion: Int

  package init(_ plan: FilePlan.ID, _ numbering: FilePlan.Numbering, formVersion: Int) {
    self.plan = plan
    self.numbering = numbering
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlan {
    var held = try HeldPlan.hold(plan, .arrange, by: actor, in: transaction)
    if held.plan.isIssued {
      throw Refusal(.conflict, "Danh mục đã ban hành nên cách đánh số giữ nguyên cả năm.")
    }
    held.plan.numbering = numbering
    try held.store.save(held.plan, from: formVersion)
    try held.record(.filePlanNumbering(numbering))
    return held.plan
  }
}
