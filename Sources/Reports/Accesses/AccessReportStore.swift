import Access
import Audit
import Database
import Dossiers
import IncomingDocuments
import Kernel
import OutgoingDocuments

/// All SQL of the reports on accesses. Periods are counted when their lines are sealed (`AccessCountStore`); lines that wait
/// for their seal are added, so that a figure is what its rows are at any moment.
struct AccessReportStore {
  let transaction: any Transaction
  let agency: AgencyID
  let days: ClosedRange<Day>
  private let fresh: [UncountedLine]
  /// Unless more lines wait than are added.
  let isWhole: Bool

  init(_ transaction: any Transaction, _ agency: AgencyID, _ days: ClosedRange<Day>) throws {
    (self.transaction, self.agency, self.days) = (transaction, agency, days)
    let time = Instant(days.lowerBound)..<Instant(days.upperBound + 1)
    (fresh, isWhole) = try AuditStore(transaction).uncounted(of: agency, in: time)
  }

  /// What a figure is about; nil is everything.
  struct Key: Sendable, Equatable, Hashable {
    var day: Day?
    var unit: UnitID?
    var post: PostID?
  }

  struct Visits: Sendable {
    var key: Key
    var signIns: Int
    var people: Int
  }

  /// One who was in the system.
  struct Visitor: Sendable {
    var account: AccountID
    var post: PostID
    var signIns: Int
    var days: Int
    var last: Day
  }

  struct SignInLine: Sendable {
    var place: AccessPlace
    var name: String
    var unitName: String
    var sentence: String
  }

  /// Days of people: `day, account_id, post_id, sign_ins`.
  private var visitDays: SQL {
    let counted: SQL = """
      SELECT day, account_id, post_id, sign_ins FROM visit_days
      WHERE agency_id = \(agency) AND day >= \(days.lowerBound) AND day <= \(days.upperBound)
      """
    struct Who: Hashable {
      var day: Day
      var account: AccountID
      var post: PostID?
    }
    let waiting = Dictionary(grouping: fresh.filter { $0.account != nil }) {
      Who(day: $0.at.day, account: $0.account ?? AccountID(0), post: $0.post)
    }
    guard !waiting.isEmpty else { return counted }
    let rows = waiting.map { who, lines -> SQL in
      """
      (CAST(\(who.day) AS TEXT), CAST(\(who.account) AS BIGINT), CAST(\(who.post?.number ?? 0) AS BIGINT),
      CAST(\(lines.count(where: \.isSignIn)) AS BIGINT))
      """
    }
    return "\(counted) UNION ALL SELECT * FROM (VALUES \(rows.joined(separator: ", "))) AS waiting"
  }

  /// By unit, day or person; nil for the sum.
  func visits(_ by: AccessReport.By?, _ narrowing: Key) throws -> [Visits] {
    let (columns, groups): (SQL, SQL) =
      switch by {
      case .unit: ("posts.unit_id AS unit_id,", "GROUP BY posts.unit_id")
      case .day: ("told.day AS day,", "GROUP BY told.day")
      case .person: ("posts.unit_id AS unit_id, told.post_id AS post_id,", "GROUP BY posts.unit_id, told.post_id")
      case nil: ("", "")
      }
    return try transaction.rows(
      """
      SELECT \(columns) CAST(COALESCE(SUM(told.sign_ins), 0) AS BIGINT) AS n,
        COUNT(DISTINCT told.account_id) AS people
      FROM (\(visitDays)) AS told LEFT JOIN posts ON posts.id = told.post_id WHERE \(condition(narrowing)) \(groups)
      """
    ).map { row in
      var key = narrowing
      switch by {
      case .unit: key.unit = try row.find("unit_id")
      case .day: key.day = try row.get("day")
      case .person: (key.unit, key.post) = (try row.find("unit_id"), try row.get("post_id"))
      case nil: break
      }
      return Visits(key: key, signIns: try row.get("n"), people: try row.get("people"))
    }
  }

  /// The people behind a figure, by account.
  func visitors(_ narrowing: Key, after account: Int64, limit: Int) throws -> [Visitor] {
    try transaction.rows(
      """
      SELECT told.account_id AS account_id, MAX(told.post_id) AS post_id,
        CAST(SUM(told.sign_ins) AS BIGINT) AS n, COUNT(DISTINCT told.day) AS days, MAX(told.day) AS last
      FROM (\(visitDays)) AS told LEFT JOIN posts ON posts.id = told.post_id
      WHERE \(condition(narrowing)) AND told.account_id > \(account)
      GROUP BY told.account_id ORDER BY told.account_id LIMIT \(limit)
      """
    ).map { row in
      Visitor(
        account: try row.get("account_id"), post: try row.get("post_id"), signIns: try row.get("n"),
        days: try row.get("days"), last: try row.get("last"))
    }
  }

  /// The sign-ins behind a figure, newest first, from the lines themselves.
  func signIns(_ narrowing: Key, before: AccessPlace?, limit: Int) throws -> [SignInLine] {
    let asked = narrowing.day.map { $0...$0 } ?? days
    var parts: [SQL] = [
      "lines.agency_id = \(agency)", "lines.kind = 'signIn'", "lines.code LIKE '%.signedIn%'",
      "lines.at >= \(Instant(asked.lowerBound))", "lines.at < \(Instant(asked.upperBound + 1))",
    ]
    if let post = narrowing.post { parts.append("lines.post_id = \(post)") }
    if let unit = narrowing.unit {
      parts.append("EXISTS (SELECT 1 FROM posts WHERE posts.id = lines.post_id AND posts.unit_id = \(unit))")
    }
    if let before { parts.append("(lines.at, lines.id) < (\(before.at), \(before.id))") }
    return try transaction.rows(
      """
      SELECT lines.id, lines.at, lines.person_name, lines.post_title, lines.unit_name, lines.sentence
      FROM audit_entries AS lines WHERE \(parts.joined(separator: " AND "))
      ORDER BY lines.at DESC, lines.id DESC LIMIT \(limit)
      """
    ).map { row in
      SignInLine(
        place: AccessPlace(at: try row.get("at"), id: try row.get("id")),
        name: "\(try row.get("person_name", as: String.self)), \(try row.get("post_title", as: String.self))",
        unitName: try row.get("unit_name"), sentence: try row.find("sentence") ?? "")
    }
  }

  private func condition(_ narrowing: Key) -> SQL {
    var parts: [SQL] = ["1 = 1"]
    if let day = narrowing.day { parts.append("told.day = \(day)") }
    if let unit = narrowing.unit { parts.append("posts.unit_id = \(unit)") }
    if let post = narrowing.post { parts.append("told.post_id = \(post)") }
    return parts.joined(separator: " AND ")
  }
}

/// Kinds of records in the report on what is looked at. Drafts are their makers' until they are signed.
enum AccessedKind: String, Sendable, CaseIterable {
  case dossier = "ho-so"
  case incoming = "van-ban-den"
  case outgoing = "van-ban-di"

  var recordCode: String {
    switch self {
    case .dossier: RecordReference.dossierCode
    case .incoming: RecordReference.incomingDocumentCode
    case .outgoing: RecordReference.outgoingDocumentCode
    }
  }

  var label: String {
    switch self {
    case .dossier: "Hồ sơ"
    case .incoming: "Văn bản đến"
    case .outgoing: "Văn bản đi"
    }
  }

  /// Its table, the column of its day, and which of its rows can be looked at.
  fileprivate var rows: (table: SQL, day: SQL, state: SQL) {
    switch self {
    case .dossier: ("dossiers", "started_on", "d.state <> 'destroyed'")
    case .incoming: ("incoming_documents", "arrival_date", "d.state = 'registered'")
    case .outgoing: ("outgoing_documents", "issued_date", "d.state IN ('issued', 'recalled')")
    }
  }
}

/// Records most looked at, and never looked at, in the days.
extension AccessReportStore {
  struct Accessed: Sendable {
    var record: RecordReference
    var counts: [AccessWay: Int]
    var sum: Int
  }

  /// So many records of a kind, the newest, are asked whether nobody looked at them.
  static let unseenAmong = 20_000
  private static let stretch = 500

  private var recordDays: SQL {
    let counted: SQL = """
      SELECT record_code, record_number, viewed, downloaded, printed FROM access_periods
      WHERE agency_id = \(agency) AND period IN (\(.list(CountedPeriods.covering(days))))
      """
    let waiting = Dictionary(grouping: fresh.filter { $0.way != nil && $0.record != nil }) { $0.record }
    let rows = waiting.compactMap { record, lines -> SQL? in
      guard let record else { return nil }
      func count(_ way: AccessWay) -> Int { lines.count { $0.way == way } }
      return """
        (CAST(\(record.code) AS TEXT), CAST(\(record.number) AS BIGINT), CAST(\(count(.view)) AS BIGINT),
        CAST(\(count(.download)) AS BIGINT), CAST(\(count(.print)) AS BIGINT))
        """
    }
    guard !rows.isEmpty else { return counted }
    return "\(counted) UNION ALL SELECT * FROM (VALUES \(rows.joined(separator: ", "))) AS waiting"
  }

  /// Those most looked at that the actor sees. Most readers see nearly all: so the right is first asked of the uppermost
  /// alone, and of all only when too few of them are the reader's.
  func mostAccessed(_ kinds: [AccessedKind], limit: Int, by actor: Actor) throws -> [Accessed] {
    let upper = try uppermost(kinds, limit: Self.stretch)
    let seen = try Access.seen(upper.map(\.record), by: actor, in: transaction)
    let found = upper.filter { seen.contains($0.record) }
    if found.count >= limit || upper.count < Self.stretch { return Array(found.prefix(limit)) }
    let visible = kinds.map { kind -> SQL in
      """
      (record_code = \(kind.recordCode)
      AND \(Access.counted("sums.record_number", kind: kind.recordCode, to: actor)))
      """
    }
    return try uppermost(kinds, limit: limit, seen: "WHERE \(visible.joined(separator: " OR "))")
  }

  private func uppermost(_ kinds: [AccessedKind], limit: Int, seen: SQL = "") throws -> [Accessed] {
    return try transaction.rows(
      """
      SELECT * FROM (SELECT record_code, record_number, CAST(SUM(viewed) AS BIGINT) AS viewed,
        CAST(SUM(downloaded) AS BIGINT) AS downloaded, CAST(SUM(printed) AS BIGINT) AS printed,
        CAST(SUM(viewed + downloaded + printed) AS BIGINT) AS total
      FROM (\(recordDays)) AS told WHERE record_code IN (\(.list(kinds.map(\.recordCode))))
      GROUP BY record_code, record_number) AS sums \(seen)
      ORDER BY total DESC, record_code DESC, record_number DESC LIMIT \(limit)
      """
    ).map { row in
      Accessed(
        record: RecordReference(code: try row.get("record_code"), number: try row.get("record_number")),
        counts: [
          .view: try row.get("viewed"), .download: try row.get("downloaded"), .print: try row.get("printed"),
        ], sum: try row.get("total"))
    }
  }

  func unseenCount(_ kind: AccessedKind, by actor: Actor) throws -> Int {
    try transaction.rows("SELECT COUNT(*) AS n FROM (\(unseen(kind, by: actor))) AS told")[0].get("n")
  }

  /// Keys of those that nobody looked at, newest first.
  func unseenKeys(_ kind: AccessedKind, before key: Int64?, limit: Int, by actor: Actor) throws -> [Int64] {
    try transaction.rows(
      """
      SELECT id FROM (\(unseen(kind, by: actor))) AS told WHERE id < \(key ?? .max) ORDER BY id DESC LIMIT \(limit)
      """
    ).map { try $0.get("id") }
  }

  private func unseen(_ kind: AccessedKind, by actor: Actor) -> SQL {
    let (rows, code) = (kind.rows, kind.recordCode)
    let waiting = Set(fresh.filter { $0.way != nil && $0.record?.code == code }.compactMap(\.record?.number))
    let known: SQL = waiting.isEmpty ? "" : "AND newest.id NOT IN (\(.list(waiting.sorted())))"
    return """
      SELECT newest.id AS id FROM (SELECT d.id AS id FROM \(rows.table) AS d WHERE d.agency_id = \(agency)
        AND \(rows.state) AND d.\(rows.day) <= \(days.upperBound) ORDER BY d.id DESC LIMIT \(Self.unseenAmong)) AS newest
      WHERE \(Access.counted("newest.id", kind: code, to: actor)) \(known)
      AND NOT EXISTS (SELECT 1 FROM access_periods WHERE access_periods.record_code = \(code)
        AND access_periods.record_number = newest.id
        AND access_periods.period IN (\(.list(CountedPeriods.covering(days)))))
      """
  }
}
