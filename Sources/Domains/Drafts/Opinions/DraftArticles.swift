import Kernel

/// «Điều 5.».
private let articleOfDraft = Pattern(/\s*Điều\s+(\d{1,4}[a-zđ]?)\s*[.:]/)
/// «2. ».
private let clauseOfDraft = Pattern(/\s*(\d{1,3}[a-zđ]?)\s*\.\s/)

/// The articles and paragraphs of a draft's text (Điều, khoản), to which what is said of it is bound.
enum DraftArticles {
  /// More than the longest code has.
  static let countMax = 2000

  /// «Điều 3», «Điều 3 khoản 2», in the order of the text; none for a text without articles, such as a letter.
  static func places(in text: String) -> [String] {
    var places: [String] = []
    var article = ""
    for line in text.split(whereSeparator: \.isNewline) where places.count < countMax {
      if let match = line.prefixMatch(of: articleOfDraft.regex) {
        article = "Điều \(match.1)"
        if !places.contains(article) { places.append(article) }
      } else if !article.isEmpty, let match = line.prefixMatch(of: clauseOfDraft.regex) {
        let paragraph = "\(article) khoản \(match.1)"
        if !places.contains(paragraph) { places.append(paragraph) }
      }
    }
    return places
  }
}
