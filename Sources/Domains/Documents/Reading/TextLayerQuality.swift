import Papers
import VietnameseText

/// Whether a file's own text can be used. Scanners write text layers that are useless: letters without their marks,
/// pages read upside down, or nothing but the text of the signature's picture; then the page image is read instead.
package enum TextLayerQuality {
  /// Fewer words than this on a page are no text of an office paper (a signature's picture has ten to thirty).
  static let wordsMin = 40

  /// Too few words to tell good text from bad: the end of a letter, or a signature's words over a scan.
  package static func isShort(_ page: PageText) -> Bool { page.words.count < wordsMin }

  /// True when the pages should be read from their images.
  package static func isGarbage(_ pages: [PageText]) -> Bool {
    isGarbage(verdicts: pages.map(isGarbage))
  }

  /// The same, from what was told of each page.
  static func isGarbage(verdicts: [Bool]) -> Bool {
    guard let first = verdicts.first else { return true }
    return first || verdicts.count { $0 } * 2 > verdicts.count
  }

  package static func isGarbage(_ page: PageText) -> Bool {
    let words = page.words.map(\.text)
    if isShort(page) { return true }
    let syllables = words.map { $0.filter { !$0.isPunctuation && !$0.isSymbol } }
      .filter { $0.count(where: \.isLetter) >= 2 }
    guard syllables.count >= wordsMin / 2 else { return true }
    // Few different words make up a page.
    let times = Dictionary(syllables.map { ($0, 1) }, uniquingKeysWith: +).filter { Syllable.isPlausible($0.key) }
    let plausible = times.values.reduce(0, +)
    let marked = times.reduce(0) { $0 + (Folding.hasDiacritics($1.key) ? $1.value : 0) }
    // Good text has 0.9 and 0.7; the best of the useless layers seen 0.75 and 0.35.
    return Double(plausible) < 0.6 * Double(syllables.count) || Double(marked) < 0.45 * Double(syllables.count)
  }
}
