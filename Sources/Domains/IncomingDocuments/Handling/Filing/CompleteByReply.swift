import Audit
import Database
import Kernel
import Work

/// The reply to an incoming document is issued: the work that it answers is done by it, as if its holder had completed it
/// with that reply. Nothing is refused: what is done already, or still waits for something below, only gets the reply's name.
package struct CompleteByReply: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var reply: WorkReply

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID, reply: WorkReply) {
    self.item = item
    self.document = document
    self.reply = reply
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    guard let act = try Self.act(on: document, by: actor, in: transaction),
      let held = act.items.first(where: { $0.id == item }), held.reply?.record == nil
    else { return }
    guard held.isOpen, CompleteWork.obstacles(held, act.items).isEmpty else {
      guard held.isOpen || held.state == .done else { return }
      try act.work.link(reply, to: held)
      return try act.end(.incomingReplyLinked(reply.code))
    }
    let outcome = "Đã phát hành văn bản trả lời \(reply.code)"
    try act.dropAsked(of: held, reason: "Việc đã hoàn thành, không chờ nữa")
    let done = try act.work.finish(held, .reply, outcome: outcome, reply: reply)
    try act.settle(above: done, outcome: outcome)
    try act.end(.incomingCompletedByReply(held.holderName, reply: reply.code), sending: .complete)
  }

  /// Nil for a document that cannot be handled now, or that the actor may not see: its issue stands all the same.
  private static func act(
    on document: IncomingDocument.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> HandlingAct? {
    do {
      return try HandlingAct(document, by: actor, in: transaction)
    } catch is Refusal {
      return nil
    }
  }

  /// The issue of a moment ago is taken back: so is what it completed or named.
  ///
  /// - Parameter instant: when it was issued.
  package static func takeBack(
    _ record: RecordReference, issuedAt instant: Instant, by actor: Actor, in transaction: any Transaction
  ) throws {
    for item in try WorkStore(transaction).items(repliedBy: record) {
      let document = IncomingDocument.ID(item.subject.number)
      guard item.subject.code == RecordReference.incomingDocumentCode,
        let act = try act(on: document, by: actor, in: transaction)
      else { continue }
      if let sending = try SendingStore(transaction).find(.complete, by: actor.post, at: instant, of: document) {
        try UndoSending(sending, on: document).perform(by: actor, in: transaction)
      } else {
        try act.work.link(nil, to: item)
        try act.end(.incomingReplyTakenBack(item.replyCode))
      }
    }
  }
}

extension AuditEvent {
  fileprivate static func incomingCompletedByReply(_ holder: String, reply: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.completedByReply",
      sentence: "phát hành văn bản trả lời \(reply); việc của \(holder) hoàn thành")
  }

  fileprivate static func incomingReplyTakenBack(_ code: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.replyTakenBack", sentence: "bỏ văn bản trả lời \(code): hoàn tác phát hành")
  }
}
