import Kernel
import Synchronization

extension CalendarYear {
  /// Provisional years as they were worked out: the moon's days cost more than every other question of a calendar.
  private static let remembered = Mutex<[Int: CalendarYear]>([:])

  /// The year as the Labour Code's rules give it (articles 111.3 and 112) before the official notice: Tết from the day
  /// before mùng 1, a make-up day for each holiday on a weekend. Culture day (24/11) has none: it stands outside
  /// article 112.1.
  package static func provisional(_ year: Int) -> CalendarYear {
    if let known = remembered.withLock({ $0[year] }) { return known }
    let worked = workedOut(year)
    remembered.withLock { $0[year] = worked }
    return worked
  }

  private static func workedOut(_ year: Int) -> CalendarYear {
    var marks: [Day: Mark] = [:]
    let holidays = paidHolidays(of: year)
    for holiday in holidays where holiday.day.weekday <= 5 { marks[holiday.day] = Mark(.off, name: holiday.name) }
    for holiday in holidays where holiday.day.weekday > 5 && holiday.hasMakeUp {
      var day = holiday.day + 1
      while day.weekday > 5 || marks[day] != nil { day = day + 1 }
      marks[day] = Mark(.off, name: "\(holiday.name) (nghỉ bù)")
    }
    return CalendarYear(year, marks: marks, isConfirmed: false)
  }

  private struct Holiday {
    var day: Day
    var name: String
    var hasMakeUp = true
  }

  private static func paidHolidays(of year: Int) -> [Holiday] {
    func on(_ day: Int, _ month: Int, _ name: String) -> Holiday? {
      Day(year: year, month: month, day: day).map { Holiday(day: $0, name: name) }
    }
    var holidays = [on(1, 1, "Tết Dương lịch")].compactMap(\.self)
    if let newYear = LunarCalendar.newYear(of: year) {
      holidays += (-1...3).map { Holiday(day: newYear + $0, name: "Tết Nguyên đán") }
    }
    if let day = LunarCalendar.hungKings(of: year) { holidays.append(Holiday(day: day, name: "Giỗ Tổ Hùng Vương")) }
    holidays += [on(30, 4, "Ngày Chiến thắng"), on(1, 5, "Quốc tế lao động")].compactMap(\.self)
    if let national = on(2, 9, "Quốc khánh") {
      // The second day is the Prime Minister's choice; usually the one that joins a weekend.
      let isLaterBetter = national.day.weekday == 1 || national.day.weekday == 4
      holidays += [national, Holiday(day: national.day + (isLaterBetter ? 1 : -1), name: "Quốc khánh")]
    }
    if year >= 2026, let culture = Day(year: year, month: 11, day: 24) {
      holidays.append(Holiday(day: culture, name: "Ngày Văn hóa Việt Nam", hasMakeUp: false))
    }
    return holidays.sorted { $0.day < $1.day }
  }
}
