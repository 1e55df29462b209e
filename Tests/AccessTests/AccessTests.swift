import Access
import Database
import Kernel
import SearchIndex
import TestSupport
import Testing

private let schema = SearchIndexMigrations.all + AccessMigrations.all

private func paper(_ number: Int64) -> RecordReference { RecordReference(code: "paper", number: number) }

private func work(_ number: Int64) -> RecordReference { RecordReference(code: "work", number: number) }

private func actor(agency: Int64 = 1, unit: Int64 = 1, post: Int64 = 1, _ roles: Role...) -> Actor {
  Actor(
    account: AccountID(post), person: PersonID(post), personName: "Lê Văn Thử", post: PostID(post),
    postTitle: "Chuyên viên", unit: UnitID(unit), unitName: "Vụ Thử nghiệm", agency: AgencyID(agency),
    agencyName: "Cục Thử nghiệm", roles: Set(roles), address: "192.0.2.1")
}

private let clerk = actor(post: 1, .registryClerk)
private let leader = actor(post: 2, .leader)
private let headOfOffice = actor(post: 3, .headOfOffice)
private let unitHead = actor(unit: 2, post: 4, .unitHead)
private let unitClerk = actor(unit: 2, post: 5, .unitClerk)
private let officer = actor(unit: 2, post: 6, .officer)
private let archivist = actor(post: 7, .archivist, .administrator)
private let clerkOfChildAgency = actor(agency: 2, unit: 9, post: 8, .registryClerk, .leader)
private let cast = [clerk, leader, headOfOffice, unitHead, unitClerk, officer, archivist, clerkOfChildAgency]

@Suite("Ai được xem gì là một bảng") struct AccessTests {
  @Test(arguments: [
    (Principal.agency(AgencyID(1)), [1, 2, 3]),
    (.agencyRole(AgencyID(1), .registryClerk), [1]),
    (.agencyRole(AgencyID(1), .leader), [2]),
    (.agencyRole(AgencyID(1), .headOfOffice), [3]),
    (.agency(AgencyID(2)), [8]),
    (.unit(UnitID(2)), [4, 5]),
    (.unit(UnitID(1)), []),
    (.post(PostID(6)), [6]),
    (.post(PostID(7)), [7]),
  ])
  func aGrantShowsTheRecordToThose(principal: Principal, posts: [Int64]) async throws {
    try await withDatabase(schema) { database in
      try await database.write { transaction in
        try Access.grant([principal], to: paper(8), reason: .work, in: transaction)
        try Access.index(paper(8), SearchContent(metadata: "Kế hoạch"), in: transaction)
        try Access.index(paper(16), SearchContent(metadata: "Kế hoạch không ai được xem"), in: transaction)
      }
      let seen = try await database.read { transaction in
        try cast.map { actor in
          (
            actor.post.number, try Access.maySee(paper(8), actor: actor, in: transaction),
            try transaction.rows(Access.newest(kind: "paper", to: actor, limit: 10)).count,
            try SearchIndex.search(SearchQuery("ke hoach"), to: actor, in: transaction).hits.count,
            try Access.reasons(for: paper(8), actor: actor, in: transaction).count,
            try Access.maySee(paper(16), actor: actor, in: transaction)
          )
        }
      }
      for (post, may, listed, found, reasons, mayOther) in seen {
        let expected = posts.contains(post)
        #expect(may == expected)
        #expect(listed == (expected ? 1 : 0))
        #expect(found == (expected ? 1 : 0))
        #expect(reasons == (expected ? 1 : 0))
        #expect(!mayOther)
      }
    }
  }

  @Test func oneSourceTakenBackLeavesTheOther() async throws {
    try await withDatabase(schema) { database in
      let post = Principal.post(officer.post)
      @Sendable func finds() async throws -> [Bool] {
        try await database.read { transaction in
          [
            try Access.maySee(paper(8), actor: officer, in: transaction),
            try !SearchIndex.search(SearchQuery("ke"), to: officer, in: transaction).hits.isEmpty,
            try transaction.rows(Access.newest(kind: "paper", to: officer, limit: 10)).count == 1,
          ]
        }
      }
      try await database.write { transaction in
        try Access.index(paper(8), SearchContent(metadata: "Kế hoạch"), in: transaction)
        try Access.grant([post], to: paper(8), reason: .work, source: work(1), in: transaction)
        try Access.grant([post], to: paper(8), reason: .work, source: work(1), in: transaction)
        try Access.grant([post, .unit(UnitID(2))], to: paper(8), reason: .inform, source: work(2), in: transaction)
      }
      #expect(try await finds() == [true, true, true])
      let reasons = try await database.read { try Access.reasons(for: paper(8), actor: officer, in: $0) }
      #expect(reasons == ["Chuyên viên Lê Văn Thử: được giao xử lý", "Chuyên viên Lê Văn Thử: được chuyển để biết"])
      try await database.write { try Access.revoke(of: paper(8), source: work(1), in: $0) }
      #expect(try await finds() == [true, true, true])
      try await database.write { try Access.revoke([post], of: paper(8), source: work(2), in: $0) }
      #expect(try await finds() == [false, false, false])
      #expect(try await database.read { try Access.maySee(paper(8), actor: unitHead, in: $0) })
    }
  }

  @Test func listsMergeWhatEveryPrincipalSees() async throws {
    try await withDatabase(schema) { database in
      try await database.write { transaction in
        for number in 1...60 as ClosedRange<Int64> {
          var grants: [Grant] = []
          if number % 2 == 0 { grants.append(Grant(.agency(AgencyID(1)), reason: .registered)) }
          if number % 3 == 0 { grants.append(Grant(.post(PostID(1)), reason: .work, source: work(number))) }
          if number % 6 == 0 { grants.append(Grant(.post(PostID(1)), reason: .inform, source: work(100 + number))) }
          try Access.grant(grants, to: paper(number), in: transaction)
        }
      }
      let visible = (1...60 as ClosedRange<Int64>).filter { $0 % 2 == 0 || $0 % 3 == 0 }.reversed()
      try await database.read { transaction in
        func keys(_ page: KeysetPage, _ limit: Int) throws -> [Int64] {
          try page.inOrder(transaction.rows(Access.newest(kind: "paper", to: clerk, page: page, limit: limit)))
            .map { try $0.get("id") }
        }
        #expect(try keys(.newest, 100) == Array(visible))
        #expect(try keys(.newest, 7) == Array(visible.prefix(7)))
        #expect(try keys(.before(30), 5) == [28, 27, 26, 24, 22])
        #expect(try keys(.after(30), 5) == [38, 36, 34, 33, 32])
        #expect(try keys(.before(1), 5) == [])
        let scoped = try transaction.rows(
          """
          SELECT record_number AS id FROM access_grants AS papers
          WHERE \(Access.visible("papers.record_number", kind: "paper", to: officer))
          """)
        #expect(scoped.isEmpty)
      }
    }
  }
}
