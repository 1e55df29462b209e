import Access
import Database
import Dossiers
import Kernel

/// What the end of a dossier asks of the incoming documents in it, of thousands at once.
struct FiledDocumentStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  private static func filed(in dossier: Dossier.ID) -> SQL {
    DossierItemStore.numbers(of: RecordReference.incomingDocumentCode, in: dossier)
  }

  private static func documents(in dossier: Dossier.ID) -> SQL {
    "(\(filed(in: dossier))) AS filed CROSS JOIN incoming_documents WHERE id = record_number"
  }

  /// Which have a file that no tool can open, and its name.
  func unreadable(in dossier: Dossier.ID) throws -> [RecordReference: String] {
    let rows = try transaction.rows(
      """
      SELECT document_id, name FROM (\(Self.filed(in: dossier))) AS filed CROSS JOIN incoming_files
      WHERE document_id = record_number AND state = \(IncomingFile.State.unreadable) ORDER BY position DESC
      """)
    return try rows.reduce(into: [:]) {
      $0[RecordReference(code: RecordReference.incomingDocumentCode, number: try $1.get("document_id"))] =
        try $1.get("name")
    }
  }

  /// Those that the actor does not see, that are withheld or worked on, and those that are there twice.
  func doubtful(in dossier: Dossier.ID, visibleTo actor: Actor) throws -> [Int64] {
    let visible = Access.visible(
      "incoming_documents.id", kind: RecordReference.incomingDocumentCode, to: actor, through: .dossier(dossier))
    let unsettled = try transaction.rows(
      """
      SELECT id FROM \(Self.documents(in: dossier))
      AND NOT (state = \(IncomingDocument.State.registered)
        AND progress IN (\(.list(IncomingProgress.settled.map(\.rawValue)))) AND \(visible))
      """)
    return try unsettled.map { try $0.get("id") } + twice(in: dossier)
  }

  /// Most often none are, so it is asked first whether any are.
  private func twice(in dossier: Dossier.ID) throws -> [Int64] {
    let marks: SQL = "issued_date, number_text, notation, issuer_name"
    let alike: SQL = """
      SELECT \(marks) FROM \(Self.documents(in: dossier)) AND issued_date IS NOT NULL AND number_text || notation <> ''
      GROUP BY \(marks) HAVING COUNT(*) > 1
      """
    if try transaction.rows("\(alike) LIMIT 1").isEmpty { return [] }
    return try transaction.rows("SELECT id FROM \(Self.documents(in: dossier)) AND (\(marks)) IN (\(alike))")
      .map { try $0.get("id") }
  }
}
