import Database
import Kernel

extension AuditKind: SQLConvertible {}

/// The audit trail's SQL.
package struct AuditStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let storyColumns: SQL = """
    id, record_code, record_number, at, person_name, post_title, unit_name, agency_name, on_behalf_of, sentence, changes,
    salt
    """

  /// Appends an entry and puts it in the queue of the sealer.
  @discardableResult func add(_ entry: AuditEntry) throws -> Int64 {
    let id = try transaction.nextKey(of: "audit_entries")
    let person = entry.person
    try transaction.later(
      """
      INSERT INTO audit_entries (id, at, code, kind, record_code, record_number, account_id, post_id, person_name,
        post_title, unit_name, agency_id, agency_name, on_behalf_of, address, sentence, changes, salt, values_digest)
      VALUES (\(id), \(entry.at), \(entry.code), \(entry.kind), \(entry.record?.code), \(entry.record?.number),
        \(person.account), \(person.post), \(person.personName), \(person.postTitle), \(person.unitName),
        \(person.agency), \(person.agencyName), \(person.onBehalfOf), \(person.address), \(entry.values?.sentence),
        \(entry.values?.changesText), \(entry.values?.salt), \(entry.valuesDigest))
      """)
    try transaction.later("INSERT INTO audit_unsealed (entry_id) VALUES (\(id))")
    return id
  }

  /// Erases the values of a record's entries in the name of the entry `erasure`, which stays. Digests stay, so the
  /// chain still verifies.
  ///
  /// - Parameter sentences: only of entries that say one of these; nil for all.
  func eraseValues(of record: RecordReference, erasure: Int64, saying sentences: [String]? = nil) throws {
    let said: SQL = sentences.map { "AND sentence IN (\(.list($0)))" } ?? ""
    try transaction.run(
      """
      UPDATE audit_entries SET sentence = NULL, changes = NULL, salt = NULL, erasure_id = \(erasure)
      WHERE record_code = \(record.code) AND record_number = \(record.number) AND id <> \(erasure)
        AND code <> \(AuditEvent.valuesErasedCode) AND erasure_id IS NULL \(said)
      """)
  }

  /// What was done to a record, newest first, as sentences. The caller has made sure that the reader may see the
  /// record. Views, downloads and refusals are not part of the story: see `accessCount`.
  package func story(of record: RecordReference, limit: Int = 200) throws -> [StoryLine] {
    try storyLater(of: record, limit: limit).get()
  }

  /// The same, not waited for.
  package func storyLater(of record: RecordReference, limit: Int = 200) throws -> Later<[StoryLine]> {
    try transaction.later(
      """
      SELECT \(Self.storyColumns) FROM audit_entries
      WHERE record_code = \(record.code) AND record_number = \(record.number) AND kind = \(AuditKind.act)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map { try $0.map { try StoryLine($0) } }
  }

  /// What an account did as a post in its holder's place, newest first, in a time: for the holder, who may see what
  /// their post may see.
  package func actsOnBehalf(
    as post: PostID, by account: AccountID, from start: Instant, through end: Instant, limit: Int = 200
  ) throws -> [(at: Instant, record: RecordReference?, sentence: String?)] {
    try transaction.rows(
      """
      SELECT at, record_code, record_number, sentence FROM audit_entries
      WHERE account_id = \(account) AND post_id = \(post) AND on_behalf_of IS NOT NULL AND kind = \(AuditKind.act)
        AND at >= \(start) AND at < \(end)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map { row in
      let code: String? = try row.find("record_code")
      let record = try code.map { RecordReference(code: $0, number: try row.get("record_number")) }
      return (try row.get("at"), record, try row.find("sentence"))
    }
  }

  /// How often a record was seen, downloaded or printed; at most `cap`.
  package func accessCount(of record: RecordReference, cap: Int = 1000) throws -> Int {
    let rows = try transaction.rows(
      """
      SELECT COUNT(*) AS count FROM (
        SELECT 1 FROM audit_entries WHERE record_code = \(record.code) AND record_number = \(record.number)
          AND kind = \(AuditKind.access) LIMIT \(cap)) AS seen
      """)
    return try rows[0].get("count")
  }
}

extension StoryLine {
  init(_ row: Row, withChanges: Bool = true) throws {
    at = try row.get("at")
    personName = try row.get("person_name")
    postTitle = try row.get("post_title")
    unitName = try row.get("unit_name")
    agencyName = try row.get("agency_name")
    onBehalfOf = try row.find("on_behalf_of")
    sentence = try row.find("sentence")
    let text: String? = withChanges ? try row.find("changes") : nil
    changes = try AuditValues(sentence: "", changesText: text, salt: "").changes()
  }
}
