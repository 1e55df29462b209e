import Audit
import Database
import Kernel

/// An invented general department with everything below it. Seeds, screenshots and tests use the same people.
///
/// No agency, person or code of it exists. Keys are fixed and small, so that examples of other domains can name them.
package enum ExampleBody {
  package static let start = Day(number: 20_089)  // 01/01/2025

  /// Tổng cục Quản lý Tài nguyên Địa chất: the agency most examples happen in.
  package static let generalDepartment = AgencyID(11)
  package static let northernDepartment = AgencyID(12)
  package static let southernDepartment = AgencyID(13)
  package static let dataCentre = AgencyID(14)
  package static let coastalFederation = AgencyID(15)
  package static let northWestBranch = AgencyID(16)

  struct ExampleAgency {
    var id: AgencyID
    var parent: AgencyID?
    var tier: AgencyTierID
    var name: String
    var shortName: String
    var abbreviation: String
    var place: String
    var code: String
    var legacyCode: String
  }

  struct ExampleUnit {
    var id: UnitID
    var agency: AgencyID
    var parent: UnitID?
    var kind: UnitKind
    var name: String
    var abbreviation: String
  }

  struct ExamplePost {
    var id: PostID
    var person: PersonID
    var name: String
    var unit: UnitID
    var title: String
    var roles: Set<Role>
  }

  static let outsideSuperior = "Bộ Tài nguyên"

  static let tiers: [(AgencyTierID, String)] = [
    (AgencyTierID(1), "Tổng cục"), (AgencyTierID(2), "Cục"), (AgencyTierID(3), "Chi cục"),
    (AgencyTierID(4), "Trung tâm"), (AgencyTierID(5), "Liên đoàn"), (AgencyTierID(6), "Viện"),
  ]

  static let agencies: [ExampleAgency] = [
    ExampleAgency(
      id: generalDepartment, tier: AgencyTierID(1), name: "Tổng cục Quản lý Tài nguyên Địa chất",
      shortName: "Tổng cục", abbreviation: "TCTNĐC", place: "Hà Nội", code: "Y98.05", legacyCode: "000.00.05.Y98"),
    ExampleAgency(
      id: northernDepartment, parent: generalDepartment, tier: AgencyTierID(2), name: "Cục Địa chất miền Bắc",
      shortName: "Cục miền Bắc", abbreviation: "CĐCMB", place: "Thái Nguyên", code: "Y98.05.01",
      legacyCode: "000.01.05.Y98"),
    ExampleAgency(
      id: southernDepartment, parent: generalDepartment, tier: AgencyTierID(2), name: "Cục Địa chất miền Nam",
      shortName: "Cục miền Nam", abbreviation: "CĐCMN", place: "Thành phố Hồ Chí Minh", code: "Y98.05.02",
      legacyCode: "000.02.05.Y98"),
    ExampleAgency(
      id: dataCentre, parent: generalDepartment, tier: AgencyTierID(4), name: "Trung tâm Dữ liệu Địa chất",
      shortName: "Trung tâm Dữ liệu", abbreviation: "TTDLĐC", place: "Hà Nội", code: "Y98.05.03",
      legacyCode: "000.03.05.Y98"),
    ExampleAgency(
      id: coastalFederation, parent: generalDepartment, tier: AgencyTierID(5),
      name: "Liên đoàn Khảo sát Địa chất ven biển", shortName: "Liên đoàn ven biển", abbreviation: "LĐKSVB",
      place: "Hải Phòng", code: "Y98.05.04", legacyCode: "000.04.05.Y98"),
    ExampleAgency(
      id: northWestBranch, parent: northernDepartment, tier: AgencyTierID(3), name: "Chi cục Địa chất Tây Bắc",
      shortName: "Chi cục Tây Bắc", abbreviation: "CCTB", place: "Sơn La", code: "Y98.05.01.01",
      legacyCode: "001.01.05.Y98"),
  ]

  /// Puts the body into an empty database, as a command of the program does.
  package static func fill(in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    for (index, tier) in tiers.enumerated() { try store.insert(tier: tier.0, name: tier.1, sortOrder: index + 1) }
    for (index, agency) in agencies.enumerated() {
      try store.insert(
        agency.id, parent: agency.parent,
        name: DatedName(name: agency.name, shortName: agency.shortName, validFrom: start),
        details: AgencyDetails(
          tier: agency.tier, abbreviation: agency.abbreviation, placeName: agency.place,
          outsideSuperiorName: agency.parent == nil ? outsideSuperior : "", sortOrder: index + 1),
        identifiers: TypedIdentifiers(organIdentifier: agency.code, legacyOrganCode: agency.legacyCode))
    }
    for (index, unit) in units.enumerated() {
      try store.insert(
        unit.id, agency: unit.agency, name: DatedName(name: unit.name, validFrom: start),
        details: UnitDetails(
          parent: unit.parent, kind: unit.kind, abbreviation: unit.abbreviation, sortOrder: index + 1))
    }
    try fillPeople(store)
    try Audit.recordSystem(.exampleBodyFilled, agency: generalDepartment, in: transaction)
  }

  private static func fillPeople(_ store: OrganizationStore) throws {
    var known: Set<PersonID> = []
    for (index, post) in posts.enumerated() {
      if known.insert(post.person).inserted {
        let agency = agency(of: post.unit)
        try store.insert(post.person, agency: agency.id, fullName: post.name, staffCode: "", from: start)
      }
      try store.insert(
        post.id, person: post.person, unit: post.unit, details: PostDetails(title: post.title, sortOrder: index + 1),
        roles: post.roles, startedOn: start)
    }
  }

  static func agency(of unit: UnitID) -> ExampleAgency {
    let owner = units.first { $0.id == unit }?.agency
    return agencies.first { $0.id == owner } ?? agencies[0]
  }
}

extension AuditEvent {
  static let exampleBodyFilled = AuditEvent(code: "exampleBody.filled", sentence: "dựng cơ quan ví dụ")
}
