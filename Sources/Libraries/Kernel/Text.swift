import Foundation

extension String {
  /// NFC (TCVN 6909:2001, precomposed), without control characters, ends trimmed, runs of blanks made one.
  /// Every text typed or received passes here before it is stored.
  package var normalizedLine: String {
    guard !isNormalizedLine else { return self }
    let scalars = precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.isWhitespace || scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
  }

  /// True for most texts: letters and signs that are their own NFC form (Latin, Vietnamese, dashes, quotation marks) with
  /// single blanks between. False says nothing.
  private var isNormalizedLine: Bool {
    var isAfterBlank = true
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20:
        if isAfterBlank { return false }
        isAfterBlank = true
      case 0x21...0x7E, 0xA1...0x24F, 0x1EA0...0x1EF9, 0x2010...0x2027: isAfterBlank = false
      default: return false
      }
    }
    return !isAfterBlank || isEmpty
  }

  /// As `normalizedLine`, but keeps line breaks.
  package var normalizedParagraphs: String {
    replacingOccurrences(of: "\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).normalizedLine }.joined(separator: "\n").trimmingCharacters(in: .newlines)
  }
}
