import Database
import Kernel
import WorkCalendar

/// All SQL of agencies' calendars. An agency that entered nothing follows the nearest superior that did.
package struct AgencyCalendarStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// The calendar by which an agency's terms are counted: the years from last year to the year after next.
  package func calendar(of agency: AgencyID) throws -> WorkCalendar {
    let year = transaction.now.day.year
    return try calendar(of: agency, years: (year - 1)...(year + 2))
  }

  /// The same for other years, such as those of a report.
  package func calendar(of agency: AgencyID, years: ClosedRange<Int>) throws -> WorkCalendar {
    let path = try OrganizationStore(transaction).path(of: agency)
    let stored = try storedYears(of: path, years)
    return WorkCalendar(
      years: years.map { Self.year($0, stored, path).year }, hours: try hours(path).hours)
  }

  func year(_ year: Int, of agency: AgencyID) throws -> AgencyCalendarYear {
    let path = try OrganizationStore(transaction).path(of: agency)
    return Self.year(year, try storedYears(of: path, year...year), path)
  }

  /// Office hours, the agency that set them, and their version; the usual hours of nobody when none did.
  func hours(of agency: AgencyID) throws -> (hours: OfficeHours, setBy: AgencyID?, version: Int) {
    try hours(OrganizationStore(transaction).path(of: agency))
  }

  func save(_ year: CalendarYear, notice: String, of agency: AgencyID) throws {
    try transaction.run(
      """
      INSERT INTO calendar_years (agency_id, year, marks, notice, is_confirmed, version)
      VALUES (\(agency), \(year.year), \(MarksText.text(year.marks)), \(notice), \(year.isConfirmed), 1)
      ON CONFLICT (agency_id, year) DO UPDATE SET marks = excluded.marks, notice = excluded.notice,
        is_confirmed = excluded.is_confirmed, version = calendar_years.version + 1
      """)
  }

  func remove(_ year: Int, of agency: AgencyID) throws {
    try transaction.run("DELETE FROM calendar_years WHERE agency_id = \(agency) AND year = \(year)")
  }

  func save(_ hours: OfficeHours, of agency: AgencyID) throws {
    try transaction.run(
      """
      INSERT INTO office_hours (agency_id, morning_begins, morning_ends, afternoon_begins, afternoon_ends, version)
      VALUES (\(agency), \(hours.morningBegins), \(hours.morningEnds), \(hours.afternoonBegins),
        \(hours.afternoonEnds), 1)
      ON CONFLICT (agency_id) DO UPDATE SET morning_begins = excluded.morning_begins,
        morning_ends = excluded.morning_ends, afternoon_begins = excluded.afternoon_begins,
        afternoon_ends = excluded.afternoon_ends, version = office_hours.version + 1
      """)
  }

  private struct StoredYear {
    var agency: AgencyID
    var year: CalendarYear
    var notice: String
    var version: Int
  }

  private func storedYears(of path: [AgencyID], _ years: ClosedRange<Int>) throws -> [StoredYear] {
    try transaction.rows(
      """
      SELECT agency_id, year, marks, notice, is_confirmed, version FROM calendar_years
      WHERE agency_id IN (\(.list(path.map(\.number)))) AND year BETWEEN \(years.lowerBound) AND \(years.upperBound)
      """
    ).map { row in
      let year = CalendarYear(
        try row.get("year"), marks: MarksText.marks(try row.get("marks")), isConfirmed: try row.get("is_confirmed"))
      return StoredYear(
        agency: try row.get("agency_id"), year: year, notice: try row.get("notice"), version: try row.get("version"))
    }
  }

  private static func year(_ number: Int, _ stored: [StoredYear], _ path: [AgencyID]) -> AgencyCalendarYear {
    for agency in path {
      guard let found = stored.first(where: { $0.agency == agency && $0.year.year == number }) else { continue }
      let isOwn = agency == path.first
      return AgencyCalendarYear(
        year: found.year, origin: isOwn ? .own : .superior(agency), notice: found.notice,
        version: isOwn ? found.version : 0)
    }
    let known = CalendarYear.known.first { $0.year == number }
    return AgencyCalendarYear(year: known ?? .provisional(number), origin: .rules, notice: "", version: 0)
  }

  private func hours(_ path: [AgencyID]) throws -> (hours: OfficeHours, setBy: AgencyID?, version: Int) {
    let rows = try transaction.rows(
      """
      SELECT agency_id, morning_begins, morning_ends, afternoon_begins, afternoon_ends, version FROM office_hours
      WHERE agency_id IN (\(.list(path.map(\.number))))
      """)
    for agency in path {
      guard let row = try rows.first(where: { try $0.get("agency_id", as: AgencyID.self) == agency }) else { continue }
      let hours = OfficeHours(
        morningBegins: try row.get("morning_begins"), morningEnds: try row.get("morning_ends"),
        afternoonBegins: try row.get("afternoon_begins"), afternoonEnds: try row.get("afternoon_ends"))
      return (hours, agency, agency == path.first ? try row.get("version") : 0)
    }
    return (OfficeHours(), nil, 0)
  }
}

/// Marked days as stored: a line each, `2026-02-16 off Tết Nguyên đán`. A calendar is read with every list of work, so
/// it is one small row a year.
enum MarksText {
  static func text(_ marks: [Day: CalendarYear.Mark]) -> String {
    marks.sorted { $0.key < $1.key }.map { "\($0.key.isoText) \($0.value.kind.rawValue) \($0.value.name)" }
      .joined(separator: "\n")
  }

  static func marks(_ text: String) -> [Day: CalendarYear.Mark] {
    var marks: [Day: CalendarYear.Mark] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let day = Day(isoText: String(parts[0])),
        let kind = CalendarYear.Mark.Kind(rawValue: String(parts[1]))
      else { continue }
      marks[day] = CalendarYear.Mark(kind, name: String(parts[2]))
    }
    return marks
  }
}
