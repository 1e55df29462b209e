import Access
import Database
import Documents
import Kernel
import Registers
import SearchIndex
import VietnameseText
import Work

/// What the list of incoming documents shows, from the address.
struct IncomingDocumentFilter: Sendable, Equatable {
  var words = ""
  var register: RegisterBook.ID?
  var typeKey = ""
  var urgency: Urgency?
  var fromDay: Day?
  var toDay: Day?
  var isWithoutFile = false
  /// Not what still waits to be presented.
  var isPresented = false
  /// Only what the reader follows.
  var isFollowed = false
  var progress: IncomingProgress?
  /// How a step of the registry went, of documents that arrived within the days asked for.
  var fate: RegistryFate?

  /// The condition on `incoming_documents`.
  var condition: SQL {
    var parts: [SQL] = []
    if let register { parts.append("incoming_documents.register_id = \(register)") }
    if !typeKey.isEmpty { parts.append("incoming_documents.type_key = \(typeKey)") }
    if let urgency { parts.append("incoming_documents.urgency = \(urgency)") }
    if let fromDay { parts.append("incoming_documents.arrival_date >= \(fromDay)") }
    if let toDay { parts.append("incoming_documents.arrival_date <= \(toDay)") }
    if isWithoutFile { parts.append(IncomingDocumentStore.awaitsFile) }
    if isPresented { parts.append(IncomingDocumentStore.isPresented) }
    if let progress { parts.append(IncomingDocumentStore.stands(at: progress)) }
    return parts.isEmpty ? "1 = 1" : parts.joined(separator: " AND ")
  }

  /// The same with its words, for the index: filters are words there, so none is asked for after the match.
  func query(today: Day) -> SearchQuery {
    var conditions: [SearchCondition] = []
    if let register { conditions += SearchCondition.value(IncomingFacet.register, register.description) }
    if !typeKey.isEmpty { conditions += SearchCondition.value(IncomingFacet.type, typeKey) }
    if let urgency { conditions += SearchCondition.value(IncomingFacet.urgency, urgency.rawValue) }
    if fromDay != nil || toDay != nil {
      conditions += SearchCondition.days(IncomingFacet.arrivalDay, from: fromDay, to: toDay, today: today)
    }
    if isWithoutFile {
      conditions += SearchCondition.value(IncomingFacet.file, "khong")
    }
    if isWithoutFile || progress != nil {
      conditions += SearchCondition.value(IncomingFacet.state, IncomingDocument.State.registered.rawValue)
    }
    return SearchQuery(words, conditions: conditions)
  }

  var isEmpty: Bool { self == IncomingDocumentFilter() }

  /// A notice that is owed is looked for however long ago its document came.
  var isOwedNotice: Bool { fate == .unacknowledged && fromDay == nil && toDay == nil }
}

/// One page of the list, newest first.
struct IncomingDocumentSlice: Sendable {
  var documents: [IncomingDocument]
  var newer: KeysetPage?
  var older: KeysetPage?
}

extension IncomingDocumentStore {
  static let rowsPerPage = 50
  /// A registered document whose file is still to come. A line of an old book, which bears the midnight of its day,
  /// awaits none: what was on paper then stays on paper.
  static let awaitsFile: SQL = """
    incoming_documents.file_count = 0 AND incoming_documents.state = 'registered'
    AND (incoming_documents.registered_at + 25200000) % 86400000 <> 0
    """

  /// Somebody was asked about it, or it was filed without.
  static let isPresented: SQL = "incoming_documents.progress <> 'registered'"

  /// Documents as far as `progress` says. Registered means: nobody was asked yet, and it is no line of an old book.
  static func stands(at progress: IncomingProgress) -> SQL {
    guard progress == .registered else {
      return """
        incoming_documents.progress = \(progress) AND incoming_documents.progress <> 'registered'
        AND incoming_documents.state = 'registered'
        """
    }
    return """
      incoming_documents.progress = 'registered' AND incoming_documents.state = 'registered'
      AND (incoming_documents.registered_at + 25200000) % 86400000 <> 0
      """
  }

  /// The newest documents the actor may see, a page of `limit`, by keyset.
  func newest(
    _ filter: IncomingDocumentFilter, page: KeysetPage, limit: Int = rowsPerPage, visibleTo actor: Actor
  ) throws -> IncomingDocumentSlice {
    let query = filter.query(today: transaction.now.day)
    if filter.isOwedNotice, filter.words.isEmpty, !filter.isFollowed {
      let keys = try transaction.rows(
        Self.owed(
          "n.document_id AS id", filter.condition, page: page, limit: limit + 1, visibleTo: actor))
      return try slice(keys.map { try $0.get("id") }, page: page, limit: limit, visibleTo: actor)
    }
    let went = try filter.fate.map {
      try self.went($0, from: filter.fromDay, to: filter.toDay, agency: actor.agency)
    }
    let condition = went.map { "\(filter.condition) AND \($0)" as SQL } ?? filter.condition
    if went != nil, filter.words.isEmpty, !filter.isFollowed {
      let keys = try transaction.rows(
        Self.own(condition, "id", page: page, limit: limit + 1, visibleTo: actor))
      return try slice(keys.map { try $0.get("id") }, page: page, limit: limit, visibleTo: actor)
    }
    if !query.terms.isEmpty || !query.excluded.isEmpty {
      return try found(query, filter, page: page, limit: limit, visibleTo: actor)
    }
    if filter.isFollowed {
      let keys = try transaction.rows(Self.followed(condition, page: page, limit: limit + 1, by: actor))
      return try slice(keys.map { try $0.get("id") }, page: page, limit: limit, visibleTo: actor)
    }
    let isAwaited =
      filter == IncomingDocumentFilter(words: filter.words, isWithoutFile: true, isPresented: filter.isPresented)
    // Whoever sees every document of the agency walks its own index; others walk what they were given.
    if isAwaited || (filter.progress != nil && actor.principals.contains(.agency(actor.agency))) {
      let keys = try transaction.rows(
        Self.own(filter.condition, "id", page: page, limit: limit + 1, visibleTo: actor))
      return try slice(keys.map { try $0.get("id") }, page: page, limit: limit, visibleTo: actor)
    }
    let keys = try transaction.rows(
      Access.newest(
        kind: RecordReference.incomingDocumentCode, to: actor, page: page, limit: limit + 1,
        joining: filter.isEmpty
          ? "" : "JOIN incoming_documents ON incoming_documents.id = access_grants.record_number",
        filter: filter.condition)
    ).map { try $0.get("id", as: Int64.self) }
    return try slice(keys, page: page, limit: limit, visibleTo: actor)
  }

  /// Registered documents of the actor's agency that await their file, newest first: the registry's own work. What
  /// waits to be presented too stands there, so it is counted once. Few at any time, so they have an index of their own.
  func withoutFile(visibleTo actor: Actor) throws -> [IncomingDocument] {
    try transaction.rows(Self.own("\(Self.awaitsFile) AND \(Self.isPresented)", Self.columns, visibleTo: actor)).map(
      IncomingDocument.init)
  }

  /// How many of them there are, counted up to a thousand.
  func withoutFileCountLater(visibleTo actor: Actor) throws -> Later<Int> {
    try countLater("\(Self.awaitsFile) AND \(Self.isPresented)", visibleTo: actor)
  }

  /// Registered documents that nobody has been asked about yet, the one that waits longest first (DEN-10).
  func unpresented(visibleTo actor: Actor) throws -> [IncomingDocument] {
    try transaction.rows(
      Self.own(Self.stands(at: .registered), Self.columns, page: .after(0), visibleTo: actor)
    ).map(IncomingDocument.init)
  }

  /// How many of them there are, counted up to a thousand.
  func unpresentedCountLater(visibleTo actor: Actor) throws -> Later<Int> {
    try countLater(Self.stands(at: .registered), visibleTo: actor)
  }

  static let countMax = 1000

  private func countLater(_ condition: SQL, visibleTo actor: Actor) throws -> Later<Int> {
    try countLater(of: Self.own(condition, "id", limit: Self.countMax, visibleTo: actor))
  }

  func countLater(of rows: SQL) throws -> Later<Int> {
    try transaction.later("SELECT COUNT(*) AS count FROM (\(rows)) AS counted").map { try $0[0].get("count") }
  }

  /// What the actor follows and may still see: one walk of what their post follows.
  private static func followed(_ condition: SQL, page: KeysetPage, limit: Int, by actor: Actor) -> SQL {
    let followed: SQL = "work_follows.subject_number"
    return """
      SELECT \(followed) AS id FROM work_follows JOIN incoming_documents ON incoming_documents.id = \(followed)
      WHERE post_id = \(actor.post) AND subject_code = \(RecordReference.incomingDocumentCode) AND \(condition)
      AND \(page.bound(followed)) AND \(Access.visible(followed, kind: RecordReference.incomingDocumentCode, to: actor))
      ORDER BY \(followed) \(page.direction) LIMIT \(limit)
      """
  }

  /// Documents of the actor's agency, by a condition that has an index of its own.
  static func own(
    _ condition: SQL, _ columns: SQL, page: KeysetPage = .newest, limit: Int = rowsPerPage, visibleTo actor: Actor
  ) -> SQL {
    """
    SELECT \(columns) FROM incoming_documents
    WHERE agency_id = \(actor.agency) AND \(condition) AND \(page.bound("id"))
    AND \(Access.visible("incoming_documents.id", kind: RecordReference.incomingDocumentCode, to: actor))
    ORDER BY id \(page.direction) LIMIT \(limit)
    """
  }

  /// What the index finds. Whether a file is awaited and how far a document is the index does not know, so such a page
  /// may be short.
  private func found(
    _ query: SearchQuery, _ filter: IncomingDocumentFilter, page: KeysetPage, limit: Int, visibleTo actor: Actor
  ) throws -> IncomingDocumentSlice {
    let found = try SearchIndex.search(
      query, to: actor, kinds: [RecordReference.incomingDocumentCode], page: page, limit: limit, in: transaction)
    let documents = try list(found.hits.map(\.record.number), visibleTo: actor)
    let followed =
      filter.isFollowed
      ? try FollowStore(transaction).followed(
        documents.map(\.id.number), kind: RecordReference.incomingDocumentCode, by: actor) : []
    let went = try filter.fate.map { fate in
      let condition = try self.went(fate, from: filter.fromDay, to: filter.toDay, agency: actor.agency)
      let rows = try transaction.rows(
        "SELECT id FROM incoming_documents WHERE id IN (\(.list(documents.map(\.id)))) AND \(condition)")
      return Set(try rows.map { try $0.get("id", as: IncomingDocument.ID.self) })
    }
    return IncomingDocumentSlice(
      documents: documents.filter { document in
        (!filter.isFollowed || followed.contains(document.id.number))
          && (!filter.isPresented || document.progress != .registered) && went?.contains(document.id) != false
          && (!filter.isWithoutFile || document.awaitsFile)
          && (filter.progress.map(document.stands) ?? true)
      },
      newer: found.newer.map(KeysetPage.after), older: found.older.map(KeysetPage.before))
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
