import Foundation
import Testing

@testable import VietnameseText

@Suite("Từ của văn bản dài") struct WordColumnsTests {
  /// The rule of words, scalar by scalar, with nothing remembered.
  private func plainTokens(_ text: String) -> [Token] {
    var ranges: [Range<String.Index>] = []
    var start: String.Index?
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      if Letters.isWordScalar(scalar) {
        start = start ?? index
      } else if !Letters.isInvisible(scalar), let first = start {
        ranges.append(first..<index)
        start = nil
      }
    }
    if let start { ranges.append(start..<text.endIndex) }
    return ranges.compactMap { range in
      Token.forms(of: String(text.unicodeScalars[range])).map {
        Token(exact: $0.exact, folded: $0.folded, range: range)
      }
    }
  }

  @Test("cắt đúng quy tắc, lần đầu và những lần sau", arguments: [1, 2]) func equalTokens(round: Int) {
    let odd = [
      "", " ", "123/QĐ-UBND", "hoà\nbình", "Ð\u{301}ường", "a\u{AD}n\u{200B}h b", "\u{301}", "\u{300}\u{301} x",
      "0005 000",
      "漢字 กำ 🙂 ﬁ Ⓐ", "UBTVQH15", "\u{0}a\u{FFFF}b", String(repeating: "ẫ", count: 300), "cuả giưã qúy", "\u{200B}\u{AD}",
      "mot\u{FEFF} hai", "NGƢỜI", "𝐀𝐁 12",
    ]
    let words = odd + (0..<20_000).map { "từ\($0 % 9_000) Kê\($0 * 7 % 10_000)" }
    for text in words {
      for form in [text, text.decomposedStringWithCanonicalMapping] {
        let tokens = plainTokens(form)
        if Token.tokens(of: form) != tokens { Issue.record("Token: \(form)") }
        let words = WordColumns(of: form)
        let isEqual =
          words.count == tokens.count
          && tokens.indices.allSatisfy { index in
            let bytes = words.bytes(of: index..<index + 1)
            return String(decoding: bytes.exact, as: UTF8.self) == WordColumns.clipped(tokens[index].exact) + " "
              && String(decoding: bytes.folded, as: UTF8.self) == WordColumns.clipped(tokens[index].folded) + " "
              && words.exactByteCount(index) == bytes.exact.count
          }
        if !isEqual { Issue.record("\(form)") }
      }
    }
  }
}
