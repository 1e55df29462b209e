import Audit
import Database
import Kernel
import Work

/// Names the document that replied, when it is issued after the work was completed.
package struct LinkReply: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var replyCode: String
  /// The record of that reply, where the installation has it.
  package var replyRecord: RecordReference?

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID, replyCode: String) {
    self.item = item
    self.document = document
    self.replyCode = replyCode
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let done = try act.items.find(item)
    if let refusal = Self.obstacle(done, for: actor) { throw refusal }
    if let refusal = Refusal(CompleteWork.replyReasons(replyCode, isRequired: true)) { throw refusal }
    try act.work.link(WorkReply(replyCode, record: replyRecord), to: done)
    try act.end(.incomingReplyLinked(replyCode))
  }

  /// Why this person cannot name it; nil when they can.
  static func obstacle(_ done: WorkItem, for actor: Actor) -> Refusal? {
    guard done.isHeld(by: actor) else { return Refusal(.forbidden, "Việc này do \(done.holderName) giữ.") }
    guard done.kind == .handleIncoming, done.state == .done, done.replyCode.isEmpty else {
      return Refusal(.conflict, "Chỉ ghi văn bản trả lời cho việc đã hoàn thành mà chưa có văn bản trả lời.")
    }
    return nil
  }
}
