import Audit
import Database
import Kernel

/// Enters a record into the book of the year it arrived in, as a line of an old book (nhập sổ cũ): under the number the
/// old book gave, or under the next one when the data has none.
///
/// The series goes on after the greatest number. Numbers that are passed over are recorded as gaps of the old book; a
/// line that comes later fills its gap. A book of a year gone by opens itself here.
package struct EnterOldNumber: Sendable {
  package var record: RecordReference
  package var kind: RegisterKind
  /// Name of a further book; the main one when empty.
  package var bookName: String
  /// Day of arrival.
  package var day: Day
  /// Nil takes the next one.
  package var number: Int?
  package var takenAt: Instant
  package var source: OldBookSource

  package init(
    for record: RecordReference, _ kind: RegisterKind, bookName: String = "", day: Day, number: Int?,
    takenAt: Instant, from source: OldBookSource
  ) {
    self.record = record
    self.kind = kind
    self.bookName = bookName.isEmpty ? kind.bookName : bookName
    self.day = day
    self.number = number
    self.takenAt = takenAt
    self.source = source
  }

  /// Call it last: the series is held until the transaction ends.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> TakenNumber {
    let book = try book(by: actor, in: transaction)
    let old = OldNumberStore(transaction)
    try old.lockSeries(of: book.id)
    let entered: Int
    if let number {
      let rules = OldNumberRules(transaction)
      if let obstacle = try rules.obstacle(number, in: book) { throw Refusal(.conflict, obstacle, field: "so-den") }
      try enter(number, in: book, by: actor, transaction)
      entered = number
    } else {
      guard let next = try NumberStore(transaction).takeNumber(in: book.id, for: record, on: day) else {
        throw Refusal(.conflict, OldNumberRules.closed(book), field: "so-den")
      }
      try old.mark(next, in: book.id, takenAt: takenAt, by: source.batch)
      entered = next
    }
    return TakenNumber(book: book.id, bookTitle: book.title, year: book.year, number: entered)
  }

  private func enter(
    _ number: Int, in book: RegisterBook, by actor: Actor, _ transaction: any Transaction
  ) throws {
    let old = OldNumberStore(transaction)
    try old.add(number, in: book.id, for: record, on: day, takenAt: takenAt, by: source.batch)
    // Read again under the lock: another clerk may have taken a number since.
    let last = try RegisterStore(transaction).findForJob(book.id)?.lastNumber ?? book.lastNumber
    if number > last {
      if number > last + 1 {
        try old.add(
          RegisterGap(
            numbers: (last + 1)...(number - 1), reason: source.gapReason, recordedAt: transaction.now,
            recordedBy: actor.nameOnRecord), to: book.id)
      }
      try old.setLast(number, of: book.id)
    } else if let gap = try old.gap(holding: number, in: book.id) {
      try old.remove(gap, from: book.id)
      for rest in gap.without(number) { try old.add(rest, to: book.id) }
    }
  }

  private func book(by actor: Actor, in transaction: any Transaction) throws -> RegisterBook {
    let store = RegisterStore(transaction)
    if let book = try store.find(ownedBy: actor.agency, kind, year: day.year, name: bookName) { return book }
    let isNew = try store.open(
      actor.agency, kind, year: day.year, name: bookName, paperThrough: 0, reason: source.openingReason)
    guard let book = try store.find(ownedBy: actor.agency, kind, year: day.year, name: bookName) else {
      throw RegistersAccess.notFound
    }
    if isNew { try Audit.record(.registerOpened(book), on: .register(book.id), by: actor, in: transaction) }
    return book
  }
}

/// From which data old lines come.
package struct OldBookSource: Sendable, Equatable {
  /// Key of the import batch.
  package var batch: Int64
  /// «so-2019.xlsx».
  package var name: String

  package init(batch: Int64, name: String) {
    self.batch = batch
    self.name = name
  }

  var gapReason: String { "không có trong dữ liệu nhập «\(name)»" }
  var openingReason: String { "mở để nhập sổ cũ từ «\(name)»" }
}

/// What stands against a number of an old book, for the trial run and the act alike.
package struct OldNumberRules {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// The agency's book that a line of this day belongs to, if it is there.
  package func book(of agency: AgencyID, year: Int, name: String) throws -> RegisterBook? {
    try RegisterStore(transaction).find(
      ownedBy: agency, .incoming, year: year, name: name.isEmpty ? RegisterKind.incoming.bookName : name)
  }

  /// Nil when the line may be entered. Nil for the number: only the book is asked.
  package func obstacle(_ number: Int?, in book: RegisterBook) throws -> String? {
    if !book.isOpen { return Self.closed(book) }
    guard let number else { return nil }
    let old = OldNumberStore(transaction)
    if try old.has(number, in: book.id) { return "Số đến \(number) đã có trong \(book.title)." }
    guard number > book.lastNumber, let here = try old.lastGivenHere(in: book.id) else { return nil }
    return "\(book.title) đã cấp số đến \(here) trong hệ thống; số \(number) nằm sau số cuối (\(book.lastNumber)) nên"
      + " sẽ làm khuyết số đang cấp. Ghi tên một sổ khác ở cột BookName."
  }

  static func closed(_ book: RegisterBook) -> String { "\(book.title) đã khóa nên không vào thêm được." }
}
