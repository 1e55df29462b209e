import Audit
import Database
import Documents
import Kernel
import VietnameseText

/// Brings what a file says into a plan (nhập danh mục từ tệp): all of it, or without the rows that are wrong.
struct ConfirmPlanImport: Sendable {
  var plan: FilePlan.ID
  var kept: PlanImport.ID
  /// Said by a person: what is wrong stays out.
  var skipsFaults: Bool

  struct Outcome: Sendable, Equatable {
    var headings: Int
    var entries: Int
    var skipped: Int
  }

  func perform(by actor: Actor, in transaction: any Transaction) throws -> Outcome {
    var held = try HeldPlan.hold(plan, .addHeading, by: actor, in: transaction)
    let imports = PlanImportStore(transaction)
    let found = try imports.find(kept, of: actor, isHeld: true)
    guard found.plan == plan else { throw FilePlanStore.missing }
    let reading = PlanReading(found.sheet, try FilePlanMakers(of: held.plan.agency, in: transaction))
    if !reading.faults.isEmpty, !skipsFaults || reading.lines.isEmpty {
      throw Refusal(
        .conflict,
        "Còn \(reading.faults.count) dòng sai. Hãy sửa tệp rồi tải lên lại, hoặc tích «Bỏ qua các dòng sai».")
    }
    try Secrecy.refuseMarked(
      reading.headings.map(\.title) + reading.lines.flatMap { [$0.facts.title, $0.facts.note] })
    try held.openRound()
    let (headings, added) = try enter(reading.headings, held)
    let entries = try enter(reading.lines, headings, held)
    try held.store.touch(plan)
    try imports.remove(kept)
    try held.record(
      AuditEvent(
        code: "filePlan.imported",
        sentence: "nhập từ tệp «\(found.fileName)»: \(added) đề mục, \(entries) hồ sơ"))
    return Outcome(
      headings: added, entries: entries, skipped: reading.faults.count + reading.lines.count - entries)
  }

  /// Headings that the plan has already are used; gives the key of each and how many are new.
  private func enter(
    _ headings: [PlanReading.Heading], _ held: HeldPlan
  ) throws -> (keys: [FilePlanHeading.ID], added: Int) {
    var known = try held.contents.headings(of: plan)
    var keys: [FilePlanHeading.ID] = []
    var added = 0
    for heading in headings {
      let parent = heading.parent.map { keys[$0] }
      let same = known.first {
        $0.parent == parent
          && ((heading.isBig && $0.abbreviation == heading.abbreviation)
            || Folding.folded($0.title) == Folding.folded(heading.title))
      }
      if let same {
        keys.append(same.id)
        continue
      }
      let fresh = FilePlanHeading(
        id: try held.transaction.nextID(of: "file_plan_headings"), plan: plan, parent: parent, title: heading.title,
        abbreviation: heading.isBig ? heading.abbreviation : "",
        place: (known.filter { $0.parent == parent }.map(\.place).max() ?? 0) + 1, round: held.plan.round.number,
        lastNumber: 0, version: 1)
      try held.contents.add(fresh)
      known.append(fresh)
      keys.append(fresh.id)
      added += 1
    }
    return (keys, added)
  }

  /// Dossiers that stand under the heading already are passed over.
  private func enter(_ lines: [PlanReading.Line], _ headings: [FilePlanHeading.ID], _ held: HeldPlan) throws -> Int {
    let adding = PlanAdding(held, known: try held.contents.entries(of: plan))
    return try lines.count { try adding.add($0.facts, under: headings[$0.heading]) }
  }
}

/// Adds many lines at once: places are counted here, so that each costs one statement.
final class PlanAdding {
  private let held: HeldPlan
  private var places: [FilePlanHeading.ID: Int] = [:]
  private var titles: [FilePlanHeading.ID: Set<String>] = [:]

  init(_ held: HeldPlan, known: [FilePlanEntry]) {
    self.held = held
    for entry in known {
      places[entry.heading] = max(places[entry.heading] ?? 0, entry.place)
      titles[entry.heading, default: []].insert(entry.facts.title)
    }
  }

  /// False when the heading has such a dossier already.
  func add(_ facts: FilePlanEntry.Facts, under heading: FilePlanHeading.ID) throws -> Bool {
    guard titles[heading, default: []].insert(facts.title).inserted else { return false }
    places[heading, default: 0] += 1
    try held.contents.add(
      FilePlanEntry(
        id: try held.transaction.nextID(of: "file_plan_entries"), plan: held.plan.id, heading: heading,
        place: places[heading] ?? 1, facts: facts, round: held.plan.round.number, addedBy: held.actor.nameOnRecord,
        addedAt: held.transaction.now, version: 1))
    return true
  }
}
