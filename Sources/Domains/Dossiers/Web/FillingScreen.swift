import Access
import Database
import Kernel
import Markup
import WebApp

/// Gathers documents that may go into a dossier.
struct FillingScreen: Sendable {
  var found: FoundDossier
  var typed: String
  var candidates: [FilingCandidate]
  var input = FormInput()
  /// What was chosen when the form came back; nil: those of the same matter are.
  var chosen: Set<String>?

  static func read(
    _ id: Dossier.ID, _ typed: String, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> FillingScreen {
    let found = try FoundDossier.find(id, by: actor, in: transaction)
    guard found.refusal(of: .fill) == nil else { return FillingScreen(found: found, typed: typed, candidates: []) }
    let candidates = FilingCandidates(flows, transaction)
    return FillingScreen(
      found: found, typed: typed,
      candidates: typed.isEmpty
        ? try candidates.proposed(for: found.dossier, by: actor)
        : try candidates.found(typed, for: found.dossier, by: actor))
  }

  func page(seal: FormSeal) -> FillingPage {
    FillingPage(
      dossierName: found.dossier.name, contentsPath: DossierPaths.contents(found.dossier.id),
      action: DossierPaths.act(found.dossier.id, .addRecords), typed: typed, rows: candidates.map(row),
      obstacle: found.refusal(of: .fill)?.message, input: input, seal: seal)
  }

  private func row(_ candidate: FilingCandidate) -> FillingPage.Row {
    let summary = candidate.summary
    let value = summary.reference.text
    return .init(
      value: value, codeText: [summary.notation, summary.number].first { !$0.isEmpty } ?? "",
      date: summary.date?.text ?? "", subject: summary.subject, path: summary.path, kind: summary.kindLabel,
      issuer: summary.issuer, reason: candidate.reason.label,
      isChosen: chosen?.contains(value) ?? (candidate.reason == .sameMatter), lies: candidate.reason == .lies)
  }
}
