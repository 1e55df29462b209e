import Kernel
import VietnameseText

/// A query as the index understands it: terms that all must be found, each a word or a phrase.
package struct SearchQuery: Sendable, Equatable {
  /// More terms narrow nothing more and cost time.
  package static let termsMax = 24
  private static let phraseTokensMax = 40
  private static let typedScalarsMax = 2_000

  package private(set) var terms: [QueryWords.Term]
  /// None of these may be found.
  package private(set) var excluded: [QueryWords.Term]
  /// Filters that must hold.
  package var conditions: [SearchCondition]
  /// True when the query was longer than what is searched for.
  package private(set) var isCut: Bool

  /// Any text at all is a query; one without a word finds nothing.
  package init(_ typed: String, conditions: [SearchCondition] = []) {
    self.conditions = conditions
    let scalars = typed.unicodeScalars.prefix(Self.typedScalarsMax)
    isCut = scalars.endIndex != typed.unicodeScalars.endIndex
    terms = []
    excluded = []
    let words = QueryWords(String(String.UnicodeScalarView(scalars)))
    for (isExcluded, term) in words.terms.map({ (false, $0) }) + words.excluded.map({ (true, $0) }) {
      guard terms.count + excluded.count < Self.termsMax else {
        isCut = true
        break
      }
      let tokens = term.tokens.prefix(Self.phraseTokensMax).map(WordColumns.clipped)
      isCut = isCut || term.tokens.count > Self.phraseTokensMax
      let wanted = QueryWords.Term(column: term.column, tokens: tokens)
      if isExcluded {
        if !excluded.contains(wanted) { excluded.append(wanted) }
      } else if !terms.contains(wanted) {
        terms.append(wanted)
      }
    }
  }

  /// Nothing is asked for. What only excludes asks for everything else.
  package var isEmpty: Bool { terms.isEmpty && excluded.isEmpty && conditions.isEmpty }
}

/// Access and kind of a record as words of the index. Their first scalar keeps them apart from every word of a text.
enum AccessWords {
  private static let mark = "\u{E001}"

  static func word(_ principal: Principal) -> String { mark + principal.token }

  static func word(kind: String) -> String { mark + "k" + kind.lowercased() }

  /// The access column of an entry.
  static func text(_ principals: [Principal], kind: String) -> String {
    ([word(kind: kind)] + principals.sorted().map(word)).joined(separator: " ")
  }
}
