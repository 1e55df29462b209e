import Database
import Kernel
import VietnameseText

extension SearchIndex {
  /// Some words of each hit's full text around a term, in small letters and without signs, by the hit's entry. Hits
  /// whose text does not hold the term are missing.
  package static func excerpts(
    of hits: [SearchHit], around term: QueryWords.Term, in transaction: any Transaction
  ) throws -> [Int64: String] {
    guard !hits.isEmpty else { return [:] }
    return try SearchStore(transaction).excerpts(of: hits.map(\.entry), around: term)
      .mapValues(Self.wholeWords)
  }

  /// Without the pieces of words at its ends and without the signs between fields.
  private static func wholeWords(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).dropFirst().dropLast()
    return words.filter { $0 != EntryText.textStart && $0 != EntryText.boundary }.joined(separator: " ")
  }
}
