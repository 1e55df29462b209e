import Database
import Documents
import Kernel
import Organization
import Work

/// Rows of «Việc của tôi» about copies to be decided.
package struct HeldCopies: HeldRowSource {
  package let code = RecordReference.documentCopyCode

  package init() {}

  package func rows(
    of items: [WorkItem], for actor: Actor, in transaction: any Transaction
  ) throws -> [WorkItem.ID: HeldRow] {
    let copies = try DocumentCopyStore(transaction).list(items.map(\.subject.number), visibleTo: actor)
    let documents = try CopiedDocumentStore(transaction).documents(of: copies)
    let known = Dictionary(uniqueKeysWithValues: copies.map { ($0.id.number, $0) })
    var rows: [WorkItem.ID: HeldRow] = [:]
    for item in items {
      guard let copy = known[item.subject.number] else { continue }
      let document = documents[copy.terms.source.record]
      rows[item.id] = HeldRow(
        path: DocumentCopyPaths.show(copy.id), previewPath: DocumentCopyPaths.preview(copy.id),
        asked: item.isOpen ? "Quyết định sao" : copy.state.label,
        codeText: "\(copy.terms.form.label) \(document?.codeText ?? "")", subject: document?.subject ?? "",
        sender: copy.askerName, urgency: Urgency.normal.rawValue, keys: [])
    }
    return rows
  }

  package func handOver(
    _ item: WorkItem, to successor: PostID, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    try HandOverCopyDecision(.init(item.subject.number), item.id, to: successor, reason: reason)
      .perform(by: actor, in: transaction)
  }

  /// What posts may own of this flow (HS-11). A decision goes to whoever may decide on copies too.
  package static let owned: [any OwnedThings] = [
    OwnedWork("work.copy", "Bản sao chờ quyết định", of: HeldCopies(), .but([]))
  ]
}
