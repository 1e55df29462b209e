import Database
import Kernel
import Markup
import TestSupport
import Testing
import WorkCalendar

@testable import Organization

private let top = ExampleBody.generalDepartment
private let department = ExampleBody.northernDepartment

@Suite("Working calendars of agencies") struct CalendarTests {
  @Test("an agency follows its superior until it keeps a year of its own") func yearsAreInherited() async throws {
    try await withExampleBody { database in
      try await database.write { transaction in
        let store = AgencyCalendarStore(transaction)
        #expect(try store.year(2027, of: department).origin == .rules)
        try mark("2027-02-04", of: top, version: 0).perform(by: Cast.administrator, in: transaction)
        let inherited = try store.year(2027, of: department)
        #expect(inherited.origin == .superior(top))
        #expect(inherited.year.mark(on: .iso("2027-02-04"))?.name == "Nghỉ thêm")
        #expect(inherited.year.mark(on: .iso("2027-02-05"))?.name == "Tết Nguyên đán", "the rules' days are kept")
        try mark("2027-03-08", of: department, version: 0).perform(
          by: Cast.administratorOfAnotherAgency, in: transaction)
        #expect(try store.year(2027, of: department).origin == .own)
        #expect(try store.year(2027, of: top).year.mark(on: .iso("2027-03-08")) == nil)
        let calendar = try store.calendar(of: department, years: 2026...2027)
        #expect(!calendar.isWorkingDay(.iso("2027-03-08")))
        #expect(!calendar.isWorkingDay(.iso("2026-11-24")))
        try FollowSuperiorCalendar(agency: department, year: 2027, formVersion: 1).perform(
          by: Cast.administratorOfAnotherAgency, in: transaction)
        #expect(try store.year(2027, of: department).origin == .superior(top))
      }
    }
  }

  @Test("a year is provisional until its notice is named, and again after a change") func yearsAreConfirmed()
    async throws
  {
    try await withExampleBody { database in
      try await database.write { transaction in
        let store = AgencyCalendarStore(transaction)
        #expect(try !store.year(2027, of: top).year.isConfirmed)
        try ConfirmCalendarYear(agency: top, year: 2027, notice: "1234/TB-BNV", formVersion: 0).perform(
          by: Cast.administrator, in: transaction)
        #expect(try store.year(2027, of: top).year.isConfirmed)
        #expect(try store.year(2027, of: top).notice == "1234/TB-BNV")
        try UnmarkCalendarDay(agency: top, day: .iso("2027-11-24"), formVersion: 1).perform(
          by: Cast.administrator, in: transaction)
        let changed = try store.year(2027, of: top)
        #expect(!changed.year.isConfirmed)
        #expect(changed.year.mark(on: .iso("2027-11-24")) == nil)
        #expect(
          try transaction.auditCodes(.agency(top)).suffix(2) == ["agency.calendarConfirmed", "agency.calendarMarked"])
      }
    }
  }

  @Test("a half day off is shown as such, and stays a working day") func halfDays() async throws {
    try await withExampleBody { database in
      try await database.write { transaction in
        try mark("2027-03-08", of: top, kind: .morningOff, name: "Họp toàn cơ quan", version: 0).perform(
          by: Cast.administrator, in: transaction)
        let stored = try AgencyCalendarStore(transaction).year(2027, of: top)
        #expect(stored.year.mark(on: .iso("2027-03-08")) == .init(.morningOff, name: "Họp toàn cơ quan"))
        let calendar = try AgencyCalendarStore(transaction).calendar(of: top, years: 2027...2027)
        #expect(calendar.isWorkingDay(.iso("2027-03-08")))
        let page = CalendarPage(
          agency: top, agencyName: "Tổng cục", year: stored, hours: OfficeHours(), hoursVersion: 0,
          today: .iso("2027-03-01"), seal: FormSeal(csrf: "ma"))
        let shown = page.html.string
        #expect(shown.contains("is-morningOff") && shown.contains("Nghỉ buổi sáng: Họp toàn cơ quan"))
      }
    }
  }

  static let refused: [(MarkCalendarDays, String)] = [
    (mark("2027-02-06", of: top, kind: .afternoonOff, version: 0), "Thứ Bảy, Chủ nhật vốn đã nghỉ"),
    (mark("2027-02-06", of: top, version: 0), "Thứ Bảy, Chủ nhật vốn đã nghỉ"),
    (mark("2027-02-08", of: top, kind: .worked, version: 0), "phải là Thứ Bảy hoặc Chủ nhật"),
    (mark("2027-02-08", to: "2027-02-01", of: top, version: 0), "không được trước ngày đầu"),
    (mark("2026-12-31", to: "2027-01-02", of: top, version: 0), "trong một năm"),
    (mark("2027-02-08", of: top, name: "", version: 0), "Hãy ghi lý do"),
    (mark("2027-02-08", of: top, version: 7), "sau khi anh/chị mở biểu mẫu"),
  ]

  @Test("what makes no sense is refused with its reason and changes nothing", arguments: refused.indices)
  func marksAreChecked(index: Int) async throws {
    let (act, reason) = Self.refused[index]
    try await withExampleBody { database in
      let refused = try await refusal {
        try await database.write { try act.perform(by: Cast.administrator, in: $0) }
      }
      #expect(refused?.message.contains(reason) == true, "\(refused?.message ?? "accepted")")
      let origin = try await database.read { try AgencyCalendarStore($0).year(act.first.year, of: top).origin }
      #expect(origin == .rules)
    }
  }

  @Test(
    "only the administrators above change a calendar",
    arguments: [Cast.registryClerk, Cast.leader, Cast.administratorOfAnotherAgency])
  func othersAreRefused(actor: Actor) async throws {
    try await withExampleBody { database in
      let refused = try await refusal {
        try await database.write { try mark("2027-02-08", of: top, version: 0).perform(by: actor, in: $0) }
      }
      #expect(refused?.kind == .forbidden)
    }
  }

  @Test("office hours are inherited, and refused out of order") func hoursAreKept() async throws {
    try await withExampleBody { database in
      let early = OfficeHours(morningBegins: 420, morningEnds: 690, afternoonBegins: 810, afternoonEnds: 1020)
      try await database.write { transaction in
        try SetOfficeHours(agency: top, hours: early, formVersion: 0).perform(by: Cast.administrator, in: transaction)
        #expect(try AgencyCalendarStore(transaction).calendar(of: department).hours == early)
      }
      let turned = OfficeHours(morningBegins: 700, morningEnds: 690, afternoonBegins: 810, afternoonEnds: 1020)
      let refused = try await refusal {
        try await database.write { transaction in
          try SetOfficeHours(agency: top, hours: turned, formVersion: 1).perform(
            by: Cast.administrator, in: transaction)
        }
      }
      #expect(refused?.kind == .invalid)
    }
  }
}

private func mark(
  _ first: String, to last: String? = nil, of agency: AgencyID, kind: CalendarYear.Mark.Kind = .off,
  name: String = "Nghỉ thêm", version: Int
) -> MarkCalendarDays {
  MarkCalendarDays(
    agency: agency, first: .iso(first), last: .iso(last ?? first), kind: kind, name: name, formVersion: version)
}
