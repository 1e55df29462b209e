import Database
import Kernel

extension OrganizationStore {
  /// Refuses when there is no such unit.
  package func unit(_ id: UnitID, on day: Day? = nil) throws -> OrganizationalUnit {
    guard let unit = try units(where: "u.id = \(id)", on: day).first else {
      throw Refusal(.notFound, "Không tìm thấy đơn vị này.")
    }
    return unit
  }

  /// The name a unit had on a day (default: today).
  package func unitName(_ id: UnitID, on day: Day? = nil) throws -> String {
    try name(of: .unit, id.number, on: day)
  }

  /// Units of an agency, closed ones only when asked for, in their order.
  package func units(of agency: AgencyID, withClosed: Bool = false, on day: Day? = nil) throws -> [OrganizationalUnit] {
    let open: SQL = withClosed ? "1 = 1" : "(u.closed_on IS NULL OR u.closed_on > \(day ?? today))"
    return try units(where: "u.agency_id = \(agency) AND \(open)", on: day)
  }

  package func unitNames(of id: UnitID) throws -> [DatedName] { try names(of: .unit, id.number) }

  private func units(where condition: SQL, on day: Day?) throws -> [OrganizationalUnit] {
    try transaction.rows(
      """
      SELECT u.id, u.agency_id, u.parent_id, u.kind, u.abbreviation, u.sort_order, u.opened_on, u.closed_on, u.version,
        \(Self.name(of: .unit, "u.id", on: day ?? today)) AS name
      FROM units u WHERE \(condition) ORDER BY u.sort_order, u.id
      """
    ).map(OrganizationalUnit.init)
  }
}

extension OrganizationalUnit {
  fileprivate init(_ row: Row) throws {
    id = try row.get("id")
    agency = try row.get("agency_id")
    parent = try row.find("parent_id")
    kind = try row.get("kind")
    name = try row.get("name")
    abbreviation = try row.get("abbreviation")
    sortOrder = try row.get("sort_order")
    openedOn = try row.get("opened_on")
    closedOn = try row.find("closed_on")
    version = try row.get("version")
  }
}

/// Writing units.
extension OrganizationStore {
  func insert(_ id: UnitID, agency: AgencyID, name: DatedName, details: UnitDetails) throws {
    try refusingKnownAbbreviation {
      try transaction.run(
        """
        INSERT INTO units (id, agency_id, parent_id, kind, abbreviation, sort_order, opened_on, version)
        VALUES (\(id), \(agency), \(details.parent), \(details.kind), \(details.abbreviation), \(details.sortOrder),
          \(name.validFrom), 1)
        """)
    }
    try put(name, of: .unit, id.number)
  }

  func save(_ details: UnitDetails, of id: UnitID) throws {
    try refusingKnownAbbreviation {
      try transaction.run(
        """
        UPDATE units SET parent_id = \(details.parent), kind = \(details.kind), abbreviation = \(details.abbreviation),
          sort_order = \(details.sortOrder), version = version + 1
        WHERE id = \(id)
        """)
    }
  }

  func close(_ id: UnitID, on day: Day) throws {
    try transaction.run("UPDATE units SET closed_on = \(day), version = version + 1 WHERE id = \(id)")
  }

  private func refusingKnownAbbreviation(_ body: () throws -> Void) throws {
    try refusing(
      "units_abbreviation",
      as: Refusal(.invalid, "Trong cơ quan đã có đơn vị đang hoạt động dùng chữ viết tắt này.", field: "viet-tat"), body
    )
  }
}
