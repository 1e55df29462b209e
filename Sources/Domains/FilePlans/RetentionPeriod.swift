import Kernel

/// How long a dossier is kept (thời hạn bảo quản): for ever, or whole years counted from the end of the year in which its
/// work ended (LT-01). The longer one is the greater.
package enum RetentionPeriod: Hashable, Sendable, Comparable {
  case years(Int)
  case permanent

  /// What the tables of retention know at most, in years.
  package static let yearsMax = 100

  /// As the decree's forms print it: «Vĩnh viễn», «20 năm».
  package var text: String {
    switch self {
    case .permanent: "Vĩnh viễn"
    case .years(let years): "\(years) năm"
    }
  }

  /// As a column keeps it: `permanent` or the number of years.
  package var code: String {
    switch self {
    case .permanent: "permanent"
    case .years(let years): "\(years)"
    }
  }

  /// As `code` gives it; nil for anything else.
  package init?(code: String) {
    if code == "permanent" {
      self = .permanent
    } else if let years = Int(code), (1...Self.yearsMax).contains(years) {
      self = .years(years)
    } else {
      return nil
    }
  }

  /// As people write it: «vĩnh viễn», «VV», «20 năm», «20».
  package init?(typed: String) {
    let words = typed.normalizedLine.lowercased()
    if ["vĩnh viễn", "vinh vien", "vv"].contains(words) {
      self = .permanent
      return
    }
    let number = words.hasSuffix("năm") ? words.dropLast(3) : words.hasSuffix("nam") ? words.dropLast(3) : words[...]
    self.init(code: String(number.filter { !$0.isWhitespace }))
  }

  /// `maintenance` in an archive package: 01 for ever, 02 to 06 the usual terms, 07 any other.
  package var archiveCode: String {
    switch self {
    case .permanent: "01"
    case .years(70): "02"
    case .years(50): "03"
    case .years(30): "04"
    case .years(20): "05"
    case .years(10): "06"
    case .years: "07"
    }
  }

  /// What people choose from; others may be typed.
  package static let usual: [RetentionPeriod] =
    [.permanent] + [70, 50, 30, 20, 15, 10, 5, 3, 2].map(RetentionPeriod.years)

  /// The first day on which it is over, for work that ended on a day; nil when it never is.
  package func endsOn(workEnded day: Day) -> Day? {
    guard case .years(let years) = self else { return nil }
    return Day(year: day.year + years + 1, month: 1, day: 1)
  }
}
