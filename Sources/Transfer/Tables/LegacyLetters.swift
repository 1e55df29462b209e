/// Vietnamese typed for fonts of their own (TCVN3, VNI) before Unicode: «VÒ viÖc qu¶n lý», «Veà vieäc quaûn lyù». In a file of
/// today such a text is readable to nobody, and its words are found by nobody.
enum LegacyLetters {
  /// Signs that stand inside words only in TCVN3.
  private static let signs = Set("¨©ª«¬®µ¶·¸¹»¼½¾".unicodeScalars)
  /// Letters that no Vietnamese word has: TCVN3 puts them for vowels, VNI behind a vowel.
  private static let foreign = Set("ÄÅÆËÎÏÖØÛÜÞßäåæëîïñöøûüþÿ".unicodeScalars)
  private static let vowels = Set("aeiouyAEIOUYôơưÔƠƯ".unicodeScalars)

  /// Two of its words look so, and no word of it is written in Unicode's Vietnamese letters.
  static func isSuspect(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0x80 }), !text.unicodeScalars.contains(where: isVietnamese) else {
      return false
    }
    return text.split(whereSeparator: \.isWhitespace).lazy.filter(isSuspect(word:)).prefix(2).count == 2
  }

  /// A sign behind a letter and not at the end, where quotes and marks of trade stand; or a foreign letter behind a vowel.
  private static func isSuspect(word: Substring) -> Bool {
    let scalars = Array(word.unicodeScalars)
    return scalars.indices.dropFirst().contains { index in
      let before = scalars[index - 1]
      if signs.contains(scalars[index]) {
        return before.properties.isAlphabetic && index + 1 < scalars.count
          && scalars[index + 1].properties.isAlphabetic
      }
      return foreign.contains(scalars[index]) && vowels.contains(before)
    }
  }

  private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    (0x1EA0...0x1EF9).contains(scalar.value) || "ăđĩũơưĂĐĨŨƠƯ".unicodeScalars.contains(scalar)
  }
}
