import Database
import Kernel

extension OrganizationStore {
  /// Refuses when there is no such post. Names are those of the day (default: today).
  package func post(_ id: PostID, on day: Day? = nil) throws -> Post {
    guard let post = try posts(where: "p.id = \(id)", on: day).first else {
      throw Refusal(.notFound, "Không tìm thấy chức danh này.")
    }
    return post
  }

  /// Posts of a person, ended ones only when asked for.
  package func posts(of person: PersonID, withEnded: Bool = false, on day: Day? = nil) throws -> [Post] {
    try posts(where: "p.person_id = \(person) AND \(held(on: day, withEnded))", on: day)
  }

  /// Posts that these people hold today, all in one look.
  package func posts(of people: [PersonID]) throws -> [Post] {
    people.isEmpty ? [] : try posts(where: "p.person_id IN (\(.list(people))) AND \(held(on: nil, false))", on: nil)
  }

  /// Posts of a unit held on the day.
  package func posts(in unit: UnitID, withEnded: Bool = false, on day: Day? = nil) throws -> [Post] {
    try posts(where: "p.unit_id = \(unit) AND \(held(on: day, withEnded))", on: day)
  }

  /// Posts of an agency held on the day, in the order of its units.
  package func posts(of agency: AgencyID, on day: Day? = nil) throws -> [Post] {
    try posts(where: "u.agency_id = \(agency) AND \(held(on: day, false))", on: day)
  }

  /// Posts of an agency that have a role on the day.
  package func posts(of agency: AgencyID, with role: Role, on day: Day? = nil) throws -> [Post] {
    try posts(
      where: """
        u.agency_id = \(agency) AND \(held(on: day, false))
        AND EXISTS (SELECT 1 FROM post_roles r WHERE r.post_id = p.id AND r.role = \(role))
        """, on: day)
  }

  /// The registry clerks of an agency (văn thư cơ quan).
  package func clerks(of agency: AgencyID, on day: Day? = nil) throws -> [Post] {
    try posts(of: agency, with: .registryClerk, on: day)
  }

  private func held(on day: Day?, _ withEnded: Bool) -> SQL {
    let day = day ?? today
    return withEnded ? "1 = 1" : "p.started_on <= \(day) AND (p.ended_on IS NULL OR p.ended_on > \(day))"
  }

  private func posts(where condition: SQL, on day: Day?) throws -> [Post] {
    let day = day ?? today
    let rows = try transaction.rows(
      """
      SELECT p.id, p.person_id, p.unit_id, u.agency_id, p.title, p.sort_order, p.started_on, p.ended_on, p.version,
        \(Self.name(of: .person, "p.person_id", on: day)) AS person_name,
        \(Self.name(of: .unit, "p.unit_id", on: day)) AS unit_name,
        \(Self.name(of: .agency, "u.agency_id", on: day)) AS agency_name,
        r.role
      FROM posts p JOIN units u ON u.id = p.unit_id LEFT JOIN post_roles r ON r.post_id = p.id
      WHERE \(condition) ORDER BY u.sort_order, u.id, p.sort_order, p.id
      """)
    return try rows.reduce(into: []) { posts, row in
      let role: Role? = try row.find("role")
      if posts.last?.id == (try row.get("id") as PostID) {
        if let role { posts[posts.count - 1].roles.insert(role) }
      } else {
        posts.append(try Post(row, roles: role.map { [$0] } ?? []))
      }
    }
  }
}

extension Post {
  fileprivate init(_ row: Row, roles: Set<Role>) throws {
    id = try row.get("id")
    person = try row.get("person_id")
    personName = try row.get("person_name")
    unit = try row.get("unit_id")
    unitName = try row.get("unit_name")
    agency = try row.get("agency_id")
    agencyName = try row.get("agency_name")
    title = try row.get("title")
    self.roles = roles
    sortOrder = try row.get("sort_order")
    startedOn = try row.get("started_on")
    endedOn = try row.find("ended_on")
    version = try row.get("version")
  }
}

/// Writing posts.
extension OrganizationStore {
  func insert(
    _ id: PostID, person: PersonID, unit: UnitID, details: PostDetails, roles: Set<Role>, startedOn: Day
  ) throws {
    try transaction.run(
      """
      INSERT INTO posts (id, person_id, unit_id, title, sort_order, started_on, version)
      VALUES (\(id), \(person), \(unit), \(details.title), \(details.sortOrder), \(startedOn), 1)
      """)
    try insert(roles, of: id)
  }

  func save(_ details: PostDetails, of id: PostID) throws {
    try transaction.run(
      """
      UPDATE posts SET title = \(details.title), sort_order = \(details.sortOrder), version = version + 1
      WHERE id = \(id)
      """)
  }

  func save(_ roles: Set<Role>, of id: PostID) throws {
    try transaction.run("DELETE FROM post_roles WHERE post_id = \(id)")
    try insert(roles, of: id)
    try bump("posts", id.number)
  }

  func close(_ id: PostID, on day: Day) throws {
    try transaction.run("UPDATE posts SET ended_on = \(day), version = version + 1 WHERE id = \(id)")
  }

  private func insert(_ roles: Set<Role>, of id: PostID) throws {
    for role in Role.sorted(roles) {
      try transaction.run("INSERT INTO post_roles (post_id, role) VALUES (\(id), \(role))")
    }
  }
}
