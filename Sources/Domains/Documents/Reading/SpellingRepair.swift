import Kernel
import Papers
import VietnameseText

/// A number that ends with strokes.
private let figuresWithStrokes = Pattern(/\d+[lI|]+[.,;:]?/)
/// What is taken for «1».
private let stroke = Pattern(/[lI|]/)

/// Putting back the marks that character recognition loses or confuses (thập for thấp, biên for biển): by the pairs of
/// syllables usual in office language, and by the same words elsewhere on the pages. Letters are never changed, only
/// marks and tones.
struct SpellingRepair {
  /// Folded pair → its spelling.
  private static let usual: [String: (String, String)] = {
    var pairs: [String: (String, String)] = [:]
    let texts = CommonPairs.text.split(separator: " ").map { String($0.replacing("_", with: " ")) } + PlaceNames.names
    for text in texts {
      let words = text.lowercased().split(separator: " ").map(String.init)
      guard words.count == 2 else { continue }
      pairs[Folding.folded(text)] = (words[0], words[1])
    }
    return pairs
  }()

  /// Folded triple → spelling of the middle → how surely it was read, summed.
  private var seen: [String: [String: Double]] = [:]

  /// `body`: the pages, to see how their words are spelled elsewhere. Only recognized text is repaired.
  init(body: [PageText]) {
    for page in body where page.origin == .ocr {
      let words = page.words.map { (Self.core($0.text), $0.confidence / 100) }
      let folded = words.map { Folding.folded($0.0) }
      guard words.count > 2 else { continue }
      for index in 1..<(words.count - 1) where !folded[index].isEmpty {
        let key = folded[(index - 1)...(index + 1)].joined(separator: " ")
        seen[key, default: [:]][words[index].0.lowercased(), default: 0] += words[index].1
      }
    }
  }

  /// The words with their marks put right; capitals and signs stay. Born-digital words are never touched.
  func repaired(_ words: [PageWord]) -> [String] {
    guard words.contains(where: { $0.confidence < 100 }) else { return words.map(\.text) }
    let words = words.map(Self.withoutSlips)
    let cores = words.map { Self.core($0.text) }
    let folded = cores.map(Folding.folded)
    return words.indices.map { index in
      let core = cores[index]
      guard core.count > 1, !(core.allSatisfy(\.isUppercase)), core.allSatisfy(\.isLetter) else {
        return words[index].text
      }
      let right = spelling(at: index, cores: cores, folded: folded, confidence: words[index].confidence / 100)
      guard let right, right != core.lowercased() else { return words[index].text }
      let cased = core.first?.isUppercase == true ? right.prefix(1).uppercased() + right.dropFirst() : right
      return words[index].text.replacing(core, with: cased)
    }
  }

  private func spelling(at index: Int, cores: [String], folded: [String], confidence: Double) -> String? {
    let own = cores[index].lowercased()
    let isPlausible = Syllable.isPlausible(own)
    // Half of all words are read at 0.96 and above; nearly all slips lie below 0.9.
    var votes = [own: !isPlausible ? 0.3 : confidence >= 0.96 ? 2 : confidence >= 0.9 ? 1.3 : 0.7 * confidence]
    if index + 1 < folded.count, let pair = Self.usual[folded[index] + " " + folded[index + 1]] {
      votes[pair.0, default: 0] += 1.5
    }
    if index > 0, let pair = Self.usual[folded[index - 1] + " " + folded[index]] { votes[pair.1, default: 0] += 1.5 }
    if folded[index] == "tinh", index + 2 < folded.count,
      PlaceNames.known(cores[(index + 1)...(index + 2)].joined(separator: " ")) != nil
    {
      votes["tỉnh", default: 0] += 1.5
    }
    if index > 0, index + 1 < folded.count {
      for (spelling, weight) in seen[folded[(index - 1)...(index + 1)].joined(separator: " ")] ?? [:] {
        // The word itself is among those seen.
        votes[spelling, default: 0] += 0.8 * (spelling == own ? max(0, weight - confidence) : weight)
      }
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// What stands for sure: a dagger is a t, an l behind digits a one, HDND is HĐND.
  private static func withoutSlips(_ word: PageWord) -> PageWord {
    guard word.confidence < 100 else { return word }
    var word = word
    word.text = word.text.replacing("†", with: "t")
    if word.text.wholeMatch(of: figuresWithStrokes.regex) != nil {
      word.text = word.text.replacing(stroke.regex, with: "1")
    }
    if word.text == "HDND" { word.text = "HĐND" }
    return word
  }

  /// The word without the signs at its ends.
  private static func core(_ text: String) -> String {
    let trimmed = text.drop { !$0.isLetter && !$0.isNumber }
    let end = trimmed.lastIndex { $0.isLetter || $0.isNumber }
    return end.map { String(trimmed[...$0]) } ?? ""
  }
}
