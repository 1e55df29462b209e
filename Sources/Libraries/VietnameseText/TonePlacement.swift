/// Where the tone mark of a syllable stands. Two habits are in use (hòa and hoà, thúy and thuý), and slips are common
/// (qúy, gìa); for comparing, every tone is moved to the one place that this rule gives.
enum TonePlacement {
  static func unify(_ scalars: inout [Unicode.Scalar]) {
    var index = 0
    while index < scalars.count {
      guard Letters.parts(of: scalars[index]) != nil else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, Letters.parts(of: scalars[end]) != nil { end += 1 }
      if end - index > 1 { unify(&scalars, vowels: index..<end) }
      index = end
    }
  }

  private static func unify(_ scalars: inout [Unicode.Scalar], vowels: Range<Int>) {
    let parts = scalars[vowels].compactMap(Letters.parts(of:))
    let toned = parts.filter { $0.tone != .level }
    guard toned.count == 1, let tone = toned.first?.tone else { return }
    let isClosed = vowels.upperBound < scalars.count && isConsonant(scalars[vowels.upperBound])
    let before = vowels.lowerBound > 0 ? scalars[vowels.lowerBound - 1] : " "
    let place = vowels.lowerBound + place(in: parts.map(\.vowel), after: before, isClosed: isClosed)
    for (index, part) in zip(vowels, parts) {
      scalars[index] = index == place ? with(tone, on: part.vowel) : part.vowel
    }
  }

  /// Index of the vowel that carries the tone: after «qu» and «gi» the rest counts; a marked vowel first (the last
  /// one: ươ); before a final consonant the last; of three the middle; else the first (hòa, thúy, mía).
  static func place(in vowels: [Unicode.Scalar], after before: Unicode.Scalar, isClosed: Bool) -> Int {
    let isGlide = vowels.count > 1 && ((before == "q" && vowels[0] == "u") || (before == "g" && vowels[0] == "i"))
    let skipped = isGlide ? 1 : 0
    if let marked = vowels.indices.last(where: { "ăâêôơư".unicodeScalars.contains(vowels[$0]) }) { return marked }
    let count = vowels.count - skipped
    if count == 1 { return skipped }
    if isClosed { return vowels.count - 1 }
    return skipped + (count >= 3 ? 1 : 0)
  }

  private static func with(_ tone: Letters.Tone, on vowel: Unicode.Scalar) -> Unicode.Scalar {
    Letters.toned.first { $0[0] == vowel }?[tone.rawValue] ?? vowel
  }

  private static func isConsonant(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic
  }
}
