import Database
import Kernel

/// What the index holds of a record, besides who may find it.
package struct SearchContent: Sendable, Equatable {
  /// One field a line: number, symbol, issuer, subject, signer. Found together with any word of the text.
  package var metadata: String
  /// What filters ask for.
  package var facets: [SearchFacet]
  /// Pages of the full text.
  package var parts: [SearchPart]

  package init(metadata: String, facets: [SearchFacet] = [], parts: [SearchPart] = []) {
    self.metadata = metadata
    self.facets = facets
    self.parts = parts
  }
}

/// Proving that the index says what the tables say, and making it so.
extension SearchIndex {
  /// Whether the index holds exactly this of a record.
  package static func holds(
    _ content: SearchContent, of record: RecordReference, principals: [Principal], in transaction: any Transaction
  ) throws -> Bool {
    let store = SearchStore(transaction)
    let access = AccessWords.text(principals, kind: record.code)
    let texts = EntryText.entries(metadata: content.metadata, facets: content.facets, parts: content.parts)
    let entries = try store.entries(of: record)
    guard entries.count == texts.count else { return false }
    return try zip(entries, texts).allSatisfy { entry, text in
      guard entry.access == access, try store.findText(of: entry) == text else { return false }
      return try store.words.holds(entry.id, text, access: access, in: transaction)
    }
  }

  /// Throws away whatever the index holds of a record and puts this there.
  package static func rewrite(
    _ content: SearchContent, of record: RecordReference, principals: [Principal], in transaction: any Transaction
  ) throws {
    try SearchStore(transaction).removeAll(of: record)
    try put(
      record, metadata: content.metadata, facets: content.facets, parts: content.parts, principals: principals,
      in: transaction)
  }

  /// Throws away whatever the index holds of a record that nobody is to find. Gives whether there was anything.
  package static func forget(_ record: RecordReference, in transaction: any Transaction) throws -> Bool {
    try SearchStore(transaction).removeAll(of: record)
  }

  /// Records of a kind that the index holds, in ascending order.
  package static func records(
    of kind: String, after number: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [RecordReference] {
    try SearchStore(transaction).records(of: kind, after: number, limit: limit)
  }

  /// Whether the engine's own structure is whole. SQLite compares all of it with the texts and writes nothing else
  /// meanwhile; in PostgreSQL `holds` has told it record by record.
  package static func isWhole(in transaction: any Transaction) throws -> Bool {
    try SearchStore(transaction).words.isWhole(in: transaction)
  }

  /// Makes the engine's own structure anew from the texts.
  package static func rebuildWords(in transaction: any Transaction) throws {
    try SearchStore(transaction).words.rebuild(in: transaction)
  }
}
