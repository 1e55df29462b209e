import Kernel

/// Days as exchanged data has them: ISO (`2022-07-20`, a time after it is left out), `20/07/2022` with any of `/ - .`, or
/// the year alone, which stands for its last day.
enum OldDay {
  /// Nil when the text is no real day.
  static func parse(_ text: String) -> Day? {
    if let day = Day(isoText: String(text.prefix(10))) { return day }
    let parts = text.split(whereSeparator: { "/-. ".contains($0) }).map(String.init)
    let numbers = parts.prefix(3).compactMap { Int($0) }
    if parts.count == 1, text.count == 4, let year = Int(text) { return Day(year: year, month: 12, day: 31) }
    guard numbers.count == 3 else { return nil }
    if parts[0].count == 4 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
    guard parts[2].count == 4 else { return nil }
    return Day(year: numbers[2], month: numbers[1], day: numbers[0])
  }

  /// Only the year is known.
  static func isYear(_ text: String) -> Bool { text.count == 4 && Int(text) != nil }
}
