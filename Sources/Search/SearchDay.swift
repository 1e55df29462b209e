import Kernel
import VietnameseText

/// «11/2026», «tháng 11/2026».
private let monthForm = Pattern(/(?:[Tt]|tháng )?(1[0-2]|0?[1-9])[\/.\-]([0-9]{4})/)

/// A day of a filter as it is typed: whatever a field for days takes, and a month or a year alone, which mean their first
/// day where a stretch begins and their last day where it ends.
enum SearchDay {
  /// Longest way to write a day, in pieces: «ngày 05 tháng 7 năm 2026».
  static let piecesMax = 6

  /// Nil when the text is no real day.
  static func parse(_ typed: String, isBeginning: Bool, today: Day) -> Day? {
    whole(typed, isBeginning: isBeginning, today: today) ?? TypedDay.parse(typed, today: today)
  }

  private static func whole(_ typed: String, isBeginning: Bool, today: Day) -> Day? {
    if let match = typed.wholeMatch(of: monthForm.regex) {
      guard let month = Int(match.1), let year = Int(match.2) else { return nil }
      if isBeginning { return Day(year: year, month: month, day: 1) }
      let next = month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
      return next.map { $0 + -1 }
    }
    guard typed.count == 4, let year = Int(typed), (1945...today.year + 1).contains(year) else { return nil }
    return isBeginning ? Day(year: year, month: 1, day: 1) : Day(year: year, month: 12, day: 31)
  }
}
