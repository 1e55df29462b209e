import Access
import Database
import FilePlans
import Kernel

extension Dossier.State: SQLConvertible {}
extension DossierFacts.Kind: SQLConvertible {}
extension DossierFacts.AccessMode: SQLConvertible {}

/// All SQL on the heads of dossiers. What an actor may not see is not found.
package struct DossierStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let columns: SQL = """
    dossiers.id, dossiers.agency_id, dossiers.organ, dossiers.year, dossiers.notation, dossiers.title,
    dossiers.retention, dossiers.kind, dossiers.access_mode, dossiers.started_on, dossiers.due_on, dossiers.ended_on,
    dossiers.keyword, dossiers.note, dossiers.state, dossiers.unit_id, dossiers.unit_name, dossiers.maker_post,
    dossiers.maker_name, dossiers.plan_entry_id, dossiers.opened_at, dossiers.opened_by, dossiers.closed_at,
    dossiers.closed_by, dossiers.item_count, dossiers.page_total, dossiers.version, dossiers.transfer_target_on,
    dossiers.transfer_limit_on, dossiers.kept_until, dossiers.submitted_at, dossiers.submitted_by,
    dossiers.return_reason, dossiers.returned_at, dossiers.returned_by, dossiers.archived_at, dossiers.archived_by,
    dossiers.hold_text, dossiers.missing_count, dossiers.parent_id
    """

  static func visible(to actor: Actor) -> SQL {
    Access.visible("dossiers.id", kind: RecordReference.dossierCode, to: actor)
  }

  package static let missing = Refusal(.notFound, "Không tìm thấy hồ sơ.")

  /// The dossier, or the refusal of what does not exist for this actor.
  package func find(_ id: Dossier.ID, visibleTo actor: Actor) throws -> Dossier {
    guard let found = try list([id.number], visibleTo: actor).first else { throw Self.missing }
    return found
  }

  /// The same, held until the transaction ends.
  package func lock(_ id: Dossier.ID, visibleTo actor: Actor) throws -> Dossier {
    _ = try transaction.rows("SELECT id FROM dossiers WHERE id = \(id) \(transaction.rowLock)")
    return try find(id, visibleTo: actor)
  }

  /// Those of the keys that the actor sees, newest first.
  package func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [Dossier] {
    guard !numbers.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossiers WHERE dossiers.id IN (\(.list(numbers))) AND \(Self.visible(to: actor))
      ORDER BY dossiers.id DESC
      """
    ).map(Dossier.init)
  }

  /// The same, each under its own key: for lists in an order of their own.
  package func byID(_ ids: [Dossier.ID], visibleTo actor: Actor) throws -> [Dossier.ID: Dossier] {
    Dictionary(uniqueKeysWithValues: try list(ids.map(\.number), visibleTo: actor).map { ($0.id, $0) })
  }

  /// For jobs and for checking the index.
  func findForJob(_ id: Dossier.ID, locked: Bool = false) throws -> Dossier? {
    try transaction.rows(
      "SELECT \(Self.columns) FROM dossiers WHERE id = \(id) \(locked ? transaction.rowLock : "")"
    ).first.map(Dossier.init)
  }

  /// How many there are, for jobs.
  func count() throws -> Int { try transaction.rows("SELECT COUNT(*) AS count FROM dossiers")[0].get("count") }

  /// Keys after one, ascending, for jobs.
  func numbers(after number: Int64, limit: Int) throws -> [Int64] {
    try transaction.rows("SELECT id FROM dossiers WHERE id > \(number) ORDER BY id LIMIT \(limit)").map {
      try $0.get("id")
    }
  }

  static let taken = Refusal(
    .conflict, "Số, ký hiệu này đã có hồ sơ khác của cơ quan trong năm. Chọn số khác, hoặc để trống để hệ thống cấp.",
    field: DossierField.notation)

  func add(_ dossier: Dossier) throws {
    let (facts, code) = (dossier.facts, dossier.code)
    let opened = Refusal(.conflict, "Hồ sơ này của danh mục đã được mở.")
    try refusing("dossiers_code", as: Self.taken) {
      try refusing("dossiers_plan_entry", as: opened) {
        try transaction.run(
          """
          INSERT INTO dossiers (id, agency_id, organ, year, notation, title, retention, kind, access_mode, started_on,
            due_on, keyword, note, state, unit_id, unit_name, maker_post, maker_name, plan_entry_id, opened_at,
            opened_by, item_count, page_total, version, parent_id)
          VALUES (\(dossier.id), \(dossier.agency), \(code.organ), \(code.year), \(code.notation), \(facts.title),
            \(facts.retention.code), \(facts.kind), \(facts.mode), \(facts.startedOn), \(facts.dueOn),
            \(facts.keyword), \(facts.note), \(dossier.state), \(dossier.unit), \(dossier.unitName),
            \(dossier.makerPost), \(dossier.makerName), \(dossier.planEntry), \(dossier.openedAt),
            \(dossier.openedBy), 0, 0, \(dossier.version), \(dossier.parent))
          """)
      }
    }
  }

  /// Writes what changed. Refuses when someone saved meanwhile.
  func save(_ dossier: Dossier, from version: Int) throws {
    let (facts, code, archiving) = (dossier.facts, dossier.code, dossier.archiving)
    let changed = try refusing("dossiers_code", as: Self.taken) {
      try transaction.run(
        """
        UPDATE dossiers SET notation = \(code.notation), title = \(facts.title), retention = \(facts.retention.code),
          kind = \(facts.kind), access_mode = \(facts.mode), started_on = \(facts.startedOn), due_on = \(facts.dueOn),
          ended_on = \(dossier.endedOn), keyword = \(facts.keyword), note = \(facts.note), state = \(dossier.state),
          unit_id = \(dossier.unit), unit_name = \(dossier.unitName), maker_post = \(dossier.makerPost),
          maker_name = \(dossier.makerName), closed_at = \(dossier.closedAt), closed_by = \(dossier.closedBy),
          transfer_target_on = \(archiving.targetOn), transfer_limit_on = \(archiving.limitOn),
          kept_until = \(archiving.keptUntil), submitted_at = \(archiving.submittedAt),
          submitted_by = \(archiving.submittedBy), return_reason = \(archiving.returnReason),
          returned_at = \(archiving.returnedAt), returned_by = \(archiving.returnedBy),
          archived_at = \(archiving.archivedAt), archived_by = \(archiving.archivedBy),
          retention_ends_on = \(dossier.retentionEndsOn), version = version + 1
        WHERE id = \(dossier.id) AND version = \(version)
        """)
    }
    guard changed == 1 else {
      throw Refusal(.conflict, "Hồ sơ vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
    }
  }

  /// The next number of a symbol in a year, from the series row that this transaction holds from now on.
  func takeNumber(_ agency: AgencyID, year: Int, symbol: String) throws -> Int {
    try transaction.rows(
      """
      INSERT INTO dossier_series (agency_id, year, symbol, last_number) VALUES (\(agency), \(year), \(symbol), 1)
      ON CONFLICT (agency_id, year, symbol) DO UPDATE SET last_number = dossier_series.last_number + 1
      RETURNING last_number
      """)[0].get("last_number")
  }

  /// The dossiers that were opened from entries of a plan, among those the actor sees.
  func opened(from entries: [FilePlanEntry.ID], visibleTo actor: Actor) throws -> [FilePlanEntry.ID: Dossier] {
    guard !entries.isEmpty else { return [:] }
    let found = try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossiers WHERE plan_entry_id IN (\(.list(entries.map(\.number))))
      AND \(Self.visible(to: actor))
      """
    ).map(Dossier.init)
    return Dictionary(found.compactMap { one in one.planEntry.map { ($0, one) } }, uniquingKeysWith: { $1 })
  }

  /// Those of these entries from which a dossier was opened, whoever sees it.
  func areOpened(_ entries: [FilePlanEntry.ID]) throws -> Set<FilePlanEntry.ID> {
    guard !entries.isEmpty else { return [] }
    return Set(
      try transaction.rows(
        "SELECT plan_entry_id FROM dossiers WHERE plan_entry_id IN (\(.list(entries.map(\.number))))"
      ).map { try $0.get("plan_entry_id") })
  }

  /// Whether a number and symbol stands on a dossier of the agency already.
  func isTaken(_ notation: String, year: Int, agency: AgencyID) throws -> Bool {
    try !transaction.rows(
      "SELECT 1 AS found FROM dossiers WHERE agency_id = \(agency) AND year = \(year) AND notation = \(notation)"
    ).isEmpty
  }
}

extension Dossier {
  init(_ row: Row) throws {
    let code: String = try row.get("retention")
    guard let retention = RetentionPeriod(code: code) else {
      throw DatabaseFault.decoding(column: "retention", type: "RetentionPeriod")
    }
    let facts = DossierFacts(
      title: try row.get("title"), retention: retention, kind: try row.get("kind"), mode: try row.get("access_mode"),
      startedOn: try row.get("started_on"), dueOn: try row.find("due_on"), keyword: try row.get("keyword"),
      note: try row.get("note"))
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"),
      code: DossierCode(organ: try row.get("organ"), year: try row.get("year"), notation: try row.get("notation")),
      facts: facts, state: try row.get("state"), unit: try row.get("unit_id"), unitName: try row.get("unit_name"),
      makerPost: try row.get("maker_post"), makerName: try row.get("maker_name"),
      planEntry: try row.find("plan_entry_id"), openedAt: try row.get("opened_at"), openedBy: try row.get("opened_by"),
      closedAt: try row.find("closed_at"), closedBy: try row.find("closed_by"), endedOn: try row.find("ended_on"),
      itemCount: try row.get("item_count"), pageTotal: try row.get("page_total"), version: try row.get("version"),
      archiving: try DossierArchiving(row), hold: try row.find("hold_text"),
      missing: try row.get("missing_count"), parent: try row.find("parent_id"))
  }
}

extension DossierStore {
  /// What the next number would be, for the eye only: it is taken when the dossier is opened.
  func nextNotationShown(_ agency: AgencyID, year: Int, symbol: String) throws -> String {
    let rows = try transaction.rows(
      """
      SELECT last_number FROM dossier_series
      WHERE agency_id = \(agency) AND year = \(year) AND symbol = \(symbol)
      """)
    return FilePlanEntry.notation(try rows.first.map { try $0.get("last_number", as: Int.self) + 1 } ?? 1, symbol)
  }
}
