import Kernel
import Papers
import VietnameseText

/// The line of place and date: `Hà Nội, ngày 05 tháng 01 năm 2026`, its day and month often written by hand.
struct DateLine: Sendable {
  var line: ReadLine
  /// Words before «ngày».
  var place: [PageWord]
  var day: String
  var month: String
  var year: String
  var dateWords: [PageWord]

  /// The first such line among these.
  static func find(in lines: [ReadLine]) -> DateLine? {
    lines.lazy.compactMap(DateLine.init).first
  }

  init?(_ line: ReadLine) {
    let folded = line.words.map { Folding.folded($0.text) }
    guard let month = folded.firstIndex(where: { $0.contains("thang") || $0.contains("thans") }) else { return nil }
    guard let year = folded.indices.first(where: { $0 > month && folded[$0].hasPrefix("na") && $0 - month < 6 })
    else { return nil }
    guard let day = folded[...month].lastIndex(where: { $0.hasPrefix("nga") || $0.hasPrefix("ngu") }), month - day < 7
    else { return nil }
    self.line = line
    let words = line.words
    let dayParts = Self.after("ngày", in: words[day].text, length: 4)
    let (beforeMonth, afterMonth) = Self.around("thang", in: words[month].text)
    if day == month {
      self.day = Self.after("ngày", in: beforeMonth, length: 4)
    } else {
      self.day = ([dayParts] + words[(day + 1)..<month].map(\.text) + [beforeMonth]).joined(separator: " ")
    }
    self.month = ([afterMonth] + words[(month + 1)..<year].map(\.text)).joined(separator: " ")
    let yearTail = words[(year + 1)...].prefix(2).map(\.text).joined(separator: " ")
    self.year = Self.after("năm", in: words[year].text, length: 3) + yearTail
    place = Array(words[..<day])
    dateWords = Array(words[day...])
  }

  /// The rest of a word behind its own letters: «ngày2» → «2»; punctuation stays.
  private static func after(_ head: String, in word: String, length: Int) -> String {
    String(word.dropFirst(length))
  }

  private static func around(_ core: String, in word: String) -> (before: String, after: String) {
    let characters = Array(word)
    let folded = characters.map { Folding.folded(String($0)) }
    for start in folded.indices where start + 5 <= folded.count {
      let joined = folded[start..<(start + 5)].joined()
      if joined == core || joined == "thans" {
        return (String(characters[..<start]), String(characters[(start + 5)...]))
      }
    }
    return ("", "")
  }
}

extension DateLine {
  /// The day, and how clearly its digits were written; nil when they give no real day.
  func read() -> (day: Day, purity: Double)? {
    let (dayDigits, dayPurity) = LooseText.digits(day)
    let (monthDigits, monthPurity) = LooseText.digits(month)
    guard let month = Int(monthDigits), let year = readYear(), let number = Int(dayDigits),
      let day = Day(year: year, month: month, day: number)
    else { return nil }
    return (day, min(dayPurity, monthPurity))
  }

  /// Month and year alone, when the day cannot be read.
  func readMonth() -> (year: Int, month: Int)? {
    guard let month = Int(LooseText.digits(month).digits), (1...12).contains(month), let year = readYear()
    else { return nil }
    return (year, month)
  }

  func readYear() -> Int? {
    let digits = LooseText.digits(year).digits
    guard digits.count >= 4, let year = Int(digits.prefix(4)), (1945...2100).contains(year) else { return nil }
    return year
  }

  /// The place without its comma, known names set right.
  func readPlace() -> String? {
    var words = place.map(\.text)
    if let start = words.lastIndex(where: { $0.contains("/") || $0.contains(":") }) { words.removeFirst(start + 1) }
    words = words.map { $0.filter { $0.isLetter || $0 == "-" || $0 == "." } }.filter { !$0.isEmpty && $0 != "-" }
    while let first = words.first, first.first?.isUppercase != true { words.removeFirst() }
    guard !words.isEmpty, words.count <= 7 else { return nil }
    return PlaceNames.corrected(words.joined(separator: " "))
  }
}
