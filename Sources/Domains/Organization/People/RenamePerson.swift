import Audit
import Database
import Kernel

/// Records another name of a person from a day on. Old lines keep the old name.
package struct RenamePerson: Sendable {
  package var person: PersonID
  package var name: DatedName
  package var formVersion: Int

  package init(person: PersonID, name: DatedName, formVersion: Int) {
    self.person = person
    self.name = name
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let current = try store.lock(person, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: current.version, differsFrom: formVersion, of: .person(person), in: transaction)
    if let refusal = Refusal(Typed.reasons(name: name.name, field: "ten", what: "họ và tên")) { throw refusal }
    try store.put(name, of: .person, person.number)
    try store.saveNameKeys(of: person)
    try Audit.record(
      .personRenamed(name.name, from: name.validFrom), on: .person(person), by: actor,
      changes: [AuditChange(label: "Họ và tên", before: current.fullName, after: name.name)], in: transaction)
  }
}
