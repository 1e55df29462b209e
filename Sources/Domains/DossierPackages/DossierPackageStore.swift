import Database
import Dossiers
import FileVault
import Kernel

extension DossierPackage.Kind: SQLConvertible {}

/// SQL of packages. A person sees their own, as the post that asked: it holds what this post saw.
package struct DossierPackageStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(_ package: DossierPackage) throws {
    try transaction.run(
      """
      INSERT INTO dossier_packages (id, dossier_id, kind, account_id, person_id, post_id, asked_at)
      VALUES (\(package.id), \(package.dossier), \(package.kind), \(package.account), \(package.person),
        \(package.post), \(package.askedAt))
      """)
  }

  /// The actor's own of a dossier, newest first.
  func list(of dossier: Dossier.ID, by actor: Actor, limit: Int = 20) throws -> [DossierPackage] {
    try transaction.rows(
      """
      \(Self.columns) WHERE dossier_id = \(dossier) AND post_id = \(actor.post) AND person_id = \(actor.person)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(DossierPackage.init)
  }

  func find(_ id: DossierPackage.ID, of actor: Actor) throws -> DossierPackage {
    let row = try transaction.rows(
      "\(Self.columns) WHERE id = \(id) AND post_id = \(actor.post) AND person_id = \(actor.person)"
    ).first
    guard let row else {
      throw Refusal(.notFound, "Không tìm thấy gói này: gói chỉ giữ một tuần, của riêng người đã lấy.")
    }
    return try DossierPackage(row)
  }

  func findForJob(_ id: DossierPackage.ID) throws -> DossierPackage? {
    try transaction.rows("\(Self.columns) WHERE id = \(id)").first.map(DossierPackage.init)
  }

  /// Freezes the file. A second run of the job changes nothing.
  func finish(_ id: DossierPackage.ID, with file: StoredFile) throws {
    let waiting = try transaction.rows(
      "SELECT id FROM dossier_packages WHERE id = \(id) AND made_at IS NULL \(transaction.rowLock)")
    guard !waiting.isEmpty else { return }
    try StoredFileStore(transaction).add(file)
    try transaction.run(
      """
      UPDATE dossier_packages SET made_at = \(transaction.now), hash = \(file.hash), bytes = \(file.bytes)
      WHERE id = \(id)
      """)
  }

  /// Forgets all that were made of a dossier; gives the files that nothing names any more.
  func forget(of dossier: Dossier.ID) throws -> [FileHash] {
    let rows = try transaction.rows("SELECT hash FROM dossier_packages WHERE dossier_id = \(dossier)")
    try transaction.run("DELETE FROM dossier_packages WHERE dossier_id = \(dossier)")
    return try StoredFileStore(transaction).removeUnnamed(
      among: try rows.compactMap { try $0.find("hash", as: FileHash.self) })
  }

  /// Forgets what was asked for before `instant`; gives the files that nothing names any more.
  func forget(askedBefore instant: Instant, limit: Int = 200) throws -> [FileHash] {
    let rows = try transaction.rows(
      "SELECT id, hash FROM dossier_packages WHERE asked_at < \(instant) ORDER BY asked_at LIMIT \(limit)")
    let ids = try rows.map { try $0.get("id", as: Int64.self) }
    try transaction.run("DELETE FROM dossier_packages WHERE id IN (\(.list(ids)))")
    return try StoredFileStore(transaction).removeUnnamed(
      among: try rows.compactMap { try $0.find("hash", as: FileHash.self) })
  }

  private static let columns: SQL = """
    SELECT id, dossier_id, kind, account_id, person_id, post_id, asked_at, made_at, hash, bytes FROM dossier_packages
    """
}

extension DossierPackage {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), dossier: try row.get("dossier_id"), kind: try row.get("kind"),
      account: try row.get("account_id"), person: try row.get("person_id"), post: try row.get("post_id"),
      askedAt: try row.get("asked_at"), madeAt: try row.find("made_at"))
    if let hash: FileHash = try row.find("hash") { file = StoredFile(hash: hash, bytes: try row.get("bytes")) }
  }
}
