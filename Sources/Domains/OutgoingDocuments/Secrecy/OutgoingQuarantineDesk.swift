import Database
import Documents
import IncomingDocuments
import Kernel

/// Withheld outgoing documents in «Việc của tôi» of whoever decides on them, and of the registry (MAT-05).
package struct OutgoingQuarantineDesk: MyWorkDesk {
  package init() {}

  package func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    try QuarantineStore<WithheldOutgoing>(transaction).countLater(visibleTo: actor)
  }

  package func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let documents = try QuarantineStore(transaction).documents(visibleTo: actor, in: transaction)
    return MyWorkPage.Group(
      title: "Nghi có dấu mật",
      items: documents.map { document in
        MyWorkPage.Item(
          id: "giu-di-\(document.id)", path: OutgoingDocumentPaths.show(document.id), asked: "Xử lý niêm giữ",
          codeText: document.codeText, subject: document.facts.subject, sender: "", isUnread: true)
      }, total: count)
  }
}
