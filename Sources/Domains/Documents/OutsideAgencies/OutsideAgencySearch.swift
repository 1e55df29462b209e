import Database
import Kernel
import VietnameseText

/// Search as one types: every word typed begins some syllable of the name, in any order, with or without diacritics;
/// first letters work too (`stnmt`). Most used first.
extension OutsideAgencyStore {
  package static let suggestionsMax = 8

  /// More candidates than shown, so that a close name of little use can rise.
  private static let candidatesMax = 40
  private static let wordsMax = 8

  /// At most `limit` agencies. An empty text gives the most used ones.
  package func suggestions(for typed: String, limit: Int = suggestionsMax) throws -> [OutsideAgency] {
    let tokens = Token.tokens(of: typed)
    let condition = Self.condition(tokens)
    let found = try transaction.rows(
      """
      \(Self.columns) WHERE a.merged_into IS NULL \(condition)
      ORDER BY a.use_count DESC, LENGTH(a.folded), a.id LIMIT \(Self.candidatesMax)
      """
    ).map(OutsideAgency.init)
    let named = try recognise(typed).map { [$0] } ?? []
    let ranked = found.enumerated().sorted { one, other in
      let scores = (Self.closeness(one.element, to: tokens), Self.closeness(other.element, to: tokens))
      return scores.0 == scores.1 ? one.offset < other.offset : scores.0 > scores.1
    }
    let others = ranked.map(\.element).filter { agency in !named.contains { $0.id == agency.id } }
    return Array((named + others).prefix(limit))
  }

  /// The same words in the order of keys, after one of them: all there are, page by page.
  func page(matching typed: String, after key: Int64?, limit: Int) throws -> [OutsideAgency] {
    try transaction.rows(
      """
      \(Self.columns) WHERE a.merged_into IS NULL AND a.id > \(key ?? 0) \(Self.condition(Token.tokens(of: typed)))
      ORDER BY a.id LIMIT \(limit)
      """
    ).map(OutsideAgency.init)
  }

  private static func condition(_ typed: [Token]) -> SQL {
    Set(typed.prefix(wordsMax).map(\.folded)).sorted().map(hasWord).joined(separator: " ")
  }

  /// Bounds by letters only, so that every collation of both engines orders them alike and the index serves.
  private static func hasWord(_ prefix: String) -> SQL {
    let end = prefix + "zzzzzzzzzzzzzzzzzzzz"
    return """
      AND a.id IN (SELECT w.agency_id FROM outside_agency_words w WHERE w.word >= \(prefix) AND w.word <= \(end))
      """
  }

  /// 3: the name begins so, diacritics included; 2: it has the diacritics typed; 1: it begins so when folded.
  private static func closeness(_ agency: OutsideAgency, to typed: [Token]) -> Int {
    let exact = OutsideAgency.exactKey(agency.name)
    let typedExact = typed.map(\.exact).joined(separator: " ")
    let hasDiacritics = typed.contains(where: \.hasDiacritics)
    if hasDiacritics, exact.hasPrefix(typedExact) { return 3 }
    if hasDiacritics {
      let syllables = exact.split(separator: " ")
      let marked = typed.filter(\.hasDiacritics)
      return marked.allSatisfy { word in syllables.contains { $0.hasPrefix(word.exact) } } ? 2 : 0
    }
    return 0
  }
}
