/// Vietnamese alphabetical order: a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y; f j w z at their Latin
/// places; letters decide first, tones only between texts of the same letters (level, grave, hook, tilde, acute, dot).
package enum VietnameseOrder {
  /// A key whose plain text order is the Vietnamese order. It holds digits only, so that every collation of both
  /// database engines sorts it alike. Numbers sort by value: «Phòng 2» before «Phòng 10».
  package static func sortKey(_ text: String) -> String {
    var letters = ""
    var tones = ""
    var digits = ""
    var isGap = false
    for scalar in Folding.exact(text).unicodeScalars {
      if (0x30...0x39).contains(scalar.value) {
        if isGap, !letters.isEmpty, digits.isEmpty { letters += gapCode }
        isGap = false
        digits.unicodeScalars.append(scalar)
        continue
      }
      flush(&digits, to: &letters)
      guard Letters.isWordScalar(scalar) else {
        isGap = true
        continue
      }
      if isGap, !letters.isEmpty { letters += gapCode }
      isGap = false
      append(scalar, &letters, &tones)
    }
    flush(&digits, to: &letters)
    return letters + endCode + tones
  }

  private static let endCode = "00"
  private static let gapCode = "01"
  private static let numberCode = "02"
  private static let foreignCode = "99"

  private static let codes: [Unicode.Scalar: String] = Dictionary(
    uniqueKeysWithValues: Letters.alphabet.enumerated().map { ($1, String(10 + $0)) })

  private static func append(_ scalar: Unicode.Scalar, _ letters: inout String, _ tones: inout String) {
    let parts = Letters.parts(of: scalar)
    if let code = codes[parts?.vowel ?? scalar] {
      letters += code
    } else {
      let number = String(scalar.value)
      letters += foreignCode + String(repeating: "0", count: max(0, 7 - number.count)) + number
    }
    if let parts { tones += String(parts.tone.rawValue + 1) }
  }

  private static func flush(_ digits: inout String, to letters: inout String) {
    guard !digits.isEmpty else { return }
    let value = digits.drop { $0 == "0" }
    let length = min(value.count, 99)
    letters += numberCode + (length < 10 ? "0" : "") + String(length) + value
    digits = ""
  }
}
