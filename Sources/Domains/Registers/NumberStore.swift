import Database
import Kernel

/// SQL of the numbers of a book.
package struct NumberStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Takes the book's next number for a record: the last thing an act does, since it holds the series until its
  /// transaction ends. Nil when the book is closed. A transaction that fails gives the number back, so nothing is
  /// ever lost between two.
  func takeNumber(in book: RegisterBook.ID, for record: RecordReference, on day: Day) throws -> Int? {
    let rows = try transaction.rows(
      """
      UPDATE number_series SET last_number = last_number + 1
      WHERE register_id = \(book) AND closed_at IS NULL RETURNING last_number
      """)
    guard let row = rows.first else { return nil }
    let number: Int = try row.get("last_number")
    let refusal = Refusal(.conflict, "Văn bản này đã được vào sổ. Hãy mở văn bản để xem số đã cấp.")
    try refusing("register_entries_record", as: refusal) {
      try transaction.run(
        """
        INSERT INTO register_entries (register_id, number, record_code, record_number, day, month, taken_at)
        VALUES (\(book), \(number), \(record.code), \(record.number), \(day), \(Self.month(of: day)),
          \(transaction.now))
        """)
    }
    return number
  }

  /// Which line of the book, `FOR UPDATE`.
  func lock(_ number: Int, in book: RegisterBook.ID) throws -> RegisterEntry {
    let row = try transaction.rows(
      "\(Self.columns) WHERE register_id = \(book) AND number = \(number) \(transaction.rowLock)"
    ).first
    guard let row else { throw Refusal(.notFound, "Sổ này không có số \(number).") }
    return try RegisterEntry(row)
  }

  /// The line that a record has now, if its number was not cancelled. The caller has made sure that the record may be
  /// seen.
  package func entry(of record: RecordReference) throws -> RegisterEntry? {
    try transaction.rows(
      """
      \(Self.columns) WHERE record_code = \(record.code) AND record_number = \(record.number)
        AND cancelled_at IS NULL
      """
    ).first.map(RegisterEntry.init)
  }

  package func cancel(_ entry: RegisterEntry, reason: String, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE register_entries SET cancelled_at = \(transaction.now), cancelled_by = \(actor.nameOnRecord),
        cancelled_by_post = \(actor.post), cancel_reason = \(reason)
      WHERE register_id = \(entry.book) AND number = \(entry.number)
      """)
  }

  /// Cancels a number when nobody acts: a reservation that ran out.
  func cancelForJob(_ number: Int, in book: RegisterBook.ID, reason: String, by name: String) throws {
    try transaction.run(
      """
      UPDATE register_entries SET cancelled_at = \(transaction.now), cancelled_by = \(name), cancel_reason = \(reason)
      WHERE register_id = \(book) AND number = \(number) AND cancelled_at IS NULL
      """)
  }

  /// Another record bears the number from now on: the document it was reserved for. Day and number stay.
  func pass(_ number: Int, in book: RegisterBook.ID, to record: RecordReference) throws {
    try transaction.run(
      """
      UPDATE register_entries SET record_code = \(record.code), record_number = \(record.number)
      WHERE register_id = \(book) AND number = \(number) AND cancelled_at IS NULL
      """)
  }

  /// Whether a number of this kind and year was given by the agency already, here or on paper.
  package func hasNumbers(_ agency: AgencyID, _ kind: RegisterKind, year: Int) throws -> Bool {
    try !transaction.rows(
      """
      SELECT r.id FROM registers r JOIN number_series s ON s.register_id = r.id
      WHERE r.agency_id = \(agency) AND r.kind = \(kind) AND r.year = \(year) AND s.last_number > 0 LIMIT 1
      """
    ).isEmpty
  }

  /// Follows a correction of the day of arrival. The number stays.
  package func setDay(_ day: Day, of record: RecordReference) throws {
    try transaction.run(
      """
      UPDATE register_entries SET day = \(day), month = \(Self.month(of: day))
      WHERE record_code = \(record.code) AND record_number = \(record.number) AND cancelled_at IS NULL
      """)
  }

  /// Lines after `number` in the order of numbers, of one month (`2026-11`) or of all. The caller has checked the
  /// right to the book.
  func entries(
    of book: RegisterBook.ID, month: String? = nil, after number: Int, through last: Int = .max, limit: Int
  ) throws -> [RegisterEntry] {
    let inMonth: SQL = month.map { "AND month = \($0)" } ?? ""
    return try transaction.rows(
      """
      \(Self.columns) WHERE register_id = \(book) \(inMonth) AND number > \(number) AND number <= \(last)
      ORDER BY number LIMIT \(limit)
      """
    ).map(RegisterEntry.init)
  }

  /// The lines before `number`, in the order of numbers.
  func entries(of book: RegisterBook.ID, month: String?, before number: Int, limit: Int) throws -> [RegisterEntry] {
    let inMonth: SQL = month.map { "AND month = \($0)" } ?? ""
    return try transaction.rows(
      """
      \(Self.columns) WHERE register_id = \(book) \(inMonth) AND number < \(number)
      ORDER BY number DESC LIMIT \(limit)
      """
    ).map(RegisterEntry.init).reversed()
  }

  /// The earliest month (`2026-11`) that has a line.
  func firstMonth(of book: RegisterBook.ID) throws -> String? {
    try transaction.rows("SELECT MIN(month) AS month FROM register_entries WHERE register_id = \(book)")[0]
      .find("month")
  }

  static func month(of day: Day) -> String { String(day.isoText.prefix(7)) }

  static let columns: SQL = """
    SELECT register_id, number, record_code, record_number, day, taken_at, cancelled_at, cancelled_by, cancel_reason
    FROM register_entries
    """
}

extension RegisterEntry {
  init(_ row: Row) throws {
    book = try row.get("register_id")
    number = try row.get("number")
    record = RecordReference(code: try row.get("record_code"), number: try row.get("record_number"))
    day = try row.get("day")
    takenAt = try row.get("taken_at")
    cancellation = try row.find("cancelled_at", as: Instant.self).map {
      Cancellation(at: $0, by: try row.get("cancelled_by"), reason: try row.get("cancel_reason"))
    }
  }
}
