import Audit
import Database
import Kernel

/// Gives a unit another name from a day on. Documents of before that day keep the old name.
package struct RenameUnit: Sendable {
  package var unit: UnitID
  package var name: DatedName
  package var formVersion: Int

  package init(unit: UnitID, name: DatedName, formVersion: Int) {
    self.unit = unit
    self.name = name
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let current = try store.lock(unit, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: current.version, differsFrom: formVersion, of: .unit(unit), in: transaction)
    if let refusal = Refusal(Typed.reasons(name: name.name, field: "ten", what: "tên đơn vị")) { throw refusal }
    try store.put(name, of: .unit, unit.number)
    try store.bump("units", unit.number)
    try Audit.record(
      .unitRenamed(name.name, from: name.validFrom), on: .unit(unit), by: actor,
      changes: [AuditChange(label: "Tên", before: current.name, after: name.name)], in: transaction)
  }
}
