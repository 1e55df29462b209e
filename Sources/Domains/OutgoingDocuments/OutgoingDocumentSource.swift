import Access
import Database
import Documents
import Kernel
import Organization

/// Tells search and lists of other domains about outgoing documents.
package struct OutgoingDocumentSource: RecordSource {
  package let code = RecordReference.outgoingDocumentCode
  package let filedFrom: String? = OutgoingDocumentPaths.list

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    let organization = OrganizationStore(transaction)
    var names: [AgencyID: String] = [:]
    return try OutgoingDocumentStore(transaction).list(numbers, visibleTo: actor).map { document in
      let facts = document.facts
      if names[document.agency] == nil { names[document.agency] = try organization.agencyName(document.agency) }
      var summary = RecordSummary(
        reference: .outgoingDocument(document.id), kindLabel: "Văn bản đi", number: "Số đi \(document.number)",
        notation: document.codeText, date: facts.issuedDate,
        issuer: facts.bodyName.isEmpty ? names[document.agency] ?? "" : facts.bodyName, subject: facts.subject,
        stateLabel: document.stateLabel, urgencyLabel: facts.urgency == .normal ? "" : facts.urgency.mark,
        path: OutgoingDocumentPaths.show(document.id),
        blocksClosing: document.state == .numbered ? "chưa phát hành" : nil)
      summary.isWithheld = document.isWithheld
      summary.answering = document.answering
      summary.filing = RecordFiling(
        typeName: DocumentType.known(facts.typeKey)?.name ?? "", pageCount: facts.pageCount ?? 0, direction: .outgoing)
      return summary
    }
  }
}

extension OutgoingDocument {
  /// The head of the unit that wrote it answers for it.
  var answering: RecordAnswering? { facts.unit.map { RecordAnswering(unit: $0) } }
}
