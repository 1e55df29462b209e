import Database
import Documents
import Kernel
import Markup
import Registers

/// Gathers the page of a withheld document.
struct OutgoingQuarantineScreen: Sendable {
  var document: OutgoingDocument
  var book: RegisterBook?
  var quarantine: OutgoingQuarantine
  var actor: Actor

  /// Nil when the document is not withheld. Not found when the actor may not see it.
  static func read(
    _ id: OutgoingDocument.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> OutgoingQuarantineScreen? {
    let document = try OutgoingDocumentStore(transaction).find(id, visibleTo: actor)
    guard let quarantine = try OutgoingQuarantineStore(transaction).find(document) else { return nil }
    return OutgoingQuarantineScreen(
      document: document, book: try RegisterStore(transaction).findLaterForJob(document.book).get(),
      quarantine: quarantine, actor: actor)
  }

  func page(input: FormInput = FormInput(), seal: FormSeal) -> QuarantinePage {
    let id = document.id
    return QuarantinePage(
      title: "Văn bản \(document.codeText): đang niêm giữ",
      line: "\(book?.title ?? ""), ngày \(document.facts.issuedDate.text).", numberWord: "số đi",
      foundAt: quarantine.foundAt.text, foundBy: quarantine.foundBy, page: quarantine.page,
      confirmedLine: quarantine.confirmation.map { "\($0.name), \($0.at.text)" },
      decides: QuarantineAccess.mayDecide(document.agency, actor),
      destroys: QuarantineAccess.mayDestroy(document.agency, actor),
      destroyObstacles: QuarantineConfirmation.obstacles(quarantine.confirmation, for: actor).map(\.message),
      confirmPath: OutgoingDocumentPaths.secrecy(id, .confirm),
      releasePath: OutgoingDocumentPaths.secrecy(id, .release),
      destroyPath: OutgoingDocumentPaths.secrecy(id, .destroy), input: input, seal: seal)
  }
}
