import Kernel

/// What changed between the texts of two versions, word by word, with a few words around each change.
struct DraftDifference: Sendable, Equatable {
  enum Piece: Sendable, Equatable {
    case same(String)
    case gone(String)
    case new(String)
  }

  /// Each excerpt is one place that changed, in the order of the text; empty when the words are the same.
  var excerpts: [[Piece]] = []
  /// So much is different that words are not compared one by one.
  var isWhole = false

  /// Words around a change.
  private static let around = 12
  /// Comparing costs words times changes.
  private static let costMax = 4_000_000

  init(from old: String, to new: String) {
    let (a, b) = (Self.words(old), Self.words(new))
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let (left, right) = (Array(a[head..<(a.count - tail)]), Array(b[head..<(b.count - tail)]))
    guard left.count * right.count <= Self.costMax else {
      isWhole = true
      return
    }
    let same = { (words: ArraySlice<String>) in words.map { Piece.same($0) } }
    excerpts = Self.cut(same(a[..<head]) + Self.changes(from: left, to: right) + same(a[(a.count - tail)...]))
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Every word of both, in the order in which they would be read.
  private static func changes(from old: [String], to new: [String]) -> [Piece] {
    let difference = new.difference(from: old)
    var gone: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var pieces: [Piece] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, gone.contains(i) {
        pieces.append(.gone(old[i]))
        i += 1
      } else if j < new.count, added.contains(j) {
        pieces.append(.new(new[j]))
        j += 1
      } else {
        pieces.append(.same(new[j]))
        (i, j) = (i + 1, j + 1)
      }
    }
    return pieces
  }

  /// The changes with what stands around them; neighbours nearer than that are one excerpt. Words of a kind are joined.
  private static func cut(_ pieces: [Piece]) -> [[Piece]] {
    let changed = pieces.indices.filter { if case .same = pieces[$0] { false } else { true } }
    var ranges: [Range<Int>] = []
    for index in changed {
      let range = max(0, index - around)..<min(pieces.count, index + around + 1)
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges.map { joined(Array(pieces[$0])) }
  }

  private static func joined(_ pieces: [Piece]) -> [Piece] {
    pieces.reduce(into: []) { joined, piece in
      switch (joined.last, piece) {
      case (.same(let one)?, .same(let two)): joined[joined.count - 1] = .same("\(one) \(two)")
      case (.gone(let one)?, .gone(let two)): joined[joined.count - 1] = .gone("\(one) \(two)")
      case (.new(let one)?, .new(let two)): joined[joined.count - 1] = .new("\(one) \(two)")
      default: joined.append(piece)
      }
    }
  }
}
