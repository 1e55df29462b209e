import Database
import Kernel
import TestSupport
import Testing
import VietnameseText

@testable import Organization

@Suite("People and posts") struct PeopleTests {
  @Test(
    "a search by the beginnings of words, with diacritics or without",
    arguments: [
      ("hoa", ["Nguyễn Thị Hoa", "Hoàng Văn Thắng"]), ("ng hoa", ["Nguyễn Thị Hoa"]), ("đức", ["Lê Minh Đức"]),
      ("duc", ["Lê Minh Đức"]), ("dang duong", ["Đặng Thùy Dương"]), ("thuỳ", ["Đặng Thùy Dương"]),
      ("hóa", []), ("oa", []), ("%", ["*"]), ("khong-co", []),
    ])
  func search(typed: String, expected: [String]) async throws {
    try await withExampleBody { database in
      let found = try await database.read { transaction in
        try OrganizationStore(transaction).people(matching: typed, in: [ExampleBody.generalDepartment], limit: 100)
      }
      if expected == ["*"] {
        #expect(found.count > 15, "signs are no words")
      } else {
        #expect(found.map(\.person.fullName) == expected)
      }
    }
  }

  @Test("pages in the order of given names, everybody once") func pagesAreComplete() async throws {
    try await withExampleBody { database in
      let names = try await database.read { transaction in
        let store = OrganizationStore(transaction)
        let agencies = try store.subtree(of: ExampleBody.generalDepartment)
        var names: [String] = []
        var position: String?
        while true {
          let rows = try store.people(matching: "", in: agencies, after: position, limit: 4)
          names += rows.map(\.person.fullName)
          guard let last = rows.last else { return names }
          position = last.position
        }
      }
      #expect(names.count == Set(Cast.everybody.map(\.person)).count)
      #expect(Set(names) == Set(Cast.everybody.map(\.personName)))
      let given = names.map { VietnameseOrder.sortKey(String($0.split(separator: " ").last ?? "")) }
      #expect(given == given.sorted())
      #expect(names.firstIndex(of: "Đỗ Thị Hồng Nhung") ?? 0 > names.firstIndex(of: "Nông Văn Bình") ?? 0)
    }
  }

  @Test("a list shows only people kept by the agencies asked for") func listIsScoped() async throws {
    try await withExampleBody { database in
      let names = try await database.read { transaction in
        let store = OrganizationStore(transaction)
        return try store.people(
          matching: "", in: store.agenciesAdministered(by: Cast.administratorOfAnotherAgency), limit: 100
        ).map(\.person.fullName)
      }
      #expect(
        Set(names) == [
          "Nông Văn Bình", "Lý Thị Hạnh", "Ma Thị Dung", "Hứa Đình Khôi", "Triệu Văn Lành", "Lò Văn Inh",
          "Quàng Thị Xuân",
        ])
      let none = try await database.read { try OrganizationStore($0).agenciesAdministered(by: Cast.leader) }
      #expect(none.isEmpty)
    }
  }

  @Test("a post counts from its first day to the day before its end") func postsHaveTheirDays() async throws {
    try await withExampleBody { database in
      try await database.write { transaction in
        let store = OrganizationStore(transaction)
        let person = Cast.officerInCharge.person
        let post = try OpenPost(
          person: person, unit: ExampleBody.legalUnit, details: PostDetails(title: "Phó Vụ trưởng"), roles: [.unitHead],
          startedOn: .iso("2026-12-01")
        ).perform(by: Cast.administrator, in: transaction)
        try ClosePost(post: post, endedOn: .iso("2026-12-31"), formVersion: 1, owned: OwnedByPosts([])).perform(
          by: Cast.administrator, in: transaction)
        func isHeld(_ day: String) throws -> Bool {
          try store.posts(of: person, on: .iso(day)).contains { $0.id == post }
        }
        #expect(try !isHeld("2026-11-30"))
        #expect(try isHeld("2026-12-01"))
        #expect(try isHeld("2026-12-30"))
        #expect(try !isHeld("2026-12-31"))
        #expect(try store.posts(of: person, withEnded: true).count == 2)
        #expect(try store.post(post).isHeld(on: .iso("2026-12-30")))
      }
    }
  }

  @Test("every obstacle of a new post at its field") func openingNamesEveryReason() async throws {
    try await withExampleBody { database in
      let refused = try await refusal {
        _ = try await database.write { transaction in
          try OpenPost(
            person: Cast.leader.person, unit: nil, details: PostDetails(title: ""), roles: [],
            startedOn: .iso("2026-11-05")
          ).perform(by: Cast.administrator, in: transaction)
        }
      }
      #expect(Set(refused?.reasons.compactMap(\.field) ?? []) == ["chuc-danh", "quyen", "don-vi"])
    }
  }

  @Test("the last administrator at the top neither ends nor loses the role") func lastAdministratorStays() async throws
  {
    try await withExampleBody { database in
      let post = Cast.administrator.post
      let losing = try await refusal {
        try await database.write { transaction in
          try ChangePostRoles(post: post, roles: [.officer], formVersion: 1).perform(
            by: Cast.administrator, in: transaction)
        }
      }
      #expect(losing?.kind == .conflict)
      let ending = try await refusal {
        try await database.write { transaction in
          try ClosePost(post: post, endedOn: .iso("2026-11-05"), formVersion: 1, owned: OwnedByPosts([])).perform(
            by: Cast.administrator, in: transaction)
        }
      }
      #expect(ending?.kind == .conflict)
      try await database.write { transaction in
        try ChangePostRoles(post: Cast.headOfOffice.post, roles: [.headOfOffice, .administrator], formVersion: 1)
          .perform(by: Cast.administrator, in: transaction)
        try ChangePostRoles(post: post, roles: [.officer], formVersion: 1).perform(
          by: Cast.administrator, in: transaction)
        #expect(try OrganizationStore(transaction).post(post).roles == [.officer])
      }
    }
  }

  @Test("a staff code belongs to one person") func staffCodesAreUnique() async throws {
    try await withExampleBody { database in
      let add = AddPerson(agency: ExampleBody.dataCentre, fullName: "Lê Văn Một", staffCode: "CB01")
      _ = try await database.write { try add.perform(by: Cast.administrator, in: $0) }
      let refused = try await refusal {
        _ = try await database.write { try add.perform(by: Cast.administrator, in: $0) }
      }
      #expect(refused?.reasons.first?.field == "ma-can-bo")
    }
  }
}
