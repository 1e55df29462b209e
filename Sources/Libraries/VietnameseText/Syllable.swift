/// Whether a word can be a Vietnamese syllable: onset, rhyme and tone that go together. It is how text is told from
/// the debris of a bad character recognition.
package enum Syllable {
  package static func isPlausible(_ word: String) -> Bool {
    var letters: [Unicode.Scalar] = []
    var tone = Letters.Tone.level
    for scalar in Folding.exact(word).unicodeScalars {
      guard let parts = Letters.parts(of: scalar) else {
        letters.append(scalar)
        continue
      }
      if parts.tone != .level {
        guard tone == .level else { return false }
        tone = parts.tone
      }
      letters.append(parts.vowel)
    }
    guard letters.count <= 7 else { return false }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return isPlausible(toneless: String(view), tone: tone)
  }

  private static func isPlausible(toneless: String, tone: Letters.Tone) -> Bool {
    for onset in onsets where toneless.hasPrefix(onset) {
      let rhyme = String(toneless.unicodeScalars.dropFirst(onset.unicodeScalars.count))
      let known = onset == "qu" ? rhymes.contains(rhyme) || rhymesAfterQu.contains(rhyme) : rhymes.contains(rhyme)
      guard known, agrees(onset, with: rhyme) else { continue }
      let isStopped = rhyme.hasSuffix("c") || rhyme.hasSuffix("ch") || rhyme.hasSuffix("p") || rhyme.hasSuffix("t")
      // A syllable that ends in a stop carries only the acute or the dot.
      if !isStopped || tone == .acute || tone == .dot { return true }
    }
    return false
  }

  /// c, ng before a back vowel, k, gh, ngh before a front one; g before either («gì»).
  private static func agrees(_ onset: String, with rhyme: String) -> Bool {
    let isFront = rhyme.first.map { "eêiy".contains($0) } ?? false
    switch onset {
    case "c", "ng": return !isFront
    case "k", "gh", "ngh": return isFront
    case "g": return !isFront || rhyme.hasPrefix("i")
    default: return true
    }
  }

  private static let onsets = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rhymesAfterQu: Set<String> = ["yên", "yêt", "ynh", "ych", "yt", "y"]

  private static let rhymes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch \
    êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh \
    oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi \
    ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên \
    uyêt uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
    """.split(separator: " ").map(String.init))
}
