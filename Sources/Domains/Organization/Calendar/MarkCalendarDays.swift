import Audit
import Database
import Kernel
import WorkCalendar

/// Marks days of an agency's year as off or as worked. Its first mark makes the year the agency's own.
package struct MarkCalendarDays: Sendable {
  package var agency: AgencyID
  package var first: Day
  package var last: Day
  package var kind: CalendarYear.Mark.Kind
  /// «Tết Nguyên đán», «Làm bù cho 02/01».
  package var name: String
  package var formVersion: Int

  package init(
    agency: AgencyID, first: Day, last: Day, kind: CalendarYear.Mark.Kind, name: String, formVersion: Int
  ) {
    self.agency = agency
    self.first = first
    self.last = last
    self.kind = kind
    self.name = name
    self.formVersion = formVersion
  }

  static let nameLengthMax = 100
  private static let spanMax = 31

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let change = try CalendarChange(agency, year: first.year, formVersion: formVersion, by: actor, in: transaction)
    if let refusal = Refusal(obstacles()) { throw refusal }
    let days = changedDays
    var year = change.before.year
    for day in days { year.marks[day] = CalendarYear.Mark(kind, name: name) }
    year.isConfirmed = false
    let span = days.count == 1 ? "ngày \(days[0].text)" : "\(days.count) ngày từ \(first.text) đến \(last.text)"
    try change.save(
      year, notice: change.before.notice, event: .calendarMarked("\(span) là \(kind.label.lowercased()) (\(name))"))
  }

  private var changedDays: [Day] {
    guard first <= last else { return [] }
    return (first.number...last.number).map(Day.init(number:)).filter { ($0.weekday <= 5) == kind.isOfWeekday }
  }

  private func obstacles() -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if last < first { reasons.append(.init("Ngày cuối không được trước ngày đầu.", field: CalendarField.last)) }
    if first.year != last.year {
      reasons.append(.init("Mỗi lần chỉ đặt trong một năm.", field: CalendarField.last))
    } else if last.number - first.number >= Self.spanMax {
      reasons.append(.init("Mỗi lần đặt tối đa \(Self.spanMax) ngày.", field: CalendarField.last))
    }
    if reasons.isEmpty, changedDays.isEmpty {
      reasons.append(
        .init(
          kind.isOfWeekday
            ? "Thứ Bảy, Chủ nhật vốn đã nghỉ nên không cần đặt." : "Ngày làm bù phải là Thứ Bảy hoặc Chủ nhật.",
          field: CalendarField.first))
    }
    if name.isEmpty { reasons.append(.init("Hãy ghi lý do, ví dụ «Tết Nguyên đán».", field: CalendarField.name)) }
    if name.count > Self.nameLengthMax || name.contains(where: \.isNewline) {
      reasons.append(.init("Lý do dài quá \(Self.nameLengthMax) ký tự.", field: CalendarField.name))
    }
    return reasons
  }
}

/// Takes the mark from one day: it follows its weekday again.
package struct UnmarkCalendarDay: Sendable {
  package var agency: AgencyID
  package var day: Day
  package var formVersion: Int

  package init(agency: AgencyID, day: Day, formVersion: Int) {
    self.agency = agency
    self.day = day
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let change = try CalendarChange(agency, year: day.year, formVersion: formVersion, by: actor, in: transaction)
    var year = change.before.year
    guard let mark = year.marks.removeValue(forKey: day) else {
      throw Refusal(.conflict, "Ngày \(day.text) không còn được đặt riêng. Hãy tải lại trang.")
    }
    year.isConfirmed = false
    try change.save(
      year, notice: change.before.notice,
      event: .calendarMarked("ngày \(day.text) theo thứ trong tuần, bỏ «\(mark.name)»"))
  }
}
