import Database
import FileVault
import Kernel

/// Which templates agencies use instead of the system's.
package struct AgencyTemplateStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    SELECT id, agency_id, type_key, file_hash, file_bytes, file_name, field_names, added_at, added_by, ended_at
    FROM agency_templates
    """

  /// The template in force for a type of document in the actor's agency; nil when it is the system's.
  package func current(_ typeKey: String, of actor: Actor) throws -> AgencyTemplate? {
    try transaction.rows(
      "\(Self.columns) WHERE agency_id = \(actor.agency) AND type_key = \(typeKey) AND ended_at IS NULL"
    ).first.map(AgencyTemplate.init)
  }

  /// All that are in force in the actor's agency.
  func current(of actor: Actor) throws -> [AgencyTemplate] {
    try transaction.rows("\(Self.columns) WHERE agency_id = \(actor.agency) AND ended_at IS NULL").map(
      AgencyTemplate.init)
  }

  /// Every one that was ever in force for a type, newest first. A change makes one more, so their number is the version
  /// of the form.
  func history(_ typeKey: String, of actor: Actor) throws -> [AgencyTemplate] {
    try transaction.rows(
      "\(Self.columns) WHERE agency_id = \(actor.agency) AND type_key = \(typeKey) ORDER BY id DESC"
    ).map(AgencyTemplate.init)
  }

  /// Keeps two changes of one agency's templates apart.
  func lock(_ agency: AgencyID) throws {
    _ = try transaction.rows("SELECT id FROM agencies WHERE id = \(agency) \(transaction.rowLock)")
  }

  func end(_ id: AgencyTemplate.ID) throws {
    try transaction.run("UPDATE agency_templates SET ended_at = \(transaction.now) WHERE id = \(id)")
  }

  func add(_ template: NewAgencyTemplate, of actor: Actor) throws {
    let id: AgencyTemplate.ID = try transaction.nextID(of: "agency_templates")
    try StoredFileStore(transaction).add(template.file)
    try transaction.run(
      """
      INSERT INTO agency_templates
        (id, agency_id, type_key, file_hash, file_bytes, file_name, field_names, added_at, added_by, ended_at)
      VALUES (\(id), \(actor.agency), \(template.type.key), \(template.file.hash), \(template.file.bytes),
        \(template.fileName), \(template.fieldNames.sorted().joined(separator: " ")), \(transaction.now),
        \(actor.nameOnRecord), NULL)
      """)
  }
}

extension AgencyTemplate {
  init(_ row: Row) throws {
    let names: String = try row.get("field_names")
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), typeKey: try row.get("type_key"),
      file: StoredFile(hash: try row.get("file_hash"), bytes: try row.get("file_bytes")),
      fileName: try row.get("file_name"), fieldNames: Set(names.split(separator: " ").map(String.init)),
      addedAt: try row.get("added_at"), addedBy: try row.get("added_by"), endedAt: try row.find("ended_at"))
  }
}
