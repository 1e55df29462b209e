import Database
import Documents
import Kernel

/// The SQL of withheld files of dossiers beside that of their quarantine. They are decided on by the clerks, leaders and
/// heads of office of their agency.
package struct OwnFileQuarantineStore {
  private let rows: QuarantineStore<WithheldOwnFile>
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) {
    rows = QuarantineStore(transaction)
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
    guard let keys = rows.keys(visibleTo: actor) else { return [] }
    return try transaction.rows(
      "SELECT id, dossier_id, ordinal FROM dossier_items WHERE id IN (\(keys)) ORDER BY id"
    ).map { Waiting(dossier: try $0.get("dossier_id"), item: try $0.get("id"), ordinal: try $0.get("ordinal")) }
  }

  /// How many of them there are, as they are listed; not waited for.
  package func countLater(visibleTo actor: Actor) throws -> Later<Int> { try rows.countLater(visibleTo: actor) }

  /// What the withheld files of a dossier were called: the story does not tell it meanwhile.
  func titles(in dossier: Dossier.ID) throws -> [String] {
    try transaction.rows(
      """
      SELECT facts FROM dossier_items JOIN dossier_quarantines ON document_id = id
      WHERE dossier_id = \(dossier) AND record_code IS NULL AND is_withheld = 1
      """
    ).map { try JSONText.value(try $0.get("facts"), as: WithheldOwnFile.Facts.self).title }
  }

  /// Puts a veil over the item. The dossier is locked.
  func veil(_ own: WithheldOwnFile) throws {
    try transaction.run(
      """
      UPDATE dossier_items SET is_withheld = \(true), title = \(Secrecy.veil), file_name = '',
        described = \(try own.file.described.map { try JSONText.text($0.veiled) }) WHERE id = \(own.item.id)
      """)
    try transaction.run("UPDATE dossier_item_files SET name = '' WHERE item_id = \(own.item.id)")
  }

  /// Takes the veil off again. The dossier is locked.
  func unveil(_ item: DossierItem.ID, _ facts: WithheldOwnFile.Facts) throws {
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
