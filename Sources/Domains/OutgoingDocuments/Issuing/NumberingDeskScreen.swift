import Database
import Documents
import Drafts
import IncomingDocuments
import Kernel
import Markup

/// «Chờ cấp số» in the registry's «Việc của tôi»: signed drafts that wait for their number (DI-04).
package struct NumberingDesk: MyWorkDesk {
  package init() {}

  package func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    guard OutgoingDocumentAccess.mayNumber(actor) else { return Later(known: 0) }
    return try SignedDraftStore(transaction).waitingCountLater(visibleTo: actor)
  }

  package func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    MyWorkPage.Group(
      title: "Chờ cấp số",
      items: try SignedDraftStore(transaction).waiting(visibleTo: actor).map { draft in
        MyWorkPage.Item(
          id: "so-\(draft.id)", path: OutgoingDocumentPaths.numbering(of: draft.id), asked: "Cấp số",
          codeText: draft.facts.type?.name ?? "", subject: draft.facts.subject, sender: draft.unitName,
          urgency: UrgencyMark(draft.facts.urgency))
      }, total: count)
  }
}
