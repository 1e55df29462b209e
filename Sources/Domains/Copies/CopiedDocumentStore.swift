import Database
import Documents
import IncomingDocuments
import Kernel
import OutgoingDocuments

/// Reads the documents that are copied, of either kind.
struct CopiedDocumentStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let missing = Refusal(.notFound, "Không tìm thấy văn bản cần sao.")

  /// The document with its files, or the refusal of what does not exist for this actor.
  func find(_ record: RecordReference, visibleTo actor: Actor) throws -> (CopiedDocument, [CopiedFile]) {
    switch record.code {
    case RecordReference.incomingDocumentCode:
      let document = try IncomingDocumentStore(transaction).find(.init(record.number), visibleTo: actor)
      guard document.state != .quarantined else { throw Self.missing }
      return try read(document)
    case RecordReference.outgoingDocumentCode:
      return try read(OutgoingDocumentStore(transaction).find(.init(record.number), visibleTo: actor))
    default: throw Self.missing
    }
  }

  /// What copies are of, for those who see the copies; of one whose document is withheld nothing is told.
  func documents(of copies: [DocumentCopy]) throws -> [RecordReference: CopiedDocument] {
    var found: [RecordReference: CopiedDocument] = [:]
    for (agency, copies) in Dictionary(grouping: copies, by: \.agency) {
      func numbers(_ code: String) -> [Int64] {
        Array(Set(copies.map(\.terms.source.record).filter { $0.code == code }.map(\.number)))
      }
      let incoming = numbers(RecordReference.incomingDocumentCode)
      let outgoing = numbers(RecordReference.outgoingDocumentCode)
      if !incoming.isEmpty {
        for document in try IncomingDocumentStore(transaction).listForBook(of: agency, incoming)
        where document.state != .quarantined { found[.incomingDocument(document.id)] = try shown(document, []) }
      }
      if !outgoing.isEmpty {
        for document in try OutgoingDocumentStore(transaction).listForBook(of: agency, outgoing) {
          found[.outgoingDocument(document.id)] = try shown(document, [])
        }
      }
    }
    return found
  }

  /// For the job that makes the file: the copy was decided and numbered by those who may.
  func findForJob(_ copy: DocumentCopy) throws -> (CopiedDocument, [CopiedFile])? {
    let record = copy.terms.source.record
    if record.code == RecordReference.incomingDocumentCode {
      return try IncomingDocumentStore(transaction).listForBook(of: copy.agency, [record.number]).first
        .flatMap { $0.state == .quarantined ? nil : try read($0) }
    }
    return try OutgoingDocumentStore(transaction).listForBook(of: copy.agency, [record.number]).first.map(read)
  }

  private func read(_ document: IncomingDocument) throws -> (CopiedDocument, [CopiedFile]) {
    let files = try IncomingFileStore(transaction).list(of: document.id).filter { $0.workItem == nil }
    let marks = try marks(of: files.map(\.id.number), in: "incoming_texts")
    return (
      try shown(document, document.copyObstacles(files)),
      files.map {
        CopiedFile(
          id: $0.id.number, name: $0.name, kind: $0.kind, hash: $0.hash, pageCount: $0.pageCount ?? 0,
          obstacle: $0.copyObstacle, mark: marks[$0.id.number])
      }
    )
  }

  private func read(_ document: OutgoingDocument) throws -> (CopiedDocument, [CopiedFile]) {
    let files = try OutgoingFileStore(transaction).list(of: document.id)
    let marks = try marks(of: files.map(\.id.number), in: "outgoing_texts")
    return (
      try shown(document, document.copyObstacles(files)),
      files.map {
        CopiedFile(
          id: $0.id.number, name: $0.name, kind: $0.kind, hash: $0.hash, pageCount: $0.pageCount ?? 0,
          obstacle: $0.copyObstacle, mark: marks[$0.id.number])
      }
    )
  }

  private func shown(_ document: IncomingDocument, _ obstacles: [String]) throws -> CopiedDocument {
    let facts = document.facts
    return CopiedDocument(
      record: .incomingDocument(document.id), codeText: facts.codeText, typeName: try typeName(facts.typeKey),
      subject: facts.subject, issuer: facts.issuerName, issuedOn: facts.issuedDate,
      path: IncomingDocumentPaths.show(document.id), obstacles: obstacles)
  }

  private func shown(_ document: OutgoingDocument, _ obstacles: [String]) throws -> CopiedDocument {
    let facts = document.facts
    return CopiedDocument(
      record: .outgoingDocument(document.id), codeText: document.codeText, typeName: try typeName(facts.typeKey),
      subject: facts.subject, issuer: facts.bodyName, issuedOn: facts.issuedDate,
      path: OutgoingDocumentPaths.show(document.id), obstacles: obstacles, isOriginal: document.draft != nil)
  }

  private func typeName(_ key: String) throws -> String {
    if let known = DocumentType.known(key) { return known.name }
    return key.isEmpty ? "" : try DocumentTypeStore(transaction).find(key)?.name ?? ""
  }

  /// The copies' own forms stand on the first page or under the end.
  private func marks(of files: [Int64], in table: SQL) throws -> [Int64: CopyForm] {
    guard !files.isEmpty else { return [:] }
    let rows = try transaction.rows(
      "SELECT file_id, text FROM \(table) WHERE file_id IN (\(.list(files))) ORDER BY page")
    let texts = try rows.map { (try $0.get("file_id", as: Int64.self), try $0.get("text", as: String.self)) }
    return Dictionary(grouping: texts, by: \.0).compactMapValues { CopyMark.form(in: $0.map(\.1)) }
  }
}
