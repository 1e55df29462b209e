import Database
import Kernel
import SearchIndex

/// Who may see what: the one table that lists, pages and search read.
///
/// Acts call `grant` and `revoke` inside their transaction, with the record locked, in one call per record: each call
/// rewrites the record's index rows once, and only when its principals changed.
package enum Access {
  /// Shows `record` to those principals. What they already hold stays as it is.
  package static func grant(_ grants: [Grant], to record: RecordReference, in transaction: any Transaction) throws {
    try change(record, in: transaction) { try $0.add(grants, to: record) }
  }

  /// The same for several principals with one reason.
  package static func grant(
    _ principals: [Principal], to record: RecordReference, reason: AccessReason, source: RecordReference? = nil,
    in transaction: any Transaction
  ) throws {
    try grant(principals.map { Grant($0, reason: reason, source: source) }, to: record, in: transaction)
  }

  /// Takes back what `source` gave, from those principals only or from all. Grants of other sources stay.
  package static func revoke(
    _ principals: [Principal]? = nil, of record: RecordReference, source: RecordReference?,
    in transaction: any Transaction
  ) throws {
    try change(record, in: transaction) { try $0.remove(principals, of: record, source: source) }
  }

  /// Takes back everything that these sources gave, in one rewrite of the record's index rows.
  package static func revoke(
    sources: [RecordReference], of record: RecordReference, in transaction: any Transaction
  ) throws {
    try change(record, in: transaction) { store in
      try sources.reduce(0) { try $0 + store.remove(nil, of: record, source: $1) }
    }
  }

  /// Makes what `source` gives on a record exactly these grants, in one rewrite of its index rows. Grants of other sources
  /// stay, and so does what was given already, with its time.
  package static func set(
    _ grants: [Grant], to record: RecordReference, source: RecordReference, in transaction: any Transaction
  ) throws {
    let wanted = Dictionary(grants.map { ($0.principal, $0) }, uniquingKeysWith: { first, _ in first })
    try change(record, in: transaction) { store in
      let held = try store.lines(of: [record])[record]?.filter { $0.source == source } ?? []
      let gone = held.filter { wanted[$0.principal]?.reason != $0.reason }.map(\.principal)
      let removed = gone.isEmpty ? 0 : try store.remove(gone, of: record, source: source)
      return try removed + store.add(wanted.values.sorted { $0.principal < $1.principal }, to: record)
    }
  }

  /// Every line about these records, whoever is meant: for those who decide on rights, and for telling why.
  package static func lines(
    of records: [RecordReference], in transaction: any Transaction
  ) throws -> [RecordReference: [Grant]] {
    try AccessStore(transaction).lines(of: records)
  }

  /// Puts a record into the search index, shown to whom the access table says. Grant first, then index: one write.
  package static func index(
    _ record: RecordReference, _ content: SearchContent, in transaction: any Transaction
  ) throws {
    let principals = try AccessStore(transaction).principals(of: record)
    try SearchIndex.put(
      record, metadata: content.metadata, facets: content.facets, parts: content.parts, principals: principals,
      in: transaction)
  }

  /// Shows records that are new in this transaction, and puts them into the index. Nothing of them is there yet, so
  /// nothing is read back; the words of all come last, since SQLite's index goes to the disk at any other change.
  package static func begin(_ records: [NewRecord], in transaction: any Transaction) throws {
    let store = AccessStore(transaction)
    for new in records { try store.addLater(new.grants, to: new.record) }
    guard records.count >= gatheredMin else { return try index(records, in: transaction) }
    try SearchIndex.gathering(in: transaction) { try index(records, in: transaction) }
  }

  /// So many new records are worth what taking them in together costs once.
  private static let gatheredMin = 20

  private static func index(_ records: [NewRecord], in transaction: any Transaction) throws {
    for new in records {
      let principals = Set(new.grants.map(\.principal)).sorted()
      try SearchIndex.add(new.record, new.content, principals: principals, in: transaction)
    }
  }

  /// A condition that holds for rows the actor may see. `column` holds the key of the record, `kind` is its code.
  package static func visible(_ column: SQL, kind: String, to actor: Actor) -> SQL {
    AccessStore.visible(column, kind: kind, to: actor)
  }

  /// The same condition for many records that the actor most often sees because of one other.
  package static func visible(
    _ column: SQL, kind: String, to actor: Actor, through source: RecordReference
  ) -> SQL {
    AccessStore.visible(column, kind: kind, to: actor, through: source)
  }

  /// The same condition for few rows of a long walk in an order of its own: asked of each row that is walked.
  package static func counted(_ column: SQL, kind: String, to actor: Actor) -> SQL {
    AccessStore.counted(column, kind: kind, to: actor)
  }

  /// Whether the actor may see one record.
  package static func maySee(_ record: RecordReference, actor: Actor, in transaction: any Transaction) throws -> Bool {
    try AccessStore(transaction).maySee(record, actor: actor)
  }

  /// Which of these records the actor may see.
  package static func seen(
    _ records: [RecordReference], by actor: Actor, in transaction: any Transaction
  ) throws -> Set<RecordReference> {
    try AccessStore(transaction).seen(records, by: actor.principals)
  }

  /// Whoever sees the record because they wrote it, and the units that answer for it.
  package static func authors(of record: RecordReference, in transaction: any Transaction) throws -> [Principal] {
    try AccessStore(transaction).principals(of: record, because: .author)
  }

  /// Why this actor sees the record, as sentences; empty when they do not. Same reasons are told once.
  package static func reasons(
    for record: RecordReference, actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    try reasonsLater(for: record, actor: actor, in: transaction).get()
  }

  /// The same, not waited for.
  package static func reasonsLater(
    for record: RecordReference, actor: Actor, in transaction: any Transaction
  ) throws -> Later<[String]> {
    try AccessStore(transaction).grantsLater(of: record, to: actor.principals).map { grants in
      var seen: Set<String> = []
      return grants.map { "\($0.principal.name(for: actor)): \($0.reason.label)" }.filter { seen.insert($0).inserted }
    }
  }

  private static func change(
    _ record: RecordReference, in transaction: any Transaction, _ change: (AccessStore) throws -> Int
  ) throws {
    let store = AccessStore(transaction)
    guard try change(store) > 0 else { return }
    try SearchIndex.retoken(record, principals: store.principals(of: record), in: transaction)
  }
}

extension Principal {
  /// Through what this actor holds the principal.
  fileprivate func name(for actor: Actor) -> String {
    switch self {
    case .unit(actor.unit): "Lãnh đạo, văn thư đơn vị «\(actor.unitName)»"
    case .post(actor.post): actor.onBehalfOf.map { "Làm thay \($0)" } ?? "\(actor.postTitle) \(actor.personName)"
    case .agencyRole(actor.agency, .registryClerk): "Văn thư «\(actor.agencyName)»"
    case .agencyRole(actor.agency, .leader): "Lãnh đạo «\(actor.agencyName)»"
    case .agencyRole(actor.agency, .headOfOffice): "Chánh văn phòng «\(actor.agencyName)»"
    case .agencyRole(actor.agency, .archivist): "Lưu trữ «\(actor.agencyName)»"
    default: "Văn thư, lãnh đạo, chánh văn phòng «\(actor.agencyName)»"
    }
  }
}
