import Database
import Kernel

/// SQL of units' own books.
package struct UnitBookStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  package func find(_ unit: UnitID) throws -> UnitBook? {
    try transaction.rows(
      "SELECT unit_id, opened_at, opened_by, closed_at FROM unit_books WHERE unit_id = \(unit)"
    ).first.map(UnitBook.init)
  }

  /// Books of these units, open and closed.
  package func books(of units: [UnitID]) throws -> [UnitID: UnitBook] {
    let books = try transaction.rows(
      "SELECT unit_id, opened_at, opened_by, closed_at FROM unit_books WHERE unit_id IN (\(.list(units)))"
    ).map(UnitBook.init)
    return Dictionary(uniqueKeysWithValues: books.map { ($0.unit, $0) })
  }

  func open(_ unit: UnitID, by actor: Actor) throws {
    try transaction.run(
      """
      INSERT INTO unit_books (unit_id, opened_at, opened_by) VALUES (\(unit), \(transaction.now), \(actor.nameOnRecord))
      ON CONFLICT (unit_id) DO UPDATE SET closed_at = NULL
      """)
  }

  func close(_ unit: UnitID) throws {
    try transaction.run("UPDATE unit_books SET closed_at = \(transaction.now) WHERE unit_id = \(unit)")
  }

  /// The next number of the year. The row of the series is held until the transaction ends, so there is no hole and no
  /// number twice.
  func take(_ unit: UnitID, for record: RecordReference, by actor: Actor) throws -> UnitBookEntry {
    let year = transaction.now.day.year
    try transaction.run(
      """
      INSERT INTO unit_book_series (unit_id, year, last_number) VALUES (\(unit), \(year), 0)
      ON CONFLICT (unit_id, year) DO NOTHING
      """)
    let number: Int = try transaction.rows(
      """
      UPDATE unit_book_series SET last_number = last_number + 1 WHERE unit_id = \(unit) AND year = \(year)
      RETURNING last_number
      """)[0].get("last_number")
    let entry = UnitBookEntry(
      unit: unit, year: year, number: number, record: record, takenAt: transaction.now, takenBy: actor.nameOnRecord)
    let refusal = Refusal(.conflict, "Văn bản này đã có số nội bộ của đơn vị. Hãy tải lại trang.")
    try refusing("unit_book_entries_record", as: refusal) {
      try transaction.run(
        """
        INSERT INTO unit_book_entries (unit_id, year, number, record_code, record_number, taken_at, taken_by)
        VALUES (\(unit), \(year), \(number), \(record.code), \(record.number), \(entry.takenAt), \(entry.takenBy))
        """)
    }
    return entry
  }

  /// The line that a unit has for a record. The caller has made sure that the record may be seen.
  package func entryLater(of record: RecordReference, in unit: UnitID) throws -> Later<UnitBookEntry?> {
    try transaction.later(
      """
      \(Self.columns) WHERE unit_id = \(unit) AND record_code = \(record.code) AND record_number = \(record.number)
      """
    ).map { try $0.first.map(UnitBookEntry.init) }
  }

  /// Lines of a year after `number`, in order. The caller has checked the right to the book.
  package func entries(of unit: UnitID, year: Int, after number: Int = 0, limit: Int) throws -> [UnitBookEntry] {
    try transaction.rows(
      """
      \(Self.columns) WHERE unit_id = \(unit) AND year = \(year) AND number > \(number) ORDER BY number LIMIT \(limit)
      """
    ).map(UnitBookEntry.init)
  }

  private static let columns: SQL = """
    SELECT unit_id, year, number, record_code, record_number, taken_at, taken_by FROM unit_book_entries
    """
}

extension UnitBook {
  init(_ row: Row) throws {
    unit = try row.get("unit_id")
    openedAt = try row.get("opened_at")
    openedBy = try row.get("opened_by")
    closedAt = try row.find("closed_at")
  }
}

extension UnitBookEntry {
  init(_ row: Row) throws {
    unit = try row.get("unit_id")
    year = try row.get("year")
    number = try row.get("number")
    record = RecordReference(code: try row.get("record_code"), number: try row.get("record_number"))
    takenAt = try row.get("taken_at")
    takenBy = try row.get("taken_by")
  }
}
