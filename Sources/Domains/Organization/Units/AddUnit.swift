import Audit
import Database
import Kernel

/// What is typed of a unit besides its dated name.
package struct UnitDetails: Sendable, Equatable {
  package var parent: UnitID?
  package var kind: UnitKind
  package var abbreviation: String
  package var sortOrder: Int

  package init(parent: UnitID? = nil, kind: UnitKind, abbreviation: String, sortOrder: Int = 100) {
    self.parent = parent
    self.kind = kind
    self.abbreviation = abbreviation
    self.sortOrder = sortOrder
  }

  /// `unit` is nil while it is being added.
  func reasons(of unit: UnitID?, in agency: AgencyID, _ store: OrganizationStore) throws -> [Refusal.Reason] {
    var reasons = Typed.reasons(name: abbreviation, field: "viet-tat", what: "chữ viết tắt tên đơn vị")
    guard let parent else { return reasons }
    let units = try store.units(of: agency)
    if !units.contains(where: { $0.id == parent }) {
      reasons.append(Refusal.Reason("Đơn vị cấp trên phải đang hoạt động trong cùng cơ quan.", field: "thuoc-don-vi"))
    } else if let unit, Self.chain(above: parent, in: units).contains(unit) {
      reasons.append(
        Refusal.Reason("Đơn vị không thể thuộc chính nó hoặc đơn vị cấp dưới của nó.", field: "thuoc-don-vi"))
    }
    return reasons
  }

  private static func chain(above unit: UnitID, in units: [OrganizationalUnit]) -> Set<UnitID> {
    let parents = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.parent) })
    var chain: Set<UnitID> = []
    var next: UnitID? = unit
    while let current = next, chain.insert(current).inserted { next = parents[current] ?? nil }
    return chain
  }
}

/// Adds a unit to an agency.
package struct AddUnit: Sendable {
  package var agency: AgencyID
  package var name: DatedName
  package var details: UnitDetails

  package init(agency: AgencyID, name: DatedName, details: UnitDetails) {
    self.agency = agency
    self.name = name
    self.details = details
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> UnitID {
    let store = OrganizationStore(transaction)
    let owner = try store.lock(agency, toAdministerBy: actor)
    var reasons = Typed.reasons(name: name.name, field: "ten", what: "tên đơn vị")
    reasons += try details.reasons(of: nil, in: agency, store)
    if !owner.isOpen(on: name.validFrom) {
      reasons.append(Refusal.Reason("Cơ quan đã thôi hoạt động.", field: "ten"))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let id: UnitID = try transaction.nextID(of: "units")
    try store.insert(id, agency: agency, name: name, details: details)
    try Audit.record(.unitAdded(name.name), on: .unit(id), by: actor, in: transaction)
    return id
  }
}
