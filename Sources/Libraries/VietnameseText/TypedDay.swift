import Kernel

/// A day as clerks type it.
///
/// Words: `hn`, `hôm nay`; `hq`, `hôm qua`; `mai`. With signs (`/`, `-`, `.`, blank): day, month, and a year of two or
/// four digits; a year first only with four digits. Without a year it is the year of `today`. Digits alone are cut by
/// the first of these that gives a real day:
///
/// | digits | read as |
/// |---|---|
/// | 2 | d m |
/// | 3 | dd m, d mm |
/// | 4 | dd mm, d m yy |
/// | 5 | dd m yy, d mm yy |
/// | 6 | dd mm yy, d m yyyy |
/// | 7 | dd m yyyy, d mm yyyy |
/// | 8 | dd mm yyyy, yyyy mm dd |
///
/// A year of two digits lies at most ten years after `today`, else in the century before: `31/12/99` is 1999.
package enum TypedDay {
  /// Nil when the text is no real day.
  package static func parse(_ typed: String, today: Day) -> Day? {
    let text = Folding.folded(typed.normalizedLine)
    if let shift = words[text] { return today + shift }
    let numbers = text.split { !("0"..."9").contains($0) }.map(String.init)
    if text.contains("thang") || text.contains("nam") { return spelled(text, numbers, today: today) }
    guard text.allSatisfy({ ("0"..."9").contains($0) || "/-. ".contains($0) }) else { return nil }
    switch numbers.count {
    case 1: return numbers[0] == text ? digits(text, today: today) : nil
    case 2: return day(numbers[0], numbers[1], nil, today: today)
    case 3:
      return numbers[0].count == 4
        ? day(numbers[2], numbers[1], numbers[0], today: today) : day(numbers[0], numbers[1], numbers[2], today: today)
    default: return nil
    }
  }

  private static let words = [
    "hn": 0, "hom nay": 0, "nay": 0, "hq": -1, "hom qua": -1, "qua": -1, "mai": 1, "ngay mai": 1,
  ]

  /// `ngày 05 tháng 7 năm 2026`, pasted from a document.
  private static func spelled(_ text: String, _ numbers: [String], today: Day) -> Day? {
    let letters = text.split { !$0.isLetter }
    guard letters.allSatisfy({ ["ngay", "thang", "nam"].contains($0) }), letters.contains("thang") else { return nil }
    guard numbers.count == 2 || numbers.count == 3 else { return nil }
    return day(numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : nil, today: today)
  }

  private static let cuts: [Int: [[Int]]] = [
    2: [[1, 1]], 3: [[2, 1], [1, 2]], 4: [[2, 2], [1, 1, 2]], 5: [[2, 1, 2], [1, 2, 2]],
    6: [[2, 2, 2], [1, 1, 4]], 7: [[2, 1, 4], [1, 2, 4]], 8: [[2, 2, 4]],
  ]

  private static func digits(_ text: String, today: Day) -> Day? {
    for cut in cuts[text.count] ?? [] {
      var rest = text[...]
      var parts: [String] = []
      for length in cut {
        parts.append(String(rest.prefix(length)))
        rest = rest.dropFirst(length)
      }
      if let day = day(parts[0], parts[1], parts.count == 3 ? parts[2] : nil, today: today) { return day }
    }
    guard text.count == 8 else { return nil }
    return day(String(text.suffix(2)), String(text.dropFirst(4).prefix(2)), String(text.prefix(4)), today: today)
  }

  private static func day(_ day: String, _ month: String, _ year: String?, today: Day) -> Day? {
    guard day.count <= 2, month.count <= 2, let dayNumber = Int(day), let monthNumber = Int(month) else { return nil }
    guard let yearNumber = year.map({ fullYear($0, today: today) }) ?? today.year else { return nil }
    return Day(year: yearNumber, month: monthNumber, day: dayNumber)
  }

  private static func fullYear(_ text: String, today: Day) -> Int? {
    guard let number = Int(text), text.count == 2 || text.count == 4 else { return nil }
    if text.count == 4 { return number }
    let inCentury = today.year / 100 * 100 + number
    return inCentury > today.year + 10 ? inCentury - 100 : inCentury
  }
}
