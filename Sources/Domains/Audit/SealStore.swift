import Database
import Kernel

/// SQL of the seals.
struct SealStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  var now: Instant { transaction.now }

  /// The chain's end, kept from other sealers until the transaction ends.
  func lockHead() throws -> AuditChain.Head {
    let rows = try transaction.rows(
      "SELECT last_number, last_hash, open_day FROM audit_chain WHERE id = 1 \(transaction.rowLock)")
    return try head(rows)
  }

  func head() throws -> AuditChain.Head {
    try head(try transaction.rows("SELECT last_number, last_hash, open_day FROM audit_chain WHERE id = 1"))
  }

  private func head(_ rows: [Row]) throws -> AuditChain.Head {
    guard let row = rows.first else { return AuditChain.Head(number: 0, hash: AuditChain.origin, openDay: nil) }
    return AuditChain.Head(
      number: try row.get("last_number"), hash: try row.get("last_hash"), openDay: try row.find("open_day"))
  }

  func save(_ head: AuditChain.Head) throws {
    try transaction.later(
      """
      UPDATE audit_chain SET last_number = \(head.number), last_hash = \(head.hash), open_day = \(head.openDay)
      WHERE id = 1
      """)
  }

  /// Entries waiting for a seal, as found. Their keys are read first: a planner that remembers how many waited after a
  /// bulk filling would walk all entries to find these few.
  func unsealed(limit: Int) throws -> [(id: Int64, entry: AuditEntry)] {
    let waiting = try transaction.rows("SELECT entry_id FROM audit_unsealed ORDER BY entry_id LIMIT \(limit)")
    guard !waiting.isEmpty else { return [] }
    let keys: [Int64] = try waiting.map { try $0.get("entry_id") }
    return try transaction.rows(
      "SELECT \(Self.entryColumns) FROM audit_entries e WHERE e.id IN (\(.list(keys))) ORDER BY e.id"
    ).map { (try $0.get("id"), try AuditEntry($0)) }
  }

  func add(number: Int64, entry: Int64, hash: String) throws {
    try transaction.later(
      """
      INSERT INTO audit_seals (number, entry_id, hash, sealed_at)
      VALUES (\(number), \(entry), \(hash), \(transaction.now))
      """)
    try transaction.later("DELETE FROM audit_unsealed WHERE entry_id = \(entry)")
  }

  func lastClosing() throws -> AuditChain.Closing? { try closings("ORDER BY last_number DESC, day DESC LIMIT 1").first }

  /// Closings whose last link is among these numbers.
  func closings(from first: Int64, through last: Int64) throws -> [AuditChain.Closing] {
    try closings("WHERE last_number >= \(first) AND last_number <= \(last) ORDER BY last_number, day")
  }

  private func closings(_ which: SQL) throws -> [AuditChain.Closing] {
    try transaction.rows("SELECT day, last_number, entry_count, last_hash FROM audit_closings \(which)").map {
      AuditChain.Closing(
        day: try $0.get("day"), lastNumber: try $0.get("last_number"), entryCount: try $0.get("entry_count"),
        lastHash: try $0.get("last_hash"))
    }
  }

  func add(_ closing: AuditChain.Closing) throws {
    try transaction.run(
      """
      INSERT INTO audit_closings (day, last_number, entry_count, last_hash, closed_at)
      VALUES (\(closing.day), \(closing.lastNumber), \(closing.entryCount), \(closing.lastHash), \(transaction.now))
      """)
  }

  /// Links after a number, in the chain's order, each beside its entry.
  func linksForVerification(after number: Int64, limit: Int) throws -> [AuditChain.Link] {
    try transaction.rows(
      """
      SELECT s.number, s.entry_id, s.hash, x.id AS erasure, \(Self.entryColumns)
      FROM audit_seals s LEFT JOIN audit_entries e ON e.id = s.entry_id
      LEFT JOIN audit_entries x ON x.id = e.erasure_id AND x.code = \(AuditEvent.valuesErasedCode)
        AND x.record_code = e.record_code AND x.record_number = e.record_number
      WHERE s.number > \(number) ORDER BY s.number LIMIT \(limit)
      """
    ).map { row in
      AuditChain.Link(
        number: try row.get("number"), entryID: try row.get("entry_id"), hash: try row.get("hash"),
        entry: try row.find("id", as: Int64.self) == nil ? nil : AuditEntry(row),
        hasErasure: try row.find("erasure", as: Int64.self) != nil)
    }
  }

  /// The first entry that neither has a seal nor waits for one.
  func firstUnaccounted() throws -> Int64? {
    try transaction.rows(
      """
      SELECT e.id FROM audit_entries e
      WHERE NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.entry_id = e.id)
        AND NOT EXISTS (SELECT 1 FROM audit_unsealed u WHERE u.entry_id = e.id)
      ORDER BY e.id LIMIT 1
      """
    ).first?.get("id")
  }

  /// The first entry that waits for its seal and is gone.
  func firstLostUnsealed() throws -> Int64? {
    try transaction.rows(
      """
      SELECT u.entry_id FROM audit_unsealed u
      WHERE NOT EXISTS (SELECT 1 FROM audit_entries e WHERE e.id = u.entry_id) ORDER BY u.entry_id LIMIT 1
      """
    ).first?.get("entry_id")
  }

  func unsealedCount() throws -> Int {
    try transaction.rows("SELECT COUNT(*) AS count FROM audit_unsealed")[0].get("count")
  }

  private static let entryColumns: SQL = """
    e.id, e.at, e.code, e.kind, e.record_code, e.record_number, e.account_id, e.post_id, e.person_name, e.post_title,
      e.unit_name, e.agency_id, e.agency_name, e.on_behalf_of, e.address, e.sentence, e.changes, e.salt, e.values_digest
    """
}

extension AuditEntry {
  init(_ row: Row) throws {
    let recordCode: String? = try row.find("record_code")
    let salt: String? = try row.find("salt")
    self.init(
      at: try row.get("at"), code: try row.get("code"), kind: try row.get("kind"),
      record: try recordCode.map { RecordReference(code: $0, number: try row.get("record_number")) },
      person: AuditedPerson(
        account: try row.find("account_id"), post: try row.find("post_id"), personName: try row.get("person_name"),
        postTitle: try row.get("post_title"), unitName: try row.get("unit_name"), agency: try row.find("agency_id"),
        agencyName: try row.get("agency_name"), onBehalfOf: try row.find("on_behalf_of"),
        address: try row.get("address")),
      values: try salt.map {
        AuditValues(sentence: try row.find("sentence") ?? "", changesText: try row.find("changes"), salt: $0)
      },
      valuesDigest: try row.get("values_digest"))
  }
}
