import Markup
import SearchIndex
import VietnameseText

/// Shows which words of a text a query found.
struct Highlight {
  private let terms: [QueryWords.Term]

  init(_ query: SearchQuery) { terms = query.terms }

  /// The text with `<mark>` around what was found.
  func html(_ text: String) -> HTML {
    var html = HTML()
    var shown = text.startIndex
    for range in found(in: text) {
      html += HTML(text: String(text[shown..<range.lowerBound]))
      html += "<mark>\(text[range])</mark>"
      shown = range.upperBound
    }
    return html + HTML(text: String(text[shown...]))
  }

  /// The terms that stand in none of the texts.
  func missing(in texts: [String]) -> [QueryWords.Term] {
    let tokens = texts.map(Token.tokens)
    return terms.filter { term in !tokens.contains { !term.places(in: $0).isEmpty } }
  }

  private func found(in text: String) -> [Range<String.Index>] {
    let tokens = Token.tokens(of: text)
    var isFound = [Bool](repeating: false, count: tokens.count)
    for term in terms {
      for place in term.places(in: tokens) {
        for index in place..<place + term.tokens.count { isFound[index] = true }
      }
    }
    return tokens.indices.filter { isFound[$0] }.map { tokens[$0].range }
  }
}
