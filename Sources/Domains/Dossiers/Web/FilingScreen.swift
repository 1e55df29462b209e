import Access
import Database
import Kernel
import Markup

/// Gathers where a document may be filed.
struct FilingScreen: Sendable {
  var record: RecordReference
  var summary: RecordSummary
  var likely: [LikelyDossier]
  var others: [Dossier]
  var holding: Set<Dossier.ID>
  var input = FormInput()

  static func read(
    _ record: RecordReference, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> FilingScreen {
    guard let summary = try flows.directory.summaries(of: [record], visibleTo: actor, in: transaction)[record] else {
      throw Refusal(.notFound, "Không tìm thấy văn bản này.")
    }
    let fillable = try DossierListStore(transaction).fillable(by: actor)
    let likely = try LikelyDossiers(transaction).of(
      record, summary, among: fillable,
      related: flows.matters.records(relatedTo: record, visibleTo: actor, in: transaction), flows.directory,
      by: actor)
    let shown = Set(likely.map(\.dossier.id))
    let holding = try DossierItemStore(transaction).dossiers(with: record, visibleTo: actor)
    var screen = FilingScreen(
      record: record, summary: summary, likely: likely, others: fillable.filter { !shown.contains($0.id) },
      holding: Set(holding.map(\.id)))
    if let first = likely.first { screen.input.values[DossierField.dossier] = "\(first.dossier.id)" }
    return screen
  }

  /// Why it goes into no dossier at all.
  private var obstacle: String? {
    summary.filing == nil
      ? "«\(summary.kindLabel)» không đưa vào hồ sơ được."
      : summary.isWithheld ? "Văn bản đang bị giữ lại vì nghi có dấu mật nên chưa đưa vào hồ sơ được." : nil
  }

  /// What it can be dropped on.
  func targets(seal: FormSeal) -> DropTargetsPage {
    let near = likely.map { ($0.dossier, $0.reason) } + others.map { ($0, "") }
    return DropTargetsPage(
      targets: near.prefix(DropTargetsPage.most).map { dossier, reason in
        .init(
          action: DossierPaths.act(dossier.id, .addRecords), notation: dossier.code.notation,
          title: dossier.facts.title, reason: reason, isIn: holding.contains(dossier.id))
      }, obstacle: obstacle, seal: seal)
  }

  func page(seal: FormSeal) -> FilingPage {
    FilingPage(
      documentName: summary.name, documentPath: summary.path,
      choices: likely.map { choice($0.dossier, $0.reason) } + others.map { choice($0, "") },
      action: DossierPaths.filing(record), openingPath: "\(DossierPaths.opening)?\(DossierField.record)=\(record.text)",
      obstacle: obstacle, input: input, seal: seal)
  }

  private func choice(_ dossier: Dossier, _ reason: String) -> FilingPage.Choice {
    .init(
      id: "\(dossier.id)", notation: dossier.code.notation, title: dossier.facts.title, maker: dossier.makerName,
      reason: reason, isIn: holding.contains(dossier.id))
  }
}
