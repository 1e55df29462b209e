import Database
import Kernel
import VietnameseText

extension SearchIndex {
  /// The words of a record's full text as the index keeps them, with diacritics, from its first entry; empty when it
  /// has none. The caller has found the record for the actor.
  package static func words(of record: RecordReference, in transaction: any Transaction) throws -> [String] {
    let store = SearchStore(transaction)
    guard let entry = try store.entries(of: record).first else { return [] }
    let words = try store.text(of: entry).exact.split(separator: " ").map(String.init)
    let start = words.firstIndex(of: EntryText.textStart).map { $0 + 1 } ?? 0
    return Array(words[start...])
  }
}
