import Access
import Database
import Kernel
import Markup
import Work
import WorkCalendar

/// Gathers open work on what lies in a dossier: who holds what now.
struct DossierWorkScreen: Sendable {
  static let rowsMax = 200

  var items: [WorkItem]
  var summaries: [RecordReference: RecordSummary]
  /// What is being written for the dossier.
  var related: [RelatedRecord] = []

  static func read(
    _ dossier: Dossier, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> DossierWorkScreen {
    let items = try WorkStore(transaction).openItems(
      of: DossierItemStore.seen(in: dossier.id, by: actor), limit: rowsMax)
    let summaries = try flows.directory.summaries(
      of: Array(Set(items.map(\.subject))), visibleTo: actor, in: transaction)
    return DossierWorkScreen(
      items: items.filter { summaries[$0.subject] != nil }, summaries: summaries,
      related: try flows.related.flatMap {
        try $0.related(to: .dossier(dossier.id), visibleTo: actor, in: transaction)
      })
  }

  var part: DossierWorkPart {
    DossierWorkPart(
      rows: items.compactMap { item in
        guard let summary = summaries[item.subject] else { return nil }
        return .init(
          subject: summary.name, path: summary.path, holder: item.holderName, role: item.role.label,
          asked: item.instruction,
          deadline: item.dueAt.map { Deadline(due: $0, since: item.givenAt).lastDay.text } ?? "",
          state: StateMark(item.state.label, item.state == .offered || item.state == .waiting ? .look : .plain))
      },
      related: RelatedList(
        related.map { .init($0.relation, label: $0.label, state: $0.stateLabel, path: $0.path) },
        title: "Đang soạn, đã soạn cho hồ sơ"))
  }
}
