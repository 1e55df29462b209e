import Database
import Kernel

extension WorkNote.Kind: SQLConvertible {}

/// SQL of the notes on work. Whoever reads them has made sure that the record may be seen.
package struct WorkNoteStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Writes one down, as said by the actor now.
  @discardableResult
  package func add(_ kind: WorkNote.Kind, _ text: String, on item: WorkItem, by actor: Actor) throws -> WorkNote {
    let note = WorkNote(
      id: try transaction.nextID(of: "work_notes"), item: item.id, subject: item.subject, kind: kind, text: text,
      author: actor.post, authorName: actor.nameOnRecord, writtenAt: transaction.now)
    try transaction.run(
      """
      INSERT INTO work_notes (id, item_id, subject_code, subject_number, kind, text, author_post, author_name,
        written_at)
      VALUES (\(note.id), \(note.item), \(note.subject.code), \(note.subject.number), \(note.kind), \(note.text),
        \(note.author), \(note.authorName), \(note.writtenAt))
      """)
    return note
  }

  /// Oldest first.
  package func list(of subject: RecordReference) throws -> [WorkNote] { try listLater(of: subject).get() }

  /// The same, not waited for.
  package func listLater(of subject: RecordReference) throws -> Later<[WorkNote]> {
    try transaction.later(
      """
      SELECT id, item_id, subject_code, subject_number, kind, text, author_post, author_name, written_at
      FROM work_notes WHERE subject_code = \(subject.code) AND subject_number = \(subject.number) ORDER BY id
      """
    ).map { rows in
      try rows.map { row in
        WorkNote(
          id: try row.get("id"), item: try row.get("item_id"), subject: subject, kind: try row.get("kind"),
          text: try row.get("text"), author: try row.get("author_post"), authorName: try row.get("author_name"),
          writtenAt: try row.get("written_at"))
      }
    }
  }
}
