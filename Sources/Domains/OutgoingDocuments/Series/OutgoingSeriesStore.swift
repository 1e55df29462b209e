import Database
import Documents
import Kernel

/// SQL of the series of outgoing numbers. What they are is known to everybody of the agency.
package struct OutgoingSeriesStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// All that were laid down, newest first.
  package func list(of agency: AgencyID) throws -> [OutgoingSeries] {
    try transaction.rows("\(Self.columns) WHERE agency_id = \(agency) ORDER BY from_year DESC, id DESC")
      .map(OutgoingSeries.init)
  }

  func lock(_ id: OutgoingSeries.ID, of agency: AgencyID) throws -> OutgoingSeries {
    let row = try transaction.rows(
      "\(Self.columns) WHERE id = \(id) AND agency_id = \(agency) \(transaction.rowLock)"
    ).first
    guard let row else { throw Refusal(.notFound, "Không tìm thấy dãy số này.") }
    return try OutgoingSeries(row)
  }

  func add(_ series: OutgoingSeries) throws {
    try transaction.run(
      """
      INSERT INTO outgoing_series (id, agency_id, name, body_name, body_abbreviation, type_keys, basis, from_year,
        until_year, laid_at, laid_by, version)
      VALUES (\(series.id), \(series.agency), \(series.name), \(series.bodyName), \(series.bodyAbbreviation),
        \(series.typeKeys.joined(separator: ",")), \(series.basis), \(series.fromYear), \(series.untilYear),
        \(series.laidAt), \(series.laidBy), \(series.version))
      """)
  }

  func end(_ id: OutgoingSeries.ID, after year: Int) throws {
    try transaction.run(
      "UPDATE outgoing_series SET until_year = \(year), version = version + 1 WHERE id = \(id)")
  }

  private static let columns: SQL = """
    SELECT id, agency_id, name, body_name, body_abbreviation, type_keys, basis, from_year, until_year, laid_at, laid_by,
      version
    FROM outgoing_series
    """
}

extension OutgoingSeries {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), name: try row.get("name"),
      bodyName: try row.get("body_name"), bodyAbbreviation: try row.get("body_abbreviation"),
      typeKeys: try row.get("type_keys", as: String.self).split(separator: ",").map(String.init),
      basis: try row.get("basis"), fromYear: try row.get("from_year"), untilYear: try row.find("until_year"),
      laidAt: try row.get("laid_at"), laidBy: try row.get("laid_by"), version: try row.get("version"))
  }
}
