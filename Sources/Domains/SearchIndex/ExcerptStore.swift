import Database
import VietnameseText

extension SearchStore {
  private static let scalarsBefore = 90
  private static let scalars = 260

  /// Pieces of the text around the first place of a term, with broken words at both ends. The place is that in the
  /// form the term was typed in; both forms run side by side, scalar by scalar, near enough for an excerpt.
  func excerpts(of entries: [Int64], around term: QueryWords.Term) throws -> [Int64: String] {
    let form: SQL =
      switch term.column {
      case .exact: "exact"
      case .folded: "folded"
      }
    let wanted: SQL = "\(" " + term.tokens.joined(separator: " ") + " ")"
    let start = words.place(of: "\(EntryText.textStart)", in: form)
    let rows = try transaction.rows(
      """
      SELECT id, substr(exact, place - CASE WHEN place > \(Self.scalarsBefore) THEN \(Self.scalarsBefore) ELSE place - 1
      END, \(Self.scalars)) AS words
      FROM (SELECT id, exact, start + after - 1 AS place
        FROM (SELECT id, exact, start, \(words.place(of: wanted, in: "substr(text, start)")) AS after
          FROM (SELECT id, exact, \(form) AS text, \(start) AS start FROM search_texts
            WHERE id IN (\(.list(entries)))) AS starts) AS places
        WHERE after > 0) AS found
      """)
    return try Dictionary(uniqueKeysWithValues: rows.map { try ($0.get("id"), $0.get("words")) })
  }
}
