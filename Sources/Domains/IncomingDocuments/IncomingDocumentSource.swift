import Access
import Database
import Documents
import Kernel

/// Tells search and lists of other domains about incoming documents.
package struct IncomingDocumentSource: RecordSource {
  package let code = RecordReference.incomingDocumentCode

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    try IncomingDocumentStore(transaction).list(numbers, visibleTo: actor).map { document in
      let facts = document.facts
      var summary = RecordSummary(
        reference: .incomingDocument(document.id), kindLabel: "Văn bản đến",
        number: "Số đến \(document.arrivalNumber)", notation: facts.codeText, date: facts.issuedDate,
        issuer: facts.issuerName, subject: facts.subject, stateLabel: document.state.label,
        urgencyLabel: facts.urgency == .normal ? "" : facts.urgency.mark, path: IncomingDocumentPaths.show(document.id))
      summary.isWithheld = document.state == .quarantined
      return summary
    }
  }
}
