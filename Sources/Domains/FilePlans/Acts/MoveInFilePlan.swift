import Database
import Kernel

/// Moves a heading or a line by one among its neighbours (sắp xếp).
package struct MoveInFilePlan: Sendable {
  /// What is moved.
  package enum Subject: Sendable, Equatable {
    case heading(FilePlanHeading.ID)
    case entry(FilePlanEntry.ID)
  }

  package var plan: FilePlan.ID
  package var subject: Subject
  package var isUp: Bool
  package var formVersion: Int

  package init(_ plan: FilePlan.ID, _ subject: Subject, up isUp: Bool, formVersion: Int) {
    self.plan = plan
    self.subject = subject
    self.isUp = isUp
    self.formVersion = formVersion
  }

  /// Gives what was moved, for the answer.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let held = try HeldPlan.hold(plan, .arrange, by: actor, in: transaction)
    let what: String
    switch subject {
    case .heading(let id): what = try move(id, in: held)
    case .entry(let id): what = try move(id, in: held)
    }
    try held.store.touch(plan)
    try held.record(.filePlanMoved(what, isUp: isUp))
    return what
  }

  private func move(_ id: FilePlanHeading.ID, in held: HeldPlan) throws -> String {
    let headings = try held.contents.headings(of: plan)
    let moved = try held.heading(id, among: headings)
    let what = "đề mục «\(moved.title)»"
    try held.guardOpen(moved.round, "Đề mục «\(moved.title)»")
    let neighbours = headings.filter { $0.parent == moved.parent && $0.round == moved.round }
    let other = try neighbour(of: neighbours.firstIndex { $0.id == id }, among: neighbours, what)
    var (one, two) = (moved, other)
    (one.place, two.place) = (other.place, moved.place)
    try held.contents.save(one, from: formVersion)
    try held.contents.save(two, from: two.version)
    return what
  }

  private func move(_ id: FilePlanEntry.ID, in held: HeldPlan) throws -> String {
    let entries = try held.contents.entries(of: plan)
    let moved = try held.entry(id, among: entries)
    let what = "hồ sơ «\(moved.facts.title)»"
    try held.guardOpen(moved.round, "Hồ sơ «\(moved.facts.title)»")
    let neighbours = entries.filter { $0.heading == moved.heading && $0.round == moved.round }
    let other = try neighbour(of: neighbours.firstIndex { $0.id == id }, among: neighbours, what)
    var (one, two) = (moved, other)
    (one.place, two.place) = (other.place, moved.place)
    try held.contents.save(one, from: formVersion)
    try held.contents.save(two, from: two.version)
    return what
  }

  private func neighbour<Thing>(of index: Int?, among things: [Thing], _ what: String) throws -> Thing {
    let place = (index ?? 0) + (isUp ? -1 : 1)
    guard things.indices.contains(place) else {
      throw Refusal(.conflict, "Không chuyển được \(what): đã ở \(isUp ? "đầu" : "cuối") nhóm.")
    }
    return things[place]
  }
}
