import Audit
import Database
import Kernel

/// Enters the rows of a list that its administrator has let in, in the order in which they build on each other, some at a
/// time together with what they became: killed and started again it goes on.
struct EnterOrganization: Sendable {
  private static let rowsAtOnce = 50

  let batch: ImportBatch
  let rows: OrganizationRows
  let settings: ImportSettings
  let actor: Actor
  let database: any Database

  /// `progress` gets how many of the plan are through.
  func run(_ found: TrialOutcome, progress: (Int) async throws -> Void) async throws {
    let lines = Dictionary(rows.lines.map { ($0.place.row, $0) }, uniquingKeysWith: { first, _ in first })
    let plan = found.plan.compactMap { lines[$0.row] }
    for start in stride(from: 0, to: plan.count, by: Self.rowsAtOnce) {
      let end = min(start + Self.rowsAtOnce, plan.count)
      try await database.write { [self] in try enter(plan[start..<end], in: $0) }
      try await progress(end)
    }
  }

  private func enter(_ lines: ArraySlice<OrganizationLine>, in transaction: any Transaction) throws {
    let store = ImportBatchStore(transaction)
    // The lock keeps a second run of the same batch away from these rows.
    var current = try store.lock(batch.id)
    var builder = OrganizationBuilder(settings, by: actor, in: transaction)
    for line in lines {
      guard case .thing(let kind) = line.sort else { continue }
      do {
        let mark = try store.record(ofRow: line.place.row, of: batch.id)
        let entry = try builder.enter(line, as: kind, marked: mark)
        if entry.isHeldBack { throw Refusal(.conflict, entry.twin ?? "") }
        try keep(entry, of: line, &current, store)
      } catch let refusal as Refusal where refusal.kind != .unavailable {
        let field = OrganizationField.of(obstacleAt: refusal.reasons.first?.field)
        try store.appendProblem(
          RowProblem(place: line.place, field: field?.rawValue, message: refusal.message), of: batch.id)
        current.counts.problems += 1
      }
    }
    try store.save(current)
  }

  private func keep(
    _ entry: OrganizationEntry, of line: OrganizationLine, _ current: inout ImportBatch, _ store: ImportBatchStore
  ) throws {
    guard !entry.changesNothing else { return }
    if try store.enter(line.place.row, as: entry.record.number, of: batch.id) { current.counts.entered += 1 }
    for (kind, effect) in entry.effects where effect != .same { current.tally?.note(effect, on: kind) }
    if entry.isWithoutPost { current.tally?.withoutPost += 1 }
    let reason = entry.twin == nil ? nil : settings.duplicateReason
    try Audit.record(
      .organizationRowEntered(batch.sourceName, row: line.place.row, twinReason: reason), on: entry.record, by: actor,
      in: store.transaction)
  }
}
