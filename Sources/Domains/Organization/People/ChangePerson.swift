import Audit
import Database
import Kernel

/// Corrects a person's staff code or the agency that keeps the entry.
package struct ChangePerson: Sendable {
  package var person: PersonID
  package var agency: AgencyID
  package var staffCode: String
  package var formVersion: Int

  package init(person: PersonID, agency: AgencyID, staffCode: String, formVersion: Int) {
    self.person = person
    self.agency = agency
    self.staffCode = staffCode
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let before = try store.lock(person, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .person(person), in: transaction)
    // Handing a person over needs authority over both sides.
    try store.requireAdministrator(actor, of: agency)
    try store.save(person, agency: agency, staffCode: staffCode)
    let changes = [
      AuditChange.between("Mã cán bộ", before.staffCode, staffCode.nilIfEmpty),
      AuditChange.between("Cơ quan quản lý", try store.agencyName(before.agency), try store.agencyName(agency)),
    ].compactMap { $0 }
    try Audit.record(.personChanged(before.fullName), on: .person(person), by: actor, changes: changes, in: transaction)
  }
}
