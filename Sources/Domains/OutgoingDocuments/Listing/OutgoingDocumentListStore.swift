import Access
import Database
import Documents
import IncomingDocuments
import Kernel
import Registers
import SearchIndex

/// What the list of outgoing documents shows, from the address.
struct OutgoingDocumentFilter: Sendable, Equatable {
  var words = ""
  var register: RegisterBook.ID?
  var typeKey = ""
  var state: OutgoingDocument.State?
  var urgency: Urgency?
  var fromDay: Day?
  var toDay: Day?
  /// Some place that was asked has not answered yet.
  var isOwed = false

  /// The condition on `outgoing_documents`.
  var condition: SQL {
    var parts: [SQL] = []
    if let register { parts.append("outgoing_documents.register_id = \(register)") }
    if !typeKey.isEmpty { parts.append("outgoing_documents.type_key = \(typeKey)") }
    if let state { parts.append("outgoing_documents.state = \(state)") }
    if let urgency { parts.append("outgoing_documents.urgency = \(urgency)") }
    if let fromDay { parts.append("outgoing_documents.issued_date >= \(fromDay)") }
    if let toDay { parts.append("outgoing_documents.issued_date <= \(toDay)") }
    if isOwed {
      parts.append(
        """
        EXISTS (SELECT 1 FROM reply_requests WHERE reply_requests.document_id = outgoing_documents.id
        AND answered_at IS NULL AND withdrawn_at IS NULL)
        """)
    }
    return parts.isEmpty ? "1 = 1" : parts.joined(separator: " AND ")
  }

  /// The same with its words, for the index: filters are words there.
  func query(today: Day) -> SearchQuery {
    var conditions: [SearchCondition] = []
    if let register { conditions += SearchCondition.value(IncomingFacet.register, register.description) }
    if !typeKey.isEmpty { conditions += SearchCondition.value(IncomingFacet.type, typeKey) }
    if let state { conditions += SearchCondition.value(IncomingFacet.state, state.rawValue) }
    if let urgency { conditions += SearchCondition.value(IncomingFacet.urgency, urgency.rawValue) }
    if fromDay != nil || toDay != nil {
      conditions += SearchCondition.days(IncomingFacet.issuedDay, from: fromDay, to: toDay, today: today)
    }
    return SearchQuery(words, conditions: conditions)
  }

  var isEmpty: Bool { self == OutgoingDocumentFilter() }
}

/// One page of the list, newest first.
struct OutgoingDocumentSlice: Sendable {
  var documents: [OutgoingDocument]
  var newer: KeysetPage?
  var older: KeysetPage?
}

extension OutgoingDocumentStore {
  static let rowsPerPage = 50
  static let waitingMax = 1000

  /// The newest documents the actor may see, a page of `limit`, by keyset.
  func newest(
    _ filter: OutgoingDocumentFilter, page: KeysetPage, limit: Int = rowsPerPage, visibleTo actor: Actor
  ) throws -> OutgoingDocumentSlice {
    if !filter.words.isEmpty {
      let found = try SearchIndex.search(
        filter.query(today: transaction.now.day), to: actor, kinds: [RecordReference.outgoingDocumentCode], page: page,
        limit: limit, in: transaction)
      return OutgoingDocumentSlice(
        documents: try list(found.hits.map(\.record.number), visibleTo: actor),
        newer: found.newer.map(KeysetPage.after), older: found.older.map(KeysetPage.before))
    }
    // What waits is few and has an index of its own.
    if filter == OutgoingDocumentFilter(state: .numbered) {
      let keys = try transaction.rows(Self.waiting("id", page: page, limit: limit + 1, visibleTo: actor))
      return try slice(keys.map { try $0.get("id") }, page: page, limit: limit, visibleTo: actor)
    }
    if filter == OutgoingDocumentFilter(isOwed: true) {
      let keys = try transaction.rows(Self.owed(page: page, limit: limit + 1, visibleTo: actor))
      return try slice(keys.map { try $0.get("id") }, page: page, limit: limit, visibleTo: actor)
    }
    let keys = try transaction.rows(
      Access.newest(
        kind: RecordReference.outgoingDocumentCode, to: actor, page: page, limit: limit + 1,
        joining: filter.isEmpty
          ? "" : "JOIN outgoing_documents ON outgoing_documents.id = access_grants.record_number",
        filter: filter.condition)
    ).map { try $0.get("id", as: Int64.self) }
    return try slice(keys, page: page, limit: limit, visibleTo: actor)
  }

  /// Documents of the actor's agency that wait to be issued, the one that waits longest first.
  func waiting(visibleTo actor: Actor) throws -> [OutgoingDocument] {
    try transaction.rows(Self.waiting(Self.columns, page: .after(0), limit: Self.rowsPerPage, visibleTo: actor))
      .map(OutgoingDocument.init)
  }

  /// How many of them there are, counted up to a thousand.
  func waitingCountLater(visibleTo actor: Actor) throws -> Later<Int> {
    let rows = Self.waiting("id", page: .newest, limit: Self.waitingMax, visibleTo: actor)
    return try transaction.later("SELECT COUNT(*) AS count FROM (\(rows)) AS counted").map { try $0[0].get("count") }
  }

  private static func waiting(_ columns: SQL, page: KeysetPage, limit: Int, visibleTo actor: Actor) -> SQL {
    """
    SELECT \(columns) FROM outgoing_documents
    WHERE agency_id = \(actor.agency) AND state = 'numbered' AND is_withheld = 0 AND \(page.bound("id")) AND \(visible(to: actor))
    ORDER BY id \(page.direction) LIMIT \(limit)
    """
  }

  /// How many documents wait for an answer, counted up to a thousand.
  func owedCountLater(visibleTo actor: Actor) throws -> Later<Int> {
    let rows = Self.owed(page: .newest, limit: Self.waitingMax, visibleTo: actor)
    return try transaction.later("SELECT COUNT(*) AS count FROM (\(rows)) AS counted").map { try $0[0].get("count") }
  }

  /// Documents of the actor's agency that somebody owes an answer to, walked in the order of what is owed.
  private static func owed(page: KeysetPage, limit: Int, visibleTo actor: Actor) -> SQL {
    """
    SELECT DISTINCT document_id AS id FROM reply_requests
    WHERE agency_id = \(actor.agency) AND answered_at IS NULL AND withdrawn_at IS NULL
    AND \(page.bound("document_id"))
    AND \(Access.counted("document_id", kind: RecordReference.outgoingDocumentCode, to: actor))
    ORDER BY document_id \(page.direction) LIMIT \(limit)
    """
  }

  private func slice(
    _ keys: [Int64], page: KeysetPage, limit: Int, visibleTo actor: Actor
  ) throws -> OutgoingDocumentSlice {
    let hasMore = keys.count > limit
    let documents = try list(Array(keys.prefix(limit)), visibleTo: actor)
    guard let first = documents.first?.id.number, let last = documents.last?.id.number else {
      return OutgoingDocumentSlice(documents: [])
    }
    switch page {
    case .newest: return .init(documents: documents, older: hasMore ? .before(last) : nil)
    case .before: return .init(documents: documents, newer: .after(first), older: hasMore ? .before(last) : nil)
    case .after: return .init(documents: documents, newer: hasMore ? .after(first) : nil, older: .before(last))
    }
  }

  /// The documents before and after in the same book, for walking through it.
  func neighbours(
    of document: OutgoingDocument, visibleTo actor: Actor
  ) throws -> (older: OutgoingDocument.ID?, newer: OutgoingDocument.ID?) {
    func step(_ condition: SQL, _ order: SQL) throws -> OutgoingDocument.ID? {
      try transaction.rows(
        """
        SELECT id FROM outgoing_documents WHERE register_id = \(document.book) AND \(condition)
        AND \(Self.visible(to: actor)) ORDER BY number \(order) LIMIT 1
        """
      ).first?.get("id")
    }
    return (try step("number < \(document.number)", "DESC"), try step("number > \(document.number)", "ASC"))
  }
}
