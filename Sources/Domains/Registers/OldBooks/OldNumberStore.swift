import Database
import Kernel

/// SQL of lines that come from old books.
package struct OldNumberStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Takes the series for this transaction: nobody gets a number of the book meanwhile.
  func lockSeries(of book: RegisterBook.ID) throws {
    try transaction.run("UPDATE number_series SET last_number = last_number WHERE register_id = \(book)")
  }

  func setLast(_ number: Int, of book: RegisterBook.ID) throws {
    try transaction.run("UPDATE number_series SET last_number = \(number) WHERE register_id = \(book)")
  }

  func has(_ number: Int, in book: RegisterBook.ID) throws -> Bool {
    try !transaction.rows(
      "SELECT number FROM register_entries WHERE register_id = \(book) AND number = \(number)"
    ).isEmpty
  }

  /// The greatest number that was given here, not brought from an old book.
  func lastGivenHere(in book: RegisterBook.ID) throws -> Int? {
    try transaction.rows(
      """
      SELECT number FROM register_entries WHERE register_id = \(book) AND import_id IS NULL
      ORDER BY number DESC LIMIT 1
      """
    ).first?.get("number")
  }

  func add(
    _ number: Int, in book: RegisterBook.ID, for record: RecordReference, on day: Day, takenAt: Instant, by batch: Int64
  ) throws {
    try transaction.run(
      """
      INSERT INTO register_entries (register_id, number, record_code, record_number, day, month, taken_at, import_id)
      VALUES (\(book), \(number), \(record.code), \(record.number), \(day), \(NumberStore.month(of: day)),
        \(takenAt), \(batch))
      """)
  }

  /// A number that was just taken in order stems from an old book too.
  func mark(_ number: Int, in book: RegisterBook.ID, takenAt: Instant, by batch: Int64) throws {
    try transaction.run(
      """
      UPDATE register_entries SET import_id = \(batch), taken_at = \(takenAt)
      WHERE register_id = \(book) AND number = \(number)
      """)
  }

  package func gaps(of book: RegisterBook.ID) throws -> [RegisterGap] {
    try transaction.rows("\(Self.gapColumns) WHERE register_id = \(book) ORDER BY first_number").map(RegisterGap.init)
  }

  func gap(holding number: Int, in book: RegisterBook.ID) throws -> RegisterGap? {
    try transaction.rows(
      """
      \(Self.gapColumns) WHERE register_id = \(book) AND first_number <= \(number) AND last_number >= \(number)
      """
    ).first.map(RegisterGap.init)
  }

  package func add(_ gap: RegisterGap, to book: RegisterBook.ID) throws {
    try transaction.run(
      """
      INSERT INTO register_gaps (register_id, first_number, last_number, reason, recorded_at, recorded_by)
      VALUES (\(book), \(gap.numbers.lowerBound), \(gap.numbers.upperBound), \(gap.reason), \(gap.recordedAt),
        \(gap.recordedBy))
      """)
  }

  func remove(_ gap: RegisterGap, from book: RegisterBook.ID) throws {
    try transaction.run(
      "DELETE FROM register_gaps WHERE register_id = \(book) AND first_number = \(gap.numbers.lowerBound)")
  }

  private static let gapColumns: SQL =
    "SELECT first_number, last_number, reason, recorded_at, recorded_by FROM register_gaps"
}

extension RegisterGap {
  init(_ row: Row) throws {
    let first: Int = try row.get("first_number")
    self.init(
      numbers: first...(try row.get("last_number")), reason: try row.get("reason"),
      recordedAt: try row.get("recorded_at"), recordedBy: try row.get("recorded_by"))
  }
}
