import Database
import Kernel

/// The index behind every search: complete for what is typed without diacritics, exact for what is typed with them,
/// and limited to what the actor may see inside the index itself.
package enum SearchIndex {
  /// Puts a record into the index or replaces what the index has of it.
  ///
  /// - Parameters:
  ///   - metadata: one field a line; repeated in every part, so each is found together with any word of the text.
  ///   - facets: what filters ask for.
  ///   - parts: pages of the full text.
  ///   - principals: who may find it. `Access.index` takes them from the access table.
  package static func put(
    _ record: RecordReference, metadata: String, facets: [SearchFacet] = [], parts: [SearchPart] = [],
    principals: [Principal],
    in transaction: any Transaction
  ) throws {
    let store = SearchStore(transaction)
    let access = AccessWords.text(principals, kind: record.code)
    let texts = EntryText.entries(metadata: metadata, facets: facets, parts: parts)
    let known = try store.entries(of: record)
    guard known.count == texts.count else {
      for entry in known { try store.remove(entry) }
      return try store.add(texts, access: access, of: record)
    }
    for (entry, text) in zip(known, texts) {
      try store.replace(entry, text: text, access: access)
    }
  }

  /// Puts a record into the index that is new in this transaction.
  package static func add(
    _ record: RecordReference, _ content: SearchContent, principals: [Principal], in transaction: any Transaction
  ) throws {
    let texts = EntryText.entries(metadata: content.metadata, facets: content.facets, parts: content.parts)
    try SearchStore(transaction).add(texts, access: AccessWords.text(principals, kind: record.code), of: record)
  }

  /// Runs `body`, which adds many records: the index takes them in better together.
  package static func gathering(in transaction: any Transaction, _ body: () throws -> Void) throws {
    try transaction.engine.wordStore.gathering(in: transaction, body)
  }

  /// Changes who may find a record. Does nothing when it is not in the index or nothing changed.
  package static func retoken(
    _ record: RecordReference, principals: [Principal], in transaction: any Transaction
  ) throws {
    let store = SearchStore(transaction)
    let access = AccessWords.text(principals, kind: record.code)
    for entry in try store.entries(of: record) where entry.access != access {
      try store.replace(entry, text: store.text(of: entry), access: access)
    }
  }

  /// Changes what filters ask of a record whose text stays. Does nothing when it is not in the index.
  package static func refacet(
    _ record: RecordReference, facets: [SearchFacet], in transaction: any Transaction
  ) throws {
    let store = SearchStore(transaction)
    for entry in try store.entries(of: record) {
      try store.replace(entry, text: store.text(of: entry).with(facets), access: entry.access)
    }
  }

  /// Leaves nothing of what was removed in the engine's structures: after a destruction, since it reads all of the index.
  package static func forgetRemoved(in transaction: any Transaction) throws {
    try transaction.engine.wordStore.forgetRemoved(in: transaction)
  }

  /// Takes a record out of the index.
  package static func remove(_ record: RecordReference, in transaction: any Transaction) throws {
    let store = SearchStore(transaction)
    for entry in try store.entries(of: record) { try store.remove(entry) }
  }
}
