/// A query as a person types it, taken apart: words, phrases in quotes, symbols. Every term must be found (AND).
package struct QueryWords: Sendable, Equatable {
  /// Which column of the index a term is looked for in.
  package enum Column: Sendable { case exact, folded }

  /// One or more tokens that stand next to each other in this order.
  package struct Term: Sendable, Equatable {
    package var column: Column
    /// In the form of their column; never empty.
    package var tokens: [String]

    package init(column: Column, tokens: [String]) {
      self.column = column
      self.tokens = tokens
    }

    /// Where it begins among the tokens of a text.
    package func places(in text: [Token]) -> [Int] {
      guard text.count >= tokens.count else { return [] }
      return (0...text.count - tokens.count).filter { start in
        tokens.indices.allSatisfy { index in
          let token = text[start + index]
          return tokens[index] == (column == .exact ? token.exact : token.folded)
        }
      }
    }
  }

  package var terms: [Term]
  /// Terms with a minus before them: `-thanh`, `-"tài sản công"`. None of them may be found.
  package var excluded: [Term]

  package var isEmpty: Bool { terms.isEmpty && excluded.isEmpty }

  /// Quotes of any style hold a phrase; a quote left open ends with the text. What has no blank in it but several
  /// tokens (`123/QĐ-UBND`) is a phrase too. A term with any diacritic, «đ» included, is looked for exactly as it is
  /// written; one without any is found however it was written. A minus excludes only where it begins a term.
  package init(_ typed: String) {
    terms = []
    excluded = []
    for piece in Self.pieces(of: typed) {
      guard let term = Term(piece.text) else { continue }
      if piece.isExcluded { excluded.append(term) } else { terms.append(term) }
    }
  }

  private static let opening: Set<Character> = ["\"", "“", "”", "„", "«"]
  private static let closing: Set<Character> = ["\"", "”", "“", "»"]
  private static let minus: Set<Character> = ["-", "−", "–"]

  private static func pieces(of typed: String) -> [(text: String, isExcluded: Bool)] {
    var pieces: [(text: String, isExcluded: Bool)] = []
    var piece = ""
    var isQuoted = false
    var isExcluded = false
    func end() {
      pieces.append((piece, isExcluded))
      piece = ""
      isExcluded = false
    }
    for character in typed {
      if isQuoted ? closing.contains(character) : opening.contains(character) {
        if isQuoted || !piece.isEmpty { end() }
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        end()
      } else if minus.contains(character), piece.isEmpty, !isQuoted, !isExcluded {
        isExcluded = true
      } else {
        piece.append(character)
      }
    }
    end()
    return pieces
  }
}

extension QueryWords.Term {
  /// Nil for a text without a word.
  fileprivate init?(_ text: String) {
    let tokens = Token.tokens(of: text)
    guard !tokens.isEmpty else { return nil }
    let column: QueryWords.Column = tokens.contains(where: \.hasDiacritics) ? .exact : .folded
    self.init(column: column, tokens: tokens.map { column == .exact ? $0.exact : $0.folded })
  }
}
