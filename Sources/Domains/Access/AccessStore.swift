import Database
import Kernel

/// All SQL of the access table.
struct AccessStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Gives the number of new lines.
  func add(_ grants: [Grant], to record: RecordReference) throws -> Int {
    guard !grants.isEmpty else { return 0 }
    return try transaction.run(addition(of: grants, to: record))
  }

  /// The same for a record that is new, where nothing hangs on the number.
  func addLater(_ grants: [Grant], to record: RecordReference) throws {
    guard !grants.isEmpty else { return }
    try transaction.later(addition(of: grants, to: record))
  }

  private func addition(of grants: [Grant], to record: RecordReference) -> SQL {
    let lines = grants.map { grant -> SQL in
      """
      (\(record.code), \(record.number), \(grant.principal.token), \(Self.text(grant.source)),
      \(grant.reason.rawValue), \(transaction.now))
      """
    }
    return """
      INSERT INTO access_grants (record_code, record_number, principal, source, reason, granted_at)
      VALUES \(lines.joined(separator: ", ")) ON CONFLICT DO NOTHING
      """
  }

  /// Gives the number of lines taken away. Nil principals: all of them.
  func remove(_ principals: [Principal]?, of record: RecordReference, source: RecordReference?) throws -> Int {
    let whom: SQL = principals.map { "AND principal IN (\(.list($0.map(\.token))))" } ?? ""
    return try transaction.run(
      """
      DELETE FROM access_grants WHERE record_code = \(record.code) AND record_number = \(record.number)
      AND source = \(Self.text(source)) \(whom)
      """)
  }

  /// Everyone who may see the record, each once, in the order of their tokens.
  func principals(of record: RecordReference) throws -> [Principal] {
    try transaction.rows(
      """
      SELECT DISTINCT principal FROM access_grants
      WHERE record_code = \(record.code) AND record_number = \(record.number)
      """
    ).map { Principal(token: try $0.get("principal")) }.sorted()
  }

  /// Every line about these records with its source, in the order of their principals.
  func lines(of records: [RecordReference]) throws -> [RecordReference: [Grant]] {
    var lines: [RecordReference: [Grant]] = [:]
    for (code, batch) in Dictionary(grouping: records, by: \.code) {
      let rows = try transaction.rows(
        """
        SELECT record_number, principal, source, reason FROM access_grants WHERE record_code = \(code)
        AND record_number IN (\(.list(batch.map(\.number)))) ORDER BY record_number, principal, source
        """)
      for row in rows {
        guard let reason = AccessReason(rawValue: try row.get("reason")) else { continue }
        let record = RecordReference(code: code, number: try row.get("record_number"))
        lines[record, default: []].append(
          Grant(
            Principal(token: try row.get("principal")), reason: reason,
            source: RecordReference(text: try row.get("source"))))
      }
    }
    return lines
  }

  /// Every line about one record with its time, the oldest first.
  func told(_ record: RecordReference) throws -> [ToldGrant] {
    try transaction.rows(
      """
      SELECT principal, source, reason, granted_at FROM access_grants
      WHERE record_code = \(record.code) AND record_number = \(record.number) ORDER BY granted_at, principal, source
      """
    ).compactMap { row in
      guard let reason = AccessReason(rawValue: try row.get("reason")) else { return nil }
      let source = RecordReference(text: try row.get("source"))
      let grant = Grant(Principal(token: try row.get("principal")), reason: reason, source: source)
      return ToldGrant(grant: grant, since: try row.get("granted_at"))
    }
  }

  /// Those who see it for one reason.
  func principals(of record: RecordReference, because reason: AccessReason) throws -> [Principal] {
    try transaction.rows(
      """
      SELECT DISTINCT principal FROM access_grants
      WHERE record_code = \(record.code) AND record_number = \(record.number) AND reason = \(reason.rawValue)
      """
    ).map { Principal(token: try $0.get("principal")) }.sorted()
  }

  /// The lines that show the record to any of these principals, oldest first.
  func grantsLater(of record: RecordReference, to principals: [Principal]) throws -> Later<[Grant]> {
    try transaction.later(
      """
      SELECT principal, reason FROM access_grants
      WHERE record_code = \(record.code) AND record_number = \(record.number)
      AND principal IN (\(.list(principals.map(\.token)))) ORDER BY granted_at, principal, source
      """
    ).map { rows in
      try rows.compactMap { row in
        guard let reason = AccessReason(rawValue: try row.get("reason")) else { return nil }
        return Grant(Principal(token: try row.get("principal")), reason: reason)
      }
    }
  }

  static func visible(_ column: SQL, kind: String, to actor: Actor) -> SQL {
    """
    EXISTS (SELECT 1 FROM access_grants WHERE access_grants.record_code = \(kind)
    AND access_grants.record_number = \(column)
    AND access_grants.principal IN (\(.list(actor.principals.map(\.token)))))
    """
  }

  /// The same as `visible`, for many records that the actor most often sees because of one other, such as the dossier in
  /// which they lie: one step into the index for each of those, instead of one for each principal.
  static func visible(_ column: SQL, kind: String, to actor: Actor, through source: RecordReference) -> SQL {
    """
    (EXISTS (SELECT 1 FROM access_grants WHERE access_grants.record_code = \(kind)
      AND access_grants.record_number = \(column) AND access_grants.principal = \(Principal.post(actor.post).token)
      AND access_grants.source = \(source.text))
    OR \(visible(column, kind: kind, to: actor)))
    """
  }

  /// The same as `visible`, in a form that no engine turns round into a walk of everything that is granted.
  static func counted(_ column: SQL, kind: String, to actor: Actor) -> SQL {
    """
    (SELECT COUNT(*) FROM access_grants WHERE access_grants.record_code = \(kind)
    AND access_grants.record_number = \(column)
    AND access_grants.principal IN (\(.list(actor.principals.map(\.token))))) > 0
    """
  }

  func maySee(_ record: RecordReference, actor: Actor) throws -> Bool {
    let condition = Self.visible("\(record.number)", kind: record.code, to: actor)
    return try !transaction.rows("SELECT 1 AS found WHERE \(condition)").isEmpty
  }

  func seen(_ records: [RecordReference], by principals: [Principal]) throws -> Set<RecordReference> {
    try Dictionary(grouping: records, by: \.code).reduce(into: []) { seen, kind in
      let rows = try transaction.rows(
        """
        SELECT DISTINCT record_number FROM access_grants WHERE record_code = \(kind.key)
        AND record_number IN (\(.list(kind.value.map(\.number)))) AND principal IN (\(.list(principals.map(\.token))))
        """)
      for row in rows { seen.insert(RecordReference(code: kind.key, number: try row.get("record_number"))) }
    }
  }

  /// The empty text stands for «of the record itself»: null would not be part of the key.
  private static func text(_ source: RecordReference?) -> String { source?.text ?? "" }
}
