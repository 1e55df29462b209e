import Database
import Kernel
import Markup

extension PlaceFields {
  /// With the groups that have members in an agency.
  package init(of agency: AgencyID, in transaction: any Transaction) throws {
    let directory = try PlaceDirectory(of: agency, in: transaction)
    self.init(counts: Dictionary(uniqueKeysWithValues: PlaceGroup.allCases.map { ($0, directory.names(of: $0).count) }))
  }
}

extension PlaceProposals {
  init(for typed: String, of actor: Actor, in transaction: any Transaction) throws {
    let directory = try PlaceDirectory(of: actor.agency, in: transaction)
    let wanted = OutsideAgency.foldedKey(typed)
    self.init(
      groups: PlaceGroup.allCases.filter {
        !wanted.isEmpty && OutsideAgency.foldedKey($0.label).contains(wanted) && !directory.names(of: $0).isEmpty
      }, entries: try directory.proposals(for: typed))
  }
}
