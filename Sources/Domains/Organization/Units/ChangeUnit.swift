import Audit
import Database
import Kernel

/// Corrects a unit's kind, abbreviation, superior unit or order.
package struct ChangeUnit: Sendable {
  package var unit: UnitID
  package var details: UnitDetails
  package var formVersion: Int

  package init(unit: UnitID, details: UnitDetails, formVersion: Int) {
    self.unit = unit
    self.details = details
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let before = try store.lock(unit, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .unit(unit), in: transaction)
    if let refusal = Refusal(try details.reasons(of: unit, in: before.agency, store)) { throw refusal }
    try store.save(details, of: unit)
    let after = try store.unit(unit)
    let changes = [
      AuditChange.between("Loại đơn vị", before.kind.label, after.kind.label),
      AuditChange.between("Viết tắt", before.abbreviation, after.abbreviation),
      AuditChange.between(
        "Thuộc đơn vị", try before.parent.map { try store.unitName($0) },
        try after.parent.map { try store.unitName($0) }),
      AuditChange.between("Thứ tự", "\(before.sortOrder)", "\(after.sortOrder)"),
    ].compactMap { $0 }
    try Audit.record(.unitChanged(after.name), on: .unit(unit), by: actor, changes: changes, in: transaction)
  }
}
