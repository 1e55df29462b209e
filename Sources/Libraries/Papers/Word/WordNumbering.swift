/// Automatic numbers and bullets: «1.», «a)», «Điều 3.», counted as Word counts them.
struct WordNumbering {
  private struct Level {
    var format: String
    var pattern: String
    var start: Int
  }

  private var levels: [Int: [Int: Level]] = [:]
  private var lists: [Int: Int] = [:]
  private var counts: [Int: [Int: Int]] = [:]

  init(_ tree: XMLTree?) {
    for element in tree?.elements ?? [] {
      if element.name == "w:abstractNum", let id = element["w:abstractNumId"].flatMap({ Int($0) }) {
        for level in element.elements where level.name == "w:lvl" {
          guard let number = level["w:ilvl"].flatMap({ Int($0) }) else { continue }
          levels[id, default: [:]][number] = Level(
            format: level.first("w:numFmt")?["w:val"] ?? "decimal", pattern: level.first("w:lvlText")?["w:val"] ?? "",
            start: level.first("w:start")?["w:val"].flatMap { Int($0) } ?? 1)
        }
      } else if element.name == "w:num", let id = element["w:numId"].flatMap({ Int($0) }) {
        lists[id] = element.first("w:abstractNumId")?["w:val"].flatMap { Int($0) }
      }
    }
  }

  /// The words before the next paragraph of this list; nil when the list is unknown or has none.
  mutating func next(list: Int, level: Int) -> String? {
    guard let abstract = lists[list], let kinds = levels[abstract], let kind = kinds[level] else { return nil }
    if kind.format == "none" { return nil }
    if kind.format == "bullet" { return kind.pattern.isEmpty || !kind.pattern.isPlain ? "-" : kind.pattern }
    var counted = counts[abstract] ?? [:]
    counted[level] = (counted[level] ?? kind.start - 1) + 1
    counted = counted.filter { $0.key <= level }
    counts[abstract] = counted
    var text = kind.pattern
    for (place, other) in kinds where text.contains("%\(place + 1)") {
      text = text.replacing("%\(place + 1)", with: Self.written(counted[place] ?? other.start, as: other.format))
    }
    return text
  }

  static func written(_ number: Int, as format: String) -> String {
    switch format {
    case "lowerLetter": letters(number).lowercased()
    case "upperLetter": letters(number)
    case "lowerRoman": roman(number).lowercased()
    case "upperRoman": roman(number)
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    default: "\(number)"
    }
  }

  private static func letters(_ number: Int) -> String {
    guard number > 0, number < 1000 else { return "\(number)" }
    let letter = String(UnicodeScalar(UInt8(65 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  static func roman(_ number: Int) -> String {
    guard number > 0, number < 4000 else { return "\(number)" }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}

extension String {
  /// Signs of symbol fonts mean nothing outside them.
  fileprivate var isPlain: Bool { unicodeScalars.allSatisfy { !(0xE000...0xF8FF).contains($0.value) } }
}
