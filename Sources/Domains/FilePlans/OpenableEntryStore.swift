import Database
import Kernel
import VietnameseText

/// A dossier that may be opened from an issued plan (HS-03), with where it stands in it.
package struct OpenableEntry: Sendable, Equatable, Identifiable {
  package var entry: FilePlanEntry
  /// The big heading's abbreviation is in the notation; its title tells what it is about.
  package var headingTitle: String
  /// The actor's post, or the unit as a whole, is named as its maker.
  package var isOwn: Bool
  package var year: Int

  package var id: FilePlanEntry.ID { entry.id }
  /// «01.TCCB».
  package var notation: String { entry.notation ?? "" }
}

extension FilePlanStore {
  /// Dossiers of the year's issued plan: those that the actor's post or unit is to form first, then others of the agency,
  /// by number. `matching`: words of the title or the notation, with or without diacritics; empty for all.
  package func openable(
    in year: Int, for actor: Actor, matching text: String = "", limit: Int = 100
  ) throws -> [OpenableEntry] {
    let own: SQL = """
      CASE WHEN COALESCE(e.follower_post, e.maker_post) = \(actor.post) THEN 0 WHEN e.maker_unit = \(actor.unit) AND e.maker_post IS NULL THEN 1
      WHEN e.maker_unit = \(actor.unit) THEN 2 ELSE 3 END
      """
    let words = Folding.folded(text.normalizedLine).split(separator: " ").prefix(10).map(String.init)
    let wanted = words.map { word -> SQL in
      let pattern = "%\(Self.escaped(word))%"
      return "AND e.folded LIKE \(pattern) ESCAPE '!'"
    }.joined(separator: " ")
    let rows = try transaction.rows(
      """
      SELECT e.*, h.title AS heading_title, \(own) AS nearness
      FROM file_plans p JOIN file_plan_entries e ON e.plan_id = p.id JOIN file_plan_headings h ON h.id = e.heading_id
      WHERE p.agency_id = \(actor.agency) AND p.year = \(year) AND e.notation IS NOT NULL \(wanted)
      ORDER BY nearness, e.number, e.id LIMIT \(limit)
      """)
    return try rows.map { row in
      OpenableEntry(
        entry: try FilePlanEntry(row), headingTitle: try row.get("heading_title"),
        isOwn: try row.get("nearness", as: Int.self) < 2, year: year)
    }
  }

  /// A dossier of an issued plan of the actor's agency; refuses what does not exist for them or is not issued yet.
  package func find(_ entry: FilePlanEntry.ID, visibleTo actor: Actor) throws -> OpenableEntry {
    let rows = try transaction.rows(
      """
      SELECT e.*, h.title AS heading_title, p.year AS plan_year
      FROM file_plan_entries e JOIN file_plans p ON p.id = e.plan_id JOIN file_plan_headings h ON h.id = e.heading_id
      WHERE e.id = \(entry) AND p.agency_id = \(actor.agency) AND e.notation IS NOT NULL
      """)
    guard let row = rows.first else {
      throw Refusal(.notFound, "Không tìm thấy hồ sơ này trong danh mục đã ban hành.")
    }
    let found = try FilePlanEntry(row)
    let maker = found.currentMaker
    return OpenableEntry(
      entry: found, headingTitle: try row.get("heading_title"),
      isOwn: maker.post == actor.post || (maker.post == nil && maker.unit == actor.unit),
      year: try row.get("plan_year"))
  }

  /// Lines of plans from a year on whose dossier a post forms by now, by their keys, with the year of each.
  package func lines(formedBy post: PostID, from year: Int, limit: Int) throws -> [(entry: FilePlanEntry, year: Int)] {
    try transaction.rows(
      """
      SELECT e.*, p.year AS plan_year FROM file_plan_entries e JOIN file_plans p ON p.id = e.plan_id
      WHERE (e.follower_post = \(post) OR (e.maker_post = \(post) AND e.follower_post IS NULL)) AND p.year >= \(year)
      LIMIT \(limit)
      """
    ).map { (entry: try FilePlanEntry($0), year: try $0.get("plan_year", as: Int.self)) }
      .sorted { $0.entry.id.number < $1.entry.id.number }
  }

  /// One line, whoever asks; nil when there is none.
  func line(_ id: FilePlanEntry.ID) throws -> FilePlanEntry? {
    try transaction.rows("SELECT e.* FROM file_plan_entries e WHERE e.id = \(id)").first.map(FilePlanEntry.init)
  }

  /// Whether a number and symbol belongs to the year's issued plan of an agency.
  package func holds(_ notation: String, in year: Int, of agency: AgencyID) throws -> Bool {
    try !transaction.rows(
      """
      SELECT 1 AS found FROM file_plans JOIN file_plan_entries ON file_plan_entries.plan_id = file_plans.id
      WHERE agency_id = \(agency) AND year = \(year) AND notation = \(notation)
      """
    ).isEmpty
  }

  /// The dossier of an issued plan that has this number and symbol; nil when none has.
  package func entry(_ notation: String, in year: Int, of agency: AgencyID) throws -> FilePlanEntry? {
    try transaction.rows(
      """
      SELECT e.* FROM file_plans p JOIN file_plan_entries e ON e.plan_id = p.id
      WHERE p.agency_id = \(agency) AND p.year = \(year) AND e.notation = \(notation)
      """
    ).first.map(FilePlanEntry.init)
  }

  /// How many numbers are missing before an entry's own: they run over the whole plan, or under each symbol (HS-02).
  package func gaps(before entry: FilePlanEntry) throws -> Int {
    guard let number = entry.number, let notation = entry.notation else { return 0 }
    let symbol = notation.split(separator: ".", maxSplits: 1).last.map(String.init) ?? ""
    let numbering: FilePlan.Numbering = try transaction.rows(
      "SELECT numbering FROM file_plans WHERE id = \(entry.plan)")[0].get("numbering")
    let own: SQL = numbering == .heading ? "AND notation LIKE \("%.\(Self.escaped(symbol))") ESCAPE '!'" : ""
    let there: Int = try transaction.rows(
      """
      SELECT COUNT(DISTINCT number) AS n FROM file_plan_entries
      WHERE plan_id = \(entry.plan) AND number < \(number) \(own)
      """
    )[0].get("n")
    return max(0, number - 1 - there)
  }

  /// Signs that mean something in LIKE stand for themselves.
  static func escaped(_ word: String) -> String {
    word.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
  }
}
