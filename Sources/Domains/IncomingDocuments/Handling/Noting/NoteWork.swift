import Audit
import Database
import Kernel
import Notifications
import Work

/// Whoever does the work writes down how far it is, what stands in the way, or what they propose, with files
/// (PL6-1d).
package struct NoteWork: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var kind: WorkNote.Kind
  package var text: String
  package var files: HandlingFiles

  package init(
    _ item: WorkItem.ID, on document: IncomingDocument.ID, kind: WorkNote.Kind, text: String,
    files: HandlingFiles = .none
  ) {
    self.item = item
    self.document = document
    self.kind = kind
    self.text = text
    self.files = files
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let held = try act.held(item)
    if let refusal = Self.obstacle(held) { throw refusal }
    var reasons = files.obstacles
    if text.isEmpty { reasons.append(.init("Hãy ghi nội dung.", field: HandlingField.text)) }
    if text.count > HandlingAccess.textLengthMax {
      reasons.append(.init("Nội dung dài quá \(HandlingAccess.textLengthMax) ký tự.", field: HandlingField.text))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    try WorkNoteStore(transaction).add(kind, text, on: held, by: actor)
    try act.add(files, of: held)
    try Notifications.tell(
      .progressNoted, [.post(held.givenBy)], on: act.work.subject, text, by: actor, source: held.id.number,
      in: transaction)
    try act.end(.incomingNoted(kind.label, text: text))
  }

  /// Only work that is done, not what is read or decided, has a progress.
  static func obstacle(_ held: WorkItem) -> Refusal? {
    held.kind == .handleIncoming
      ? nil
      : Refusal(.conflict, "Việc «\(held.kind.asked)» không ghi tiến độ; chỉ ghi cho việc giải quyết văn bản.")
  }
}
