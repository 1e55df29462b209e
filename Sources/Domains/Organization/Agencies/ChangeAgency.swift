import Audit
import Database
import Kernel

/// Corrects an agency's tier, abbreviation, place name or order. Its name and identifiers are dated: see `RenameAgency`.
package struct ChangeAgency: Sendable {
  package var agency: AgencyID
  package var details: AgencyDetails
  package var formVersion: Int

  package init(agency: AgencyID, details: AgencyDetails, formVersion: Int) {
    self.agency = agency
    self.details = details
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let before = try store.lock(agency, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .agency(agency), in: transaction)
    if let refusal = Refusal(try details.reasons(in: store)) { throw refusal }
    try store.save(details, of: agency)
    let after = try store.agency(agency)
    let changes = [
      AuditChange.between("Cấp", before.tierName, after.tierName),
      AuditChange.between("Viết tắt", before.abbreviation, after.abbreviation),
      AuditChange.between("Địa danh", before.placeName, after.placeName),
      AuditChange.between("Cơ quan chủ quản", before.outsideSuperiorName, after.outsideSuperiorName),
      AuditChange.between("Thứ tự", "\(before.sortOrder)", "\(after.sortOrder)"),
    ].compactMap { $0 }
    try Audit.record(.agencyChanged(after.name), on: .agency(agency), by: actor, changes: changes, in: transaction)
  }
}
