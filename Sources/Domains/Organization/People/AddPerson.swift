import Audit
import Database
import Kernel

/// Adds a person to the people kept by an agency. A post and an account are given apart.
package struct AddPerson: Sendable {
  package var agency: AgencyID
  package var fullName: String
  package var staffCode: String

  package init(agency: AgencyID, fullName: String, staffCode: String = "") {
    self.agency = agency
    self.fullName = fullName
    self.staffCode = staffCode
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> PersonID {
    let store = OrganizationStore(transaction)
    _ = try store.lock(agency, toAdministerBy: actor)
    if let refusal = Refusal(Typed.reasons(name: fullName, field: "ten", what: "họ và tên")) { throw refusal }
    let id: PersonID = try transaction.nextID(of: "people")
    try store.insert(id, agency: agency, fullName: fullName, staffCode: staffCode)
    try Audit.record(.personAdded(fullName), on: .person(id), by: actor, in: transaction)
    return id
  }
}
