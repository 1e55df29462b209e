import Database
import Kernel

/// SQL of «Kiểm sổ».
package struct RegisterCheckStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Looks through the whole book.
  package func check(_ id: RegisterBook.ID, visibleTo actor: Actor) throws -> RegisterCheck {
    try check(RegisterStore(transaction).find(id, visibleTo: actor))
  }

  /// For `verify` and print jobs, which have no actor.
  package func checkForJob(_ id: RegisterBook.ID) throws -> RegisterCheck? {
    try RegisterStore(transaction).findForJob(id).map(check)
  }

  private func check(_ book: RegisterBook) throws -> RegisterCheck {
    let total = try transaction.rows(
      """
      SELECT COUNT(*) AS count, MIN(number) AS first, MAX(number) AS last, COUNT(import_id) AS imported
      FROM register_entries WHERE register_id = \(book.id) AND number > \(book.paperThrough)
      """)[0]
    let onPaper = try transaction.rows(
      """
      SELECT COUNT(*) AS count FROM register_entries WHERE register_id = \(book.id) AND number <= \(book.paperThrough)
      """)[0]
    return RegisterCheck(
      book: book, checkedAt: transaction.now, count: try total.get("count"), first: try total.find("first"),
      last: try total.find("last"), cancelled: try cancelled(book.id), gaps: try gaps(book),
      imported: try total.get("imported"), paperEntered: try onPaper.get("count"),
      explained: try OldNumberStore(transaction).gaps(of: book.id),
      reserved: try NumberReservationStore(transaction).open(in: book.id))
  }

  private func gaps(_ book: RegisterBook) throws -> [ClosedRange<Int>] {
    try transaction.rows(
      """
      SELECT before, number FROM (
        SELECT number, LAG(number) OVER (ORDER BY number) AS before
        FROM register_entries WHERE register_id = \(book.id) AND number > \(book.paperThrough)) AS neighbours
      WHERE before IS NOT NULL AND number > before + 1 ORDER BY number
      """
    ).map { row in
      let before: Int = try row.get("before")
      let number: Int = try row.get("number")
      return (before + 1)...(number - 1)
    }
  }

  private func cancelled(_ id: RegisterBook.ID) throws -> [RegisterCheck.Cancelled] {
    try transaction.rows(
      """
      \(NumberStore.columns) WHERE register_id = \(id) AND cancelled_at IS NOT NULL ORDER BY number
      """
    ).map(RegisterEntry.init).compactMap { entry in
      entry.cancellation.map { .init(number: entry.number, reason: $0.reason, by: $0.by, at: $0.at) }
    }
  }
}
