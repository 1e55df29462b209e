import Audit
import Database
import Documents
import Kernel

/// Adds a heading (thêm đề mục), last among its neighbours.
package struct AddFilePlanHeading: Sendable {
  package var plan: FilePlan.ID
  /// The big heading over it; nil for a big one.
  package var parent: FilePlanHeading.ID?
  package var title: String
  package var abbreviation: String

  package init(_ plan: FilePlan.ID, under parent: FilePlanHeading.ID?, title: String, abbreviation: String = "") {
    self.plan = plan
    self.parent = parent
    self.title = title.normalizedLine
    self.abbreviation = parent == nil ? abbreviation.normalizedLine : ""
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlanHeading {
    var held = try HeldPlan.hold(plan, .addHeading, by: actor, in: transaction)
    try Secrecy.refuseMarked([title])
    var reasons = FilePlanHeading.obstacles(title: title, abbreviation: abbreviation, isBig: parent == nil)
    let headings = try held.contents.headings(of: plan)
    if let parent,
      headings.first(where: { $0.id == parent })?.parent != nil || !headings.contains(where: { $0.id == parent })
    {
      reasons.append(.init("Chọn một đề mục lớn của danh mục này.", field: FilePlanField.parent))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    try held.openRound()
    let heading = FilePlanHeading(
      id: try transaction.nextID(of: "file_plan_headings"), plan: plan, parent: parent, title: title,
      abbreviation: abbreviation, place: (headings.filter { $0.parent == parent }.last?.place ?? 0) + 1,
      round: held.plan.round.number, lastNumber: 0, version: 1)
    try held.contents.add(heading)
    try held.store.touch(plan)
    try held.record(.filePlanHeadingAdded(heading))
    return heading
  }
}

/// Changes what a heading is called (sửa đề mục).
package struct ChangeFilePlanHeading: Sendable {
  package var plan: FilePlan.ID
  package var heading: FilePlanHeading.ID
  package var title: String
  package var abbreviation: String
  package var formVersion: Int

  package init(
    _ plan: FilePlan.ID, _ heading: FilePlanHeading.ID, title: String, abbreviation: String, formVersion: Int
  ) {
    self.plan = plan
    self.heading = heading
    self.title = title.normalizedLine
    self.abbreviation = abbreviation.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlanHeading {
    let held = try HeldPlan.hold(plan, .arrange, by: actor, in: transaction)
    let before = try held.heading(heading, among: held.contents.headings(of: plan))
    try held.guardOpen(before.round, "Đề mục «\(before.title)»")
    try Secrecy.refuseMarked([title])
    var changed = before
    changed.title = title
    if before.parent == nil { changed.abbreviation = abbreviation }
    let reasons = FilePlanHeading.obstacles(
      title: changed.title, abbreviation: changed.abbreviation, isBig: before.parent == nil)
    if let refusal = Refusal(reasons) { throw refusal }
    try held.contents.save(changed, from: formVersion)
    try held.store.touch(plan)
    try held.record(
      .filePlanHeadingChanged(changed),
      changes: [
        AuditChange.between("Tên đề mục", before.title, changed.title),
        AuditChange.between("Viết tắt", before.abbreviation, changed.abbreviation),
      ].compactMap(\.self))
    return changed
  }
}

/// Takes an empty heading out (bỏ đề mục).
package struct RemoveFilePlanHeading: Sendable {
  package var plan: FilePlan.ID
  package var heading: FilePlanHeading.ID
  package var formVersion: Int

  package init(_ plan: FilePlan.ID, _ heading: FilePlanHeading.ID, formVersion: Int) {
    self.plan = plan
    self.heading = heading
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlanHeading {
    let held = try HeldPlan.hold(plan, .arrange, by: actor, in: transaction)
    let headings = try held.contents.headings(of: plan)
    let found = try held.heading(heading, among: headings)
    try held.guardOpen(found.round, "Đề mục «\(found.title)»")
    let reasons = Self.obstacles(found, headings, try held.contents.entries(of: plan))
    if let refusal = Refusal(reasons, kind: .conflict) { throw refusal }
    try held.contents.remove(found, from: formVersion)
    try held.store.touch(plan)
    try held.record(.filePlanHeadingRemoved(found))
    return found
  }

  /// What must go first.
  static func obstacles(
    _ heading: FilePlanHeading, _ headings: [FilePlanHeading], _ entries: [FilePlanEntry]
  ) -> [Refusal.Reason] {
    let small = headings.count { $0.parent == heading.id }
    let dossiers = entries.count { $0.heading == heading.id }
    var reasons: [Refusal.Reason] = []
    if small > 0 { reasons.append(.init("Đề mục còn \(small) đề mục nhỏ. Hãy bỏ các đề mục nhỏ trước.")) }
    if dossiers > 0 {
      reasons.append(.init("Đề mục còn \(dossiers) hồ sơ. Hãy chuyển sang đề mục khác hoặc bỏ trước."))
    }
    return reasons
  }
}
