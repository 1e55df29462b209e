import Audit
import Database
import Kernel

/// Adds a tier of agencies that this body uses: «Chi cục».
package struct AddAgencyTier: Sendable {
  package var name: String
  package var sortOrder: Int

  package init(name: String, sortOrder: Int) {
    self.name = name
    self.sortOrder = sortOrder
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> AgencyTierID {
    let store = OrganizationStore(transaction)
    try store.requireTopAdministrator(actor)
    if let refusal = Refusal(Typed.reasons(name: name, field: "ten", what: "tên cấp cơ quan")) { throw refusal }
    let id: AgencyTierID = try transaction.nextID(of: "agency_tiers")
    try store.insert(tier: id, name: name, sortOrder: sortOrder)
    try Audit.record(.tierAdded(name), on: .agencyTier(id), by: actor, in: transaction)
    return id
  }
}

/// Corrects the name or order of a tier.
package struct ChangeAgencyTier: Sendable {
  package var tier: AgencyTierID
  package var name: String
  package var sortOrder: Int
  package var formVersion: Int

  package init(tier: AgencyTierID, name: String, sortOrder: Int, formVersion: Int) {
    self.tier = tier
    self.name = name
    self.sortOrder = sortOrder
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    try store.requireTopAdministrator(actor)
    let before = try store.lock(tier)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .agencyTier(tier), in: transaction)
    if let refusal = Refusal(Typed.reasons(name: name, field: "ten", what: "tên cấp cơ quan")) { throw refusal }
    try store.save(tier: tier, name: name, sortOrder: sortOrder)
    try Audit.record(
      .tierRenamed(name), on: .agencyTier(tier), by: actor,
      changes: [AuditChange.between("Tên cấp", before.name, name)].compactMap { $0 }, in: transaction)
  }
}

extension OrganizationStore {
  func requireTopAdministrator(_ actor: Actor) throws {
    guard OrganizationAccess.mayChangeTiers(topAgencies: try topAgencies(), actor) else {
      throw Refusal(.forbidden, "Chỉ quản trị của cơ quan cao nhất được sửa danh sách cấp cơ quan.")
    }
  }
}
