import Database
import Documents
import FileVault
import Kernel

/// The SQL of withheld files of dossiers. They are decided on by the clerks, leaders and heads of office of their agency.
package struct OwnFileQuarantineStore {
  private let rows: QuarantineRowStore
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) {
    rows = QuarantineRowStore("dossier_quarantines", transaction)
    self.transaction = transaction
  }

  /// One that waits for a decision, as «Việc của tôi» shows it: nothing of what it says.
  package struct Waiting: Sendable {
    package var dossier: Dossier.ID
    package var item: DossierItem.ID
    package var ordinal: Int
  }

  /// Oldest first: the longer one waits, the nearer it stands to the top.
  package func waiting(for actor: Actor) throws -> [Waiting] {
    guard QuarantineAccess.mayReport(actor.agency, actor) else { return [] }
    return try transaction.rows(
      "SELECT id, dossier_id, ordinal FROM dossier_items WHERE id IN (\(rows.keys(of: actor.agency))) ORDER BY id"
    ).map { Waiting(dossier: try $0.get("dossier_id"), item: try $0.get("id"), ordinal: try $0.get("ordinal")) }
  }

  /// How many of them there are, as they are listed; not waited for.
  package func countLater(visibleTo actor: Actor) throws -> Later<Int> { try rows.countLater(visibleTo: actor) }

  /// Of an item that the caller has found or locked; nil when it is not withheld.
  func find(_ item: DossierItem.ID) throws -> OwnFileQuarantine? {
    try rows.find(item.number).map(OwnFileQuarantine.init)
  }

  /// What the withheld files of a dossier were called: the story does not tell it meanwhile.
  func titles(in dossier: Dossier.ID) throws -> [String] {
    try transaction.rows(
      """
      SELECT facts FROM dossier_items JOIN dossier_quarantines ON document_id = id
      WHERE dossier_id = \(dossier) AND is_withheld = 1
      """
    ).map { try JSONText.value(try $0.get("facts"), as: OwnFileQuarantine.Facts.self).title }
  }

  /// Puts a veil over the item. The dossier is locked.
  func add(_ quarantine: OwnFileQuarantine, _ file: DossierFile) throws {
    try rows.add(
      quarantine.item.number, of: quarantine.agency, foundAt: quarantine.foundAt, by: quarantine.foundBy,
      page: quarantine.page, facts: quarantine.facts)
    try transaction.run(
      """
      UPDATE dossier_items SET is_withheld = \(true), title = \(OwnFileQuarantine.veil), file_name = '',
        described = \(try file.described.map { try JSONText.text($0.veiled) }) WHERE id = \(quarantine.item)
      """)
    try transaction.run("UPDATE dossier_item_files SET name = '' WHERE item_id = \(quarantine.item)")
  }

  func confirm(_ quarantine: OwnFileQuarantine, by actor: Actor) throws {
    try rows.confirm(quarantine.item.number, by: actor)
  }

  /// Takes the veil off again. The dossier is locked.
  func release(_ quarantine: OwnFileQuarantine) throws {
    let (item, facts) = (quarantine.item, quarantine.facts)
    try rows.remove(item.number)
    try transaction.run(
      """
      UPDATE dossier_items SET is_withheld = \(false), title = \(facts.title), file_name = \(facts.name),
        described = \(try facts.described.map { try JSONText.text($0) }) WHERE id = \(item)
      """)
    for (index, name) in facts.furtherNames.enumerated() {
      try transaction.run(
        "UPDATE dossier_item_files SET name = \(name) WHERE item_id = \(item) AND position = \(index + 1)")
    }
  }
}

extension OwnFileQuarantine {
  init(_ row: Row) throws {
    self.init(
      item: try row.get("document_id"), agency: try row.get("agency_id"), foundAt: try row.get("found_at"),
      foundBy: try row.get("found_by"), page: try row.find("page"), facts: try JSONText.value(try row.get("facts")),
      confirmation: try QuarantineConfirmation(row))
  }
}
