import Database
import Kernel

/// What became of the rows of a batch.
extension ImportBatchStore {
  /// Notes that a row stands in the book now. False when it did already.
  func enter(_ row: Int, as record: Int64, of batch: ImportBatch.ID) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO import_rows (batch_id, row_number, record_number) VALUES (\(batch), \(row), \(record))
      ON CONFLICT (batch_id, row_number) DO NOTHING
      """) > 0
  }

  /// What a row became, if it is entered.
  func record(ofRow row: Int, of batch: ImportBatch.ID) throws -> Int64? {
    try transaction.rows(
      "SELECT record_number FROM import_rows WHERE batch_id = \(batch) AND row_number = \(row)"
    ).first?.get("record_number")
  }

  /// What the rows entered so far became.
  func records(of batch: ImportBatch.ID) throws -> [Int: Int64] {
    let rows = try transaction.rows(
      "SELECT row_number, record_number FROM import_rows WHERE batch_id = \(batch) ORDER BY row_number")
    return try rows.reduce(into: [:]) { try $0[$1.get("row_number")] = $1.get("record_number") }
  }

  func isEntered(_ row: Int, of batch: ImportBatch.ID) throws -> Bool {
    try !transaction.rows(
      "SELECT row_number FROM import_rows WHERE batch_id = \(batch) AND row_number = \(row)"
    ).isEmpty
  }

  func entered(of batch: ImportBatch.ID) throws -> Set<Int> {
    var rows: Set<Int> = []
    var last = -1
    while true {
      let page = try transaction.rows(
        """
        SELECT row_number FROM import_rows WHERE batch_id = \(batch) AND row_number > \(last)
        ORDER BY row_number LIMIT 10000
        """
      ).map { try $0.get("row_number", as: Int.self) }
      guard let end = page.last else { return rows }
      rows.formUnion(page)
      last = end
    }
  }

  func countEntered(of batch: ImportBatch.ID) throws -> Int {
    try transaction.rows("SELECT COUNT(*) AS n FROM import_rows WHERE batch_id = \(batch)")[0].get("n")
  }

  // MARK: what a trial run found

  func forgetProblems(of batch: ImportBatch.ID) throws {
    try transaction.run("DELETE FROM import_problems WHERE batch_id = \(batch)")
  }

  func addProblem(_ problem: RowProblem, at place: Int, of batch: ImportBatch.ID) throws {
    try transaction.run(
      """
      INSERT INTO import_problems (batch_id, place, row_number, row_offset, field, message)
      VALUES (\(batch), \(place), \(problem.place.row), \(problem.place.offset), \(problem.field), \(problem.message))
      """)
  }

  /// After `place`, in their order.
  func problems(of batch: ImportBatch.ID, after place: Int = -1, limit: Int) throws -> [(
    place: Int, problem: RowProblem
  )] {
    try transaction.rows(
      """
      SELECT place, row_number, row_offset, field, message FROM import_problems
      WHERE batch_id = \(batch) AND place > \(place) ORDER BY place LIMIT \(limit)
      """
    ).map {
      let place = RowPlace(row: try $0.get("row_number"), offset: try $0.get("row_offset"))
      return (
        try $0.get("place"),
        RowProblem(place: place, field: try $0.find("field"), message: try $0.get("message"))
      )
    }
  }

  /// Behind all others.
  func appendProblem(_ problem: RowProblem, of batch: ImportBatch.ID) throws {
    let last: Int? = try transaction.rows(
      "SELECT place FROM import_problems WHERE batch_id = \(batch) ORDER BY place DESC LIMIT 1"
    ).first?.get("place")
    try addProblem(problem, at: (last ?? -1) + 1, of: batch)
  }

  /// Keeps what a trial run would change, instead of what an earlier one found.
  func replaceChanges(_ changes: [RowChange], of batch: ImportBatch.ID) throws {
    try transaction.run("DELETE FROM import_changes WHERE batch_id = \(batch)")
    for (place, change) in changes.enumerated() {
      try transaction.run(
        """
        INSERT INTO import_changes (batch_id, place, row_number, sentence)
        VALUES (\(batch), \(place), \(change.row), \(change.sentence))
        """)
    }
  }

  /// The first of them.
  func changes(of batch: ImportBatch.ID, limit: Int) throws -> [RowChange] {
    try transaction.rows(
      "SELECT row_number, sentence FROM import_changes WHERE batch_id = \(batch) ORDER BY place LIMIT \(limit)"
    ).map { RowChange(row: try $0.get("row_number"), sentence: try $0.get("sentence")) }
  }
}
