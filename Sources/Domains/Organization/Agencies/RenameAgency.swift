import Audit
import Database
import Kernel

/// Gives an agency another name from a day on. Documents of before that day keep the old name.
package struct RenameAgency: Sendable {
  package var agency: AgencyID
  package var name: DatedName
  package var formVersion: Int

  package init(agency: AgencyID, name: DatedName, formVersion: Int) {
    self.agency = agency
    self.name = name
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let current = try store.lock(agency, toAdministerBy: actor)
    try StaleForm.refuse(
      ifVersion: current.version, differsFrom: formVersion, of: .agency(agency), in: transaction)
    if let refusal = Refusal(Typed.reasons(name: name.name, field: "ten", what: "tên cơ quan")) { throw refusal }
    try store.put(name, of: .agency, agency.number)
    try store.bump("agencies", agency.number)
    try Audit.record(
      .agencyRenamed(name.name, from: name.validFrom), on: .agency(agency), by: actor,
      changes: [AuditChange(label: "Tên", before: current.name, after: name.name)], in: transaction)
  }
}
