import Kernel

/// The fixed people of examples and tests, as actors. An account has the same number as its person.
package enum Cast {
  /// Văn thư of the general department.
  package static let registryClerk = actor(1004)
  /// A second registry clerk of the same agency.
  package static let secondClerk = actor(1005)
  /// Tổng cục trưởng.
  package static let leader = actor(1001)
  package static let deputyLeader = actor(1002)
  package static let headOfOffice = actor(1003)
  /// Vụ trưởng of Vụ Khoáng sản.
  package static let unitHead = actor(1008)
  package static let unitClerk = actor(1010)
  /// Chuyên viên of Vụ Khoáng sản.
  package static let officerInCharge = actor(1009)
  /// Chuyên viên of Vụ Pháp chế.
  package static let officerOfAnotherUnit = actor(1012)
  package static let archivist = actor(1006)
  package static let administrator = actor(1007)
  /// Văn thư of Cục Địa chất miền Bắc.
  package static let clerkOfAnotherAgency = actor(1102)
  package static let leaderOfAnotherAgency = actor(1101)
  package static let officerOfAnotherAgency = actor(1103)
  package static let administratorOfAnotherAgency = actor(1104)
  /// Vụ trưởng of Vụ Pháp chế, who also heads Trung tâm Dữ liệu Địa chất.
  package static let headOfTwo = actor(1011)

  /// Everybody, one actor per post.
  package static let everybody: [Actor] = ExampleBody.posts.map { actor($0.id.number) }

  /// Who is offered on the sign-in page of the example body, one for each thing to try.
  package static let offered: [Actor] = [
    registryClerk, leader, headOfOffice, unitHead, officerInCharge, unitClerk, archivist, headOfTwo, administrator,
    clerkOfAnotherAgency, leaderOfAnotherAgency, officerOfAnotherAgency,
  ]

  private static func actor(_ post: Int64) -> Actor {
    let found = ExampleBody.posts.first { $0.id.number == post } ?? ExampleBody.posts[0]
    let unit = ExampleBody.units.first { $0.id == found.unit }
    let agency = ExampleBody.agency(of: found.unit)
    return Actor(
      account: AccountID(found.person.number), person: found.person, personName: found.name, post: found.id,
      postTitle: found.title, unit: found.unit, unitName: unit?.name ?? "", agency: agency.id,
      agencyName: agency.name, roles: found.roles, address: "127.0.0.1")
  }
}
