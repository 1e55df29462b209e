import Audit
import Database
import Kernel
import WorkCalendar

/// Says that a year agrees with the official notice: it is no longer provisional («tạm tính»).
package struct ConfirmCalendarYear: Sendable {
  package var agency: AgencyID
  package var year: Int
  /// Number of the notice.
  package var notice: String
  package var formVersion: Int

  package init(agency: AgencyID, year: Int, notice: String, formVersion: Int) {
    self.agency = agency
    self.year = year
    self.notice = notice
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let change = try CalendarChange(agency, year: year, formVersion: formVersion, by: actor, in: transaction)
    if let refusal = Refusal(Typed.reasons(name: notice, field: CalendarField.notice, what: "số thông báo")) {
      throw refusal
    }
    var confirmed = change.before.year
    confirmed.isConfirmed = true
    try change.save(confirmed, notice: notice, event: .calendarConfirmed(year, notice: notice))
  }
}

/// Gives up an agency's own year: it follows its superior's again, or the rules.
package struct FollowSuperiorCalendar: Sendable {
  package var agency: AgencyID
  package var year: Int
  package var formVersion: Int

  package init(agency: AgencyID, year: Int, formVersion: Int) {
    self.agency = agency
    self.year = year
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let change = try CalendarChange(agency, year: year, formVersion: formVersion, by: actor, in: transaction)
    guard change.before.isOwn else {
      throw Refusal(.conflict, "Cơ quan này không có lịch riêng của năm \(year).")
    }
    try AgencyCalendarStore(transaction).remove(year, of: agency)
    try change.noteDaysOff(since: AgencyCalendarStore(transaction).year(year, of: agency).year)
    try Audit.record(
      .calendarGivenUp(year), on: .agency(agency), by: actor,
      changes: CalendarChange.changes(
        from: change.before.year, to: try AgencyCalendarStore(transaction).year(year, of: agency).year),
      in: transaction)
  }
}

/// Sets when an agency's mornings and afternoons begin and end.
package struct SetOfficeHours: Sendable {
  package var agency: AgencyID
  package var hours: OfficeHours
  package var formVersion: Int

  package init(agency: AgencyID, hours: OfficeHours, formVersion: Int) {
    self.agency = agency
    self.hours = hours
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    _ = try OrganizationStore(transaction).lock(agency, toAdministerBy: actor)
    let store = AgencyCalendarStore(transaction)
    let before = try store.hours(of: agency)
    try StaleForm.refuse(
      ifVersion: before.version, differsFrom: formVersion, of: .agency(agency), in: transaction)
    guard hours.isInOrder else {
      throw Refusal(
        .invalid, "Giờ phải theo thứ tự: sáng bắt đầu, sáng kết thúc, chiều bắt đầu, chiều kết thúc.",
        field: CalendarField.morningBegins)
    }
    try store.save(hours, of: agency)
    try Audit.record(
      .officeHoursSet, on: .agency(agency), by: actor,
      changes: [AuditChange.between("Giờ làm việc", before.hours.text, hours.text)].compactMap(\.self),
      in: transaction)
  }
}

extension OfficeHours {
  /// «07:30–12:00, 13:00–17:00».
  var text: String {
    "\(Self.clock(morningBegins))–\(Self.clock(morningEnds)), \(Self.clock(afternoonBegins))–\(Self.clock(afternoonEnds))"
  }

  /// Minutes after midnight as `HH:mm`.
  static func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
