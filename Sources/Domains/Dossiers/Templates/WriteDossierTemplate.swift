import Audit
import Database
import Documents
import FilePlans
import Kernel

/// Makes a template of dossiers (lập mẫu hồ sơ).
package struct MakeDossierTemplate: Sendable {
  package var facts: DossierTemplate.Facts
  /// The unit whose own it is; nil for one of the whole agency.
  package var unit: UnitID?

  package init(_ facts: DossierTemplate.Facts, unit: UnitID?) {
    self.facts = facts
    self.unit = unit
  }

  /// - Parameter line: names the field of a line of the contents, for what is wrong there.
  @discardableResult package func perform(
    by actor: Actor, at line: (Int) -> String = { _ in "" }, in transaction: any Transaction
  ) throws -> DossierTemplate {
    if let refusal = DossierTemplateAccess.refusal(actor, agency: actor.agency, unit: unit) { throw refusal }
    try facts.requireSound(at: line, in: transaction)
    let template = DossierTemplate(
      id: try transaction.nextID(DossierTemplate.ID.self, of: "dossier_templates"), agency: actor.agency, unit: unit,
      facts: facts, addedAt: transaction.now, addedBy: actor.nameOnRecord, version: 1)
    try DossierTemplateStore(transaction).add(template)
    try Audit.record(
      .dossierTemplateMade(facts.name, facts.contents.count), on: .dossierTemplate(template.id), by: actor,
      in: transaction)
    return template
  }
}

/// Changes a template (sửa mẫu hồ sơ). Dossiers that were opened by it keep the list that they have.
package struct ChangeDossierTemplate: Sendable {
  package var template: DossierTemplate.ID
  package var facts: DossierTemplate.Facts
  package var formVersion: Int

  package init(_ template: DossierTemplate.ID, _ facts: DossierTemplate.Facts, formVersion: Int) {
    self.template = template
    self.facts = facts
    self.formVersion = formVersion
  }

  @discardableResult package func perform(
    by actor: Actor, at line: (Int) -> String = { _ in "" }, in transaction: any Transaction
  ) throws -> DossierTemplate {
    let store = DossierTemplateStore(transaction)
    var template = try store.lock(template, for: actor)
    guard template.isInUse else { throw Self.ended }
    try facts.requireSound(at: line, in: transaction)
    let changes = Self.changes(template.facts, facts)
    guard !changes.isEmpty else { return template }
    template.facts = facts
    try store.save(template, from: formVersion)
    try Audit.record(
      .dossierTemplateChanged(facts.name), on: .dossierTemplate(template.id), by: actor, changes: changes,
      in: transaction)
    return template
  }

  static let ended = Refusal(.conflict, "Mẫu đã ngừng dùng nên không sửa được; hãy dùng lại mẫu trước khi sửa.")

  private static func changes(_ old: DossierTemplate.Facts, _ new: DossierTemplate.Facts) -> [AuditChange] {
    func told(_ contents: [ExpectedContent]) -> String {
      contents.map {
        "\($0.name) (\($0.typeKey ?? "mọi loại"), \($0.direction.label), \($0.needLabel), \($0.amountLabel))"
      }
      .joined(separator: "; ")
    }
    let lines: [(String, String, String)] = [
      ("Tên mẫu", old.name, new.name), ("Dùng khi", old.use, new.use), ("Đề mục", old.heading, new.heading),
      ("Thời hạn bảo quản", old.retention?.text ?? "", new.retention?.text ?? ""),
      ("Thành phần", told(old.contents), told(new.contents)),
    ]
    return lines.filter { $0.1 != $0.2 }.map { AuditChange(label: $0.0, before: $0.1, after: $0.2) }
  }
}

/// Switches a template off, or on again (ngừng dùng, dùng lại). None is ever deleted.
package struct SwitchDossierTemplate: Sendable {
  package var template: DossierTemplate.ID
  package var isInUse: Bool
  package var formVersion: Int

  package init(_ template: DossierTemplate.ID, isInUse: Bool, formVersion: Int) {
    self.template = template
    self.isInUse = isInUse
    self.formVersion = formVersion
  }

  @discardableResult package func perform(by actor: Actor, in transaction: any Transaction) throws -> DossierTemplate {
    let store = DossierTemplateStore(transaction)
    var template = try store.lock(template, for: actor)
    guard template.isInUse != isInUse else { return template }
    (template.endedAt, template.endedBy) = isInUse ? (nil, nil) : (transaction.now, actor.nameOnRecord)
    try store.save(template, from: formVersion)
    try Audit.record(
      .dossierTemplateSwitched(template.facts.name, isInUse: isInUse), on: .dossierTemplate(template.id), by: actor,
      in: transaction)
    return template
  }
}

extension DossierTemplate.Facts {
  /// Refuses everything that is wrong with it, and what may not stand in the system at all.
  fileprivate func requireSound(at line: (Int) -> String, in transaction: any Transaction) throws {
    try Secrecy.refuseMarked([name, use, heading] + contents.map(\.name))
    var reasons = obstacles(at: line)
    let types = DocumentTypeStore(transaction)
    for (index, content) in contents.enumerated() {
      guard let key = content.typeKey, DocumentType.known(key) == nil, try types.find(key) == nil else { continue }
      reasons.append(.init("Loại văn bản này không có trong danh mục.", field: line(index)))
    }
    if let refusal = Refusal(reasons) { throw refusal }
  }
}
