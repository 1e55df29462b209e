import Access
import Database
import Kernel
import Work

extension IncomingProgress: SQLConvertible {}

/// SQL of directives, and of how far a document is.
struct HandlingStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(_ directive: Directive) throws {
    try transaction.run(
      """
      INSERT INTO directives (id, document_id, author_post, author_name, text, given_at, keyed_by, written_on)
      VALUES (\(directive.id), \(directive.document), \(directive.author), \(directive.authorName), \(directive.text),
        \(directive.givenAt), \(directive.keyedBy), \(directive.writtenOn))
      """)
  }

  /// Those that stand, oldest first. The document has been shown to the reader already.
  func directives(of document: IncomingDocument.ID) throws -> [Directive] {
    try transaction.rows(
      """
      SELECT id, document_id, author_post, author_name, text, given_at, keyed_by, written_on FROM directives
      WHERE document_id = \(document) AND undone_at IS NULL ORDER BY id
      """
    ).map { row in
      Directive(
        id: try row.get("id"), document: try row.get("document_id"), author: try row.get("author_post"),
        authorName: try row.get("author_name"), text: try row.get("text"), givenAt: try row.get("given_at"),
        keyedBy: try row.find("keyed_by"), writtenOn: try row.find("written_on"))
    }
  }

  /// Forgets what leaders wrote: words about a document that is destroyed.
  func forgetDirectives(of document: IncomingDocument.ID) throws {
    try transaction.run("DELETE FROM directives WHERE document_id = \(document)")
    try transaction.run("DELETE FROM handling_sendings WHERE document_id = \(document)")
  }

  /// Under which dossier it lies, and since when.
  func file(_ document: IncomingDocument.ID, dossierCode: String) throws {
    try transaction.run(
      """
      UPDATE incoming_documents SET dossier_code = \(dossierCode), filed_at = \(transaction.now)
      WHERE id = \(document)
      """)
  }

  /// Takes a directive back: its words stay, and are shown as a directive no longer.
  func withdraw(_ directive: Directive.ID) throws {
    try transaction.run("UPDATE directives SET undone_at = \(transaction.now) WHERE id = \(directive)")
  }

  /// The stored summaries of every agency's documents, by key, for proving them.
  func progressForProof(
    after last: Int64, limit: Int
  ) throws -> [ProvenProgress] {
    try transaction.rows(
      """
      SELECT id, arrival_number, progress, filed_at, recalled_at FROM incoming_documents WHERE id > \(last) ORDER BY id
      LIMIT \(limit)
      """
    ).map { row in
      let filedAt: Instant? = try row.find("filed_at")
      let recalledAt: Instant? = try row.find("recalled_at")
      return ProvenProgress(
        id: try row.get("id"), arrivalNumber: try row.get("arrival_number"), progress: try row.get("progress"),
        isFiled: filedAt != nil, isRecalled: recalledAt != nil)
    }
  }

  /// Folds the document's work into its stored summary, and into what its issuer is shown of it: the last thing every act
  /// of handling does. Gives that work.
  @discardableResult func fold(_ document: IncomingDocument.ID) throws -> [WorkItem] {
    let stored = try transaction.later(
      "SELECT filed_at, recalled_at FROM incoming_documents WHERE id = \(document)")
    let items = try WorkStore(transaction).items(of: .incomingDocument(document))
    let row = try stored.get().first
    let (filedAt, recalledAt): (Instant?, Instant?) = (try row?.find("filed_at"), try row?.find("recalled_at"))
    let progress = IncomingProgress.folded(from: items, isFiled: filedAt != nil, isRecalled: recalledAt != nil)
    try transaction.run("UPDATE incoming_documents SET progress = \(progress) WHERE id = \(document)")
    try PacketMirror(progress, items).write(of: document, in: transaction)
    return items
  }

  /// Its issuer took it back: nobody handles it any more.
  func markRecalled(_ document: IncomingDocument.ID, reason: String) throws {
    try transaction.run(
      """
      UPDATE incoming_documents SET recalled_at = \(transaction.now), recall_reason = \(reason), version = version + 1
      WHERE id = \(document)
      """)
  }
}

/// A stored summary with what it is folded from besides work.
struct ProvenProgress {
  var id: IncomingDocument.ID
  var arrivalNumber: Int
  var progress: IncomingProgress
  var isFiled: Bool
  var isRecalled: Bool
}
