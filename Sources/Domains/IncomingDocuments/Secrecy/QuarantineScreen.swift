import Database
import Documents
import Kernel
import Markup
import Registers

/// Gathers the page of a withheld document.
struct QuarantineScreen: Sendable {
  var document: IncomingDocument
  var book: RegisterBook
  var quarantine: Quarantine
  var actor: Actor

  /// Nil when the document is not withheld. Not found when the actor may not see it.
  static func read(
    _ id: IncomingDocument.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> QuarantineScreen? {
    let document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
    guard document.state == .quarantined, let quarantine = try QuarantineStore(transaction).find(document) else {
      return nil
    }
    return QuarantineScreen(
      document: document, book: try IncomingBooks.book(of: document, in: transaction), quarantine: quarantine,
      actor: actor)
  }

  func page(input: FormInput = FormInput(), seal: FormSeal) -> QuarantinePage {
    let id = document.id
    return QuarantinePage(
      title: "Số đến \(document.arrivalNumber): đang niêm giữ",
      line: "\(book.title), đến ngày \(document.facts.arrivalDate.text).", numberWord: "số đến",
      foundAt: quarantine.foundAt.text, foundBy: quarantine.foundBy, page: quarantine.page,
      confirmedLine: quarantine.confirmation.map { "\($0.name), \($0.at.text)" },
      decides: QuarantineAccess.mayDecide(document.agency, actor),
      destroys: QuarantineAccess.mayDestroy(document.agency, actor),
      destroyObstacles: QuarantineConfirmation.obstacles(quarantine.confirmation, for: actor).map(\.message),
      confirmPath: IncomingDocumentPaths.secrecy(id, .confirm),
      releasePath: IncomingDocumentPaths.secrecy(id, .release),
      destroyPath: IncomingDocumentPaths.secrecy(id, .destroy), input: input, seal: seal)
  }
}
