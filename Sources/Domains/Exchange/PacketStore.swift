import Database
import Documents
import FileVault
import Kernel
import Papers

extension Packet.State: SQLConvertible {}

/// All SQL on packets. The intake is seen by the registry clerks of its agency and nobody else; the issuer's side reads
/// by a record that the caller has found for the actor.
package struct PacketStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let columns: SQL = """
    packets.id, packets.document_id, record_code, sender_id, packets.agency_id, sent_at, sent_by, state, incoming_id,
    arrival_number, unit_name, reason, changed_at, recalled_at, recalled_by, recall_reason, confirmed_at, confirmed_by
    """
  static let table: SQL = "packets JOIN packet_contents ON packet_contents.document_id = packets.document_id"
  /// More than a clerk can see on one screen; the rest moves up.
  package static let listedMax = 100

  // MARK: the issuer's side

  /// Of one issued record, oldest first.
  package func ofLater(_ source: RecordReference) throws -> Later<[Packet]> {
    try transaction.later(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE packets.document_id = \(source.number) AND record_code = \(source.code)
      ORDER BY packets.id
      """
    ).map { try $0.map(Packet.init) }
  }

  /// Of records that are printed together: those that have a number where they arrived.
  package func receipts(of documents: [Int64]) throws -> [Packet.ID: Packet] {
    guard !documents.isEmpty else { return [:] }
    let packets = try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE packets.document_id IN (\(.list(documents)))
      AND arrival_number IS NOT NULL
      """
    ).map(Packet.init)
    return Dictionary(uniqueKeysWithValues: packets.map { ($0.id, $0) })
  }

  /// As what records arrived at an agency, the last of each.
  package func arrived(at agency: AgencyID, _ sources: [RecordReference]) throws -> [RecordReference: Packet] {
    guard !sources.isEmpty else { return [:] }
    let packets = try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE packets.document_id IN (\(.list(sources.map(\.number))))
      AND packets.agency_id = \(agency) ORDER BY packets.id
      """
    ).map(Packet.init)
    return Dictionary(packets.map { ($0.source, $0) }, uniquingKeysWith: { $1 })
  }

  /// The same, each held until the transaction ends.
  package func lock(of source: RecordReference) throws -> [Packet] {
    _ = try transaction.rows(
      "SELECT id FROM packets WHERE document_id = \(source.number) ORDER BY id \(transaction.rowLock)")
    return try ofLater(source).get()
  }

  // MARK: the receiver's side

  /// What waits in the intake, oldest first.
  package func waiting(visibleTo actor: Actor) throws -> [Packet] {
    guard actor.isRegistryClerk else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE packets.agency_id = \(actor.agency) AND state = 'arrived'
      ORDER BY packets.id LIMIT \(Self.listedMax)
      """
    ).map(Packet.init)
  }

  /// What waits at an agency's registry and came lately, oldest first, for the job that tells its clerks.
  package func waitingForJob(agency: AgencyID, since instant: Instant) throws -> [Packet] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE packets.agency_id = \(agency) AND state = 'arrived'
      AND packets.id >= \(IdentifierSource.floor(at: instant)) ORDER BY packets.id LIMIT 1000
      """
    ).map(Packet.init)
  }

  /// How many wait, up to a thousand.
  package func waitingCountLater(visibleTo actor: Actor) throws -> Later<Int> {
    guard actor.isRegistryClerk else { return Later(known: 0) }
    return try transaction.later(
      """
      SELECT COUNT(*) AS count FROM (
        SELECT id FROM packets WHERE agency_id = \(actor.agency) AND state = 'arrived' LIMIT 1000) AS counted
      """
    ).map { try $0[0].get("count") }
  }

  /// Those whose issuer took them back and waits to hear that they are cancelled here, oldest first.
  package func recalled(visibleTo actor: Actor) throws -> [Packet] {
    guard actor.isRegistryClerk else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE packets.agency_id = \(actor.agency) AND recalled_at IS NOT NULL
      AND confirmed_at IS NULL ORDER BY packets.id LIMIT \(Self.listedMax)
      """
    ).map(Packet.init)
  }

  /// How many of them there are.
  package func recalledCountLater(visibleTo actor: Actor) throws -> Later<Int> {
    guard actor.isRegistryClerk else { return Later(known: 0) }
    return try transaction.later(
      """
      SELECT COUNT(*) AS count FROM (SELECT id FROM packets WHERE agency_id = \(actor.agency)
        AND recalled_at IS NOT NULL AND confirmed_at IS NULL LIMIT 1000) AS counted
      """
    ).map { try $0[0].get("count") }
  }

  /// Those of these keys, for a list that names them.
  package func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [Packet] {
    guard actor.isRegistryClerk else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE packets.agency_id = \(actor.agency)
      AND packets.id IN (\(.list(numbers)))
      """
    ).map(Packet.init)
  }

  package func find(_ id: Packet.ID, visibleTo actor: Actor) throws -> Packet {
    guard let packet = try list([id.number], visibleTo: actor).first else { throw Self.missing }
    return packet
  }

  /// The same, held until the transaction ends.
  package func lock(_ id: Packet.ID, visibleTo actor: Actor) throws -> Packet {
    _ = try transaction.rows("SELECT id FROM packets WHERE id = \(id) \(transaction.rowLock)")
    return try find(id, visibleTo: actor)
  }

  static let missing = Refusal(.notFound, "Không tìm thấy văn bản này trong danh sách chờ của cơ quan.")

  /// The packet that a registered document came as; nil for what came otherwise. The document was found for the actor.
  package func ofIncomingLater(_ incoming: Int64) throws -> Later<Packet?> {
    try transaction.later(
      "SELECT \(Self.columns) FROM \(Self.table) WHERE incoming_id = \(incoming) ORDER BY packets.id DESC LIMIT 1"
    ).map { try $0.first.map(Packet.init) }
  }

  /// What the issuer wrote, and its files.
  package func content(of packet: Packet) throws -> IssuedContent {
    guard let content = try contents(of: [packet.source])[packet.source] else { throw Self.missing }
    return content
  }

  /// Of several at once, for lists.
  package func contents(of sources: [RecordReference]) throws -> [RecordReference: IssuedContent] {
    guard !sources.isEmpty else { return [:] }
    let keys = sources.map(\.number)
    let files = try transaction.later(
      """
      SELECT document_id, position, name, kind, bytes, hash, page_count FROM packet_files
      WHERE document_id IN (\(.list(keys))) ORDER BY document_id, position
      """)
    var contents: [Int64: IssuedContent] = [:]
    for row in try transaction.rows(
      "SELECT document_id, record_code, agency_id, facts FROM packet_contents WHERE document_id IN (\(.list(keys)))")
    {
      let number: Int64 = try row.get("document_id")
      contents[number] = IssuedContent(
        record: RecordReference(code: try row.get("record_code"), number: number), agency: try row.get("agency_id"),
        facts: try JSONText.value(try row.get("facts")), files: [])
    }
    for row in try files.get() { contents[try row.get("document_id")]?.files.append(try IssuedContent.File(row)) }
    return Dictionary(uniqueKeysWithValues: contents.values.map { ($0.record, $0) })
  }
}

extension Packet {
  init(_ row: Row) throws {
    id = try row.get("id")
    source = RecordReference(code: try row.get("record_code"), number: try row.get("document_id"))
    sender = try row.get("sender_id")
    agency = try row.get("agency_id")
    sentAt = try row.get("sent_at")
    sentBy = try row.get("sent_by")
    state = try row.get("state")
    incoming = try row.find("incoming_id")
    arrivalNumber = try row.find("arrival_number")
    unitName = try row.get("unit_name")
    reason = try row.get("reason")
    changedAt = try row.get("changed_at")
    guard let at: Instant = try row.find("recalled_at") else { return }
    recall = Recall(
      at: at, by: try row.get("recalled_by"), reason: try row.get("recall_reason"),
      confirmedAt: try row.find("confirmed_at"), confirmedBy: try row.find("confirmed_by"))
  }
}

extension IssuedContent.File {
  init(_ row: Row) throws {
    self.init(
      position: try row.get("position"), name: try row.get("name"), kind: try row.get("kind"),
      stored: StoredFile(hash: try row.get("hash"), bytes: try row.get("bytes")),
      pageCount: try row.find("page_count"))
  }
}
