import Database
import FileVault
import Kernel

extension ImportBatch.State: SQLConvertible {}
extension ImportBatch.Kind: SQLConvertible {}

/// SQL of batches. Those of an agency are seen by who brings in their kind: its registry clerks, its administrators.
package struct ImportBatchStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  func find(_ id: ImportBatch.ID, _ kind: ImportBatch.Kind, of agency: AgencyID) throws -> ImportBatch {
    let rows = try transaction.rows(
      "\(Self.columns) WHERE id = \(id) AND agency_id = \(agency) AND kind = \(kind)")
    guard let row = rows.first else {
      throw Refusal(.notFound, "Không tìm thấy đợt nhập này.")
    }
    return try ImportBatch(row)
  }

  func findForJob(_ id: ImportBatch.ID) throws -> ImportBatch? {
    try transaction.rows("\(Self.columns) WHERE id = \(id)").first.map(ImportBatch.init)
  }

  func find(source: FileHash, _ kind: ImportBatch.Kind, of agency: AgencyID) throws -> ImportBatch? {
    try transaction.rows(
      "\(Self.columns) WHERE source_hash = \(source) AND agency_id = \(agency) AND kind = \(kind)"
    ).first.map(ImportBatch.init)
  }

  /// Newest first.
  func list(_ kind: ImportBatch.Kind, of agency: AgencyID, limit: Int = 50) throws -> [ImportBatch] {
    try transaction.rows(
      "\(Self.columns) WHERE agency_id = \(agency) AND kind = \(kind) ORDER BY id DESC LIMIT \(limit)"
    ).map(ImportBatch.init)
  }

  func add(_ batch: ImportBatch) throws {
    try transaction.run(
      """
      INSERT INTO import_batches (id, kind, agency_id, source_name, source_hash, settings, state, row_count, good_count,
        problem_count, duplicate_count, entered_count, asked_at, asked_by, account_id, post_id, upload_id, upload_bytes,
        files_id, files_hash, files_bytes, version)
      VALUES (\(batch.id), \(batch.kind), \(batch.agency), \(batch.sourceName), \(batch.sourceHash),
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
        tally = \(try batch.tally.map { try JSONText.text($0) }),
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
    SELECT id, kind, tally, agency_id, source_name, source_hash, settings, state, row_count, good_count, problem_count,
      duplicate_count, entered_count, asked_at, asked_by, account_id, post_id, finished_at, trouble, upload_id,
      upload_bytes, files_id, files_hash, files_bytes, version
    FROM import_batches
    """
}

extension ImportBatch {
  init(_ row: Row) throws {
    id = try row.get("id")
    kind = try row.get("kind")
    tally = try row.find("tally").map { try JSONText.value($0, as: OrganizationTally.self) }
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
