import Database
import Kernel

/// All SQL on notes in dossiers. The caller has found the dossier for the actor.
package struct DossierNoteStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    id, dossier_id, text, is_final, author_post, author_name, written_at, final_at, version
    """

  /// Final ones of all and drafts of the actor's own post, newest first.
  package func list(of dossier: Dossier.ID, readBy actor: Actor, limit: Int = 200) throws -> [DossierNote] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_notes
      WHERE dossier_id = \(dossier) AND (is_final = \(true) OR author_post = \(actor.post))
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(DossierNote.init)
  }

  /// The actor's own draft, held until the transaction ends.
  func lockDraft(_ id: DossierNote.ID, in dossier: Dossier.ID, by actor: Actor) throws -> DossierNote {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_notes
      WHERE id = \(id) AND dossier_id = \(dossier) AND author_post = \(actor.post) AND is_final = \(false)
      \(transaction.rowLock)
      """)
    guard let row = rows.first else {
      throw Refusal(.conflict, "Ghi chú nháp này không còn; có thể đã được ghi chính thức hoặc bỏ.")
    }
    return try DossierNote(row)
  }

  func add(_ note: DossierNote) throws {
    try transaction.run(
      """
      INSERT INTO dossier_notes (\(Self.columns))
      VALUES (\(note.id), \(note.dossier), \(note.text), \(note.isFinal), \(note.authorPost), \(note.authorName),
        \(note.writtenAt), \(note.finalAt), \(note.version))
      """)
  }

  func save(_ note: DossierNote) throws {
    try transaction.run(
      """
      UPDATE dossier_notes SET text = \(note.text), is_final = \(note.isFinal), final_at = \(note.finalAt),
        written_at = \(note.writtenAt), version = version + 1
      WHERE id = \(note.id)
      """)
  }

  func remove(_ note: DossierNote) throws {
    try transaction.run("DELETE FROM dossier_notes WHERE id = \(note.id)")
  }
}

extension DossierNote {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), dossier: try row.get("dossier_id"), text: try row.get("text"),
      isFinal: try row.get("is_final"), authorPost: try row.get("author_post"),
      authorName: try row.get("author_name"), writtenAt: try row.get("written_at"),
      finalAt: try row.find("final_at"), version: try row.get("version"))
  }
}
