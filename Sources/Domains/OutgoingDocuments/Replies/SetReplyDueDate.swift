import Access
import Audit
import Database
import Kernel

/// Gives a document the day by which it is to be answered (hạn trả lời), where its text names one and its number was given
/// without. Of an issued one every recipient owes an answer from then on.
package struct SetReplyDueDate: Sendable {
  package var document: OutgoingDocument.ID
  /// Not looked at for a document that has a day.
  package var dueOn: Day?

  package init(_ document: OutgoingDocument.ID, dueOn: Day?) {
    self.document = document
    self.dueOn = dueOn
  }

  /// Gives the document, held until the transaction ends. The caller has found that the actor may ask by it.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> OutgoingDocument {
    let store = OutgoingDocumentStore(transaction)
    var current = try store.lock(document, visibleTo: actor)
    guard current.state == .numbered || current.state == .issued else {
      throw Refusal(
        .conflict,
        "Văn bản \(current.codeText) đang ở trạng thái «\(current.state.label)» nên không hỏi thêm bằng văn bản này được."
      )
    }
    if current.facts.replyDueDate != nil { return current }
    guard let dueOn else {
      throw Refusal(.invalid, "Văn bản chưa ghi hạn trả lời. Nhập hạn gửi số liệu.", field: Self.field)
    }
    guard dueOn >= current.facts.issuedDate else {
      throw Refusal(.invalid, "Hạn phải từ ngày ban hành \(current.facts.issuedDate.text) trở đi.", field: Self.field)
    }
    current.facts.replyDueDate = dueOn
    try store.save(current, from: current.version)
    current.version += 1
    if current.state == .issued {
      try OpenLoops.ask(current, try OutgoingRecipientStore(transaction).list(of: document), in: transaction)
      try GiveUnitWork(document: current).setDeadline(by: actor, in: transaction)
    }
    try OutgoingIndexing.index(current, in: transaction)
    try Audit.record(.replyDueSet(dueOn), on: .outgoingDocument(document), by: actor, in: transaction)
    return current
  }

  /// Name of the field in the forms.
  package static let field = "han"
}
