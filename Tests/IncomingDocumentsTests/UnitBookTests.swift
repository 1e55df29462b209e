import Database
import Kernel
import Organization
import Registers
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

@Suite("Sổ nội bộ của đơn vị") struct UnitBookTests {
  private let unit = ExampleBody.mineralsUnit

  private func given(_ number: String, _ database: any Database) async throws -> (IncomingDocument.ID, WorkItem) {
    let id = try await database.register(.example(number: number)).id
    try await database.write {
      _ = try GiveDirective(id, text: "Xem xét", places: [.init(minerals, .lead)]).perform(by: Cast.leader, in: $0)
    }
    return (id, try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit)))
  }

  private func numbers(_ database: any Database) async throws -> [Int] {
    try await database.read { try UnitBookStore($0).entries(of: unit, year: 2026, limit: 10).map(\.number) }
  }

  @Test("only a unit with a book gives numbers: once for each document, without a hole, when it takes the work up")
  func takes() async throws {
    try await withRegistry { database in
      let (before, early) = try await given("1", database)
      try await database.write { try AcceptWork(early.id, on: before).perform(by: Cast.unitHead, in: $0) }
      #expect(try await numbers(database) == [])
      try await database.write { try SwitchUnitBook(unit, on: true).perform(by: Cast.headOfOffice, in: $0) }
      let (first, item) = try await given("2", database)
      try await database.write { transaction in
        try AcceptWork(item.id, on: first).perform(by: Cast.unitClerk, in: transaction)
        try AssignWork(item.id, on: first, instruction: "", places: [.init(.post(Cast.officerInCharge.post), .lead)])
          .perform(by: Cast.unitHead, in: transaction)
      }
      let (second, other) = try await given("3", database)
      // An act that fails gives its number back.
      _ = try? await database.write { transaction in
        try AcceptWork(other.id, on: second).perform(by: Cast.unitHead, in: transaction)
        throw Refusal(.conflict, "thôi")
      }
      try await database.write { try AcceptWork(other.id, on: second).perform(by: Cast.unitHead, in: $0) }
      #expect(try await numbers(database) == [1, 2])
      let entry = try await database.read {
        try UnitBookStore($0).entryLater(of: .incomingDocument(second), in: unit).get()
      }
      #expect(entry?.text == "2/2026")
      let page = try await database.read {
        try UnitBookScreen(actor: Cast.unitHead, transaction: $0).book(unit, year: 2026, after: 0, limit: 50)
      }
      #expect(page.lines.map(\.officers) == ["Bùi Quốc Khánh, Chuyên viên", ""])
      try await database.write { try SwitchUnitBook(unit, on: false).perform(by: Cast.leader, in: $0) }
      let (third, last) = try await given("4", database)
      try await database.write { try AcceptWork(last.id, on: third).perform(by: Cast.unitHead, in: $0) }
      #expect(try await numbers(database) == [1, 2], "switched off, it gives none, and keeps its lines")
    }
  }

  @Test("a document that the unit may see no longer keeps its number and nothing else") func recalled() async throws {
    try await withRegistry { database in
      try await database.write { try SwitchUnitBook(unit, on: true).perform(by: Cast.administrator, in: $0) }
      let (id, item) = try await given("1", database)
      try await database.write { transaction in
        try AcceptWork(item.id, on: id).perform(by: Cast.unitHead, in: transaction)
        try RecallWork(item.id, on: id, reason: "Giao nhầm").perform(by: Cast.leader, in: transaction)
      }
      let page = try await database.read {
        try UnitBookScreen(actor: Cast.unitHead, transaction: $0).book(unit, year: nil, after: 0, limit: 50)
      }
      #expect(page.lines.map(\.number) == [1] && page.lines[0].path == nil && page.lines[0].codeText == "")
    }
  }

  @Test("who switches it and who reads it") func rights() async throws {
    try await withRegistry { database in
      for actor in [Cast.registryClerk, Cast.unitHead, Cast.officerInCharge] {
        let refused = try await database.refusal { try SwitchUnitBook(unit, on: true).perform(by: actor, in: $0) }
        #expect(refused?.kind == .forbidden, "\(actor.personName)")
      }
      let foreign = try await database.refusal {
        try SwitchUnitBook(unit, on: true).perform(by: Cast.leaderOfAnotherAgency, in: $0)
      }
      #expect(foreign?.kind == .notFound)
      try await database.write { try SwitchUnitBook(unit, on: true).perform(by: Cast.leader, in: $0) }
      for (actor, reads) in [
        (Cast.unitClerk, true), (Cast.leader, true), (Cast.officerOfAnotherUnit, false), (Cast.headOfTwo, false),
        (Cast.leaderOfAnotherAgency, false),
      ] {
        let refused = try await database.refusal {
          _ = try UnitBookScreen(actor: actor, transaction: $0).book(unit, year: nil, after: 0, limit: 50)
        }
        #expect((refused == nil) == reads, "\(actor.personName)")
      }
    }
  }
}
