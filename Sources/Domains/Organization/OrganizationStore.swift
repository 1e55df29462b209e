import Database
import Kernel

extension Role: SQLConvertible {}
extension UnitKind: SQLConvertible {}

/// Reads the body's structure: agencies, units, people, posts, each with its name on a given day.
///
/// Names of agencies, units and people are known to everybody inside the body, so these queries ask for no actor;
/// who may change them is decided in `OrganizationAccess`.
package struct OrganizationStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  var today: Day { transaction.now.day }

  /// A subquery: the name a thing had on `day`; before its first name, that first name.
  static func name(_ column: SQL = "name", of kind: NameKind, _ key: SQL, on day: Day) -> SQL {
    """
    COALESCE(
      (SELECT n.\(column) FROM \(kind.table) n WHERE n.\(kind.key) = \(key) AND n.valid_from <= \(day)
       ORDER BY n.valid_from DESC LIMIT 1),
      (SELECT n.\(column) FROM \(kind.table) n WHERE n.\(kind.key) = \(key) ORDER BY n.valid_from LIMIT 1))
    """
  }

  // MARK: agencies

  /// Refuses when there is no such agency.
  package func agency(_ id: AgencyID, on day: Day? = nil) throws -> Agency {
    guard let agency = try agencies(where: "a.id = \(id)", on: day).first else {
      throw Refusal(.notFound, "Không tìm thấy cơ quan này.")
    }
    return agency
  }

  /// The name an agency had on a day (default: today).
  package func agencyName(_ id: AgencyID, on day: Day? = nil) throws -> String {
    try name(of: .agency, id.number, on: day)
  }

  /// The same, not waited for.
  package func agencyNameLater(_ id: AgencyID, on day: Day? = nil) throws -> Later<String> {
    try nameLater(of: .agency, id.number, on: day)
  }

  /// The name for the first line of a letterhead: the superior agency, or one outside; empty when there is none.
  package func superiorName(of id: AgencyID, on day: Day? = nil) throws -> String {
    let agency = try agency(id, on: day)
    if !agency.outsideSuperiorName.isEmpty { return agency.outsideSuperiorName }
    return try agency.parent.map { try agencyName($0, on: day) } ?? ""
  }

  /// Every agency, closed ones too, in the order of the tree's levels: parents before children is not promised.
  package func allAgencies(on day: Day? = nil) throws -> [Agency] { try agencies(where: "1 = 1", on: day) }

  package func children(of id: AgencyID, on day: Day? = nil) throws -> [Agency] {
    try agencies(where: "a.parent_id = \(id)", on: day)
  }

  /// The agency itself and its superiors, nearest first.
  package func path(of id: AgencyID) throws -> [AgencyID] {
    try transaction.rows(
      """
      WITH RECURSIVE up (id, parent_id, height) AS (
        SELECT id, parent_id, 0 FROM agencies WHERE id = \(id)
        UNION ALL SELECT a.id, a.parent_id, up.height + 1 FROM agencies a JOIN up ON a.id = up.parent_id
        WHERE up.height < 30)
      SELECT id FROM up ORDER BY height
      """
    ).map { try $0.get("id") }
  }

  /// The agency itself and everything below it.
  package func subtree(of id: AgencyID) throws -> [AgencyID] {
    try transaction.rows(
      """
      WITH RECURSIVE down (id, depth) AS (
        SELECT id, 0 FROM agencies WHERE id = \(id)
        UNION ALL SELECT a.id, down.depth + 1 FROM agencies a JOIN down ON a.parent_id = down.id WHERE down.depth < 30)
      SELECT id FROM down ORDER BY depth, id
      """
    ).map { try $0.get("id") }
  }

  package func agencyNames(of id: AgencyID) throws -> [DatedName] { try names(of: .agency, id.number) }

  package func identifiers(of id: AgencyID) throws -> [DatedIdentifiers] {
    try transaction.rows(
      """
      SELECT organ_identifier, legacy_organ_code, valid_from FROM agency_identifiers
      WHERE agency_id = \(id) ORDER BY valid_from DESC
      """
    ).map {
      DatedIdentifiers(
        organIdentifier: try $0.find("organ_identifier"), legacyOrganCode: try $0.find("legacy_organ_code"),
        validFrom: try $0.get("valid_from"))
    }
  }

  package func tiers() throws -> [AgencyTier] {
    try transaction.rows("SELECT id, name, sort_order, version FROM agency_tiers ORDER BY sort_order, id").map {
      AgencyTier(
        id: try $0.get("id"), name: try $0.get("name"), sortOrder: try $0.get("sort_order"),
        version: try $0.get("version"))
    }
  }

  private func agencies(where condition: SQL, on day: Day?) throws -> [Agency] {
    let day = day ?? today
    return try transaction.rows(
      """
      SELECT a.id, a.parent_id, a.tier_id, t.name AS tier_name, a.abbreviation, a.place_name, a.outside_superior_name,
        a.organ_identifier, a.legacy_organ_code, a.sort_order, a.opened_on, a.closed_on, a.version,
        \(Self.name(of: .agency, "a.id", on: day)) AS name,
        \(Self.name("short_name", of: .agency, "a.id", on: day)) AS short_name
      FROM agencies a JOIN agency_tiers t ON t.id = a.tier_id
      WHERE \(condition) ORDER BY a.sort_order, a.id
      """
    ).map(Agency.init)
  }

  // MARK: names

  func name(of kind: NameKind, _ key: Int64, on day: Day?) throws -> String {
    try nameLater(of: kind, key, on: day).get()
  }

  private func nameLater(of kind: NameKind, _ key: Int64, on day: Day?) throws -> Later<String> {
    try transaction.later("SELECT \(Self.name(of: kind, "\(key)", on: day ?? today)) AS name").map { rows in
      guard let name: String = try rows.first?.find("name") else { throw Refusal(.notFound, kind.missing) }
      return name
    }
  }

  func names(of kind: NameKind, _ key: Int64) throws -> [DatedName] {
    try transaction.rows(
      """
      SELECT name, short_name, valid_from FROM \(kind.table) WHERE \(kind.key) = \(key) ORDER BY valid_from DESC
      """
    ).map {
      DatedName(name: try $0.get("name"), shortName: try $0.get("short_name"), validFrom: try $0.get("valid_from"))
    }
  }
}

/// The three tables of dated names, which have the same shape.
enum NameKind {
  case agency, unit, person

  var table: SQL {
    switch self {
    case .agency: "agency_names"
    case .unit: "unit_names"
    case .person: "person_names"
    }
  }

  var key: SQL {
    switch self {
    case .agency: "agency_id"
    case .unit: "unit_id"
    case .person: "person_id"
    }
  }

  /// Constraint that allows one name a day.
  var dayConstraint: String {
    switch self {
    case .agency: "agency_names_day"
    case .unit: "unit_names_day"
    case .person: "person_names_day"
    }
  }

  var missing: String {
    switch self {
    case .agency: "Không tìm thấy cơ quan này."
    case .unit: "Không tìm thấy đơn vị này."
    case .person: "Không tìm thấy người này."
    }
  }
}

extension Agency {
  fileprivate init(_ row: Row) throws {
    id = try row.get("id")
    parent = try row.find("parent_id")
    tier = try row.get("tier_id")
    tierName = try row.get("tier_name")
    name = try row.get("name")
    let short: String = try row.get("short_name")
    shortName = short.isEmpty ? name : short
    abbreviation = try row.get("abbreviation")
    placeName = try row.get("place_name")
    outsideSuperiorName = try row.get("outside_superior_name")
    organIdentifier = try row.find("organ_identifier")
    legacyOrganCode = try row.find("legacy_organ_code")
    sortOrder = try row.get("sort_order")
    openedOn = try row.get("opened_on")
    closedOn = try row.find("closed_on")
    version = try row.get("version")
  }
}
