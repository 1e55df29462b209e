import Database
import FileVault
import Kernel

extension RegisterPrint.Format: SQLConvertible {}

/// SQL of printed volumes.
package struct RegisterPrintStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What lies in a range of a book.
  struct Extent {
    var numbers: ClosedRange<Int>
    var days: ClosedRange<Day>
    var count: Int
  }

  /// Nil when the range holds no line.
  func extent(of book: RegisterBook.ID, numbers: ClosedRange<Int>) throws -> Extent? {
    let row = try transaction.rows(
      """
      SELECT MIN(number) AS first, MAX(number) AS last, MIN(day) AS first_day, MAX(day) AS last_day, COUNT(*) AS count
      FROM register_entries
      WHERE register_id = \(book) AND number >= \(numbers.lowerBound) AND number <= \(numbers.upperBound)
      """)[0]
    guard let first: Int = try row.find("first"), let last: Int = try row.find("last"),
      let firstDay: Day = try row.find("first_day"), let lastDay: Day = try row.find("last_day")
    else { return nil }
    return Extent(numbers: first...last, days: firstDay...lastDay, count: try row.get("count"))
  }

  /// From the first to the last number that bears one of these days.
  func extent(of book: RegisterBook.ID, days: ClosedRange<Day>) throws -> Extent? {
    let row = try transaction.rows(
      """
      SELECT MIN(number) AS first, MAX(number) AS last FROM register_entries
      WHERE register_id = \(book) AND day >= \(days.lowerBound) AND day <= \(days.upperBound)
      """)[0]
    guard let first: Int = try row.find("first"), let last: Int = try row.find("last") else { return nil }
    return try extent(of: book, numbers: first...last)
  }

  func add(
    _ extent: Extent, of book: RegisterBook.ID, volume: Int, provenance: String, by actor: Actor
  ) throws -> RegisterPrint.ID {
    let id = try transaction.nextID(RegisterPrint.ID.self, of: "register_prints")
    try transaction.run(
      """
      INSERT INTO register_prints (id, register_id, volume, from_number, to_number, from_day, to_day, row_count,
        asked_at, asked_by, asked_by_post, provenance)
      VALUES (\(id), \(book), \(volume), \(extent.numbers.lowerBound), \(extent.numbers.upperBound),
        \(extent.days.lowerBound), \(extent.days.upperBound), \(extent.count), \(transaction.now),
        \(actor.nameOnRecord), \(actor.post), \(provenance))
      """)
    return id
  }

  /// Volumes of a book, newest first. The caller has checked the right to the book.
  func prints(of book: RegisterBook.ID, limit: Int = 50) throws -> [RegisterPrint] {
    try transaction.rows("\(Self.columns) WHERE register_id = \(book) ORDER BY id DESC LIMIT \(limit)")
      .map { try made($0) }
  }

  /// One volume of a book whose right was checked.
  package func find(_ id: RegisterPrint.ID, of book: RegisterBook.ID) throws -> RegisterPrint {
    let row = try transaction.rows("\(Self.columns) WHERE id = \(id) AND register_id = \(book)").first
    guard let row else { throw Refusal(.notFound, "Không tìm thấy bản in này của sổ.") }
    return try made(row)
  }

  func findForJob(_ id: RegisterPrint.ID) throws -> RegisterPrint? {
    try transaction.rows("\(Self.columns) WHERE id = \(id)").first.map { try made($0) }
  }

  /// The number after which nothing was printed yet, and the next volume.
  func next(after book: RegisterBook) throws -> (volume: Int, from: Int) {
    let row = try transaction.rows(
      """
      SELECT COALESCE(MAX(volume), 0) AS volume, COALESCE(MAX(to_number), \(book.paperThrough)) AS last
      FROM register_prints WHERE register_id = \(book.id)
      """)[0]
    return (try row.get("volume", as: Int.self) + 1, try row.get("last", as: Int.self) + 1)
  }

  /// Freezes the files of a volume. A second run of the job changes nothing.
  func finish(_ id: RegisterPrint.ID, with files: [RegisterPrint.File]) throws {
    let isFirst = try transaction.run(
      "UPDATE register_prints SET made_at = \(transaction.now) WHERE id = \(id) AND made_at IS NULL")
    guard isFirst > 0 else { return }
    let stored = StoredFileStore(transaction)
    for file in files {
      try stored.add(file.stored)
      try transaction.run(
        """
        INSERT INTO register_print_files (print_id, format, hash, bytes)
        VALUES (\(id), \(file.format), \(file.stored.hash), \(file.stored.bytes))
        """)
    }
  }

  private func made(_ row: Row) throws -> RegisterPrint {
    var print = try RegisterPrint(row)
    print.files = try transaction.rows(
      "SELECT format, hash, bytes FROM register_print_files WHERE print_id = \(print.id) ORDER BY format"
    ).map { row in
      RegisterPrint.File(
        format: try row.get("format"), stored: StoredFile(hash: try row.get("hash"), bytes: try row.get("bytes")))
    }
    return print
  }

  private static let columns: SQL = """
    SELECT id, register_id, volume, from_number, to_number, from_day, to_day, row_count, asked_at, asked_by,
      provenance, made_at
    FROM register_prints
    """
}

extension RegisterPrint {
  init(_ row: Row) throws {
    let firstNumber: Int = try row.get("from_number")
    let firstDay: Day = try row.get("from_day")
    self.init(
      id: try row.get("id"), book: try row.get("register_id"), volume: try row.get("volume"),
      numbers: firstNumber...(try row.get("to_number")), days: firstDay...(try row.get("to_day")),
      rowCount: try row.get("row_count"), askedAt: try row.get("asked_at"), askedBy: try row.get("asked_by"),
      provenance: try row.get("provenance"), madeAt: try row.find("made_at"), files: [])
  }
}
