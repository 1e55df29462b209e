import Database
import Kernel
import VietnameseText

/// One line of a list of people.
package struct PersonRow: Sendable, Equatable {
  package var person: Person
  /// «Vụ trưởng, Vụ Khoáng sản» for each post held.
  package var posts: [String]
  /// Keyset position of this row.
  package var position: String
}

extension OrganizationStore {
  /// Refuses when there is no such person.
  package func person(_ id: PersonID, on day: Day? = nil) throws -> Person {
    guard let row = try people(where: "p.id = \(id)", limit: 1, on: day).first else {
      throw Refusal(.notFound, "Không tìm thấy người này.")
    }
    return row.person
  }

  /// The name a person had on a day (default: today).
  package func personName(_ id: PersonID, on day: Day? = nil) throws -> String {
    try name(of: .person, id.number, on: day)
  }

  package func personNames(of id: PersonID) throws -> [DatedName] { try names(of: .person, id.number) }

  /// People whose name has words beginning with every word typed, in Vietnamese order; words typed with diacritics
  /// are compared with diacritics. `agencies` scopes to the agencies that keep them. `after` is the last row's
  /// position. Gives at most `limit` rows.
  package func people(
    matching typed: String, in agencies: [AgencyID], after position: String? = nil, limit: Int
  ) throws -> [PersonRow] {
    var conditions: [SQL] = ["p.agency_id IN (\(SQL.list(agencies)))"]
    for word in typed.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).prefix(8).map(String.init) {
      conditions.append(
        Folding.hasDiacritics(word)
          ? "p.exact LIKE \("% " + Folding.exact(word) + "%")" : "p.folded LIKE \("% " + Folding.folded(word) + "%")")
    }
    if let last = position.flatMap(PersonPosition.init) {
      conditions.append("(p.sort_key, p.id) > (\(last.sortKey), \(last.id))")
    }
    let found = try people(where: conditions.joined(separator: " AND "), limit: limit, on: nil)
    let posts = try labels(ofPostsOf: found.map(\.person.id))
    return found.map { PersonRow(person: $0.person, posts: posts[$0.person.id] ?? [], position: $0.position.text) }
  }

  /// These people, in Vietnamese order, as far as one of `agencies` keeps them.
  package func people(_ ids: [PersonID], in agencies: [AgencyID]) throws -> [PersonRow] {
    let found = try people(
      where: "p.id IN (\(SQL.list(ids))) AND p.agency_id IN (\(SQL.list(agencies)))", limit: max(ids.count, 1), on: nil)
    let posts = try labels(ofPostsOf: found.map(\.person.id))
    return found.map { PersonRow(person: $0.person, posts: posts[$0.person.id] ?? [], position: $0.position.text) }
  }

  /// Everybody of exactly this name, whichever agency keeps them.
  package func people(named fullName: String) throws -> [Person] {
    let key = PersonNameKeys(fullName).sortKey
    return try people(where: "p.sort_key = \(key)", limit: 1000, on: nil).map(\.person).filter {
      $0.fullName == fullName
    }
  }

  /// The person of a number in the personnel records.
  package func person(staffCode: String) throws -> Person? {
    try people(where: "p.staff_code = \(staffCode)", limit: 1, on: nil).first?.person
  }

  private func people(
    where condition: SQL, limit: Int, on day: Day?
  ) throws -> [(person: Person, position: PersonPosition)] {
    try transaction.rows(
      """
      SELECT p.id, p.agency_id, p.staff_code, p.sort_key, p.version,
        \(Self.name(of: .person, "p.id", on: day ?? today)) AS name
      FROM people p WHERE \(condition) ORDER BY p.sort_key, p.id LIMIT \(limit)
      """
    ).map {
      let person = Person(
        id: try $0.get("id"), agency: try $0.get("agency_id"), fullName: try $0.get("name"),
        staffCode: try $0.find("staff_code"), version: try $0.get("version"))
      return (person, PersonPosition(sortKey: try $0.get("sort_key"), id: person.id))
    }
  }

  private func labels(ofPostsOf people: [PersonID]) throws -> [PersonID: [String]] {
    let rows = try transaction.rows(
      """
      SELECT p.person_id, p.title, \(Self.name(of: .unit, "p.unit_id", on: today)) AS unit_name
      FROM posts p WHERE p.person_id IN (\(SQL.list(people)))
        AND p.started_on <= \(today) AND (p.ended_on IS NULL OR p.ended_on > \(today))
      ORDER BY p.sort_order, p.id
      """)
    return try rows.reduce(into: [:]) { labels, row in
      let label = "\(try row.get("title", as: String.self)), \(try row.get("unit_name", as: String.self))"
      labels[try row.get("person_id"), default: []].append(label)
    }
  }
}

/// Writing people.
extension OrganizationStore {
  func insert(_ id: PersonID, agency: AgencyID, fullName: String, staffCode: String, from day: Day? = nil) throws {
    let keys = PersonNameKeys(fullName)
    try refusingKnownStaffCode {
      try transaction.run(
        """
        INSERT INTO people (id, agency_id, staff_code, sort_key, folded, exact, version)
        VALUES (\(id), \(agency), \(staffCode.nilIfEmpty), \(keys.sortKey), \(keys.folded), \(keys.exact), 1)
        """)
    }
    try put(DatedName(name: fullName, validFrom: day ?? today), of: .person, id.number)
  }

  func save(_ id: PersonID, agency: AgencyID, staffCode: String) throws {
    try refusingKnownStaffCode {
      try transaction.run(
        """
        UPDATE people SET agency_id = \(agency), staff_code = \(staffCode.nilIfEmpty), version = version + 1
        WHERE id = \(id)
        """)
    }
  }

  /// Lists sort and search by the newest name; a search finds former names too.
  func saveNameKeys(of id: PersonID) throws {
    let names = try personNames(of: id).map { PersonNameKeys($0.name) }
    try transaction.run(
      """
      UPDATE people SET sort_key = \(names.first?.sortKey ?? ""), folded = \(names.map(\.folded).joined()),
        exact = \(names.map(\.exact).joined()), version = version + 1
      WHERE id = \(id)
      """)
  }

  private func refusingKnownStaffCode(_ body: () throws -> Void) throws {
    try refusing(
      "people_staff_code", as: Refusal(.invalid, "Mã cán bộ này đã thuộc một người khác.", field: "ma-can-bo"), body)
  }
}

/// Where a page of people ended.
private struct PersonPosition {
  var sortKey: String
  var id: PersonID

  init(sortKey: String, id: PersonID) {
    self.sortKey = sortKey
    self.id = id
  }

  init?(_ text: String) {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let id = PersonID(String(parts[1])) else { return nil }
    sortKey = String(parts[0])
    self.id = id
  }

  var text: String { "\(sortKey)-\(id)" }
}
