import Audit
import Database
import Kernel

/// Records that an agency ceases from a day on. Its records, numbers and names stay.
package struct CloseAgency: Sendable {
  package var agency: AgencyID
  package var closedOn: Day
  package var formVersion: Int

  package init(agency: AgencyID, closedOn: Day, formVersion: Int) {
    self.agency = agency
    self.closedOn = closedOn
    self.formVersion = formVersion
  }

  /// Everything that must end before the agency can.
  func obstacles(in store: OrganizationStore) throws -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    let openChildren = try store.children(of: agency).filter { $0.isOpen(on: closedOn) }
    if !openChildren.isEmpty {
      reasons.append(Refusal.Reason("Còn cơ quan trực thuộc: \(openChildren.map(\.name).joined(separator: ", "))."))
    }
    let openUnits = try store.units(of: agency, on: closedOn)
    if !openUnits.isEmpty {
      reasons.append(Refusal.Reason("Còn đơn vị: \(openUnits.map(\.name).joined(separator: ", "))."))
    }
    return reasons
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let current = try store.lock(agency, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: current.version, differsFrom: formVersion, of: .agency(agency), in: transaction)
    var obstacles = try obstacles(in: store)
    if current.closedOn != nil { obstacles.append(Refusal.Reason("Cơ quan đã thôi hoạt động.")) }
    if let refusal = Refusal(obstacles, kind: .conflict) { throw refusal }
    try store.close(agency, on: closedOn)
    try Audit.record(.agencyClosed(current.name, on: closedOn), on: .agency(agency), by: actor, in: transaction)
  }
}
