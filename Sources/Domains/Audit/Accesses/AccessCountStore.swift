import Database
import Kernel

/// Lines counted by day, month and year, each once: in the transaction that seals it (PL6-61, PL6-62). Reports read these few rows and the
/// lines that wait for their seal, never the whole trail.
struct AccessCountStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  private struct RecordPeriod: Hashable {
    var agency: AgencyID
    var period: String
    var record: RecordReference
  }

  private struct PersonDay: Hashable {
    var agency: AgencyID
    var day: Day
    var account: AccountID
    var post: PostID?
  }

  /// Adds what these entries say to their periods.
  func add(_ entries: [AuditEntry]) throws {
    var records: [RecordPeriod: [AccessWay: Int]] = [:]
    var people: [PersonDay: Int] = [:]
    for entry in entries {
      guard let agency = entry.person.agency else { continue }
      if let way = entry.countedWay, let record = entry.record {
        for period in CountedPeriods.of(entry.at.day) {
          records[RecordPeriod(agency: agency, period: period, record: record), default: [:]][way, default: 0] += 1
        }
      }
      if let account = entry.person.account {
        let key = PersonDay(agency: agency, day: entry.at.day, account: account, post: entry.person.post)
        people[key, default: 0] += AccessWay.isSignIn(entry.code) ? 1 : 0
      }
    }
    try add(
      records.map { key, counts in
        """
        (\(key.agency), \(key.period), \(key.record.code), \(key.record.number), \(counts[.view, default: 0]),
        \(counts[.download, default: 0]), \(counts[.print, default: 0]))
        """
      })
    try add(
      people.map { day, signIns in
        "(\(day.agency), \(day.day), \(day.account), \(day.post?.number ?? 0), \(signIns))"
      }, toPeople: true)
  }

  private func add(_ rows: [SQL], toPeople: Bool = false) throws {
    guard !rows.isEmpty else { return }
    if toPeople {
      try transaction.later(
        """
        INSERT INTO visit_days (agency_id, day, account_id, post_id, sign_ins) VALUES \(rows.joined(separator: ", "))
        ON CONFLICT (agency_id, day, account_id, post_id) DO UPDATE SET sign_ins = visit_days.sign_ins + excluded.sign_ins
        """)
    } else {
      try transaction.later(
        """
        INSERT INTO access_periods (agency_id, period, record_code, record_number, viewed, downloaded, printed)
        VALUES \(rows.joined(separator: ", "))
        ON CONFLICT (agency_id, period, record_code, record_number) DO UPDATE SET
          viewed = access_periods.viewed + excluded.viewed, downloaded = access_periods.downloaded + excluded.downloaded,
          printed = access_periods.printed + excluded.printed
        """)
    }
  }
}

extension AuditEntry {
  /// Nil for what is no access to what a record says.
  var countedWay: AccessWay? {
    guard kind == .access else { return nil }
    let way = AccessWay(code: code)
    return way.isCounted ? way : nil
  }
}

/// A line that waits for its seal, and so is in no count yet.
package struct UncountedLine: Sendable, Equatable {
  package var at: Instant
  /// Nil for what is no access to a record.
  package var way: AccessWay?
  package var isSignIn: Bool
  package var record: RecordReference?
  package var account: AccountID?
  package var post: PostID?
}

extension AuditStore {
  /// So many lines that wait are looked at; more wait only after a great import, for some minutes.
  private static let uncountedMax = 5_000

  /// What an agency's people did in a time and is in no count yet; `isWhole` unless more waits.
  package func uncounted(
    of agency: AgencyID, in time: Range<Instant>
  ) throws -> (lines: [UncountedLine], isWhole: Bool) {
    let waiting = try transaction.rows(
      "SELECT entry_id FROM audit_unsealed ORDER BY entry_id LIMIT \(Self.uncountedMax + 1)")
    guard !waiting.isEmpty else { return ([], true) }
    let keys: [Int64] = try waiting.prefix(Self.uncountedMax).map { try $0.get("entry_id") }
    let lines = try transaction.rows(
      """
      SELECT at, code, kind, record_code, record_number, account_id, post_id FROM audit_entries
      WHERE id IN (\(.list(keys))) AND agency_id = \(agency)
      AND at >= \(time.lowerBound) AND at < \(time.upperBound)
      """
    ).map { row in
      let code: String = try row.get("code")
      let way = try row.get("kind", as: AuditKind.self) == .access ? AccessWay(code: code) : nil
      return UncountedLine(
        at: try row.get("at"), way: way.flatMap { $0.isCounted ? $0 : nil }, isSignIn: AccessWay.isSignIn(code),
        record: try row.find("record_code", as: String.self).map {
          RecordReference(code: $0, number: try row.get("record_number"))
        }, account: try row.find("account_id"), post: try row.find("post_id"))
    }
    return (lines, waiting.count <= Self.uncountedMax)
  }
}
