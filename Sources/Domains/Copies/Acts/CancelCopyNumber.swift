import Database
import Kernel
import Registers

/// Cancels the number of a copy (hủy số bản sao): its line stays in the book, with the reason.
struct CancelCopyNumber: Sendable {
  var copy: DocumentCopy.ID
  var reason: String

  init(_ copy: DocumentCopy.ID, reason: String) {
    self.copy = copy
    self.reason = reason
  }

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let current = try DocumentCopyStore(transaction).find(copy, visibleTo: actor)
    guard let book = current.book, let number = current.number else {
      throw Refusal(.conflict, "Bản sao chưa có số để hủy.")
    }
    try CancelNumber(book, number: number, reason: reason)
      .perform(by: actor, telling: CopyRegisterContents(), in: transaction)
  }
}
