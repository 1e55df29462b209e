import Access
import Audit
import Database
import Kernel
import Organization
import OutgoingDocuments

/// Collections of reports that are still open, handed over by who made them (HS-11): whoever takes one over sees the
/// asking document as its authors do, and is told of answers.
package struct OwnedCollections: OwnedThings {
  package init() {}

  package let code = "reportCollection"
  package let title = "Biểu thu báo cáo đang thu"

  package func count(of post: PostID, in transaction: any Transaction) throws -> Int {
    try ReportCollectionStore(transaction).openCount(madeBy: post, limit: OwnedByPosts.countMax + 1)
  }

  package func things(
    of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [OwnedThing] {
    try ReportCollectionStore(transaction).open(madeBy: owner, after: key, limit: limit).map { collection in
      OwnedThing(
        key: collection.id.number, record: .outgoingDocument(collection.document), code: collection.codeText,
        subject: collection.form.title, dueAt: Instant(collection.dueOn + 1),
        state: collection.state.label.lowercased(), path: ReportCollectionPaths.show(collection.id))
    }
  }

  package func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws {
    guard let receiver else { throw Refusal(.invalid, "Chưa chọn người nhận.") }
    let store = ReportCollectionStore(transaction)
    let id = ReportCollection.ID(key)
    try store.hold(id)
    guard let current = try store.open(madeBy: owner, after: key - 1, limit: 1).first, current.id == id else {
      throw Refusal(.conflict, "Biểu này không còn do người bàn giao thu, hoặc đã khóa sổ.")
    }
    guard receiver.agency == current.agency else {
      throw Refusal(.conflict, "Biểu «\(current.form.title)» chỉ bàn giao cho người trong cơ quan.")
    }
    try store.pass(id, to: receiver.id)
    try Access.grant(
      [Grant(.post(receiver.id), reason: .author, source: .reportCollection(id))],
      to: .outgoingDocument(current.document), in: transaction)
    let event = AuditEvent.collectionHandedOver(
      current.form.title, to: "\(receiver.personName), \(receiver.title)", reason: reason)
    for record in [RecordReference.reportCollection(id), .outgoingDocument(current.document)] {
      try Audit.record(event, on: record, by: owner, in: transaction)
    }
  }
}

extension AuditEvent {
  fileprivate static func collectionHandedOver(_ title: String, to name: String, reason: String) -> AuditEvent {
    AuditEvent(
      code: "reportCollection.handedOver",
      sentence: "bàn giao biểu thu báo cáo «\(title)» cho \(name), lý do: \(reason)")
  }
}
