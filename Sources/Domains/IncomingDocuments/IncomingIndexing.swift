import Access
import Database
import Documents
import Kernel
import SearchIndex

/// What search knows of an incoming document: its fields and the text of its files (PL6-64).
enum IncomingIndexing {
  static func index(_ document: IncomingDocument, in transaction: any Transaction) throws {
    let facts = document.facts
    let fields = [
      "số đến \(document.arrivalNumber)", facts.subject, facts.issuerName,
      DocumentType.known(facts.typeKey)?.name ?? "", facts.signerName, facts.signerPosition, facts.toPlaces,
      facts.note, facts.issuedDate?.text ?? "", facts.urgency == .normal ? "" : facts.urgency.label,
    ]
    let metadata = SearchMetadata.text(
      number: facts.numberText, symbol: facts.notation, fields: fields.filter { !$0.isEmpty })
    let texts = try IncomingFileStore(transaction).texts(of: document.id)
    try Access.index(
      .incomingDocument(document.id), metadata: metadata, facets: IncomingFacet.all(of: document),
      parts: texts.enumerated().map { SearchPart(part: $0.offset + 1, text: $0.element) }, in: transaction)
  }
}
