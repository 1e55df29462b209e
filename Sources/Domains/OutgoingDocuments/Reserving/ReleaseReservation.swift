import Database
import Kernel
import Registers

/// Gives a reserved number up again (hủy số giữ): its line stays in the book, with the reason.
struct ReleaseReservation: Sendable {
  var reservation: NumberReservation.ID
  var reason: String

  init(_ reservation: NumberReservation.ID, reason: String) {
    self.reservation = reservation
    self.reason = reason
  }

  /// Gives the number as it is written.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let open = try NumberReservationStore(transaction).open(visibleTo: actor)
    guard let kept = open.first(where: { $0.id == reservation }) else {
      throw Refusal(.conflict, "Số này không còn được giữ. Hãy tải lại trang.")
    }
    try CancelNumber(kept.book, number: kept.number, reason: reason)
      .perform(by: actor, telling: BookContents(), in: transaction)
    return kept.codeText
  }
}
