/// What became of a text between two versions (so sánh hai phiên bản): paragraph by paragraph, and inside a changed
/// paragraph word by word. The same two texts always give the same difference.
package struct TextDifference: Sendable, Equatable {
  package enum Change: Sendable { case kept, added, removed }

  /// Words in a row with the same fate, with the blanks before them.
  package struct Piece: Sendable, Equatable {
    package var change: Change
    package var text: String
  }

  package struct Paragraph: Sendable, Equatable {
    package enum Kind: Sendable { case kept, changed, added, removed }

    package var kind: Kind
    package var pieces: [Piece]
  }

  package var paragraphs: [Paragraph]

  package var isEmpty: Bool { paragraphs.allSatisfy { $0.kind == .kept } }

  /// Words that came in and that went out.
  package var wordCounts: (added: Int, removed: Int) {
    var counts = (added: 0, removed: 0)
    for piece in paragraphs.flatMap(\.pieces) where piece.change != .kept {
      let count = piece.text.split(separator: " ").count
      if piece.change == .added { counts.added += count } else { counts.removed += count }
    }
    return counts
  }

  /// Paragraphs in which something changed.
  package var changedCount: Int { paragraphs.count { $0.kind != .kept } }

  /// Compares two texts given as paragraphs in NFC with single blanks.
  package init(from old: [String], to new: [String]) {
    var numbers: [String: Int] = [:]
    func number(_ text: String) -> Int {
      if let known = numbers[text] { return known }
      numbers[text] = numbers.count
      return numbers.count - 1
    }
    let pairs = SequenceAlignment.pairs(old.map(number), new.map(number))
    paragraphs = []
    var (oldStart, newStart) = (0, 0)
    for pair in pairs + [(old.count, new.count)] {
      paragraphs += Self.gap(Array(old[oldStart..<pair.old]), Array(new[newStart..<pair.new]))
      if pair.old < old.count {
        paragraphs.append(Paragraph(kind: .kept, pieces: [Piece(change: .kept, text: new[pair.new])]))
      }
      (oldStart, newStart) = (pair.old + 1, pair.new + 1)
    }
  }

  /// Paragraphs between two that are the same: those that are alike are compared word by word.
  private static func gap(_ old: [String], _ new: [String]) -> [Paragraph] {
    let oldWords = old.map(ComparedWords.init)
    let newWords = new.map(ComparedWords.init)
    var result: [Paragraph] = []
    var (oldStart, newStart) = (0, 0)
    for pair in SimilarParagraphs.pairs(oldWords, newWords) + [(old.count, new.count)] {
      result += old[oldStart..<pair.old].map { Paragraph(kind: .removed, pieces: [Piece(change: .removed, text: $0)]) }
      result += new[newStart..<pair.new].map { Paragraph(kind: .added, pieces: [Piece(change: .added, text: $0)]) }
      if pair.old < old.count {
        result.append(
          Paragraph(kind: .changed, pieces: ComparedWords.pieces(oldWords[pair.old], newWords[pair.new])))
      }
      (oldStart, newStart) = (pair.old + 1, pair.new + 1)
    }
    return result
  }
}

/// A paragraph cut into words and signs.
struct ComparedWords {
  /// Each with the blank before it, if there is one.
  let words: [String]

  init(_ text: String) {
    var words: [String] = []
    var word = ""
    var isWord = false
    for scalar in text.unicodeScalars {
      let isLetter = Letters.isWordScalar(scalar)
      if !word.isEmpty, word != " ", !(isLetter && isWord) {
        words.append(word)
        word = ""
      }
      word.unicodeScalars.append(scalar)
      isWord = isLetter
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
  }

  static func pieces(_ old: ComparedWords, _ new: ComparedWords) -> [TextDifference.Piece] {
    var numbers: [String: Int] = [:]
    func number(_ text: String) -> Int {
      if let known = numbers[text] { return known }
      numbers[text] = numbers.count
      return numbers.count - 1
    }
    let pairs = SequenceAlignment.pairs(old.words.map(number), new.words.map(number))
    var pieces: [TextDifference.Piece] = []
    func add(_ change: TextDifference.Change, _ words: ArraySlice<String>) {
      guard !words.isEmpty else { return }
      if pieces.last?.change == change {
        pieces[pieces.count - 1].text += words.joined()
      } else {
        pieces.append(.init(change: change, text: words.joined()))
      }
    }
    var (oldStart, newStart) = (0, 0)
    for pair in pairs + [(old.words.count, new.words.count)] {
      add(.removed, old.words[oldStart..<pair.old])
      add(.added, new.words[newStart..<pair.new])
      if pair.old < old.words.count { add(.kept, new.words[pair.new...pair.new]) }
      (oldStart, newStart) = (pair.old + 1, pair.new + 1)
    }
    return pieces
  }
}

/// Which of the paragraphs that went are those that came, rewritten.
enum SimilarParagraphs {
  /// Share of common words from which two paragraphs are one, rewritten.
  static let leastShare = 0.5
  static let cellsMax = 2_500

  static func pairs(_ old: [ComparedWords], _ new: [ComparedWords]) -> [(old: Int, new: Int)] {
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= cellsMax else { return [] }
    let bags = new.map { $0.words.reduce(into: [:]) { $0[$1, default: 0] += 1 } as [String: Int] }
    let shares = old.map { words in zip(new, bags).map { share(words, $0, $1) } }
    let width = new.count + 1
    var best = [Double](repeating: 0, count: (old.count + 1) * width)
    for i in stride(from: old.count - 1, through: 0, by: -1) {
      for j in stride(from: new.count - 1, through: 0, by: -1) {
        let paired = shares[i][j] >= leastShare ? shares[i][j] + best[(i + 1) * width + j + 1] : 0
        best[i * width + j] = max(paired, best[(i + 1) * width + j], best[i * width + j + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count, best[i * width + j] > 0 {
      if best[i * width + j] == best[(i + 1) * width + j] {
        i += 1
      } else if best[i * width + j] == best[i * width + j + 1] {
        j += 1
      } else {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      }
    }
    return pairs
  }

  private static func share(_ old: ComparedWords, _ new: ComparedWords, _ bag: [String: Int]) -> Double {
    var left = bag
    var common = 0
    for word in old.words {
      guard let count = left[word], count > 0 else { continue }
      left[word] = count - 1
      common += 1
    }
    return 2 * Double(common) / Double(max(1, old.words.count + new.words.count))
  }
}
