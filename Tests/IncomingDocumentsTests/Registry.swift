import Access
import Audit
import Database
import Documents
import Exchange
import FileVault
import Foundation
import Identity
import Jobs
import Kernel
import Notifications
import Organization
import Registers
import SearchIndex
import TestSupport
import Work

@testable import IncomingDocuments

/// A registry in a fresh database of the example body.
func withRegistry<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  let migrations =
    JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all + OrganizationMigrations.all
    + DocumentsMigrations.all + RegistersMigrations.all + SearchIndexMigrations.all + AccessMigrations.all
    + NotificationsMigrations.all + WorkMigrations.all + ExchangeMigrations.all
    + IncomingDocumentMigrations.all
  return try await withDatabase(migrations, clock: clock) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

extension IncomingFacts {
  /// A usual incoming letter; tests change what they are about.
  static func example(number: String = "152", day: Day = TestClock().now.day) -> IncomingFacts {
    var facts = IncomingFacts(arrivalDate: day)
    facts.issuerName = "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn"
    facts.numberText = number
    facts.notation = "SNNMT-KS"
    facts.issuedDate = day - 2
    facts.typeKey = "congVan"
    facts.subject = "Về việc kiểm kê trữ lượng đá vôi năm 2026"
    return facts
  }
}

extension Database {
  /// Registers as the registry clerk.
  func register(
    _ facts: IncomingFacts = .example(), by actor: Actor = Cast.registryClerk,
    _ change: @Sendable (inout RegisterIncomingDocument) -> Void = { _ in }
  ) async throws -> RegisterIncomingDocument.Outcome {
    var act = RegisterIncomingDocument(facts: facts)
    change(&act)
    return try await write { [act] in try act.perform(by: actor, in: $0) }
  }

  func find(
    _ id: IncomingDocument.ID, as actor: Actor = Cast.registryClerk
  ) async throws -> IncomingDocument {
    try await read { try IncomingDocumentStore($0).find(id, visibleTo: actor) }
  }

  func count(_ table: String) async throws -> Int {
    try await read { try $0.rows(SQL(stringLiteral: "SELECT COUNT(*) AS n FROM \(table)"))[0].get("n") }
  }
}
