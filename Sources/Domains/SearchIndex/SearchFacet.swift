import Kernel
import VietnameseText

/// A fact of a record that a filter asks for: its type, its state, a day, the words of a name. Kept in the index beside
/// who may see the record, so that a filter costs what a word costs.
package struct SearchFacet: Sendable, Equatable {
  /// As they stand in the index. Their first scalar keeps them apart from every word of a text.
  let words: [String]

  private static let mark = "\u{E004}"
  private static let after = "\u{E005}"

  private init(words: [String]) { self.words = words }

  /// One of a few values: `value("loai", "congVan")`.
  package static func value(_ name: String, _ value: String) -> SearchFacet {
    SearchFacet(words: [word(name, value.lowercased().filter { $0.isLetter || $0.isNumber })])
  }

  /// A name that is looked for by any of its words, with diacritics or without.
  package static func text(_ name: String, _ text: String) -> SearchFacet {
    let tokens = Token.tokens(of: text)
    let exact = tokens.filter(\.hasDiacritics).map { word(name + "1", WordColumns.clipped($0.exact)) }
    return SearchFacet(words: exact + tokens.map { word(name + "0", WordColumns.clipped($0.folded)) })
  }

  /// A day, looked for by itself or in a stretch of days.
  package static func day(_ name: String, _ day: Day) -> SearchFacet {
    let text = day.isoText
    return SearchFacet(
      words: [text.prefix(4), text.prefix(7), text[...]].map { word(name, $0.filter { $0 != "-" }) })
  }

  private static func word(_ name: String, _ value: String) -> String { mark + name + after + value }

  /// What stands in the index for all of them.
  static func text(of facets: [SearchFacet]) -> String {
    var seen: Set<String> = []
    return facets.flatMap(\.words).filter { seen.insert($0).inserted }.joined(separator: " ")
  }
}

/// What a filter demands: one of these words, or none of them.
package struct SearchCondition: Sendable, Equatable {
  let words: [String]

  private init(_ facets: [SearchFacet]) { words = facets.flatMap(\.words) }

  /// The facet has this value.
  package static func value(_ name: String, _ value: String) -> [SearchCondition] {
    [SearchCondition([.value(name, value)])]
  }

  /// The facet has one of these values; without any it may have every one.
  package static func values(_ name: String, _ values: [String]) -> [SearchCondition] {
    values.isEmpty ? [] : [SearchCondition(values.map { .value(name, $0) })]
  }

  /// The facet's text holds every word that was typed: with diacritics exactly, without them however it is written.
  package static func text(_ name: String, _ typed: String) -> [SearchCondition] {
    Token.tokens(of: typed).map { token in
      let facet = SearchFacet.text(name, token.exact)
      return SearchCondition(words: [facet.words[0]])
    }
  }

  private init(words: [String]) { self.words = words }

  /// The facet's day lies between these days, both included. Whole years and months are asked for by one word each.
  package static func days(_ name: String, from first: Day?, to last: Day?, today: Day) -> [SearchCondition] {
    let end = last ?? Day(year: today.parts.year + 1, month: 12, day: 31) ?? today
    guard var day = first ?? Day(year: firstYear, month: 1, day: 1) else { return [] }
    var words: [String] = []
    while day <= end {
      let parts = day.parts
      let isFirst = parts.day == 1
      let names = SearchFacet.day(name, day).words
      if isFirst, parts.month == 1, let next = Day(year: parts.year + 1, month: 1, day: 1), next + -1 <= end {
        words.append(names[0])
        day = next
      } else if isFirst, let next = monthAfter(parts.year, parts.month), next + -1 <= end {
        words.append(names[1])
        day = next
      } else {
        words.append(names[2])
        day = day + 1
      }
    }
    return [SearchCondition(words: words.isEmpty ? ["\u{E004}"] : words)]
  }

  /// No document of an office now alive is older.
  private static let firstYear = 1945

  private static func monthAfter(_ year: Int, _ month: Int) -> Day? {
    month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
  }
}
