import Access
import Database
import Kernel

/// What the list of copies shows, from the address.
struct DocumentCopyFilter: Sendable, Equatable {
  var form: CopyForm?
  var state: DocumentCopy.State?

  var isEmpty: Bool { self == DocumentCopyFilter() }

  /// The condition on `document_copies`.
  var condition: SQL {
    var parts: [SQL] = []
    if let form { parts.append("document_copies.form = \(form)") }
    if let state { parts.append("document_copies.state = \(state)") }
    return parts.isEmpty ? "1 = 1" : parts.joined(separator: " AND ")
  }
}

/// One page of the list, newest first.
struct DocumentCopySlice: Sendable {
  var copies: [DocumentCopy]
  var newer: KeysetPage?
  var older: KeysetPage?
}

extension DocumentCopyStore {
  static let rowsPerPage = 50
  static let waitingMax = 1000

  /// The newest copies the actor may see, a page of `limit`, by keyset.
  func newest(
    _ filter: DocumentCopyFilter, page: KeysetPage, limit: Int = rowsPerPage, visibleTo actor: Actor
  ) throws -> DocumentCopySlice {
    let keys = try transaction.rows(
      Access.newest(
        kind: RecordReference.documentCopyCode, to: actor, page: page, limit: limit + 1,
        joining: filter.isEmpty ? "" : "JOIN document_copies ON document_copies.id = access_grants.record_number",
        filter: filter.condition)
    ).map { try $0.get("id", as: Int64.self) }
    let shown = Array(keys.prefix(limit))
    guard let first = shown.max(), let last = shown.min() else { return DocumentCopySlice(copies: []) }
    let copies = try list(shown, visibleTo: actor)
    let hasMore = keys.count > limit
    switch page {
    case .newest: return .init(copies: copies, older: hasMore ? .before(last) : nil)
    case .before: return .init(copies: copies, newer: .after(first), older: hasMore ? .before(last) : nil)
    case .after: return .init(copies: copies, newer: hasMore ? .after(first) : nil, older: .before(last))
    }
  }

  /// Approved copies of the actor's agency that have no number yet, the one that waits longest first.
  func waiting(visibleTo actor: Actor) throws -> [DocumentCopy] {
    try transaction.rows(Self.waiting(Self.columns, limit: Self.rowsPerPage, visibleTo: actor)).map(DocumentCopy.init)
  }

  /// How many of them there are, counted up to a thousand.
  func waitingCountLater(visibleTo actor: Actor) throws -> Later<Int> {
    let rows = Self.waiting("id", limit: Self.waitingMax, visibleTo: actor)
    return try transaction.later("SELECT COUNT(*) AS count FROM (\(rows)) AS counted").map { try $0[0].get("count") }
  }

  private static func waiting(_ columns: SQL, limit: Int, visibleTo actor: Actor) -> SQL {
    """
    SELECT \(columns) FROM document_copies
    WHERE agency_id = \(actor.agency) AND state = 'approved' AND \(visible(to: actor)) ORDER BY id LIMIT \(limit)
    """
  }
}
