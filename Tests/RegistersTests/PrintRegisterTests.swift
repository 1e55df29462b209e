import Audit
import Database
import FileVault
import Foundation
import Jobs
import Kernel
import Logging
import Organization
import Papers
import TestSupport
import Testing

@testable import Registers

/// Lines for the tests of printing.
struct ExampleContents: RegisterContents {
  func rows(
    ofBookOf agency: AgencyID, _ entries: [RegisterEntry], in transaction: any Transaction
  ) throws -> [RecordReference: RegisterRow] {
    Dictionary(
      uniqueKeysWithValues: entries.map { entry in
        (
          entry.record,
          RegisterRow(
            arrivalDay: entry.day, number: entry.number, author: "Sở Tài chính tỉnh Cẩm Giang",
            codeText: "\(entry.record.number)/STC-NS", issuedDay: entry.day,
            typeAndSubject: "Công văn: Quyết toán kinh phí năm 2026")
        )
      })
  }

  func numberWasCancelled(
    of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {}
}

@Suite("DEN-09, PL6-6a in sổ") struct PrintRegisterTests {
  /// Books with a vault, and a runner of the print job.
  func withPress(_ body: (Books, JobRunner, FileVault) async throws -> Void) async throws {
    let migrations =
      AuditMigrations.all + JobsMigrations.all + FileVaultMigrations.all + OrganizationMigrations.all
      + RegistersMigrations.all
    try await withDatabase(migrations) { (database: any Database, folder: URL) in
      try await database.write { try ExampleBody.fill(in: $0) }
      let vault = try FileVault(folder: folder)
      let tools = await ToolRunner.detected(scratch: folder)
      let job = MakeRegisterPrint(
        contents: ExampleContents(), vault: vault, office: OfficeConversion(runner: tools))
      let runner = JobRunner(database: database, kinds: [job], logger: Logger(label: "test"))
      try await body(Books(database: database), runner, vault)
      try await runner.close()
      try await vault.close()
    }
  }

  func print(
    _ books: Books, _ book: RegisterBook.ID, _ range: PrintRegister.Range, by actor: Actor = Cast.registryClerk
  ) async throws -> RegisterPrint.ID {
    try await books.database.write {
      try PrintRegister(book, range, volume: 1, systemName: "Châu Bản").perform(by: actor, in: $0)
    }
  }

  @Test func aVolumeIsMadeOnceInFourFormatsAndKept() async throws {
    try await withPress { books, runner, vault in
      for record in 1...Int64(12) { try await books.take(record) }
      let book = try #require(try await books.all().first)
      try await books.cancel(5, in: book.id)
      let id = try await print(books, book.id, .numbers(from: 3, to: 500))
      try await runner.runAllDue()
      let made = try await books.database.read { try RegisterPrintStore($0).find(id, of: book.id) }
      #expect(made.numbers == 3...12 && made.rowCount == 10 && made.madeAt != nil)
      #expect(made.provenance.hasPrefix("\(Cast.registryClerk.personName), ") && made.provenance.hasSuffix("Châu Bản"))
      #expect(made.files.map(\.format.rawValue) == ["doc", "docx", "pdf", "xlsx"])
      for file in made.files { #expect(try vault.rehash(file.stored.hash) == nil) }
      try await runner.runAllDue()
      #expect(try await books.database.read { try RegisterPrintStore($0).find(id, of: book.id) } == made)
    }
  }

  @Test func aRangeOfDaysBecomesTheNumbersBetween() async throws {
    try await withPress { books, _, _ in
      let today = Instant(Day(number: 20_762), hour: 8)
      for (index, age) in [9, 4, 3, 6, 1].enumerated() {
        try await books.take(Int64(index), arrivedAt: today - .seconds(86_400 * age))
      }
      let book = try #require(try await books.all().first)
      let id = try await print(books, book.id, .days(from: today.day - 4, to: today.day - 3))
      let made = try await books.database.read { try RegisterPrintStore($0).find(id, of: book.id) }
      #expect(made.numbers == 2...3 && made.days == today.day - 4...today.day - 3)
    }
  }

  @Test func aBookOfPastDaysBearsTheNamesOfThoseDays() async throws {
    try await withBooks { books, clock in
      let id = try await books.take(1).book
      clock.advance(by: .seconds(40 * 86_400))
      try await books.take(2)
      try await books.database.write { transaction in
        let name = DatedName(name: "Tổng cục Địa chất số", shortName: "TCĐCS", validFrom: transaction.now.day - 1)
        try RenameAgency(agency: ExampleBody.generalDepartment, name: name, formVersion: 1)
          .perform(by: Cast.administrator, in: transaction)
      }
      let names = try await books.database.read { transaction in
        let book = try RegisterStore(transaction).find(id, visibleTo: Cast.registryClerk)
        let forms = RegisterForms(contents: ExampleContents(), transaction)
        return try ["2026-11", "2026-12"].map {
          try forms.book(book, month: $0, volume: 1, provenance: "").agencyName
        }
      }
      #expect(names == ["Tổng cục Quản lý Tài nguyên Địa chất", "Tổng cục Địa chất số"])
    }
  }

  @Test func emptyRangesAndStrangersAreRefused() async throws {
    try await withPress { books, _, _ in
      let taken = try await books.take(1)
      for range in [PrintRegister.Range.numbers(from: 2, to: 9), .numbers(from: 9, to: 2), .numbers(from: 0, to: 0)] {
        await #expect(throws: Refusal.self) { try await print(books, taken.book, range) }
      }
      await #expect(throws: Refusal.self) {
        try await print(books, taken.book, .numbers(from: 1, to: 1), by: Cast.officerInCharge)
      }
    }
  }
}
