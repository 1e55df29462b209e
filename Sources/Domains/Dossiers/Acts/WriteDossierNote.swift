import Audit
import Database
import Documents
import Kernel

/// Writes something down in a dossier (ghi chú): a draft for oneself, or for everybody who takes part, for good.
package struct WriteDossierNote: Sendable {
  package var dossier: Dossier.ID
  /// The draft that is taken up; nil for a new one.
  package var draft: DossierNote.ID?
  package var text: String
  package var isFinal: Bool

  package init(_ dossier: Dossier.ID, draft: DossierNote.ID? = nil, text: String, isFinal: Bool) {
    self.dossier = dossier
    self.draft = draft
    self.text = text.normalizedParagraphs
    self.isFinal = isFinal
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    _ = try FoundDossier.lock(dossier, .note, by: actor, in: transaction)
    try Secrecy.refuseMarked([text])
    if text.isEmpty { throw Refusal(.invalid, "Ghi nội dung.", field: DossierField.text) }
    if text.count > DossierNote.lengthMax {
      throw Refusal(.invalid, "Dài quá \(DossierNote.lengthMax) ký tự.", field: DossierField.text)
    }
    let store = DossierNoteStore(transaction)
    let now = transaction.now
    if let draft {
      var note = try store.lockDraft(draft, in: dossier, by: actor)
      (note.text, note.isFinal, note.writtenAt, note.finalAt) = (text, isFinal, now, isFinal ? now : nil)
      try store.save(note)
    } else {
      try store.add(
        DossierNote(
          id: try transaction.nextID(DossierNote.ID.self, of: "dossier_notes"), dossier: dossier, text: text,
          isFinal: isFinal, authorPost: actor.post, authorName: actor.nameOnRecord, writtenAt: now,
          finalAt: isFinal ? now : nil, version: 1))
    }
    try Audit.record(.dossierNoted(isFinal: isFinal), on: .dossier(dossier), by: actor, in: transaction)
  }
}
