import Audit
import Database
import Documents
import Kernel
import Organization

/// Adds a dossier to a plan (thêm hồ sơ vào danh mục), last under its heading. Added to an issued plan, it is an addition.
package struct AddFilePlanEntry: Sendable {
  package var plan: FilePlan.ID
  package var heading: FilePlanHeading.ID
  package var facts: FilePlanEntry.Facts

  package init(_ plan: FilePlan.ID, under heading: FilePlanHeading.ID, _ facts: FilePlanEntry.Facts) {
    self.plan = plan
    self.heading = heading
    self.facts = facts
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlanEntry {
    var held = try HeldPlan.hold(plan, .addEntry, by: actor, in: transaction)
    try held.check(facts, under: heading, except: nil)
    try held.openRound()
    return try held.add(facts, under: heading)
  }
}

/// Changes a dossier of a plan that is being made (sửa hồ sơ trong danh mục).
package struct ChangeFilePlanEntry: Sendable {
  package var plan: FilePlan.ID
  package var entry: FilePlanEntry.ID
  package var heading: FilePlanHeading.ID
  package var facts: FilePlanEntry.Facts
  package var formVersion: Int

  package init(
    _ plan: FilePlan.ID, _ entry: FilePlanEntry.ID, under heading: FilePlanHeading.ID, _ facts: FilePlanEntry.Facts,
    formVersion: Int
  ) {
    self.plan = plan
    self.entry = entry
    self.heading = heading
    self.facts = facts
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlanEntry {
    let held = try HeldPlan.hold(plan, .changeEntry, by: actor, in: transaction)
    let entries = try held.contents.entries(of: plan)
    let before = try held.entry(entry, among: entries)
    guard FilePlanAccess.mayWrite(for: before.facts.maker.unit, actor) else { throw FilePlanAccess.notOwnUnit }
    try held.guardOpen(before.round, "Hồ sơ «\(before.facts.title)»")
    try held.check(facts, under: heading, except: entry)
    var changed = before
    changed.facts = facts
    if facts.maker != before.facts.maker { changed.follower = nil }
    if heading != before.heading {
      changed.heading = heading
      changed.place = held.placeAfter(entries.filter { $0.heading == heading })
    }
    try held.contents.save(changed, from: formVersion)
    try held.store.touch(plan)
    try held.record(.filePlanEntryChanged(changed), changes: FilePlanEntry.changes(before, changed))
    return changed
  }
}

/// Takes a dossier out of a plan that is being made (bỏ hồ sơ khỏi danh mục).
package struct RemoveFilePlanEntry: Sendable {
  package var plan: FilePlan.ID
  package var entry: FilePlanEntry.ID
  package var formVersion: Int

  package init(_ plan: FilePlan.ID, _ entry: FilePlanEntry.ID, formVersion: Int) {
    self.plan = plan
    self.entry = entry
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlanEntry {
    let held = try HeldPlan.hold(plan, .changeEntry, by: actor, in: transaction)
    let found = try held.entry(entry, among: held.contents.entries(of: plan))
    guard FilePlanAccess.mayWrite(for: found.facts.maker.unit, actor) else { throw FilePlanAccess.notOwnUnit }
    try held.guardOpen(found.round, "Hồ sơ «\(found.facts.title)»")
    try held.contents.remove(found, from: formVersion)
    try held.store.touch(plan)
    try held.record(.filePlanEntryRemoved(found))
    return found
  }
}

extension HeldPlan {
  /// Refuses what may not stand in the plan.
  func check(
    _ facts: FilePlanEntry.Facts, under heading: FilePlanHeading.ID, except entry: FilePlanEntry.ID?
  ) throws {
    guard FilePlanAccess.mayWrite(for: facts.maker.unit, actor) else { throw FilePlanAccess.notOwnUnit }
    try Secrecy.refuseMarked([facts.title, facts.note])
    var reasons = facts.obstacles()
    if try !contents.headings(of: plan.id).contains(where: { $0.id == heading }) {
      reasons.append(.init("Chọn đề mục của danh mục này.", field: FilePlanField.heading))
    }
    let twin = try contents.entries(of: plan.id).first {
      $0.heading == heading && $0.id != entry && $0.facts.title == facts.title
    }
    if twin != nil, !facts.title.isEmpty {
      reasons.append(.init("Đề mục này đã có hồ sơ cùng tiêu đề.", field: FilePlanField.title))
    }
    if let refusal = Refusal(reasons) { throw refusal }
  }

  /// Adds a line that was checked, at the end of its heading.
  func add(_ facts: FilePlanEntry.Facts, under heading: FilePlanHeading.ID) throws -> FilePlanEntry {
    let neighbours = try contents.entries(of: plan.id).filter { $0.heading == heading }
    let entry = FilePlanEntry(
      id: try transaction.nextID(of: "file_plan_entries"), plan: plan.id, heading: heading,
      place: placeAfter(neighbours), facts: facts, round: plan.round.number, addedBy: actor.nameOnRecord,
      addedAt: transaction.now, version: 1)
    try contents.add(entry)
    try store.touch(plan.id)
    try record(.filePlanEntryAdded(entry))
    return entry
  }

  func placeAfter(_ neighbours: [FilePlanEntry]) -> Int { (neighbours.map(\.place).max() ?? 0) + 1 }
}

extension FilePlanEntry {
  /// What a change says in the audit trail.
  static func changes(_ before: FilePlanEntry, _ after: FilePlanEntry) -> [AuditChange] {
    [
      AuditChange.between("Tiêu đề", before.facts.title, after.facts.title),
      AuditChange.between("Thời hạn bảo quản", before.facts.retention.text, after.facts.retention.text),
      AuditChange.between("Người lập", before.facts.maker.name, after.facts.maker.name),
      AuditChange.between("Ghi chú", before.facts.note, after.facts.note),
    ].compactMap(\.self)
  }
}
