import Database
import Kernel

extension OrganizationStore {
  func insert(
    _ id: AgencyID, parent: AgencyID?, name: DatedName, details: AgencyDetails, identifiers: TypedIdentifiers
  ) throws {
    try refusingKnownCodes {
      try transaction.run(
        """
        INSERT INTO agencies (id, parent_id, tier_id, abbreviation, place_name, outside_superior_name,
          organ_identifier, legacy_organ_code, sort_order, opened_on, version)
        VALUES (\(id), \(parent), \(details.tier), \(details.abbreviation), \(details.placeName),
          \(details.outsideSuperiorName), \(identifiers.organIdentifier.nilIfEmpty),
          \(identifiers.legacyOrganCode.nilIfEmpty), \(details.sortOrder), \(name.validFrom), 1)
        """)
    }
    try put(name, of: .agency, id.number)
    if identifiers != TypedIdentifiers() { try put(identifiers, of: id, from: name.validFrom) }
  }

  func save(_ details: AgencyDetails, of id: AgencyID) throws {
    try transaction.run(
      """
      UPDATE agencies SET tier_id = \(details.tier), abbreviation = \(details.abbreviation),
        place_name = \(details.placeName), outside_superior_name = \(details.outsideSuperiorName),
        sort_order = \(details.sortOrder), version = version + 1
      WHERE id = \(id)
      """)
  }

  func save(_ identifiers: TypedIdentifiers, of id: AgencyID, from day: Day) throws {
    try refusingKnownCodes {
      try transaction.run(
        """
        UPDATE agencies SET organ_identifier = \(identifiers.organIdentifier.nilIfEmpty),
          legacy_organ_code = \(identifiers.legacyOrganCode.nilIfEmpty), version = version + 1
        WHERE id = \(id)
        """)
    }
    try put(identifiers, of: id, from: day)
  }

  func close(_ id: AgencyID, on day: Day) throws {
    try transaction.run("UPDATE agencies SET closed_on = \(day), version = version + 1 WHERE id = \(id)")
  }

  func insert(tier id: AgencyTierID, name: String, sortOrder: Int) throws {
    try refusing("agency_tiers_name", as: Refusal(.invalid, "Đã có cấp cơ quan tên này.", field: "ten")) {
      try transaction.run(
        "INSERT INTO agency_tiers (id, name, sort_order, version) VALUES (\(id), \(name), \(sortOrder), 1)")
    }
  }

  func save(tier id: AgencyTierID, name: String, sortOrder: Int) throws {
    try refusing("agency_tiers_name", as: Refusal(.invalid, "Đã có cấp cơ quan tên này.", field: "ten")) {
      try transaction.run(
        "UPDATE agency_tiers SET name = \(name), sort_order = \(sortOrder), version = version + 1 WHERE id = \(id)")
    }
  }

  private func put(_ identifiers: TypedIdentifiers, of id: AgencyID, from day: Day) throws {
    try transaction.run(
      """
      INSERT INTO agency_identifiers (agency_id, valid_from, organ_identifier, legacy_organ_code)
      VALUES (\(id), \(day), \(identifiers.organIdentifier.nilIfEmpty), \(identifiers.legacyOrganCode.nilIfEmpty))
      ON CONFLICT (agency_id, valid_from)
      DO UPDATE SET organ_identifier = excluded.organ_identifier, legacy_organ_code = excluded.legacy_organ_code
      """)
  }

  private func refusingKnownCodes(_ body: () throws -> Void) throws {
    try refusing(
      "agencies_organ_identifier",
      as: Refusal(.invalid, "Mã định danh này đã thuộc một cơ quan khác.", field: "ma-dinh-danh")
    ) {
      try refusing(
        "agencies_legacy_organ_code",
        as: Refusal(.invalid, "Mã theo quy định cũ này đã thuộc một cơ quan khác.", field: "ma-cu"), body)
    }
  }
}

extension String {
  /// How an optional text is stored.
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
