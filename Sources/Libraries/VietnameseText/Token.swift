import Synchronization

/// One word of a text as the index keeps it and a query looks for it.
///
/// The rule, the same for both: a token is a run of letters and digits; every other sign parts tokens and is dropped,
/// so `123/QĐ-UBND` gives `123`, `qđ`, `ubnd` and `UBTVQH15` stays one. Invisible scalars inside a word do not part
/// it. A token of digits alone loses its leading zeros: a document numbered 05 is found by 5.
package struct Token: Sendable, Equatable {
  /// Lower-case with diacritics, tone placement unified.
  package var exact: String
  /// Lower-case without diacritics.
  package var folded: String
  /// Where it stands in the text it was taken from.
  package var range: Range<String.Index>

  package var hasDiacritics: Bool { exact != folded }

  package static func tokens(of text: String) -> [Token] {
    var text = text
    text.makeContiguousUTF8()
    return KnownWords.lately.withLock { known in
      text.utf8.withContiguousStorageIfAvailable { bytes in
        var tokens: [Token] = []
        WordCut.each(in: bytes) { range, hash in
          guard let forms = known.forms(of: UnsafeBufferPointer(rebasing: bytes[range]), hash) else { return }
          let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
          let end = text.utf8.index(start, offsetBy: range.count)
          tokens.append(Token(exact: forms.exact, folded: forms.folded, range: start..<end))
        }
        return tokens
      } ?? []
    }
  }

  /// The forms of one word; nil when nothing of it is left.
  static func forms(of word: String) -> WordForms? {
    let folded = withoutLeadingZeros(Folding.folded(word))
    return folded.isEmpty ? nil : WordForms(exact: withoutLeadingZeros(Folding.exact(word)), folded: folded)
  }

  private static func withoutLeadingZeros(_ word: String) -> String {
    guard word.utf8.first == 0x30, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return word }
    let rest = word.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }
}

extension Folding {
  /// The two columns of an index row: the tokens of a text in both forms, parted by one blank. At most `maxTokens`.
  package static func indexColumns(_ text: String, maxTokens: Int = .max) -> (exact: String, folded: String) {
    let tokens = Token.tokens(of: text).prefix(maxTokens)
    return (
      tokens.map(\.exact).joined(separator: " "), tokens.map(\.folded).joined(separator: " ")
    )
  }
}
