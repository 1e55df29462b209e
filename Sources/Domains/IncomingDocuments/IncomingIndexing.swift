import Access
import Database
import Documents
import Kernel
import SearchIndex

/// What search knows of an incoming document: its fields and the text of its files (PL6-64).
enum IncomingIndexing {
  static func index(_ document: IncomingDocument, in transaction: any Transaction) throws {
    try Access.index(.incomingDocument(document.id), content(of: document, in: transaction), in: transaction)
  }

  static func content(of document: IncomingDocument, in transaction: any Transaction) throws -> SearchContent {
    content(of: document, texts: try IncomingFileStore(transaction).texts(of: document.id))
  }

  /// What is typed seldom, or the same nearly always: a value that every document has would find all of them.
  private static func seldomAsked(_ facts: IncomingFacts) -> [String] {
    [
      facts.paperHolder, facts.arrivalDate == facts.issuedDate ? "" : facts.arrivalDate.text,
      facts.handlingDueDate?.text ?? "", facts.language == "Tiếng Việt" ? "" : facts.language,
      facts.channel == .paper ? "" : facts.channel.label,
    ]
  }

  /// `texts` are the pages of its files.
  static func content(of document: IncomingDocument, texts: [String]) -> SearchContent {
    let facts = document.facts
    var fields = [
      "số đến \(document.arrivalNumber)", facts.subject, facts.issuerName,
      DocumentType.known(facts.typeKey)?.name ?? "", facts.signerName, facts.signerPosition, facts.toPlaces,
      facts.note, facts.documentIdentifier ?? "", facts.issuedDate?.text ?? "",
      facts.urgency == .normal ? "" : facts.urgency.label, document.cancelReason ?? "",
    ]
    fields += seldomAsked(facts)
    let metadata = SearchMetadata.text(
      number: facts.numberText, symbol: facts.notation, fields: fields.filter { !$0.isEmpty })
    return SearchContent(
      metadata: metadata, facets: IncomingFacet.all(of: document),
      parts: texts.enumerated().map { SearchPart(part: $0.offset + 1, text: $0.element) })
  }
}

/// Every incoming document, for checking the index.
package struct IndexedIncomingDocuments: IndexedRecords {
  package let code = RecordReference.incomingDocumentCode

  package init() {}

  package func count(in transaction: any Transaction) throws -> Int { try IncomingDocumentStore(transaction).count() }

  package func numbers(after number: Int64, limit: Int, in transaction: any Transaction) throws -> [Int64] {
    try IncomingDocumentStore(transaction).numbers(after: number, limit: limit)
  }

  package func content(of number: Int64, locked: Bool, in transaction: any Transaction) throws -> SearchContent? {
    let store = IncomingDocumentStore(transaction)
    let id = IncomingDocument.ID(number)
    guard let document = try locked ? store.lockForJob(id) : store.findForJob(id), document.state != .quarantined
    else { return nil }
    return try IncomingIndexing.content(of: document, in: transaction)
  }
}
