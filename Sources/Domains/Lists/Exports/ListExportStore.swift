import Database
import FileVault
import Kernel

extension ListExport.Format: SQLConvertible {}

/// SQL of exported lists. A person sees their own, as the post that asked.
package struct ListExportStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(_ export: ListExport) throws {
    try transaction.run(
      """
      INSERT INTO list_exports (id, account_id, person_id, post_id, list, title, address, criteria, columns, format,
        asked_at, provenance, row_count, is_cut)
      VALUES (\(export.id), \(export.account), \(export.person), \(export.post), \(export.list), \(export.title),
        \(export.address), \(export.criteria), \(export.columns.joined(separator: ",")), \(export.format),
        \(export.askedAt), \(export.provenance), 0, 0)
      """)
  }

  /// The actor's own, newest first.
  func list(of actor: Actor, limit: Int = 50) throws -> [ListExport] {
    try transaction.rows(
      """
      \(Self.columns) WHERE person_id = \(actor.person) AND post_id = \(actor.post) ORDER BY id DESC LIMIT \(limit)
      """
    ).map(ListExport.init)
  }

  func find(_ id: ListExport.ID, of actor: Actor) throws -> ListExport {
    let row = try transaction.rows(
      "\(Self.columns) WHERE id = \(id) AND person_id = \(actor.person) AND post_id = \(actor.post)"
    ).first
    guard let row else {
      throw Refusal(.notFound, "Không tìm thấy tệp kết xuất này: tệp chỉ giữ một tuần, của riêng người đã lấy.")
    }
    return try ListExport(row)
  }

  func findForJob(_ id: ListExport.ID) throws -> ListExport? {
    try transaction.rows("\(Self.columns) WHERE id = \(id)").first.map(ListExport.init)
  }

  /// Freezes the file. A second run of the job changes nothing.
  func finish(_ id: ListExport.ID, with file: StoredFile, rowCount: Int, isCut: Bool) throws {
    let isFirst = try transaction.rows(
      "SELECT id FROM list_exports WHERE id = \(id) AND made_at IS NULL \(transaction.rowLock)")
    guard !isFirst.isEmpty else { return }
    try StoredFileStore(transaction).add(file)
    try transaction.run(
      """
      UPDATE list_exports SET made_at = \(transaction.now), row_count = \(rowCount), is_cut = \(isCut),
        hash = \(file.hash), bytes = \(file.bytes)
      WHERE id = \(id)
      """)
  }

  /// Forgets exports asked for before `instant`; tells which files nobody needs any more.
  func forget(askedBefore instant: Instant, limit: Int = 200) throws -> [FileHash] {
    let rows = try transaction.rows(
      "SELECT id, hash FROM list_exports WHERE asked_at < \(instant) ORDER BY asked_at LIMIT \(limit)")
    let ids = try rows.map { try $0.get("id", as: Int64.self) }
    try transaction.run("DELETE FROM list_exports WHERE id IN (\(.list(ids)))")
    let hashes = try rows.compactMap { try $0.find("hash", as: FileHash.self) }
    let left = try transaction.rows("SELECT hash FROM list_exports WHERE hash IN (\(.list(hashes)))")
    let wanted = Set(try left.map { try $0.get("hash", as: FileHash.self) })
    return Array(Set(hashes).subtracting(wanted))
  }

  private static let columns: SQL = """
    SELECT id, account_id, person_id, post_id, list, title, address, criteria, columns, format, asked_at, provenance,
      made_at, row_count, is_cut, hash, bytes
    FROM list_exports
    """
}

extension ListExport {
  init(_ row: Row) throws {
    let columns: String = try row.get("columns")
    self.init(
      id: try row.get("id"), account: try row.get("account_id"), person: try row.get("person_id"),
      post: try row.get("post_id"), list: try row.get("list"), title: try row.get("title"),
      address: try row.get("address"), criteria: try row.get("criteria"),
      columns: columns.split(separator: ",").map(String.init), format: try row.get("format"),
      askedAt: try row.get("asked_at"), provenance: try row.get("provenance"), madeAt: try row.find("made_at"),
      rowCount: try row.get("row_count"), isCut: try row.get("is_cut"))
    if let hash: FileHash = try row.find("hash") { file = StoredFile(hash: hash, bytes: try row.get("bytes")) }
  }
}
