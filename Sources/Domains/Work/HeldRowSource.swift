import Database
import Kernel

/// A flow that tells what its records say in «Việc của tôi», whoever shows that list.
package protocol HeldRowSource: Sendable {
  /// The code of its references.
  var code: String { get }

  /// A row for each of these items, all of its records; what the actor may not see is left out.
  func rows(
    of items: [WorkItem], for actor: Actor, in transaction: any Transaction
  ) throws -> [WorkItem.ID: HeldRow]

  /// Hands one piece of its work over to another post (bàn giao). Refuses before anything is changed, so that whoever
  /// hands over many goes on with the next.
  func handOver(
    _ item: WorkItem, to successor: PostID, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws
}

extension HeldRowSource {
  /// A flow whose work is done by nobody else.
  package func handOver(
    _ item: WorkItem, to successor: PostID, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    throw Refusal(.conflict, "Việc của \(item.holderName) không bàn giao được; hãy làm xong hoặc trả lại.")
  }
}

/// What a list of work shows of an item's record.
package struct HeldRow: Sendable {
  package var path: String
  /// Fragment shown beside the list.
  package var previewPath: String?
  /// What is asked, in the words of the trade.
  package var asked: String
  package var codeText: String
  package var subject: String
  package var sender: String
  /// As urgency marks are named; of the usual there is none.
  package var urgency: String
  /// Keys that act on the row at the cursor, and where they lead.
  package var keys: [(key: String, path: String)]

  package init(
    path: String, previewPath: String?, asked: String, codeText: String, subject: String, sender: String,
    urgency: String, keys: [(key: String, path: String)]
  ) {
    self.path = path
    self.previewPath = previewPath
    self.asked = asked
    self.codeText = codeText
    self.subject = subject
    self.sender = sender
    self.urgency = urgency
    self.keys = keys
  }
}
