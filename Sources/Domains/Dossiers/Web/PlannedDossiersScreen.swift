import Database
import FilePlans
import Kernel
import Markup
import WebApp

/// Gathers what may be opened from the plan of this year.
enum PlannedDossiersScreen {
  static let rowsMax = 100

  static func read(
    _ query: Form, by actor: Actor, in transaction: any Transaction
  ) throws -> PlannedDossiersPage {
    let year = transaction.now.day.year
    let search = query[DossierField.search].normalizedLine
    let record = RecordReference(text: query[DossierField.record])
    let found = try FilePlanStore(transaction).openable(in: year, for: actor, matching: search, limit: rowsMax + 1)
    let shown = found.prefix(rowsMax)
    let store = DossierStore(transaction)
    let opened = try store.areOpened(shown.map(\.id))
    let dossiers = try store.opened(from: Array(opened), visibleTo: actor)
    return PlannedDossiersPage(
      year: year,
      rows: shown.map { line in
        let facts = line.entry.facts
        return .init(
          notation: line.notation, title: facts.title, heading: line.headingTitle, retention: facts.retention.text,
          maker: line.entry.makerText,
          openingPath: opened.contains(line.id) ? nil : DossierPaths.opening("\(line.id)", record),
          dossierPath: dossiers[line.id].map { DossierPaths.show($0.id) })
      }, search: search, hasMore: found.count > rowsMax, record: record?.text ?? "")
  }
}
