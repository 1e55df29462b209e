import Database
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

@Suite("HS-03 PL6-44 mở hồ sơ từ danh mục") struct PlannedDossierTests {
  /// An issued plan of this year with two dossiers of the officer's unit: 01.KS and 02.KS.
  private func plan(_ database: any Database) async throws -> [FilePlanEntry.ID] {
    try await database.write { transaction in
      let year = transaction.now.day.year
      let plan = try MakeFilePlan(year: year, numbering: .plan).perform(by: Cast.archivist, in: transaction)
      let heading = try AddFilePlanHeading(plan.id, under: nil, title: "Quản lý khoáng sản", abbreviation: "KS")
        .perform(by: Cast.archivist, in: transaction)
      for title in ["Kiểm kê trữ lượng", "Cấp phép khai thác"] {
        let maker = FilePlanMaker(unit: ExampleBody.mineralsUnit, name: "Vụ Khoáng sản")
        _ = try AddFilePlanEntry(
          plan.id, under: heading.id, .init(title: title, retention: .years(20), maker: maker)
        ).perform(by: Cast.archivist, in: transaction)
      }
      func version() throws -> Int {
        try FilePlanStore(transaction).find(plan.id, visibleTo: Cast.archivist).version
      }
      _ = try ProposeFilePlan(plan.id, formVersion: version()).perform(by: Cast.archivist, in: transaction)
      _ = try ApproveFilePlan(plan.id, formVersion: version()).perform(by: Cast.leader, in: transaction)
      _ = try IssueFilePlan(
        plan.id, decisionCode: "45/QĐ-TCTNĐC", on: transaction.now.day, formVersion: version()
      ).perform(by: Cast.registryClerk, in: transaction)
      return try FilePlanStore(transaction).openable(in: year, for: Cast.officerInCharge).map(\.id)
    }
  }

  private func open(
    _ entry: FilePlanEntry.ID, _ facts: DossierFacts = .example(), in database: any Database
  ) async throws -> Dossier {
    try await database.write {
      try OpenDossier(facts, planEntry: entry).perform(by: Cast.officerInCharge, flows: flows, in: $0)
    }
  }

  @Test func takesItsNumberFromThePlanAndIsOpenedOnce() async throws {
    try await withFiling { database in
      let entries = try await plan(database)
      let dossier = try await open(entries[0], in: database)
      #expect(dossier.code.notation == "01.KS")
      #expect(dossier.planEntry == entries[0])
      let twice = await #expect(throws: Refusal.self) { try await open(entries[0], in: database) }
      #expect(twice?.kind == .conflict)
    }
  }

  @Test func leavesThePlansNumbersFree() async throws {
    try await withFiling { database in
      let entries = try await plan(database)
      #expect(try await database.open().code.notation == "03.KS")
      let refusal = await #expect(throws: Refusal.self) { try await database.open(notation: "02.KS") }
      #expect(refusal?.messages(at: DossierField.notation).isEmpty == false)
      #expect(try await open(entries[1], in: database).code.notation == "02.KS")
    }
  }

  @Test func refusesADayOfAnotherYear() async throws {
    try await withFiling { database in
      let entries = try await plan(database)
      let last = DossierFacts.example(day: TestClock().now.day - 366)
      let refusal = await #expect(throws: Refusal.self) { try await open(entries[0], last, in: database) }
      #expect(refusal?.messages(at: DossierField.startedOn).isEmpty == false)
    }
  }
}
