import Database
import Documents
import IncomingDocuments
import Kernel
import Markup

/// «Chờ cấp số bản sao» in the registry's «Việc của tôi»: approved copies that wait for their number (COPY-08).
package struct CopyNumberingDesk: MyWorkDesk {
  package init() {}

  package func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    guard DocumentCopyAccess.mayNumber(actor) else { return Later(known: 0) }
    return try DocumentCopyStore(transaction).waitingCountLater(visibleTo: actor)
  }

  package func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let copies = try DocumentCopyStore(transaction).waiting(visibleTo: actor)
    let documents = try CopiedDocumentStore(transaction).documents(of: copies)
    return MyWorkPage.Group(
      title: "Chờ cấp số bản sao",
      items: copies.map { copy in
        let document = documents[copy.terms.source.record]
        return MyWorkPage.Item(
          id: "sao-\(copy.id)", path: DocumentCopyPaths.show(copy.id), asked: "Cấp số bản sao",
          codeText: "\(copy.terms.form.label) \(document?.codeText ?? "")", subject: document?.subject ?? "",
          sender: copy.askerName, urgency: UrgencyMark(.normal))
      }, total: count)
  }
}
