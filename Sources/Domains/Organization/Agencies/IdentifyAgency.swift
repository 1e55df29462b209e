import Audit
import Database
import Kernel

/// Gives an agency its identifiers from a day on (MD-01, MD-02). The earlier ones stay in the list.
package struct IdentifyAgency: Sendable {
  package var agency: AgencyID
  package var identifiers: TypedIdentifiers
  package var validFrom: Day
  package var formVersion: Int

  package init(agency: AgencyID, identifiers: TypedIdentifiers, validFrom: Day, formVersion: Int) {
    self.agency = agency
    self.identifiers = identifiers
    self.validFrom = validFrom
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let before = try store.lock(agency, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .agency(agency), in: transaction)
    var reasons = identifiers.reasons
    if let latest = try store.identifiers(of: agency).first, validFrom < latest.validFrom {
      reasons.append(
        Refusal.Reason("Ngày áp dụng phải từ \(latest.validFrom.text), ngày của mã hiện tại, trở đi.", field: "tu-ngay")
      )
    }
    if let refusal = Refusal(reasons) { throw refusal }
    try store.save(identifiers, of: agency, from: validFrom)
    let changes = [
      AuditChange.between("Mã định danh", before.organIdentifier, identifiers.organIdentifier.nilIfEmpty),
      AuditChange.between("Mã cũ", before.legacyOrganCode, identifiers.legacyOrganCode.nilIfEmpty),
    ].compactMap { $0 }
    try Audit.record(
      .agencyIdentified(from: validFrom), on: .agency(agency), by: actor, changes: changes, in: transaction)
  }
}
