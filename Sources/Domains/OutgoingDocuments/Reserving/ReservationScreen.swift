import Database
import Documents
import Kernel
import Markup
import Organization
import Registers
import WebApp

/// Gathers «Giữ số».
enum ReservationScreen {
  static func read(
    _ form: Form, input: FormInput, seal: FormSeal, by actor: Actor, in transaction: any Transaction
  ) throws -> ReservationsPage {
    guard RegistersAccess.mayReadBooks(actor) else { throw OutgoingDocumentAccess.notRegistry }
    let mayReserve = OutgoingDocumentAccess.mayNumber(actor)
    let today = transaction.now.day
    return ReservationsPage(
      rows: try NumberReservationStore(transaction).open(visibleTo: actor).map { kept in
        let left = kept.expiresOn.number - today.number
        return ReservationsPage.Row(
          codeText: kept.codeText, day: kept.day.text, owner: kept.owner, reason: kept.reason,
          expires: DeadlineMark(
            day: kept.expiresOn.text, left: left < 0 ? "hết hạn" : left == 0 ? "hôm nay" : "còn \(left) ngày",
            state: left < 0 ? .overdue : left < 3 ? .soon : .later),
          made: "\(kept.madeBy), \(kept.madeAt.text)",
          releasePath: mayReserve ? OutgoingDocumentPaths.release(kept.id) : nil, id: kept.id.description)
      },
      types: DocumentType.administrative.map { .init($0.key, $0.name) },
      units: try OrganizationStore(transaction).units(of: actor.agency).map { .init($0.id.description, $0.name) },
      bodies: try NumberingRules(actor.agency, in: transaction).bodies, mayReserve: mayReserve,
      next: mayReserve ? try NumberingScreen.next(form, by: actor, in: transaction) : .empty, input: input, seal: seal)
  }
}
