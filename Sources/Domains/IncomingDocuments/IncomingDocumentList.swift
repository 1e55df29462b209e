import Access
import Database
import Documents
import Kernel
import Registers
import SearchIndex
import VietnameseText

/// What the list of incoming documents shows, from the address.
struct IncomingDocumentFilter: Sendable, Equatable {
  var words = ""
  var register: RegisterBook.ID?
  var typeKey = ""
  var urgency: Urgency?
  var fromDay: Day?
  var toDay: Day?
  var isWithoutFile = false

  /// The condition on `incoming_documents`. Words are looked for in the index.
  func condition(matching ids: [Int64]?) -> SQL {
    var parts: [SQL] = []
    if let register { parts.append("incoming_documents.register_id = \(register)") }
    if !typeKey.isEmpty { parts.append("incoming_documents.type_key = \(typeKey)") }
    if let urgency { parts.append("incoming_documents.urgency = \(urgency)") }
    if let fromDay { parts.append("incoming_documents.arrival_date >= \(fromDay)") }
    if let toDay { parts.append("incoming_documents.arrival_date <= \(toDay)") }
    if isWithoutFile { parts.append("incoming_documents.file_count = 0 AND incoming_documents.state = 'registered'") }
    if let ids { parts.append("incoming_documents.id IN (\(.list(ids)))") }
    return parts.isEmpty ? "1 = 1" : parts.joined(separator: " AND ")
  }

  var isEmpty: Bool { self == IncomingDocumentFilter() }
}

/// One page of the list, newest first.
struct IncomingDocumentSlice: Sendable {
  var documents: [IncomingDocument]
  var newer: KeysetPage?
  var older: KeysetPage?
}

extension IncomingDocumentStore {
  static let rowsPerPage = 50
  /// Words narrow the list to this many newest matches; «Tra cứu» goes further.
  static let wordMatchesMax = 1000

  /// The newest documents the actor may see, a page of `limit`, by keyset.
  func newest(
    _ filter: IncomingDocumentFilter, page: KeysetPage, limit: Int = rowsPerPage, visibleTo actor: Actor
  ) throws -> IncomingDocumentSlice {
    if filter == IncomingDocumentFilter(isWithoutFile: true) {
      return IncomingDocumentSlice(documents: try withoutFile(visibleTo: actor))
    }
    let ids = try matches(of: filter.words, visibleTo: actor)
    let keys = try transaction.rows(
      Access.newest(
        kind: RecordReference.incomingDocumentCode, to: actor, page: page, limit: limit + 1,
        joining: filter.isEmpty && ids == nil
          ? "" : "JOIN incoming_documents ON incoming_documents.id = access_grants.record_number",
        filter: filter.condition(matching: ids))
    ).map { try $0.get("id", as: Int64.self) }
    return try slice(keys, page: page, limit: limit, visibleTo: actor)
  }

  /// Registered documents of the actor's agency that still have no file, newest first: the registry's own work. Few
  /// at any time, so they have an index of their own.
  func withoutFile(visibleTo actor: Actor) throws -> [IncomingDocument] {
    try transaction.rows(Self.withoutFile(Self.columns, visibleTo: actor)).map(IncomingDocument.init)
  }

  /// How many of them there are, as `withoutFile` lists them.
  func withoutFileCount(visibleTo actor: Actor) throws -> Int {
    try transaction.rows(
      "SELECT COUNT(*) AS count FROM (\(Self.withoutFile("id", visibleTo: actor))) AS counted")[0].get("count")
  }

  private static func withoutFile(_ columns: SQL, visibleTo actor: Actor) -> SQL {
    """
    SELECT \(columns) FROM incoming_documents
    WHERE agency_id = \(actor.agency) AND file_count = 0 AND state = 'registered'
    AND \(Access.visible("incoming_documents.id", kind: RecordReference.incomingDocumentCode, to: actor))
    ORDER BY id DESC LIMIT \(rowsPerPage)
    """
  }

  private func matches(of words: String, visibleTo actor: Actor) throws -> [Int64]? {
    let query = SearchQuery(words)
    guard !query.isEmpty else { return nil }
    return try SearchIndex.search(
      query, to: actor, kinds: [RecordReference.incomingDocumentCode], limit: Self.wordMatchesMax, in: transaction
    ).hits.map(\.record.number)
  }

  private func slice(
    _ keys: [Int64], page: KeysetPage, limit: Int, visibleTo actor: Actor
  ) throws -> IncomingDocumentSlice {
    let hasMore = keys.count > limit
    let shown = keys.prefix(limit)
    let documents = try list(Array(shown), visibleTo: actor)
    guard let first = documents.first?.id.number, let last = documents.last?.id.number else {
      return IncomingDocumentSlice(documents: [])
    }
    switch page {
    case .newest: return .init(documents: documents, older: hasMore ? .before(last) : nil)
    case .before: return .init(documents: documents, newer: .after(first), older: hasMore ? .before(last) : nil)
    case .after: return .init(documents: documents, newer: hasMore ? .after(first) : nil, older: .before(last))
    }
  }
}
