import Foundation
import Kernel
import Papers

/// A stretch of words on one line of one page, without wide gaps inside.
struct ReadLine: Sendable {
  var page: Int
  var words: [PageWord]

  var text: String { words.map(\.text).joined(separator: " ") }
  var left: Double { words.map(\.box.left).min() ?? 0 }
  var right: Double { words.map { $0.box.left + $0.box.width }.max() ?? 0 }
  var top: Double { words.map(\.box.top).min() ?? 0 }
  var bottom: Double { words.map { $0.box.top + $0.box.height }.max() ?? 0 }
  var middle: Double { (top + bottom) / 2 }
  var center: Double { (left + right) / 2 }
  var box: PageBox { PageBox(left: left, top: top, width: right - left, height: bottom - top) }

  /// The usual height of its words: not thrown off by one tall blot.
  var height: Double {
    let heights = words.map(\.box.height).sorted()
    return heights.isEmpty ? 0 : heights[heights.count / 2]
  }

  /// 0…1, the mean over its words.
  var confidence: Double {
    words.isEmpty ? 0 : words.map(\.confidence).reduce(0, +) / Double(words.count) / 100
  }

  var isCapitals: Bool { LooseText.capitals(text) > 0.7 }

  func part(_ range: Range<Int>) -> ReadLine { ReadLine(page: page, words: Array(words[range])) }
}

extension ReadLine {
  /// The lines of a page from top to bottom; a line is cut where a gap is wider than `gap` (share of page width).
  static func lines(of page: PageText, gap: Double) -> [ReadLine] {
    var lines: [ReadLine] = []
    var previous: PageWord?
    for word in page.words.compactMap(cleaned) {
      if let last = previous, let index = lines.indices.last, continues(word, last, gap: gap) {
        lines[index].words.append(word)
      } else {
        lines.append(ReadLine(page: page.page, words: [word]))
      }
      previous = word
    }
    return lines.map { (line: $0, top: $0.top, left: $0.left) }
      .sorted { ($0.top, $0.left) < ($1.top, $1.left) }.map(\.line)
  }

  private static func continues(_ word: PageWord, _ last: PageWord, gap: Double) -> Bool {
    guard word.block == last.block, word.line == last.line else { return false }
    let space = word.box.left - (last.box.left + last.box.width)
    let apart = abs(word.box.top + word.box.height / 2 - last.box.top - last.box.height / 2)
    return space < gap && space > -0.1 && apart < max(word.box.height, last.box.height)
  }

  /// NFC, with Ƣ set right; nil for blots: nothing in it, or a height no letter of an office paper has.
  private static func cleaned(_ word: PageWord) -> PageWord? {
    guard word.box.height < 0.06, word.box.height > 0.003 else { return nil }
    var text = word.text.normalizedLine
    guard !text.isEmpty else { return nil }
    if text.unicodeScalars.contains(where: { mistaken[$0] != nil }) {
      text = String(String.UnicodeScalarView(text.unicodeScalars.map { mistaken[$0] ?? $0 }))
    }
    var word = word
    word.text = text
    return word
  }

  /// Letters of other tongues that stand for Vietnamese ones.
  private static let mistaken: [Unicode.Scalar: Unicode.Scalar] = ["Ƣ": "Ư", "ƣ": "ư", "Ð": "Đ"]
}
