import Audit
import Database
import Kernel

/// Closes a book for good: papers of its year that turn up later take numbers of the current year.
package struct CloseRegister: Sendable {
  package var book: RegisterBook.ID
  package var formVersion: Int

  package init(_ book: RegisterBook.ID, formVersion: Int) {
    self.book = book
    self.formVersion = formVersion
  }

  /// Why the book cannot be closed, for the page and the act alike.
  package static func obstacles(_ book: RegisterBook, by actor: Actor, at now: Instant) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if let closedAt = book.closedAt { reasons.append(.init("Sổ đã khóa lúc \(closedAt.text).")) }
    if !book.isYearOver(at: now), book.isMain || !book.isEmpty {
      let after = book.kind == .incoming ? ", khi không còn văn bản nào đến" : ""
      reasons.append(.init("Chỉ khóa được sổ sau 24:00 ngày 31/12/\(book.year)\(after)."))
    }
    return reasons
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    guard RegistersAccess.mayKeep(actor) else { throw RegistersAccess.notKeeper }
    let store = RegisterStore(transaction)
    let current = try store.lock(book, visibleTo: actor)
    if let refusal = Refusal(Self.obstacles(current, by: actor, at: transaction.now), kind: .conflict) {
      throw refusal
    }
    guard current.version == formVersion else {
      throw Refusal(.conflict, "\(current.title) vừa được sửa. Hãy tải lại trang rồi làm lại.")
    }
    let reserved = try NumberReservationStore(transaction).openCount(in: book)
    guard reserved == 0 else {
      throw Refusal(
        .conflict, "\(current.title) còn \(reserved) số đang giữ. Hãy cấp cho văn bản hoặc hủy các số ấy rồi khóa sổ.")
    }
    try store.close(current, by: actor.nameOnRecord)
    try Audit.record(.registerClosed(current), on: .register(book), by: actor, in: transaction)
  }
}
