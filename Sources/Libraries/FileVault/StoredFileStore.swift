import Database
import Kernel

extension FileHash: SQLConvertible {
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.init(text)
  }
}

extension FileDamage: SQLConvertible {}

/// The list of every file that a record names, with the hash of its intake. Domains' rows refer to it by foreign key
/// (`REFERENCES stored_files (hash)`), so no row can be without its file's line.
package struct StoredFileStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Names a kept file, in the transaction of the row that uses it. A second time changes nothing.
  package func add(_ file: StoredFile) throws {
    try transaction.run(
      """
      INSERT INTO stored_files (hash, bytes, kept_at, checked_at)
      VALUES (\(file.hash), \(file.bytes), \(transaction.now), \(transaction.now)) ON CONFLICT (hash) DO NOTHING
      """)
  }

  /// Takes a file from the list, in the transaction that removed the last row naming it; `FileVault.destroy` follows.
  package func remove(_ hash: FileHash) throws {
    try transaction.run("DELETE FROM stored_files WHERE hash = \(hash)")
  }

  /// Takes those of these files from the list that no row names any more, whichever table it would be: the database is
  /// asked for every foreign key on the list, so that a new table cannot be forgotten. Gives their hashes;
  /// `FileVault.destroy` follows once this is durable.
  package func removeUnnamed(among hashes: [FileHash]) throws -> [FileHash] {
    guard !hashes.isEmpty else { return [] }
    var freed = hashes
    for (table, column) in try references() where !freed.isEmpty {
      let rows = try transaction.rows("SELECT \(column) AS hash FROM \(table) WHERE \(column) IN (\(SQL.list(freed)))")
      let named = Set(try rows.map { try $0.get("hash", as: FileHash.self) })
      freed.removeAll(where: named.contains)
    }
    for hash in freed { try remove(hash) }
    return freed
  }

  /// Tables and columns that refer to the list. Their names come from the schema, never from input.
  private func references() throws -> [(table: SQL, column: SQL)] {
    let catalogue: SQL =
      switch transaction.engine {
      case .sqlite:
        """
        SELECT m.name AS table_name, f."from" AS column_name
        FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS f
        WHERE m.type = 'table' AND f."table" = 'stored_files'
        """
      case .postgres:
        """
        SELECT c.conrelid::regclass::text AS table_name, a.attname::text AS column_name
        FROM pg_constraint AS c JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.confrelid = 'stored_files'::regclass
        """
      }
    return try transaction.rows(catalogue).map { row in
      (SQL(stringLiteral: try row.get("table_name")), SQL(stringLiteral: try row.get("column_name")))
    }
  }

  /// Which of these hashes are named.
  package func named(among hashes: [FileHash]) throws -> Set<FileHash> {
    let rows = try transaction.rows("SELECT hash FROM stored_files WHERE hash IN (\(SQL.list(hashes)))")
    return Set(try rows.map { try $0.get("hash") })
  }

  /// Which of these files hashing again found broken or gone.
  package func damaged(among hashes: [FileHash]) throws -> Set<FileHash> {
    guard !hashes.isEmpty else { return [] }
    let rows = try transaction.rows(
      "SELECT hash FROM stored_files WHERE hash IN (\(SQL.list(hashes))) AND damage IS NOT NULL")
    return Set(try rows.map { try $0.get("hash") })
  }

  /// Every named file in the order of hashes, page by page.
  func listForVerification(after hash: FileHash?, limit: Int) throws -> [StoredFile] {
    try transaction.rows(
      "SELECT hash, bytes FROM stored_files WHERE hash > \(hash?.text ?? "") ORDER BY hash LIMIT \(limit)"
    ).map { StoredFile(hash: try $0.get("hash"), bytes: try $0.get("bytes")) }
  }

  /// Files not hashed again since `instant`, the longest unseen first.
  func listForScrubbing(uncheckedSince instant: Instant, limit: Int) throws -> [StoredFile] {
    try transaction.rows(
      """
      SELECT hash, bytes FROM stored_files
      WHERE checked_at < \(instant) OR checked_at > \(transaction.now) ORDER BY checked_at, hash LIMIT \(limit)
      """
    ).map { StoredFile(hash: try $0.get("hash"), bytes: try $0.get("bytes")) }
  }

  /// Notes what hashing again found. True when the finding is new.
  func note(_ damage: FileDamage?, of hash: FileHash) throws -> Bool {
    let before = try transaction.rows("SELECT damage FROM stored_files WHERE hash = \(hash)").first
    let known: FileDamage? = try before?.find("damage")
    try transaction.run(
      """
      UPDATE stored_files SET checked_at = \(transaction.now), damage = \(damage),
        damage_found_at = \(damage == nil ? nil : transaction.now)
      WHERE hash = \(hash)
      """)
    return damage != nil && damage != known
  }

  /// What the health page shows of the vault.
  package func health(limit: Int = 20) throws -> VaultHealth {
    let damaged = try transaction.rows(
      """
      SELECT hash, damage, damage_found_at FROM stored_files WHERE damage IS NOT NULL
      ORDER BY damage_found_at DESC, hash LIMIT \(limit)
      """
    ).map {
      VaultHealth.Finding(
        hash: try $0.get("hash"), damage: try $0.get("damage"), foundAt: try $0.get("damage_found_at"))
    }
    let oldest = try transaction.rows("SELECT checked_at FROM stored_files ORDER BY checked_at LIMIT 1").first
    return VaultHealth(findings: damaged, oldestCheckAt: try oldest?.get("checked_at"))
  }
}

/// The vault's state as the scrubber last saw it.
package struct VaultHealth: Sendable, Equatable {
  package struct Finding: Sendable, Equatable {
    package var hash: FileHash
    package var damage: FileDamage
    package var foundAt: Instant

    package init(hash: FileHash, damage: FileDamage, foundAt: Instant) {
      self.hash = hash
      self.damage = damage
      self.foundAt = foundAt
    }
  }

  /// Damaged files, newest finding first; empty when all is well.
  package var findings: [Finding]
  /// No stored file has gone unhashed for longer than since then; nil for an empty vault.
  package var oldestCheckAt: Instant?

  package init(findings: [Finding], oldestCheckAt: Instant?) {
    self.findings = findings
    self.oldestCheckAt = oldestCheckAt
  }
}
