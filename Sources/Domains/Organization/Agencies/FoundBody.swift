import Audit
import Database
import Kernel

/// The top agency of a fresh installation, as its first command names it.
package struct FoundBody: Sendable, Equatable {
  package var agencyName: String
  package var tierName: String
  package var abbreviation: String
  package var placeName: String
  package var outsideSuperiorName: String

  package init(
    agencyName: String, tierName: String = "Cơ quan", abbreviation: String, placeName: String,
    outsideSuperiorName: String = ""
  ) {
    self.agencyName = agencyName.normalizedLine
    self.tierName = tierName.normalizedLine
    self.abbreviation = abbreviation.normalizedLine
    self.placeName = placeName.normalizedLine
    self.outsideSuperiorName = outsideSuperiorName.normalizedLine
  }

  /// Adds a person with an administrator's post at the top of the body; makes the top agency when there is none.
  package func performAddingAdministrator(named fullName: String, in transaction: any Transaction) throws -> PersonID {
    let store = OrganizationStore(transaction)
    let nameReasons = Typed.reasons(name: fullName, field: "ho-ten", what: "họ và tên")
    if let refusal = Refusal(nameReasons) { throw refusal }
    let top = try store.topAgencies().first ?? found(store)
    let unit = try store.units(of: top).first { $0.kind == .office }?.id ?? addOffice(to: top, store)
    let person: PersonID = try transaction.nextID(of: "people")
    try store.insert(person, agency: top, fullName: fullName, staffCode: "")
    let post: PostID = try transaction.nextID(of: "posts")
    try store.insert(
      post, person: person, unit: unit, details: PostDetails(title: "Quản trị hệ thống"), roles: [.administrator],
      startedOn: store.today)
    try Audit.recordSystem(.personAdded(fullName), on: .person(person), agency: top, in: transaction)
    return person
  }

  private func found(_ store: OrganizationStore) throws -> AgencyID {
    let transaction = store.transaction
    var reasons = Typed.reasons(name: agencyName, field: "co-quan", what: "tên cơ quan")
    reasons += Typed.reasons(name: abbreviation, field: "viet-tat", what: "chữ viết tắt tên cơ quan")
    reasons += Typed.reasons(name: placeName, field: "dia-danh", what: "địa danh ghi trên văn bản")
    if let refusal = Refusal(reasons) { throw refusal }
    let tier: AgencyTierID = try transaction.nextID(of: "agency_tiers")
    try store.insert(tier: tier, name: tierName, sortOrder: 1)
    let agency: AgencyID = try transaction.nextID(of: "agencies")
    try store.insert(
      agency, parent: nil, name: DatedName(name: agencyName, validFrom: store.today),
      details: AgencyDetails(
        tier: tier, abbreviation: abbreviation, placeName: placeName, outsideSuperiorName: outsideSuperiorName),
      identifiers: TypedIdentifiers())
    try Audit.recordSystem(.agencyAdded(agencyName), on: .agency(agency), agency: agency, in: transaction)
    return agency
  }

  private func addOffice(to agency: AgencyID, _ store: OrganizationStore) throws -> UnitID {
    let unit: UnitID = try store.transaction.nextID(of: "units")
    try store.insert(
      unit, agency: agency, name: DatedName(name: "Văn phòng", validFrom: store.today),
      details: UnitDetails(kind: .office, abbreviation: "VP"))
    try Audit.recordSystem(.unitAdded("Văn phòng"), on: .unit(unit), agency: agency, in: store.transaction)
    return unit
  }
}
