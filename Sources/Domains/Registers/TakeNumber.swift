import Audit
import Database
import Kernel

/// Takes a number for a record that is being registered, within the registering act (DEN-08, PL6-15).
///
/// The book is that of the year in which the paper arrived, Vietnamese time; it stays open for late papers until the
/// clerk closes it. After that a late paper takes a number of the current year, its day of arrival kept true. The book
/// of a new year opens itself at its first paper.
package struct TakeNumber: Sendable {
  package var record: RecordReference
  package var kind: RegisterKind
  /// Name of a further book; the main one when empty.
  package var bookName: String
  package var arrivedAt: Instant

  package init(for record: RecordReference, _ kind: RegisterKind, bookName: String = "", arrivedAt: Instant) {
    self.record = record
    self.kind = kind
    self.bookName = bookName.isEmpty ? kind.bookName : bookName
    self.arrivedAt = arrivedAt
  }

  /// Call it last: the series is held until the transaction ends. The registering act writes the audit entry of the
  /// number; only the opening of a book is written here.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> TakenNumber {
    let numbers = NumberStore(transaction)
    for year in Self.years(arrivedAt: arrivedAt, now: transaction.now) {
      guard let book = try book(of: year, by: actor, in: transaction) else { continue }
      guard let number = try numbers.takeNumber(in: book.id, for: record, on: arrivedAt.day) else { continue }
      return TakenNumber(book: book.id, bookTitle: book.title, year: book.year, number: number)
    }
    throw Refusal(
      .conflict, "«\(bookName)» năm \(transaction.now.day.year) đã khóa nên không cấp được số. Hãy mở sổ khác.")
  }

  /// The book and number that would be taken now. Another clerk may be quicker.
  package func preview(by actor: Actor, in transaction: any Transaction) throws -> (year: Int, number: Int)? {
    let store = RegisterStore(transaction)
    let current = transaction.now.day.year
    for year in Self.years(arrivedAt: arrivedAt, now: transaction.now) {
      let book = try store.find(ownedBy: actor.agency, kind, year: year, name: bookName)
      if let book, book.isOpen { return (year, book.nextNumber) }
      if book == nil, year == current { return (year, 1) }
    }
    return nil
  }

  /// The year of arrival first, then the current one.
  static func years(arrivedAt: Instant, now: Instant) -> [Int] {
    let arrival = min(arrivedAt.day.year, now.day.year)
    return arrival == now.day.year ? [arrival] : [arrival, now.day.year]
  }

  /// A book of a year gone by is not opened any more; the current year's opens itself.
  private func book(of year: Int, by actor: Actor, in transaction: any Transaction) throws -> RegisterBook? {
    let store = RegisterStore(transaction)
    if let book = try store.find(ownedBy: actor.agency, kind, year: year, name: bookName) { return book }
    guard year == transaction.now.day.year else { return nil }
    let isNew = try store.open(actor.agency, kind, year: year, name: bookName, paperThrough: 0, reason: nil)
    let book = try store.find(ownedBy: actor.agency, kind, year: year, name: bookName)
    if isNew, let book {
      try Audit.record(.registerOpened(book), on: .register(book.id), by: actor, in: transaction)
    }
    return book
  }
}
