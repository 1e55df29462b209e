import Access
import Database
import Dossiers
import FilePlans
import Kernel

extension ArchiveTransferLine.Outcome: SQLConvertible {}

/// All SQL on transfers. What an actor may not see is not found.
package struct ArchiveTransferStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    archive_transfers.id, archive_transfers.agency_id, archive_transfers.year, archive_transfers.number,
    archive_transfers.unit_id, archive_transfers.unit_name, archive_transfers.agency_name,
    archive_transfers.superior_name, archive_transfers.place_name, archive_transfers.giver_post,
    archive_transfers.giver_name, archive_transfers.submitted_at, archive_transfers.receiver_name,
    archive_transfers.settled_at
    """

  private static func visible(to actor: Actor) -> SQL {
    Access.visible("archive_transfers.id", kind: RecordReference.archiveTransferCode, to: actor)
  }

  /// The transfer, or the refusal of what does not exist for this actor.
  package func find(_ id: ArchiveTransfer.ID, visibleTo actor: Actor) throws -> ArchiveTransfer {
    guard let found = try list([id.number], visibleTo: actor).first else {
      throw Refusal(.notFound, "Không tìm thấy đợt giao nộp này.")
    }
    return found
  }

  /// Those of the keys that the actor sees, newest first.
  package func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [ArchiveTransfer] {
    guard !numbers.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM archive_transfers WHERE archive_transfers.id IN (\(.list(numbers)))
      AND \(Self.visible(to: actor)) ORDER BY archive_transfers.id DESC
      """
    ).map(ArchiveTransfer.init)
  }

  /// Those the actor sees, newest first. One more than `limit` tells that there is more.
  package func list(_ page: KeysetPage, limit: Int, visibleTo actor: Actor) throws -> [ArchiveTransfer] {
    let keys: [Int64] = try transaction.rows(
      Access.newest(kind: RecordReference.archiveTransferCode, to: actor, page: page, limit: limit + 1)
    ).map { try $0.get("id") }
    return try list(keys, visibleTo: actor)
  }

  /// The next number of the agency's year, from the series row that this transaction holds from now on.
  func takeNumber(_ agency: AgencyID, year: Int) throws -> Int {
    try transaction.rows(
      """
      INSERT INTO archive_transfer_series (agency_id, year, last_number) VALUES (\(agency), \(year), 1)
      ON CONFLICT (agency_id, year) DO UPDATE SET last_number = archive_transfer_series.last_number + 1
      RETURNING last_number
      """)[0].get("last_number")
  }

  func add(_ transfer: ArchiveTransfer, _ lines: [ArchiveTransferLine]) throws {
    try transaction.run(
      """
      INSERT INTO archive_transfers (id, agency_id, year, number, unit_id, unit_name, agency_name, superior_name,
        place_name, giver_post, giver_name, submitted_at)
      VALUES (\(transfer.id), \(transfer.agency), \(transfer.year), \(transfer.number), \(transfer.unit),
        \(transfer.unitName), \(transfer.agencyName), \(transfer.superiorName), \(transfer.placeName),
        \(transfer.giverPost), \(transfer.giverName), \(transfer.submittedAt))
      """)
    for line in lines {
      try transaction.run(
        """
        INSERT INTO archive_transfer_lines (transfer_id, position, dossier_id, year, notation, title, started_on,
          ended_on, retention, item_count, file_count, page_total, outcome, words)
        VALUES (\(transfer.id), \(line.position), \(line.dossier), \(line.year), \(line.notation), \(line.title),
          \(line.startedOn), \(line.endedOn), \(line.retention.code), \(line.itemCount), \(line.fileCount),
          \(line.pageTotal), \(line.outcome), '')
        """)
    }
  }

  /// In their order.
  package func lines(of transfer: ArchiveTransfer.ID) throws -> [ArchiveTransferLine] {
    try transaction.rows(
      """
      SELECT position, dossier_id, year, notation, title, started_on, ended_on, retention, item_count, file_count,
        page_total, outcome, words, decided_at, decided_by
      FROM archive_transfer_lines WHERE transfer_id = \(transfer) ORDER BY position
      """
    ).map(ArchiveTransferLine.init)
  }

  /// The transfer in which a dossier lies or last lay, among those the actor sees.
  package func last(of dossier: Dossier.ID, visibleTo actor: Actor) throws -> ArchiveTransfer? {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM archive_transfer_lines
      JOIN archive_transfers ON archive_transfers.id = archive_transfer_lines.transfer_id
      WHERE archive_transfer_lines.dossier_id = \(dossier) AND \(Self.visible(to: actor))
      ORDER BY archive_transfer_lines.transfer_id DESC LIMIT 1
      """
    ).first.map(ArchiveTransfer.init)
  }

  /// Writes what became of a dossier that waits. Gives the key of its transfer, which this transaction holds from now on:
  /// whoever decides its last line ends it.
  func decide(
    _ dossier: Dossier.ID, _ outcome: ArchiveTransferLine.Outcome, _ words: String, by name: String
  ) throws -> ArchiveTransfer.ID? {
    let waiting = try transaction.rows(
      "SELECT transfer_id FROM archive_transfer_lines WHERE dossier_id = \(dossier) AND outcome = 'waiting'")
    guard let transfer: ArchiveTransfer.ID = try waiting.first?.get("transfer_id") else { return nil }
    _ = try transaction.rows("SELECT id FROM archive_transfers WHERE id = \(transfer) \(transaction.rowLock)")
    try transaction.run(
      """
      UPDATE archive_transfer_lines SET outcome = \(outcome), words = \(words), decided_at = \(transaction.now),
        decided_by = \(name)
      WHERE dossier_id = \(dossier) AND outcome = 'waiting'
      """)
    if outcome == .accepted {
      try transaction.run("UPDATE archive_transfers SET receiver_name = \(name) WHERE id = \(transfer)")
    }
    return transfer
  }

  func settle(_ transfer: ArchiveTransfer.ID) throws {
    try transaction.run("UPDATE archive_transfers SET settled_at = \(transaction.now) WHERE id = \(transfer)")
  }
}

extension ArchiveTransferStore {
  /// Puts other words in place of what transfers say of a dossier that is destroyed (LT-03).
  func veil(_ dossier: Dossier.ID, words: String) throws {
    try transaction.run(
      "UPDATE archive_transfer_lines SET title = \(words), words = '' WHERE dossier_id = \(dossier)")
  }
}

extension ArchiveTransfer {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), year: try row.get("year"), number: try row.get("number"),
      unit: try row.get("unit_id"), unitName: try row.get("unit_name"), agencyName: try row.get("agency_name"),
      superiorName: try row.get("superior_name"), placeName: try row.get("place_name"),
      giverPost: try row.get("giver_post"), giverName: try row.get("giver_name"),
      submittedAt: try row.get("submitted_at"), receiverName: try row.find("receiver_name"),
      settledAt: try row.find("settled_at"))
  }
}

extension ArchiveTransferLine {
  init(_ row: Row) throws {
    let code: String = try row.get("retention")
    guard let retention = RetentionPeriod(code: code) else {
      throw DatabaseFault.decoding(column: "retention", type: "RetentionPeriod")
    }
    self.init(
      position: try row.get("position"), dossier: try row.get("dossier_id"), year: try row.get("year"),
      notation: try row.get("notation"), title: try row.get("title"), startedOn: try row.get("started_on"),
      endedOn: try row.find("ended_on"), retention: retention, itemCount: try row.get("item_count"),
      fileCount: try row.get("file_count"), pageTotal: try row.get("page_total"), outcome: try row.get("outcome"),
      words: try row.get("words"), decidedAt: try row.find("decided_at"), decidedBy: try row.find("decided_by"))
  }
}
