import Audit
import Database
import Kernel
import Organization

/// Takes headings and dossiers of another year's plan over (lấy từ năm trước), those that were chosen. The year in a title
/// moves along; who left is replaced by their unit, a unit that is no more by the one chosen.
package struct CopyFilePlan: Sendable {
  package var plan: FilePlan.ID
  package var from: FilePlan.ID
  package var headings: Set<FilePlanHeading.ID>
  package var entries: Set<FilePlanEntry.ID>
  /// Forms the dossiers of units that are no more.
  package var replacement: UnitID?

  package init(
    _ plan: FilePlan.ID, from: FilePlan.ID, headings: Set<FilePlanHeading.ID>, entries: Set<FilePlanEntry.ID>,
    replacement: UnitID? = nil
  ) {
    self.plan = plan
    self.from = from
    self.headings = headings
    self.entries = entries
    self.replacement = replacement
  }

  /// What was taken over, for the answer.
  package struct Outcome: Sendable, Equatable {
    package var headings: Int
    package var entries: Int
    /// Whose maker is another than last year.
    package var replaced: Int
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Outcome {
    var held = try HeldPlan.hold(plan, .addHeading, by: actor, in: transaction)
    let source = try held.store.find(from, visibleTo: actor)
    guard source.id != plan else { throw Refusal(.invalid, "Hãy chọn danh mục của năm khác.") }
    let makers = try FilePlanMakers(of: held.plan.agency, in: transaction)
    let wanted = try held.contents.entries(of: from).filter { entries.contains($0.id) }
    let known = try held.contents.headings(of: from)
    guard !wanted.isEmpty || known.contains(where: { headings.contains($0.id) }) else {
      throw Refusal(.invalid, "Chưa chọn đề mục hay hồ sơ nào để lấy.")
    }
    var facts: [FilePlanEntry.ID: FilePlanEntry.Facts] = [:]
    for entry in wanted {
      facts[entry.id] = try renewed(entry.currentFacts, from: source.year, to: held.plan.year, makers)
    }
    try held.openRound()
    let (keys, added) = try copy(known, needed: Set(wanted.map(\.heading)), held)
    let adding = PlanAdding(held, known: try held.contents.entries(of: plan))
    var outcome = Outcome(headings: added, entries: 0, replaced: 0)
    for entry in wanted {
      guard let key = keys[entry.heading], let fresh = facts[entry.id], try adding.add(fresh, under: key) else {
        continue
      }
      outcome.entries += 1
      if fresh.maker != entry.facts.maker { outcome.replaced += 1 }
    }
    try held.store.touch(plan)
    try held.record(
      AuditEvent(
        code: "filePlan.copied",
        sentence: "lấy từ \(source.titleInSentence): \(outcome.headings) đề mục, \(outcome.entries) hồ sơ"))
    return outcome
  }

  private func renewed(
    _ facts: FilePlanEntry.Facts, from: Int, to year: Int, _ makers: FilePlanMakers
  ) throws -> FilePlanEntry.Facts {
    var facts = facts
    facts.title = facts.title.replacing("\(from)", with: "\(year)")
    switch makers.standing(of: facts.maker) {
    case .here: facts.maker = makers.renewed(facts.maker)
    case .left(let unit): facts.maker = makers.maker(unit)
    case .unitClosed:
      guard let unit = makers.units.first(where: { $0.id == replacement }) else {
        throw Refusal(
          .invalid, "Chọn đơn vị lập thay cho đơn vị đã giải thể (\(facts.maker.name)).", field: Self.replacementField)
      }
      facts.maker = makers.maker(unit)
    }
    return facts
  }

  static let replacementField = "don-vi-thay"

  /// Chosen headings, and those over chosen dossiers. A heading that the plan has already is used.
  private func copy(
    _ source: [FilePlanHeading], needed: Set<FilePlanHeading.ID>, _ held: HeldPlan
  ) throws -> (keys: [FilePlanHeading.ID: FilePlanHeading.ID], added: Int) {
    var wanted = headings.union(needed)
    for heading in source where wanted.contains(heading.id) {
      if let parent = heading.parent { wanted.insert(parent) }
    }
    var known = try held.contents.headings(of: plan)
    var keys: [FilePlanHeading.ID: FilePlanHeading.ID] = [:]
    var added = 0
    for heading in source.filter({ $0.parent == nil }) + source.filter({ $0.parent != nil })
    where wanted.contains(heading.id) {
      let parent = heading.parent.flatMap { keys[$0] }
      let same = known.first {
        $0.parent == parent
          && (parent == nil ? $0.abbreviation == heading.abbreviation : $0.title == heading.title)
      }
      if let same {
        keys[heading.id] = same.id
        continue
      }
      var fresh = heading
      fresh.id = try held.transaction.nextID(of: "file_plan_headings")
      (fresh.plan, fresh.parent, fresh.round) = (plan, parent, held.plan.round.number)
      fresh.place = (known.filter { $0.parent == parent }.map(\.place).max() ?? 0) + 1
      (fresh.lastNumber, fresh.version) = (0, 1)
      try held.contents.add(fresh)
      known.append(fresh)
      keys[heading.id] = fresh.id
      added += 1
    }
    return (keys, added)
  }
}
