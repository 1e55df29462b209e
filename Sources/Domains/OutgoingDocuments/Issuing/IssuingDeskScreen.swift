import Database
import Documents
import IncomingDocuments
import Kernel
import Markup

/// «Chờ phát hành» in the registry's «Việc của tôi»: each with its clock, urgent first (DI-08).
package struct IssuingDesk: MyWorkDesk {
  package init() {}

  package func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    guard OutgoingDocumentAccess.mayNumber(actor) else { return Later(known: 0) }
    return try OutgoingDocumentStore(transaction).waitingCountLater(visibleTo: actor)
  }

  package func group(
    of actor: Actor, count: Int, in transaction: any Transaction
  ) throws -> MyWorkPage.Group {
    let documents = try OutgoingDocumentStore(transaction).waiting(visibleTo: actor)
    let recipients = try OutgoingRecipientStore(transaction).lists(of: documents.map(\.id))
    let duty = try RegistryDuty(of: actor.agency, in: transaction)
    return MyWorkPage.Group(
      title: "Chờ phát hành",
      items: IssuingDuty.ordered(documents, recipients, duty).map { document in
        let places = recipients[document.id] ?? []
        var item = MyWorkPage.Item(
          id: "di-\(document.id)", path: OutgoingDocumentPaths.show(document.id), asked: "Phát hành",
          codeText: document.codeText, subject: document.facts.subject,
          sender: OutgoingDocumentListScreen.places(places))
        item.previewPath = OutgoingDocumentPaths.preview(document.id)
        item.urgency = UrgencyMark(document.facts.urgency)
        item.deadline = IssuingDuty.mark(document, places, duty, now: transaction.now)
        return item
      }, total: count, morePath: OutgoingDocumentPaths.waiting)
  }
}
