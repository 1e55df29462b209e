import Audit
import Database
import Kernel
import TestSupport
import Testing

@testable import Organization

@Suite("Agencies, units and who may change them") struct StructureTests {
  @Test("the cast are the people of the example body") func castIsInTheDatabase() async throws {
    try await withExampleBody { database in
      try await database.read { transaction in
        let store = OrganizationStore(transaction)
        for actor in Cast.everybody {
          let post = try store.post(actor.post)
          #expect(post.personName == actor.personName)
          #expect(post.unitName == actor.unitName)
          #expect(post.agencyName == actor.agencyName)
          #expect(post.roles == actor.roles)
        }
        let roles = Set(try store.posts(of: ExampleBody.generalDepartment).flatMap(\.roles))
        #expect(roles == Set(Role.allCases), "every role has somebody in the root agency")
        #expect(
          try store.posts(of: Cast.headOfTwo.person).map(\.agency) == [
            ExampleBody.generalDepartment, ExampleBody.dataCentre,
          ])
        #expect(
          try store.clerks(of: ExampleBody.generalDepartment).map(\.id) == [
            Cast.registryClerk.post, Cast.secondClerk.post,
          ])
      }
    }
  }

  @Test("the tree is walked up and down") func treeIsWalked() async throws {
    try await withExampleBody { database in
      try await database.read { transaction in
        let store = OrganizationStore(transaction)
        let (path, below) = (
          try store.path(of: ExampleBody.northWestBranch), try store.subtree(of: ExampleBody.northernDepartment)
        )
        let (top, north, branch) = (
          ExampleBody.generalDepartment, ExampleBody.northernDepartment, ExampleBody.northWestBranch
        )
        #expect(path == [branch, north, top])
        #expect(below == [north, branch])
        #expect(try store.subtree(of: ExampleBody.generalDepartment).count == 6)
        #expect(try store.topAgencies() == [ExampleBody.generalDepartment])
      }
    }
  }

  @Test(
    "an administrator looks after their agency and all below, nobody else does",
    arguments: [
      (Cast.administrator, [true, true, true]), (Cast.administratorOfAnotherAgency, [false, true, true]),
      (Cast.leader, [false, false, false]), (Cast.registryClerk, [false, false, false]),
    ])
  func administratorsReachDownwards(actor: Actor, expected: [Bool]) async throws {
    let agencies = [ExampleBody.generalDepartment, ExampleBody.northernDepartment, ExampleBody.northWestBranch]
    try await withExampleBody { database in
      for (agency, isAllowed) in zip(agencies, expected) {
        let refused = try await refusal {
          _ = try await database.write { transaction in
            try AddUnit(
              agency: agency, name: DatedName(name: "Phòng Mới", validFrom: .iso("2026-11-05")),
              details: UnitDetails(kind: .division, abbreviation: "PM")
            ).perform(by: actor, in: transaction)
          }
        }
        #expect((refused == nil) == isAllowed, "\(actor.personName) in \(agency)")
        if !isAllowed { #expect(refused?.kind == .forbidden) }
      }
    }
  }

  @Test("a stale form overwrites nothing and says who was first") func staleFormIsRefused() async throws {
    try await withExampleBody { database in
      let id = ExampleBody.planningUnit
      let act = ChangeUnit(unit: id, details: UnitDetails(kind: .department, abbreviation: "TC"), formVersion: 1)
      try await database.write { try act.perform(by: Cast.administrator, in: $0) }
      var second = act
      second.details.abbreviation = "KHTC2"
      let stale = second
      let refused = try await refusal { try await database.write { try stale.perform(by: Cast.administrator, in: $0) } }
      #expect(refused?.kind == .conflict)
      #expect(refused?.message.contains("Phan Anh Tuấn, Quản trị hệ thống sửa lúc 08:30 05/11/2026") == true)
      let abbreviation = try await database.read { try OrganizationStore($0).unit(id).abbreviation }
      #expect(abbreviation == "TC")
    }
  }

  @Test("a unit ends only without people and units below; an agency only without units and agencies")
  func closingNamesEveryObstacle()
    async throws
  {
    try await withExampleBody { database in
      let office = try await refusal {
        try await database.write { transaction in
          try CloseUnit(unit: ExampleBody.office, closedOn: .iso("2026-11-05"), formVersion: 1)
            .perform(by: Cast.administrator, in: transaction)
        }
      }
      #expect(office?.reasons.count == 2)
      #expect(office?.message.contains("Phòng Công nghệ thông tin") == true)
      #expect(office?.message.contains("Vũ Thị Thanh Mai (Chánh Văn phòng)") == true)
      let agency = try await refusal {
        try await database.write { transaction in
          try CloseAgency(agency: ExampleBody.northernDepartment, closedOn: .iso("2026-11-05"), formVersion: 1)
            .perform(by: Cast.administrator, in: transaction)
        }
      }
      #expect(agency?.kind == .conflict)
      #expect(agency?.message.contains("Chi cục Địa chất Tây Bắc") == true)
      #expect(agency?.message.contains("Văn phòng Cục") == true)
    }
  }

  @Test("a closed unit's abbreviation is free again; an open one's is not") func abbreviationsAreUniqueAmongOpenUnits()
    async throws
  {
    try await withExampleBody { database in
      let add = AddUnit(
        agency: ExampleBody.generalDepartment, name: DatedName(name: "Vụ Thống kê", validFrom: .iso("2026-11-05")),
        details: UnitDetails(kind: .department, abbreviation: "TK"))
      let first = try await database.write { try add.perform(by: Cast.administrator, in: $0) }
      let taken = try await refusal { _ = try await database.write { try add.perform(by: Cast.administrator, in: $0) } }
      #expect(taken?.reasons.first?.field == "viet-tat")
      try await database.write { transaction in
        try CloseUnit(unit: first, closedOn: .iso("2026-11-05"), formVersion: 1).perform(
          by: Cast.administrator, in: transaction)
      }
      _ = try await database.write { try add.perform(by: Cast.administrator, in: $0) }
    }
  }

  @Test("a unit never stands below itself") func unitsFormNoCircle() async throws {
    try await withExampleBody { database in
      let refused = try await refusal {
        try await database.write { transaction in
          try ChangeUnit(
            unit: ExampleBody.office,
            details: UnitDetails(parent: ExampleBody.registryUnit, kind: .office, abbreviation: "VP"), formVersion: 1
          ).perform(by: Cast.administrator, in: transaction)
        }
      }
      #expect(refused?.messages(at: "thuoc-don-vi").isEmpty == false)
    }
  }

  @Test("AN-09 every act leaves its line") func everyActLeavesItsLine() async throws {
    try await withExampleBody { database in
      try await database.write { transaction in
        let actor = Cast.administrator
        let day = Day.iso("2026-11-05")
        let name = DatedName(name: "Chi cục Địa chất Đông Bắc", validFrom: day)
        let details = AgencyDetails(tier: AgencyTierID(3), abbreviation: "CCĐB", placeName: "Lạng Sơn")
        let agency = try AddAgency(
          parent: ExampleBody.northernDepartment, name: name, details: details, identifiers: TypedIdentifiers()
        )
        .perform(by: actor, in: transaction)
        try ChangeAgency(agency: agency, details: details, formVersion: 1).perform(by: actor, in: transaction)
        try RenameAgency(agency: agency, name: name, formVersion: 2).perform(by: actor, in: transaction)
        try IdentifyAgency(
          agency: agency, identifiers: TypedIdentifiers(organIdentifier: "Y98.1"), validFrom: day, formVersion: 3
        )
        .perform(by: actor, in: transaction)
        let unit = try AddUnit(
          agency: agency, name: DatedName(name: "Phòng Một", validFrom: day),
          details: UnitDetails(kind: .division, abbreviation: "P1")
        )
        .perform(by: actor, in: transaction)
        try ChangeUnit(unit: unit, details: UnitDetails(kind: .board, abbreviation: "P1"), formVersion: 1).perform(
          by: actor, in: transaction)
        try RenameUnit(unit: unit, name: DatedName(name: "Ban Một", validFrom: day), formVersion: 2).perform(
          by: actor, in: transaction)
        let person = try AddPerson(agency: agency, fullName: "Nông Thị Xuân").perform(by: actor, in: transaction)
        try RenamePerson(person: person, name: DatedName(name: "Nông Xuân", validFrom: day), formVersion: 1).perform(
          by: actor, in: transaction)
        try ChangePerson(person: person, agency: agency, staffCode: "X1", formVersion: 2).perform(
          by: actor, in: transaction)
        let post = try OpenPost(
          person: person, unit: unit, details: PostDetails(title: "Trưởng ban"), roles: [.unitHead], startedOn: day
        )
        .perform(by: actor, in: transaction)
        try ChangePost(post: post, details: PostDetails(title: "Phó ban"), formVersion: 1).perform(
          by: actor, in: transaction)
        try ChangePostRoles(post: post, roles: [.officer], formVersion: 2).perform(by: actor, in: transaction)
        try ClosePost(post: post, endedOn: day, formVersion: 3, owned: OwnedByPosts([])).perform(
          by: actor, in: transaction)
        try CloseUnit(unit: unit, closedOn: day, formVersion: 3).perform(by: actor, in: transaction)
        try CloseAgency(agency: agency, closedOn: day, formVersion: 4).perform(by: actor, in: transaction)
        let tier = try AddAgencyTier(name: "Phân viện", sortOrder: 9).perform(by: actor, in: transaction)
        try ChangeAgencyTier(tier: tier, name: "Viện vùng", sortOrder: 9, formVersion: 1).perform(
          by: actor, in: transaction)
        #expect(
          try transaction.auditCodes(.agency(agency))
            == ["agency.added", "agency.changed", "agency.renamed", "agency.identified", "agency.closed"])
        #expect(
          try transaction.auditCodes(.unit(unit)) == ["unit.added", "unit.changed", "unit.renamed", "unit.closed"])
        #expect(try transaction.auditCodes(.person(person)) == ["person.added", "person.renamed", "person.changed"])
        #expect(
          try transaction.auditCodes(.post(post)) == [
            "post.opened", "post.changed", "post.rolesChanged", "post.closed",
          ])
        #expect(try transaction.auditCodes(.agencyTier(tier)) == ["agencyTier.added", "agencyTier.renamed"])
      }
    }
  }
}
