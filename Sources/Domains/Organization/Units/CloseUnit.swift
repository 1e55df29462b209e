import Audit
import Database
import Kernel

/// Records that a unit ceases from a day on.
package struct CloseUnit: Sendable {
  package var unit: UnitID
  package var closedOn: Day
  package var formVersion: Int

  package init(unit: UnitID, closedOn: Day, formVersion: Int) {
    self.unit = unit
    self.closedOn = closedOn
    self.formVersion = formVersion
  }

  /// Everything that must end before the unit can.
  func obstacles(in store: OrganizationStore) throws -> [Refusal.Reason] {
    let current = try store.unit(unit)
    var reasons: [Refusal.Reason] = []
    if current.closedOn != nil { reasons.append(Refusal.Reason("Đơn vị đã thôi hoạt động.")) }
    let below = try store.units(of: current.agency, on: closedOn).filter { $0.parent == unit }
    if !below.isEmpty {
      reasons.append(Refusal.Reason("Còn đơn vị cấp dưới: \(below.map(\.name).joined(separator: ", "))."))
    }
    let held = try store.posts(in: unit, on: closedOn)
    if !held.isEmpty {
      let people = held.map { "\($0.personName) (\($0.title))" }.joined(separator: ", ")
      reasons.append(Refusal.Reason("Còn người giữ chức danh: \(people)."))
    }
    return reasons
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let current = try store.lock(unit, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: current.version, differsFrom: formVersion, of: .unit(unit), in: transaction)
    if let refusal = Refusal(try obstacles(in: store), kind: .conflict) { throw refusal }
    try store.close(unit, on: closedOn)
    try Audit.record(.unitClosed(current.name, on: closedOn), on: .unit(unit), by: actor, in: transaction)
  }
}
