import Audit
import Database
import Kernel
import WorkCalendar

/// Names of the calendar's form fields.
enum CalendarField {
  static let first = "tu-ngay"
  static let last = "den-ngay"
  static let kind = "loai"
  static let name = "ly-do"
  static let day = "ngay"
  static let notice = "thong-bao"
  static let morningBegins = "sang-tu"
  static let morningEnds = "sang-den"
  static let afternoonBegins = "chieu-tu"
  static let afternoonEnds = "chieu-den"
}

/// What every change of a calendar year shares: the agency locked, the form's version checked, the change written with
/// its audit line.
struct CalendarChange {
  let before: AgencyCalendarYear
  private let agency: AgencyID
  private let actor: Actor
  private let transaction: any Transaction

  init(_ agency: AgencyID, year: Int, formVersion: Int, by actor: Actor, in transaction: any Transaction) throws {
    _ = try OrganizationStore(transaction).lock(agency, toAdministerBy: actor)
    self.agency = agency
    self.actor = actor
    self.transaction = transaction
    before = try AgencyCalendarStore(transaction).year(year, of: agency)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .agency(agency), in: transaction)
  }

  func save(_ year: CalendarYear, notice: String, event: AuditEvent) throws {
    try AgencyCalendarStore(transaction).save(year, notice: notice, of: agency)
    try noteDaysOff(since: year)
    try Audit.record(
      event, on: .agency(agency), by: actor, changes: Self.changes(from: before.year, to: year), in: transaction)
  }

  /// Days that were worked and are not any more: whoever has a deadline there is told by a job.
  func noteDaysOff(since after: CalendarYear) throws {
    let (old, new) = (WorkCalendar(years: [before.year]), WorkCalendar(years: [after]))
    let days = Set(before.year.marks.keys).union(after.marks.keys).filter {
      $0 >= transaction.now.day && old.isWorkingDay($0) && !new.isWorkingDay($0)
    }
    for day in days.sorted() { try CalendarChangeStore(transaction).add(day, of: agency) }
  }

  /// A line for each day that is marked otherwise than before.
  static func changes(from before: CalendarYear, to after: CalendarYear) -> [AuditChange] {
    Set(before.marks.keys).union(after.marks.keys).sorted().compactMap { day in
      AuditChange.between(day.textWithWeekday, before.mark(on: day).map(text), after.mark(on: day).map(text))
    }
  }

  private static func text(_ mark: CalendarYear.Mark) -> String { "\(mark.kind.label): \(mark.name)" }
}

extension AuditEvent {
  static func calendarMarked(_ what: String) -> Self {
    AuditEvent(code: "agency.calendarMarked", sentence: "đặt lịch làm việc: \(what)")
  }
  static func calendarConfirmed(_ year: Int, notice: String) -> Self {
    AuditEvent(code: "agency.calendarConfirmed", sentence: "xác nhận lịch làm việc năm \(year) theo \(notice)")
  }
  static func calendarGivenUp(_ year: Int) -> Self {
    AuditEvent(code: "agency.calendarGivenUp", sentence: "bỏ lịch làm việc riêng của năm \(year)")
  }
  static let officeHoursSet = AuditEvent(code: "agency.officeHoursSet", sentence: "đặt giờ làm việc")
}
