import Database
import FileVault
import Kernel

extension ImportBatch.State: SQLConvertible {}

/// SQL of batches. An agency's batches are seen by its registry clerks.
package struct ImportBatchStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  func find(_ id: ImportBatch.ID, of agency: AgencyID) throws -> ImportBatch {
    guard let row = try transaction.rows("\(Self.columns) WHERE id = \(id) AND agency_id = \(agency)").first else {
      throw Refusal(.notFound, "Không tìm thấy đợt nhập này.")
    }
    return try ImportBatch(row)
  }

  func findForJob(_ id: ImportBatch.ID) throws -> ImportBatch? {
    try transaction.rows("\(Self.columns) WHERE id = \(id)").first.map(ImportBatch.init)
  }

  func find(source: FileHash, of agency: AgencyID) throws -> ImportBatch? {
    try transaction.rows("\(Self.columns) WHERE source_hash = \(source) AND agency_id = \(agency)").first
      .map(ImportBatch.init)
  }

  /// Newest first.
  func list(of agency: AgencyID, limit: Int = 50) throws -> [ImportBatch] {
    try transaction.rows("\(Self.columns) WHERE agency_id = \(agency) ORDER BY id DESC LIMIT \(limit)")
      .map(ImportBatch.init)
  }

  func add(_ batch: ImportBatch) throws {
    try transaction.run(
      """
      INSERT INTO import_batches (id, agency_id, source_name, source_hash, settings, state, row_count, good_count,
        problem_count, duplicate_count, entered_count, asked_at, asked_by, account_id, post_id, upload_id, upload_bytes,
        files_id, files_hash, files_bytes, version)
      VALUES (\(batch.id), \(batch.agency), \(batch.sourceName), \(batch.sourceHash),
        \(try JSONText.text(batch.settings)), \(batch.state), 0, 0, 0, 0, 0, \(batch.askedAt), \(batch.askedBy),
        \(batch.account), \(batch.post), \(batch.upload?.id), \(batch.upload?.bytes), \(batch.files?.id),
        \(batch.files?.hash), \(batch.files?.bytes), 1)
      """)
  }

  func save(_ batch: ImportBatch) throws {
    try transaction.run(
      """
      UPDATE import_batches SET source_name = \(batch.sourceName), settings = \(try JSONText.text(batch.settings)),
        state = \(batch.state), row_count = \(batch.counts.rows), good_count = \(batch.counts.good),
        problem_count = \(batch.counts.problems), duplicate_count = \(batch.counts.duplicates),
        entered_count = \(batch.counts.entered), finished_at = \(batch.finishedAt), trouble = \(batch.trouble),
        upload_id = \(batch.upload?.id), upload_bytes = \(batch.upload?.bytes), files_id = \(batch.files?.id),
        files_hash = \(batch.files?.hash), files_bytes = \(batch.files?.bytes), version = version + 1
      WHERE id = \(batch.id)
      """)
  }

  /// The batch, held until the transaction ends.
  func lock(_ id: ImportBatch.ID) throws -> ImportBatch {
    guard let row = try transaction.rows("\(Self.columns) WHERE id = \(id) \(transaction.rowLock)").first else {
      throw Refusal(.notFound, "Không tìm thấy đợt nhập này.")
    }
    return try ImportBatch(row)
  }

  // MARK: rows

  /// Notes that a row stands in the book now. False when it did already.
  func enter(_ row: Int, as record: Int64, of batch: ImportBatch.ID) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO import_rows (batch_id, row_number, record_number) VALUES (\(batch), \(row), \(record))
      ON CONFLICT (batch_id, row_number) DO NOTHING
      """) > 0
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

  // MARK: problems

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

  // MARK: uploads

  /// Which of these staging ids a batch still names.
  package func wantedForSweep(among ids: [String]) throws -> Set<String> {
    let rows = try transaction.rows(
      """
      SELECT upload_id AS staged FROM import_batches WHERE upload_id IN (\(.list(ids)))
      UNION SELECT files_id AS staged FROM import_batches WHERE files_id IN (\(.list(ids)))
      """)
    return Set(try rows.map { try $0.get("staged", as: String.self) })
  }

  /// Batches that ended, or were left alone, before `instant` and still have uploads.
  func withOldUploads(before instant: Instant, limit: Int = 100) throws -> [ImportBatch] {
    try transaction.rows(
      """
      \(Self.columns) WHERE (upload_id IS NOT NULL OR files_id IS NOT NULL)
        AND COALESCE(finished_at, asked_at) < \(instant) AND state <> 'entering' ORDER BY id LIMIT \(limit)
      """
    ).map(ImportBatch.init)
  }

  private static let columns: SQL = """
    SELECT id, agency_id, source_name, source_hash, settings, state, row_count, good_count, problem_count,
      duplicate_count, entered_count, asked_at, asked_by, account_id, post_id, finished_at, trouble, upload_id,
      upload_bytes, files_id, files_hash, files_bytes, version
    FROM import_batches
    """
}

extension ImportBatch {
  init(_ row: Row) throws {
    id = try row.get("id")
    agency = try row.get("agency_id")
    sourceName = try row.get("source_name")
    sourceHash = try row.get("source_hash")
    settings = try JSONText.value(row.get("settings"))
    state = try row.get("state")
    counts = Counts(
      rows: try row.get("row_count"), good: try row.get("good_count"), problems: try row.get("problem_count"),
      duplicates: try row.get("duplicate_count"), entered: try row.get("entered_count"))
    askedAt = try row.get("asked_at")
    askedBy = try row.get("asked_by")
    account = try row.get("account_id")
    post = try row.get("post_id")
    finishedAt = try row.find("finished_at")
    trouble = try row.find("trouble")
    if let id: String = try row.find("upload_id") {
      upload = StagedFile(id: id, hash: sourceHash, bytes: try row.get("upload_bytes"))
    }
    if let id: String = try row.find("files_id") {
      files = StagedFile(id: id, hash: try row.get("files_hash"), bytes: try row.get("files_bytes"))
    }
    version = try row.get("version")
  }
}
