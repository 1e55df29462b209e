import Access
import Database
import Documents
import Dossiers
import IncomingDocuments
import Kernel
import OutgoingDocuments
import Work

/// All SQL of the report on dossiers. What is not the reader's to see is in no figure and no list.
struct DossierReportStore {
  let transaction: any Transaction
  let actor: Actor

  init(_ transaction: any Transaction, for actor: Actor) {
    self.transaction = transaction
    self.actor = actor
  }

  /// What is counted, or listed.
  struct Question: Sendable, Equatable {
    var scope: WorkScope
    /// The year of the dossier's code, or in which the document arrived or was numbered; nil for all.
    var year: Int?
    var unit: UnitID?
    var maker: PostID?
    var fate: DossierFate?
  }

  /// Dossiers of one unit, and of one maker when asked by person, with one fate.
  struct Count: Sendable {
    var unit: UnitID
    var maker: PostID?
    var makerName: String
    var fate: DossierFate
    var count: Int
  }

  func counts(_ question: Question, byPerson: Bool) throws -> [Count] {
    let who: SQL = byPerson ? "unit_id, maker_post" : "unit_id"
    return try transaction.rows(
      """
      SELECT \(who), fate, MAX(maker_name) AS maker_name, COUNT(*) AS n
      FROM (SELECT unit_id, maker_post, maker_name, \(fateOf) AS fate FROM dossiers WHERE \(condition(question))) AS told
      GROUP BY \(who), fate
      """
    ).compactMap { row in
      guard let fate = DossierFate(rawValue: try row.get("fate")) else { return nil }
      return Count(
        unit: try row.get("unit_id"), maker: byPerson ? try row.get("maker_post") : nil,
        makerName: try row.get("maker_name"), fate: fate, count: try row.get("n"))
    }
  }

  /// Keys of the dossiers behind a figure, newest first.
  func keys(_ question: Question, before key: Int64?, limit: Int) throws -> [Int64] {
    try transaction.rows(
      """
      SELECT id FROM dossiers WHERE \(condition(question)) AND id < \(key ?? .max) ORDER BY id DESC LIMIT \(limit)
      """
    ).map { try $0.get("id") }
  }

  /// The years of codes that the reader may choose among, newest first.
  func years(_ scope: WorkScope) throws -> [Int] {
    try transaction.rows(
      """
      SELECT DISTINCT year FROM dossiers WHERE \(condition(Question(scope: scope))) ORDER BY year DESC LIMIT 20
      """
    ).map { try $0.get("year") }
  }

  private func condition(_ question: Question) -> SQL {
    var parts: [SQL] = [
      scoped(question.scope, agency: "dossiers.agency_id", unit: "dossiers.unit_id"),
      Access.counted("dossiers.id", kind: RecordReference.dossierCode, to: actor),
    ]
    if let year = question.year { parts.append("dossiers.year = \(year)") }
    if let unit = question.unit { parts.append("dossiers.unit_id = \(unit)") }
    if let maker = question.maker { parts.append("dossiers.maker_post = \(maker)") }
    if let fate = question.fate { parts.append("(\(fateOf)) = \(fate.rawValue)") }
    return parts.joined(separator: " AND ")
  }

  private func scoped(_ scope: WorkScope, agency: SQL, unit: SQL) -> SQL {
    switch scope {
    case .agency(let id): "\(agency) = \(id)"
    case .unit(let own, let id): "\(agency) = \(id) AND \(unit) = \(own)"
    // Nobody asks for dossiers by what was given.
    case .given: "1 = 0"
    }
  }

  private var fateOf: SQL {
    let today = transaction.now.day
    return """
      CASE state
      WHEN 'open' THEN CASE WHEN due_on < \(today) THEN \(DossierFate.overdue.rawValue)
        ELSE \(DossierFate.open.rawValue) END
      WHEN 'closed' THEN CASE WHEN transfer_limit_on < \(today) THEN \(DossierFate.lateForArchive.rawValue)
        ELSE \(DossierFate.closed.rawValue) END
      WHEN 'submitted' THEN \(DossierFate.submitted.rawValue) WHEN 'archived' THEN \(DossierFate.archived.rawValue)
      ELSE \(DossierFate.destroyed.rawValue) END
      """
  }
}

/// Documents that lie in no dossier.
extension DossierReportStore {
  /// By unit; nil for those of no unit. Counted over at most `cap` documents of each kind, the newest.
  func unfiled(_ kind: UnfiledKind, _ question: Question, cap: Int) throws -> [UnitID?: Int] {
    let rows = try transaction.rows(
      """
      SELECT unit_id, COUNT(*) AS n FROM (\(documents(kind, question, before: nil, limit: cap))) AS told GROUP BY unit_id
      """)
    return try rows.reduce(into: [:]) { counts, row in
      counts[try row.find("unit_id", as: UnitID.self), default: 0] = try row.get("n")
    }
  }

  /// Keys of the documents behind a figure, newest first.
  func unfiledKeys(_ kind: UnfiledKind, _ question: Question, before key: Int64?, limit: Int) throws -> [Int64] {
    try transaction.rows(documents(kind, question, before: key, limit: limit)).map { try $0.get("id") }
  }

  private func documents(_ kind: UnfiledKind, _ question: Question, before key: Int64?, limit: Int) -> SQL {
    switch kind {
    case .incoming:
      unfiled(
        "incoming_documents", code: RecordReference.incomingDocumentCode, dated: "arrival_date", unit: Self.leadUnit,
        ended: "d.state = 'registered' AND d.progress = 'completed' AND d.dossier_code = ''", question, key, limit)
    case .outgoing:
      unfiled(
        "outgoing_documents", code: RecordReference.outgoingDocumentCode, dated: "issued_date", unit: "d.unit_id",
        ended: "d.state IN ('issued', 'recalled')", question, key, limit)
    }
  }

  private func unfiled(
    _ table: SQL, code: String, dated: SQL, unit: SQL, ended: SQL, _ question: Question, _ key: Int64?, _ limit: Int
  ) -> SQL {
    var parts: [SQL] = [
      ended, scoped(question.scope, agency: "d.agency_id", unit: unit), Access.counted("d.id", kind: code, to: actor),
      """
      NOT EXISTS (SELECT 1 FROM dossier_items WHERE dossier_items.record_code = \(code)
      AND dossier_items.record_number = d.id)
      """,
    ]
    if let year = question.year {
      parts.append("d.\(dated) >= \("\(year)-01-01") AND d.\(dated) <= \("\(year)-12-31")")
    }
    if let asked = question.unit { parts.append("\(unit) = \(asked)") }
    if let key { parts.append("d.id < \(key)") }
    return """
      SELECT d.id, \(unit) AS unit_id FROM \(table) AS d WHERE \(parts.joined(separator: " AND "))
      ORDER BY d.id DESC LIMIT \(limit)
      """
  }

  /// The unit that was to settle an incoming document.
  private static let leadUnit: SQL = """
    (SELECT w.unit_id FROM work_items AS w WHERE w.subject_code = 'incomingDocument' AND w.subject_number = d.id
    AND w.role = 'lead' AND w.unit_id IS NOT NULL AND w.state NOT IN ('returned', 'recalled') ORDER BY w.id LIMIT 1)
    """
}
