import VietnameseText

/// Comparing of text that a character recognition has damaged.
enum LooseText {
  /// Folded letters and digits only.
  static func letters(_ text: String) -> [Character] {
    Folding.folded(text).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// The same as bytes, for what is looked for on every line.
  static func bytes(_ text: String) -> [UInt8] {
    Folding.folded(text).utf8.filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }

  /// Levenshtein distance; stops early above `limit`.
  static func distance<Letter: Equatable>(_ one: [Letter], _ other: [Letter], limit: Int) -> Int {
    if abs(one.count - other.count) > limit { return limit + 1 }
    var row = Array(0...other.count)
    for (i, left) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var best = row[0]
      for (j, right) in other.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (left == right ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
        best = min(best, next)
      }
      if best > limit { return limit + 1 }
    }
    return row[other.count]
  }

  /// True when the two read alike, allowing one wrong letter in `tolerance`.
  static func matches(_ text: String, _ wanted: String, tolerance: Int = 6) -> Bool {
    let wanted = letters(wanted)
    let limit = wanted.count / tolerance
    return distance(letters(text), wanted, limit: limit) <= limit
  }

  /// Share of capitals among the letters; 0 without letters.
  static func capitals(_ text: String) -> Double {
    let letters = text.filter(\.isLetter)
    guard !letters.isEmpty else { return 0 }
    return Double(letters.count { $0.isUppercase }) / Double(letters.count)
  }

  /// What a sign stands for where only a digit can stand: the usual slips of recognition.
  static let digitLookalikes: [Character: Character] = [
    "l": "1", "I": "1", "i": "1", "|": "1", "!": "1", "]": "1", "[": "1", "T": "1", "ì": "1", "í": "1", "J": "1",
    "j": "1", "O": "0", "o": "0", "Ö": "0", "ö": "0", "Ø": "0", "Q": "0", "D": "0", "ó": "6", "S": "5", "Š": "5",
    "s": "5", "§": "5", "$": "5", "Z": "2", "z": "2", "B": "8", "g": "9", "q": "9", "b": "6", "G": "6", "A": "4",
    "Ä": "4", "?": "7",
  ]

  /// The digits of a run where only digits are expected, and the share of its signs that were digits already.
  static func digits(_ text: String) -> (digits: String, purity: Double) {
    var digits = ""
    var pure = 0
    var all = 0
    for character in text where !character.isWhitespace && !".,;:_-'`\"‘’“”".contains(character) {
      all += 1
      if character.isASCII, character.isNumber {
        digits.append(character)
        pure += 1
      } else if let digit = digitLookalikes[character] {
        digits.append(digit)
      }
    }
    return (digits, all == 0 ? 0 : Double(pure) / Double(all))
  }
}
