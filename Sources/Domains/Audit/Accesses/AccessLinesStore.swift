import Database
import Kernel

/// One access to a record: who, when, in which way.
package struct AccessLine: Sendable, Equatable {
  package var place: AccessPlace
  package var way: AccessWay
  package var account: AccountID?
  package var line: StoryLine
}

/// Where a list of accesses goes on.
package struct AccessPlace: Sendable, Equatable {
  package var at: Instant
  package var id: Int64

  package init(at: Instant, id: Int64) {
    self.at = at
    self.id = id
  }
}

/// How often one person had access to a record in some time (PL6-61).
package struct AccessTally: Sendable, Equatable {
  /// Nil for lines without an account.
  package var account: AccountID?
  package var counts: [AccessWay: Int]
  /// The newest.
  package var last: AccessPlace
  /// As the newest line names them.
  package var person: StoryLine?

  /// What counts as access; looking at rights does not.
  package var sum: Int { AccessWay.allCases.filter(\.isCounted).reduce(0) { $0 + counts[$1, default: 0] } }
}

/// Accesses to one record, from the lines that the audit trail holds anyway. The caller has made sure that the reader may
/// be told of them.
extension AuditStore {
  /// By person; those with most first. Read from the index alone, save the names.
  package func accessTallies(of record: RecordReference, in time: Range<Instant>) throws -> [AccessTally] {
    var tallies: [AccountID?: AccessTally] = [:]
    let rows = try transaction.rows(
      """
      SELECT account_id, code, COUNT(*) AS n, MAX(at) AS last_at, MAX(id) AS last_id FROM audit_entries
      WHERE \(Self.accesses(of: record, in: time)) GROUP BY account_id, code
      """)
    for row in rows {
      let account: AccountID? = try row.find("account_id")
      let place = AccessPlace(at: try row.get("last_at"), id: try row.get("last_id"))
      var tally = tallies[account] ?? AccessTally(account: account, counts: [:], last: place)
      tally.counts[AccessWay(code: try row.get("code")), default: 0] += try row.get("n", as: Int.self)
      if place.id > tally.last.id { tally.last = place }
      tallies[account] = tally
    }
    return tallies.values.sorted { ($0.sum, $0.last.id) > ($1.sum, $1.last.id) }
  }

  /// The same with the names of the moment, for few of them.
  package func named(_ tallies: [AccessTally]) throws -> [AccessTally] {
    guard !tallies.isEmpty else { return [] }
    let rows = try transaction.rows(
      "SELECT \(Self.storyColumns) FROM audit_entries WHERE id IN (\(.list(tallies.map(\.last.id))))")
    let names = Dictionary(
      uniqueKeysWithValues: try rows.map { (try $0.get("id", as: Int64.self), try StoryLine($0)) })
    return tallies.map { tally in
      var named = tally
      named.person = names[tally.last.id]
      return named
    }
  }

  /// In the order of time, newest first.
  ///
  /// - Parameters:
  ///   - account: one person's alone.
  ///   - way: those of one way alone; nil for all.
  ///   - before: goes on after this one.
  package func accessLines(
    of record: RecordReference, in time: Range<Instant>, by account: AccountID? = nil, way: AccessWay? = nil,
    before: AccessPlace? = nil, limit: Int
  ) throws -> [AccessLine] {
    var parts: [SQL] = [Self.accesses(of: record, in: time)]
    if let account { parts.append("account_id = \(account)") }
    if let way {
      let codes = try accessCodes(of: record, in: time).filter { AccessWay(code: $0) == way }
      guard !codes.isEmpty else { return [] }
      parts.append("code IN (\(.list(codes)))")
    }
    if let before { parts.append("(at, id) < (\(before.at), \(before.id))") }
    return try transaction.rows(
      """
      SELECT \(Self.storyColumns), code, account_id FROM audit_entries WHERE \(parts.joined(separator: " AND "))
      ORDER BY at DESC, id DESC LIMIT \(limit)
      """
    ).map { row in
      AccessLine(
        place: AccessPlace(at: try row.get("at"), id: try row.get("id")), way: AccessWay(code: try row.get("code")),
        account: try row.find("account_id"), line: try StoryLine(row))
    }
  }

  private func accessCodes(of record: RecordReference, in time: Range<Instant>) throws -> [String] {
    try transaction.rows(
      "SELECT code FROM audit_entries WHERE \(Self.accesses(of: record, in: time)) GROUP BY code"
    ).map { try $0.get("code") }
  }

  /// The kind is written out: so the index over accesses alone can serve.
  private static func accesses(of record: RecordReference, in time: Range<Instant>) -> SQL {
    """
    record_code = \(record.code) AND record_number = \(record.number) AND kind = 'access'
    AND at >= \(time.lowerBound) AND at < \(time.upperBound)
    """
  }
}
