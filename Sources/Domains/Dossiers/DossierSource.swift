import Access
import Database
import Kernel

/// Tells search and lists of other domains about dossiers.
package struct DossierSource: RecordSource {
  package let code = RecordReference.dossierCode

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    try DossierStore(transaction).list(numbers, visibleTo: actor).map { dossier in
      var summary = RecordSummary(
        reference: .dossier(dossier.id), kindLabel: "Hồ sơ", number: dossier.code.notation, notation: dossier.code.text,
        date: dossier.facts.startedOn, issuer: dossier.makerName, subject: dossier.facts.title,
        stateLabel: dossier.state.label, path: DossierPaths.show(dossier.id))
      summary.answering = dossier.answering
      return summary
    }
  }
}

extension Dossier {
  /// Its maker and the head of its unit answer for it.
  var answering: RecordAnswering { RecordAnswering(maker: makerPost, unit: unit) }
}
