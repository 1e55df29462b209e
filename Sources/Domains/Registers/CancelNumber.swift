import Audit
import Database
import Kernel

/// Cancels a number with its reason. The line stays in the book, grey; the number is never given again (DI-01).
package struct CancelNumber: Sendable {
  package var book: RegisterBook.ID
  package var number: Int
  package var reason: String

  package init(_ book: RegisterBook.ID, number: Int, reason: String) {
    self.book = book
    self.number = number
    self.reason = reason.normalizedLine
  }

  package func obstacles() -> [Refusal.Reason] {
    if reason.isEmpty { return [.init("Hủy số cần ghi lý do; lý do được in ở cột Ghi chú của sổ.", field: "ly-do")] }
    return reason.count > 500 ? [.init("Lý do dài quá 500 ký tự.", field: "ly-do")] : []
  }

  /// `contents` tells the registered record in the same transaction.
  package func perform(
    by actor: Actor, telling contents: any RegisterContents, in transaction: any Transaction
  ) throws {
    guard RegistersAccess.mayKeep(actor) else { throw RegistersAccess.notKeeper }
    if let refusal = Refusal(obstacles()) { throw refusal }
    let book = try RegisterStore(transaction).find(book, visibleTo: actor)
    let numbers = NumberStore(transaction)
    let entry = try numbers.lock(number, in: book.id)
    if let earlier = entry.cancellation {
      throw Refusal(
        .conflict, "Số \(number) đã được \(earlier.by) hủy lúc \(earlier.at.text), lý do: \(earlier.reason).")
    }
    try numbers.cancel(entry, reason: reason, by: actor)
    try contents.numberWasCancelled(of: entry.record, reason: reason, by: actor, in: transaction)
    try Audit.record(
      .numberCancelled(number, book, reason: reason), on: entry.record, by: actor, in: transaction)
  }
}
