import Access
import Database
import Documents
import IncomingDocuments
import Kernel
import Organization
import SearchIndex

/// What search knows of an outgoing document: its fields, its recipients and the text of its files (PL6-64).
enum OutgoingIndexing {
  static func index(_ document: OutgoingDocument, in transaction: any Transaction) throws {
    try Access.index(.outgoingDocument(document.id), content(of: document, in: transaction), in: transaction)
  }

  static func content(of document: OutgoingDocument, in transaction: any Transaction) throws -> SearchContent {
    let facts = document.facts
    let recipients = try OutgoingRecipientStore(transaction).list(of: document.id).map(\.name).joined(separator: "; ")
    let agency = try OrganizationStore(transaction).agencyName(document.agency, on: facts.issuedDate)
    let fields = [
      document.codeText, facts.subject, agency, facts.bodyName, DocumentType.known(facts.typeKey)?.name ?? "",
      facts.signerName, facts.signerPosition, facts.unitName, facts.drafterName, recipients, facts.fileCopyHolder,
      facts.note, document.identifier ?? "", facts.issuedDate.text, facts.replyDueDate?.text ?? "",
      facts.urgency == .normal ? "" : facts.urgency.label, document.endReason ?? "",
    ]
    return SearchContent(
      metadata: SearchMetadata.text(
        number: String(document.number), symbol: facts.notation, fields: fields.filter { !$0.isEmpty }),
      facets: facets(of: document, agency: agency, recipients: recipients),
      parts: try OutgoingFileStore(transaction).texts(of: document.id).enumerated().map {
        SearchPart(part: $0.offset + 1, text: $0.element)
      })
  }

  /// The same names as of what came in, so that one filter finds both.
  private static func facets(
    of document: OutgoingDocument, agency: String, recipients: String
  ) -> [SearchFacet] {
    let facts = document.facts
    let facet = IncomingFacet.self
    return [
      .value(facet.type, facts.typeKey), .value(facet.urgency, facts.urgency.rawValue),
      .value(facet.register, document.book.description), .value(facet.state, document.state.rawValue),
      .value(facet.file, document.fileCount > 0 ? "co" : "khong"), .day(facet.arrivalDay, document.numberedAt.day),
      .day(facet.issuedDay, facts.issuedDate), .text(facet.issuer, agency), .text(facet.signer, facts.signerName),
      .text(facet.holder, "\(recipients) \(facts.fileCopyHolder)"),
    ]
  }
}

/// Every outgoing document, for checking the index.
package struct IndexedOutgoingDocuments: IndexedRecords {
  package let code = RecordReference.outgoingDocumentCode

  package init() {}

  package func count(in transaction: any Transaction) throws -> Int { try OutgoingDocumentStore(transaction).count() }

  package func numbers(after number: Int64, limit: Int, in transaction: any Transaction) throws -> [Int64] {
    try OutgoingDocumentStore(transaction).numbers(after: number, limit: limit)
  }

  package func content(of number: Int64, locked: Bool, in transaction: any Transaction) throws -> SearchContent? {
    try OutgoingDocumentStore(transaction).findForJob(OutgoingDocument.ID(number), locked: locked).map {
      try OutgoingIndexing.content(of: $0, in: transaction)
    }
  }
}
