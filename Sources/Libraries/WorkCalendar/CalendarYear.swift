import Kernel

/// Days off and swapped days of one year (lịch nghỉ của một năm), as an official notice gives them or as the rules do.
package struct CalendarYear: Sendable, Equatable {
  /// A day that does not follow its weekday.
  package struct Mark: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
      /// A day off that would be worked.
      case off
      /// A weekend day that is worked.
      case worked
      /// A worked day whose morning is off. It counts whole in every term of days: the law knows no halves of them.
      case morningOff
      case afternoonOff

      /// The Vietnamese term.
      package var label: String {
        switch self {
        case .off: "Nghỉ"
        case .worked: "Làm việc"
        case .morningOff: "Nghỉ buổi sáng"
        case .afternoonOff: "Nghỉ buổi chiều"
        }
      }

      /// Whether it marks a day that would be worked.
      package var isOfWeekday: Bool { self != .worked }
    }

    package var kind: Kind
    /// Why: «Tết Nguyên đán», «nghỉ bù», «hoán đổi».
    package var name: String

    package init(_ kind: Kind, name: String) {
      self.kind = kind
      self.name = name
    }
  }

  package var year: Int
  package var marks: [Day: Mark]
  /// False while it only follows the rules («tạm tính»): no notice has been entered yet.
  package var isConfirmed: Bool

  package init(_ year: Int, marks: [Day: Mark], isConfirmed: Bool) {
    self.year = year
    self.marks = marks
    self.isConfirmed = isConfirmed
  }

  package func mark(on day: Day) -> Mark? { marks[day] }

  /// Marked days in order.
  package var days: [(day: Day, mark: Mark)] { marks.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// How many days of the year are worked.
  package var workingDayCount: Int {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
      return 0
    }
    let calendar = WorkCalendar(years: [self])
    return (first.number...last.number).count { calendar.isWorkingDay(Day(number: $0)) }
  }
}
