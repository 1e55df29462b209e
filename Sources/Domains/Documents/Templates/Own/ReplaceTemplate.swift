import Audit
import Database
import FileVault
import Kernel

/// A template as it was uploaded: in the vault, its fields read.
package struct NewAgencyTemplate: Sendable {
  package var type: DocumentType
  package var file: StoredFile
  package var fileName: String
  package var fieldNames: Set<String>

  /// What stops it from being a template at all: no field that is known.
  package var reasons: [Refusal.Reason] {
    guard !fieldNames.contains(where: { TemplateField(rawValue: $0) != nil }) else { return [] }
    let unknown = TemplateField.unknown(in: fieldNames).map { "{{\($0)}}" }
    let found =
      unknown.isEmpty ? "không có trường nào" : "chỉ có \(unknown.joined(separator: ", ")), hệ thống không biết"
    return [
      .init(
        "Tệp «\(fileName)» \(found). Đặt các trường như {{trich_yeu}} vào chỗ cần điền rồi tải lên lại.",
        field: TemplatePaths.fileField)
    ]
  }
}

/// Puts an agency's own template in force for a type of document.
package struct ReplaceTemplate: Sendable {
  package var template: NewAgencyTemplate
  package var formVersion: Int

  package init(template: NewAgencyTemplate, formVersion: Int) {
    self.template = template
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    guard TemplateAccess.mayReplace(actor) else { throw TemplateAccess.notAllowed }
    if let refusal = Refusal(template.reasons) { throw refusal }
    let store = AgencyTemplateStore(transaction)
    try store.lock(actor.agency)
    let history = try store.history(template.type.key, of: actor)
    let current = history.first { $0.endedAt == nil }
    // The same file again is what a second press of the button brings.
    if current?.file.hash == template.file.hash { return }
    try TemplateAccess.refuseStale(formVersion, history)
    if let current { try store.end(current.id) }
    try store.add(template, of: actor)
    try Audit.record(
      .templateReplaced(template.type), on: .templates(of: actor.agency), by: actor,
      changes: [AuditChange(label: "Mẫu", before: current?.fileName ?? "mẫu của hệ thống", after: template.fileName)],
      in: transaction)
  }
}

/// Puts the system's template in force again.
package struct ReturnToUsualTemplate: Sendable {
  package var type: DocumentType
  package var formVersion: Int

  package init(type: DocumentType, formVersion: Int) {
    self.type = type
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    guard TemplateAccess.mayReplace(actor) else { throw TemplateAccess.notAllowed }
    let store = AgencyTemplateStore(transaction)
    try store.lock(actor.agency)
    let history = try store.history(type.key, of: actor)
    guard let current = history.first(where: { $0.endedAt == nil }) else { return }
    try TemplateAccess.refuseStale(formVersion, history)
    try store.end(current.id)
    try Audit.record(
      .templateReturned(type), on: .templates(of: actor.agency), by: actor,
      changes: [AuditChange(label: "Mẫu", before: current.fileName, after: "mẫu của hệ thống")], in: transaction)
  }
}

extension AuditEvent {
  static func templateReplaced(_ type: DocumentType) -> AuditEvent {
    AuditEvent(code: "templates.replaced", sentence: "đặt mẫu riêng cho \(type.name.lowercased())")
  }

  static func templateReturned(_ type: DocumentType) -> AuditEvent {
    AuditEvent(code: "templates.returned", sentence: "dùng lại mẫu của hệ thống cho \(type.name.lowercased())")
  }
}
