import Database
import FilePlans
import Kernel

extension ExpectedContent.Direction: SQLConvertible {}

/// All SQL on templates of dossiers. Those of another agency are not found.
package struct DossierTemplateStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    id, agency_id, unit_id, name, use_text, heading, retention, added_at, added_by, ended_at, ended_by, version
    """

  /// All of the actor's agency, those in use first; at most `limit`.
  package func list(visibleTo actor: Actor, limit: Int = 500) throws -> [DossierTemplate] {
    try filled(
      transaction.rows(
        """
        SELECT \(Self.columns) FROM dossier_templates WHERE agency_id = \(actor.agency)
        ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, CASE WHEN unit_id IS NULL THEN 0 ELSE 1 END, name, id
        LIMIT \(limit)
        """))
  }

  /// What a dossier of the actor's may be opened by: the agency's and their own unit's, in use.
  package func usable(by actor: Actor) throws -> [DossierTemplate] {
    try filled(
      transaction.rows(
        """
        SELECT \(Self.columns) FROM dossier_templates
        WHERE agency_id = \(actor.agency) AND ended_at IS NULL AND (unit_id IS NULL OR unit_id = \(actor.unit))
        ORDER BY CASE WHEN unit_id IS NULL THEN 1 ELSE 0 END, name, id
        """))
  }

  /// One, or the refusal of what does not exist for this actor.
  package func find(_ id: DossierTemplate.ID, visibleTo actor: Actor) throws -> DossierTemplate {
    let rows = try transaction.rows(
      "SELECT \(Self.columns) FROM dossier_templates WHERE id = \(id) AND agency_id = \(actor.agency)")
    guard let found = try filled(rows).first else { throw DossierTemplateAccess.missing }
    return found
  }

  /// One held until the transaction ends, for who may keep it.
  func lock(_ id: DossierTemplate.ID, for actor: Actor) throws -> DossierTemplate {
    _ = try transaction.rows("SELECT id FROM dossier_templates WHERE id = \(id) \(transaction.rowLock)")
    let found = try find(id, visibleTo: actor)
    if let refusal = DossierTemplateAccess.refusal(actor, agency: found.agency, unit: found.unit) { throw refusal }
    return found
  }

  func add(_ template: DossierTemplate) throws {
    let facts = template.facts
    try refusingNames {
      try transaction.run(
        """
        INSERT INTO dossier_templates (id, agency_id, unit_id, name, use_text, heading, retention,
          added_at, added_by, version)
        VALUES (\(template.id), \(template.agency), \(template.unit), \(facts.name), \(facts.use), \(facts.heading),
          \(facts.retention?.code), \(template.addedAt), \(template.addedBy),
          \(template.version))
        """)
    }
    try write(facts.contents, of: template.id)
  }

  /// Writes what changed. Refuses when someone saved meanwhile.
  func save(_ template: DossierTemplate, from version: Int) throws {
    let facts = template.facts
    let changed = try refusingNames {
      try transaction.run(
        """
        UPDATE dossier_templates SET name = \(facts.name), use_text = \(facts.use), heading = \(facts.heading),
          retention = \(facts.retention?.code),
          ended_at = \(template.endedAt), ended_by = \(template.endedBy), version = version + 1
        WHERE id = \(template.id) AND version = \(version)
        """)
    }
    guard changed == 1 else {
      throw Refusal(.conflict, "Mẫu vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
    }
    try transaction.run("DELETE FROM dossier_template_lines WHERE template_id = \(template.id)")
    try write(facts.contents, of: template.id)
  }

  @discardableResult private func refusingNames<Answer>(_ body: () throws -> Answer) throws -> Answer {
    let taken = Refusal(.invalid, "Đã có mẫu đang dùng mang tên này.", field: DossierTemplateField.name)
    return try refusing("dossier_templates_name", as: taken) {
      try refusing("dossier_templates_unit_name", as: taken, body)
    }
  }

  private func write(_ contents: [ExpectedContent], of template: DossierTemplate.ID) throws {
    for (index, content) in contents.enumerated() {
      try transaction.run(
        """
        INSERT INTO dossier_template_lines (template_id, place, name, type_key, direction, is_required, is_many)
        VALUES (\(template), \(index + 1), \(content.name), \(content.typeKey), \(content.direction),
          \(content.isRequired), \(content.isMany))
        """)
    }
  }

  /// With their contents: one question for all.
  private func filled(_ rows: [Row]) throws -> [DossierTemplate] {
    let heads = try rows.map(DossierTemplate.init)
    guard !heads.isEmpty else { return [] }
    var contents: [DossierTemplate.ID: [ExpectedContent]] = [:]
    let lines = try transaction.rows(
      """
      SELECT template_id, name, type_key, direction, is_required, is_many FROM dossier_template_lines
      WHERE template_id IN (\(.list(heads.map(\.id.number)))) ORDER BY template_id, place
      """)
    for line in lines { contents[try line.get("template_id"), default: []].append(try ExpectedContent(line)) }
    return heads.map { head in
      var whole = head
      whole.facts.contents = contents[head.id] ?? []
      return whole
    }
  }
}

extension ExpectedContent {
  init(_ row: Row) throws {
    self.init(
      name: try row.get("name"), typeKey: try row.find("type_key"), direction: try row.get("direction"),
      isRequired: try row.get("is_required"), isMany: try row.get("is_many"))
  }
}

extension DossierTemplate {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), unit: try row.find("unit_id"),
      facts: Facts(
        name: try row.get("name"), use: try row.get("use_text"), heading: try row.get("heading"),
        retention: try row.find("retention", as: String.self).flatMap { RetentionPeriod(code: $0) }, contents: []),
      addedAt: try row.get("added_at"), addedBy: try row.get("added_by"), endedAt: try row.find("ended_at"),
      endedBy: try row.find("ended_by"), version: try row.get("version"))
  }
}
