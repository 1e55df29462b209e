import Database
import Kernel
import VietnameseText

/// All SQL on headings and lines of plans. The caller has found the plan for its actor.
package struct FilePlanContentStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  // MARK: headings

  /// In the order of their places; which stands under which is told by `parent`.
  package func headings(of plan: FilePlan.ID) throws -> [FilePlanHeading] {
    try transaction.rows(
      """
      SELECT id, plan_id, parent_id, title, abbreviation, place, round, last_number, version
      FROM file_plan_headings WHERE plan_id = \(plan) ORDER BY place, id
      """
    ).map(FilePlanHeading.init)
  }

  func add(_ heading: FilePlanHeading) throws {
    try refusingKnownAbbreviation(heading) {
      try transaction.run(
        """
        INSERT INTO file_plan_headings (id, plan_id, parent_id, title, abbreviation, place, round, last_number, version)
        VALUES (\(heading.id), \(heading.plan), \(heading.parent), \(heading.title), \(heading.abbreviation),
          \(heading.place), \(heading.round), 0, 1)
        """)
    }
  }

  func save(_ heading: FilePlanHeading, from version: Int) throws {
    let changed = try refusingKnownAbbreviation(heading) {
      try transaction.run(
        """
        UPDATE file_plan_headings SET title = \(heading.title), abbreviation = \(heading.abbreviation),
          place = \(heading.place), version = version + 1
        WHERE id = \(heading.id) AND version = \(version)
        """)
    }
    guard changed == 1 else { throw Self.stale("Đề mục «\(heading.title)»") }
  }

  func remove(_ heading: FilePlanHeading, from version: Int) throws {
    let changed = try transaction.run(
      "DELETE FROM file_plan_headings WHERE id = \(heading.id) AND version = \(version)")
    guard changed == 1 else { throw Self.stale("Đề mục «\(heading.title)»") }
  }

  @discardableResult private func refusingKnownAbbreviation<Answer>(
    _ heading: FilePlanHeading, _ body: () throws -> Answer
  ) throws
    -> Answer
  {
    try refusing(
      "file_plan_headings_abbreviation",
      as: Refusal(
        .invalid, "Danh mục đã có đề mục lớn viết tắt là «\(heading.abbreviation)».",
        field: FilePlanField.abbreviation), body)
  }

  static func stale(_ what: String) -> Refusal {
    Refusal(.conflict, "\(what) vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
  }

  // MARK: lines

  static let entryColumns: SQL = """
    file_plan_entries.id, file_plan_entries.plan_id, file_plan_entries.heading_id, file_plan_entries.place,
    file_plan_entries.title, file_plan_entries.retention, file_plan_entries.maker_unit, file_plan_entries.maker_post,
    file_plan_entries.maker_name, file_plan_entries.note, file_plan_entries.number, file_plan_entries.notation,
    file_plan_entries.round, file_plan_entries.added_by, file_plan_entries.added_at, file_plan_entries.version,
    file_plan_entries.follower_post, file_plan_entries.follower_name
    """

  /// In the order of their places under each heading.
  package func entries(of plan: FilePlan.ID) throws -> [FilePlanEntry] {
    try transaction.rows(
      "SELECT \(Self.entryColumns) FROM file_plan_entries WHERE plan_id = \(plan) ORDER BY place, id"
    ).map(FilePlanEntry.init)
  }

  /// Headings and lines in their order, with numbers.
  package func outline(of plan: FilePlan) throws -> FilePlanOutline {
    FilePlanOutline(plan, try headings(of: plan.id), try entries(of: plan.id))
  }

  func add(_ entry: FilePlanEntry) throws {
    let facts = entry.facts
    try transaction.run(
      """
      INSERT INTO file_plan_entries (id, plan_id, heading_id, place, title, folded, retention, maker_unit, maker_post,
        maker_name, note, round, added_by, added_at, version)
      VALUES (\(entry.id), \(entry.plan), \(entry.heading), \(entry.place), \(facts.title),
        \(Folding.folded(facts.title)), \(facts.retention.code), \(facts.maker.unit), \(facts.maker.post),
        \(facts.maker.name), \(facts.note), \(entry.round), \(entry.addedBy), \(entry.addedAt), 1)
      """)
  }

  func save(_ entry: FilePlanEntry, from version: Int) throws {
    let facts = entry.facts
    let changed = try transaction.run(
      """
      UPDATE file_plan_entries SET heading_id = \(entry.heading), place = \(entry.place), title = \(facts.title),
        folded = \(Folding.folded(facts.title)), retention = \(facts.retention.code), maker_unit = \(facts.maker.unit),
        maker_post = \(facts.maker.post), maker_name = \(facts.maker.name), note = \(facts.note),
        follower_post = \(entry.follower?.post), follower_name = \(entry.follower?.name), version = version + 1
      WHERE id = \(entry.id) AND version = \(version)
      """)
    guard changed == 1 else { throw Self.stale("Hồ sơ «\(facts.title)»") }
  }

  func remove(_ entry: FilePlanEntry, from version: Int) throws {
    let changed = try transaction.run(
      "DELETE FROM file_plan_entries WHERE id = \(entry.id) AND version = \(version)")
    guard changed == 1 else { throw Self.stale("Hồ sơ «\(entry.facts.title)»") }
  }

  /// Gives a line its number for good; it is found by it too.
  func number(_ line: FilePlanOutline.Line) throws {
    try transaction.run(
      """
      UPDATE file_plan_entries SET number = \(line.number), notation = \(line.notation),
        folded = \(Folding.folded("\(line.notation) \(line.entry.facts.title)")), version = version + 1
      WHERE id = \(line.entry.id) AND number IS NULL
      """)
  }

  /// Units whose dossiers stand in a plan.
  package func units(in plan: FilePlan.ID) throws -> Set<UnitID> {
    Set(
      try transaction.rows("SELECT DISTINCT maker_unit FROM file_plan_entries WHERE plan_id = \(plan)").map {
        try $0.get("maker_unit")
      })
  }
}

extension FilePlanHeading {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), plan: try row.get("plan_id"), parent: try row.find("parent_id"),
      title: try row.get("title"), abbreviation: try row.get("abbreviation"), place: try row.get("place"),
      round: try row.get("round"), lastNumber: try row.get("last_number"), version: try row.get("version"))
  }
}

extension FilePlanEntry {
  init(_ row: Row) throws {
    guard let retention = RetentionPeriod(code: try row.get("retention")) else {
      throw DatabaseFault.decoding(column: "retention", type: "RetentionPeriod")
    }
    self.init(
      id: try row.get("id"), plan: try row.get("plan_id"), heading: try row.get("heading_id"),
      place: try row.get("place"),
      facts: Facts(
        title: try row.get("title"), retention: retention,
        maker: FilePlanMaker(
          unit: try row.get("maker_unit"), post: try row.find("maker_post"), name: try row.get("maker_name")),
        note: try row.get("note")), number: try row.find("number"), notation: try row.find("notation"),
      round: try row.get("round"), addedBy: try row.get("added_by"), addedAt: try row.get("added_at"),
      version: try row.get("version"))
    if let post: PostID = try row.find("follower_post") {
      follower = FilePlanMaker(unit: facts.maker.unit, post: post, name: try row.find("follower_name") ?? "")
    }
  }
}
