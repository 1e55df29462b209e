import Access
import Audit
import Database
import Documents
import FilePlans
import Kernel

/// Sets the head of a dossier right while it is being made (sửa thông tin hồ sơ). Who makes it is a matter of rights, and
/// changes by a proposal that another confirms (`ProposeRightsChange`).
package struct ChangeDossier: Sendable {
  package var dossier: Dossier.ID
  package var facts: DossierFacts
  /// Empty: as it is.
  package var notation: String
  package var formVersion: Int

  package init(_ dossier: Dossier.ID, _ facts: DossierFacts, notation: String = "", formVersion: Int) {
    self.dossier = dossier
    self.facts = facts
    self.notation = notation.normalizedLine.replacing(" ", with: "")
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Dossier {
    let found = try FoundDossier.lock(dossier, .change, by: actor, in: transaction)
    let old = found.dossier
    try Secrecy.refuseMarked([facts.title, facts.note, facts.keyword])
    var reasons = facts.obstacles(today: transaction.now.day)
    if facts.startedOn.year != old.code.year {
      reasons.append(
        .init(
          "Hồ sơ thuộc năm \(old.code.year): ngày bắt đầu phải trong năm này vì mã hồ sơ ghi năm.",
          field: DossierField.startedOn))
    }
    if let reason = OpenDossier.notationReason(notation) { reasons.append(reason) }
    if let refusal = Refusal(reasons) { throw refusal }
    var next = old
    next.facts = facts
    if !notation.isEmpty, notation != old.code.notation {
      guard old.planEntry == nil else { throw Self.numberOfPlan }
      let hasParts = try !SubDossierStore(transaction).kin(of: old.id).isEmpty
      guard old.parent == nil, !hasParts else { throw Self.numberOfMatter }
      if try FilePlanStore(transaction).holds(notation, in: old.code.year, of: old.agency) { throw Self.planned }
      next.code.notation = notation
    }
    let changes = Self.changes(old, next)
    guard !changes.isEmpty else { return old }
    try DossierStore(transaction).save(next, from: formVersion)
    try DossierIndexing.index(next, in: transaction)
    try Audit.record(.dossierChanged(), on: .dossier(dossier), by: actor, changes: changes, in: transaction)
    return next
  }

  private static let numberOfPlan = Refusal(
    .invalid, "Hồ sơ mở từ danh mục mang số của danh mục; không đổi số ở đây.", field: DossierField.notation)

  private static let numberOfMatter = Refusal(
    .invalid, "Số của hồ sơ con theo số của hồ sơ chính; hồ sơ đã có hồ sơ con thì không đổi số.",
    field: DossierField.notation)

  private static let planned = Refusal(
    .invalid, "Số này dành cho một hồ sơ trong danh mục.", field: DossierField.notation)

  private static func changes(_ old: Dossier, _ new: Dossier) -> [AuditChange] {
    let lines: [(String, String, String)] = [
      ("Tiêu đề", old.facts.title, new.facts.title), ("Số, ký hiệu", old.code.notation, new.code.notation),
      ("Thời hạn bảo quản", old.facts.retention.text, new.facts.retention.text),
      ("Loại hồ sơ", old.facts.kind.label, new.facts.kind.label),
      ("Chế độ sử dụng", old.facts.mode.label, new.facts.mode.label),
      ("Ngày bắt đầu", old.facts.startedOn.text, new.facts.startedOn.text),
      ("Hạn giải quyết", old.facts.dueOn?.text ?? "", new.facts.dueOn?.text ?? ""),
      ("Từ khóa", old.facts.keyword, new.facts.keyword),
      ("Ghi chú", old.facts.note, new.facts.note),
    ]
    return lines.filter { $0.1 != $0.2 }.map { AuditChange(label: $0.0, before: $0.1, after: $0.2) }
  }
}
