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

  /// One walk tells where something is to be asked; a second, only when several are alike, which they are.
  func doubtful(in dossier: Dossier.ID, visibleTo actor: Actor) throws -> [Int64] {
    let filed: SQL = "(\(Self.filed(in: dossier))) AS filed CROSS JOIN incoming_documents WHERE id = record_number"
    let visible = Access.visible(
      "record_number", kind: RecordReference.incomingDocumentCode, to: actor, through: .dossier(dossier))
    let alike: SQL = """
      FROM \(filed) GROUP BY number_text, notation, issued_date
      HAVING COUNT(*) > 1 AND number_text || notation <> ''
        OR MIN(CASE WHEN state = \(IncomingDocument.State.registered)
          AND progress IN (\(.list(IncomingProgress.settled.map(\.rawValue)))) AND \(visible) THEN 1 ELSE 0 END) = 0
      """
    let groups = try transaction.rows("SELECT MIN(id) AS one, COUNT(*) AS size \(alike)")
    guard try groups.contains(where: { try $0.get("size", as: Int.self) > 1 }) else {
      return try groups.map { try $0.get("one") }
    }
    return try transaction.rows(
      "SELECT id FROM \(filed) AND (number_text, notation) IN (SELECT number_text, notation \(alike))"
    ).map { try $0.get("id") }
  }
}
