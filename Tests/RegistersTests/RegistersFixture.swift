import Audit
import Database
import FileVault
import Kernel
import Organization
import Registers
import TestSupport

/// A fresh database with the example body, and short words for what the tests of books do.
func withBooks(
  at start: Instant = Instant(Day(number: 20_762), hour: 8, minute: 30),
  _ body: (Books, TestClock) async throws -> Void
) async throws {
  let clock = TestClock(start)
  try await withDatabase(
    AuditMigrations.all + FileVaultMigrations.all + OrganizationMigrations.all + RegistersMigrations.all, clock: clock
  ) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    try await body(Books(database: database), clock)
  }
}

struct Books: Sendable {
  let database: any Database

  /// Stands for the act that registers a document: takes the number last.
  @discardableResult
  func take(
    _ record: Int64, by actor: Actor = Cast.registryClerk, arrivedAt: Instant? = nil, bookName: String = "",
    failing: Bool = false
  ) async throws -> TakenNumber {
    try await database.write { transaction in
      let taken = try TakeNumber(
        for: RecordReference(code: "example", number: record), .incoming, bookName: bookName,
        arrivedAt: arrivedAt ?? transaction.now
      ).perform(by: actor, in: transaction)
      if failing { throw Refusal(.conflict, "Thử hủy bỏ giữa chừng.") }
      return taken
    }
  }

  @discardableResult
  func open(_ act: OpenRegister, by actor: Actor = Cast.registryClerk) async throws -> RegisterBook {
    try await database.write { try act.perform(by: actor, in: $0) }
  }

  func close(_ book: RegisterBook, by actor: Actor = Cast.registryClerk) async throws {
    try await database.write { try CloseRegister(book.id, formVersion: book.version).perform(by: actor, in: $0) }
  }

  func cancel(
    _ number: Int, in book: RegisterBook.ID, reason: String = "Gửi nhầm cơ quan", by actor: Actor = Cast.registryClerk,
    telling contents: any RegisterContents = BookContents()
  ) async throws {
    try await database.write {
      try CancelNumber(book, number: number, reason: reason).perform(by: actor, telling: contents, in: $0)
    }
  }

  func book(_ id: RegisterBook.ID, as actor: Actor = Cast.registryClerk) async throws -> RegisterBook {
    try await database.read { try RegisterStore($0).find(id, visibleTo: actor) }
  }

  func all(as actor: Actor = Cast.registryClerk) async throws -> [RegisterBook] {
    try await database.read { try RegisterStore($0).books(visibleTo: actor) }
  }

  func check(_ id: RegisterBook.ID, as actor: Actor = Cast.registryClerk) async throws -> RegisterCheck {
    try await database.read { try RegisterCheckStore($0).check(id, visibleTo: actor) }
  }

  func story(of record: RecordReference) async throws -> [String] {
    try await database.read { try AuditStore($0).story(of: record).compactMap(\.sentence) }
  }
}
