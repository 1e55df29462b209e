import Database
import Kernel

/// SQL of the directory of outside agencies. The directory is shared, so nothing here is scoped to an actor.
package struct OutsideAgencyStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  package func find(_ id: OutsideAgency.ID) throws -> OutsideAgency? {
    try transaction.rows("\(Self.columns) WHERE a.id = \(id)").first.map(OutsideAgency.init)
  }

  /// The agency that takes this one's place now, itself if it was never merged.
  package func current(_ id: OutsideAgency.ID) throws -> OutsideAgency? {
    var found = try find(id)
    while let next = found?.mergedInto { found = try find(next) }
    return found
  }

  /// The agency of this identifier, old or new.
  package func find(code: String) throws -> OutsideAgency? {
    let row = try transaction.rows("\(Self.columns) WHERE a.code = \(code) OR a.legacy_code = \(code)").first
    return try row.map(OutsideAgency.init).flatMap { try current($0.id) }
  }

  /// The agency that a name means: the same name or alias; when it was typed without any diacritics, the only one that
  /// folds alike.
  package func recognise(_ name: String) throws -> OutsideAgency? {
    let exact = OutsideAgency.exactKey(name)
    if let id = try id(exact: exact) { return try current(id) }
    guard exact == OutsideAgency.foldedKey(name) else { return nil }
    let alike = try ids(folded: exact)
    return alike.count == 1 ? try current(alike[0]) : nil
  }

  private func id(exact: String) throws -> OutsideAgency.ID? {
    try transaction.rows(
      """
      SELECT id FROM outside_agencies WHERE exact = \(exact)
      UNION ALL SELECT agency_id AS id FROM outside_agency_aliases WHERE exact = \(exact)
      """
    ).first?.get("id")
  }

  private func ids(folded: String) throws -> [OutsideAgency.ID] {
    try transaction.rows(
      """
      SELECT id FROM outside_agencies WHERE folded = \(folded)
      UNION SELECT agency_id AS id FROM outside_agency_aliases WHERE folded = \(folded) LIMIT 2
      """
    ).map { try $0.get("id") }
  }

  /// Puts a new agency in. A name or identifier that is taken is refused.
  func add(name: String, code: String?, legacyCode: String?, parentHint: String) throws -> OutsideAgency.ID {
    let id = try transaction.nextID(OutsideAgency.ID.self, of: "outside_agencies")
    let taken = "đã có trong danh mục cơ quan ngoài. Hãy chọn cơ quan đó."
    try refusing("outside_agencies_name", as: Refusal(.conflict, "«\(name)» \(taken)", field: "ten")) {
      try refusing("outside_agencies_code", as: Refusal(.conflict, "Mã \(code ?? "") \(taken)", field: "ma")) {
        try refusing(
          "outside_agencies_legacy_code", as: Refusal(.conflict, "Mã \(legacyCode ?? "") \(taken)", field: "ma-cu")
        ) {
          try transaction.run(
            """
            INSERT INTO outside_agencies
              (id, name, exact, folded, code, legacy_code, parent_hint, use_count, created_at, version)
            VALUES (\(id), \(name), \(OutsideAgency.exactKey(name)), \(OutsideAgency.foldedKey(name)), \(code),
              \(legacyCode), \(parentHint), 0, \(transaction.now), 1)
            """)
        }
      }
    }
    try addWords(of: name, to: id)
    return id
  }

  /// Another name of the agency. False when some agency bears it already.
  @discardableResult func addAlias(_ name: String, to id: OutsideAgency.ID) throws -> Bool {
    let exact = OutsideAgency.exactKey(name)
    guard !exact.isEmpty, try self.id(exact: exact) == nil else { return false }
    try transaction.run(
      """
      INSERT INTO outside_agency_aliases (exact, folded, name, agency_id)
      VALUES (\(exact), \(OutsideAgency.foldedKey(name)), \(name), \(id))
      """)
    try addWords(of: name, to: id)
    return true
  }

  package func aliases(of id: OutsideAgency.ID) throws -> [String] {
    try transaction.rows("SELECT name FROM outside_agency_aliases WHERE agency_id = \(id) ORDER BY exact")
      .map { try $0.get("name") }
  }

  /// Fills identifiers that were not known; never overwrites one. One that another agency bears is left out.
  func fillCodes(of agency: OutsideAgency, code: String?, legacyCode: String?) throws -> Bool {
    let code = agency.code == nil ? try free(code) : nil
    let legacyCode = agency.legacyCode == nil ? try free(legacyCode) : nil
    guard code != nil || legacyCode != nil else { return false }
    try transaction.run(
      """
      UPDATE outside_agencies SET code = COALESCE(code, \(code)), legacy_code = COALESCE(legacy_code, \(legacyCode)),
        version = version + 1
      WHERE id = \(agency.id)
      """)
    return true
  }

  private func free(_ code: String?) throws -> String? {
    guard let code, try find(code: code) == nil else { return nil }
    return code
  }

  /// Called by every act that names the agency, in its transaction: suggestions follow use.
  package func noteUse(of id: OutsideAgency.ID) throws {
    try transaction.later(
      """
      UPDATE outside_agencies SET use_count = use_count + 1, last_used_at = \(transaction.now) WHERE id = \(id)
      """)
  }

  func merge(_ id: OutsideAgency.ID, into other: OutsideAgency.ID) throws {
    try transaction.run(
      "UPDATE outside_agencies SET merged_into = \(other), version = version + 1 WHERE id = \(id)")
    try transaction.run(
      """
      UPDATE outside_agencies SET version = version + 1,
        use_count = use_count + (SELECT use_count FROM outside_agencies WHERE id = \(id))
      WHERE id = \(other)
      """)
    try transaction.run("UPDATE outside_agency_aliases SET agency_id = \(other) WHERE agency_id = \(id)")
    try transaction.run(
      """
      INSERT INTO outside_agency_words (word, agency_id)
      SELECT word, \(other) FROM outside_agency_words WHERE agency_id = \(id)
      ON CONFLICT (word, agency_id) DO NOTHING
      """)
    try transaction.run("DELETE FROM outside_agency_words WHERE agency_id = \(id)")
  }

  func lock(_ id: OutsideAgency.ID) throws -> OutsideAgency {
    let rows = try transaction.rows("\(Self.columns) WHERE a.id = \(id) \(transaction.rowLock)")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy cơ quan này trong danh mục.") }
    return try OutsideAgency(row)
  }

  /// Makes what agencies are found by anew from their names, as after a whole directory was brought in.
  package func rebuildWords() throws {
    try transaction.run("DELETE FROM outside_agency_words")
    let names = try transaction.rows(
      """
      SELECT id, name FROM outside_agencies UNION ALL SELECT agency_id AS id, name FROM outside_agency_aliases
      """)
    for row in names {
      guard let agency = try current(row.get("id")) else { continue }
      try addWords(of: row.get("name"), to: agency.id)
    }
  }

  private func addWords(of name: String, to id: OutsideAgency.ID) throws {
    for word in OutsideAgency.words(of: name).sorted() {
      try transaction.run(
        """
        INSERT INTO outside_agency_words (word, agency_id) VALUES (\(word), \(id))
        ON CONFLICT (word, agency_id) DO NOTHING
        """)
    }
  }

  static let columns: SQL = """
    SELECT a.id, a.name, a.code, a.legacy_code, a.parent_hint, a.use_count, a.merged_into, a.version
    FROM outside_agencies a
    """
}

extension OutsideAgency {
  init(_ row: Row) throws {
    id = try row.get("id")
    name = try row.get("name")
    code = try row.find("code")
    legacyCode = try row.find("legacy_code")
    parentHint = try row.get("parent_hint")
    useCount = try row.get("use_count")
    mergedInto = try row.find("merged_into")
    version = try row.get("version")
  }
}
