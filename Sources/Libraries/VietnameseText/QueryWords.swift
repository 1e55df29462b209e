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
  /// written; one without any is found however it was written. A minus excludes only where it begins a term. «số 123» and
  /// «số đến 12» name one number, so their words stand together.
  package init(_ typed: String) {
    terms = []
    excluded = []
    for piece in Self.joiningNumbers(Self.pieces(of: typed)) {
      guard let term = Term(piece.text) else { continue }
      if piece.isExcluded { excluded.append(term) } else { terms.append(term) }
    }
  }

  private static let opening: Set<Character> = ["\"", "“", "”", "„", "«"]
  private static let closing: Set<Character> = ["\"", "”", "“", "»"]
  private static let minus: Set<Character> = ["-", "−", "–"]

  private struct Piece {
    var text: String
    var isExcluded = false
    var isQuoted = false

    /// Digits alone: «123/QĐ» names its number by itself.
    var isNumber: Bool { !isExcluded && !isQuoted && !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) } }

    func isWord(_ words: Set<String>) -> Bool { !isExcluded && !isQuoted && words.contains(Folding.folded(text)) }
  }

  /// A number after «số», «số đến» or «số đi» becomes a phrase with it.
  private static func joiningNumbers(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    var rest = pieces.filter { !$0.text.isEmpty }[...]
    while let piece = rest.popFirst() {
      guard piece.isWord(["so"]) else {
        joined.append(piece)
        continue
      }
      let words = [piece] + rest.prefix(1).prefix { $0.isWord(["den", "di"]) }
      guard let number = rest.dropFirst(words.count - 1).first, number.isNumber else {
        joined.append(piece)
        continue
      }
      rest = rest.dropFirst(words.count)
      joined.append(Piece(text: (words + [number]).map(\.text).joined(separator: " ")))
    }
    return joined
  }

  private static func pieces(of typed: String) -> [Piece] {
    var pieces: [Piece] = []
    var piece = ""
    var isQuoted = false
    var isExcluded = false
    func end() {
      pieces.append(Piece(text: piece, isExcluded: isExcluded, isQuoted: isQuoted))
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
