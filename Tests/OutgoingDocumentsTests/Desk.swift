import Access
import Audit
import Database
import Documents
import Dossiers
import Drafts
import Exchange
import FilePlans
import FileVault
import Foundation
import IncomingDocuments
import Jobs
import Kernel
import Notifications
import Organization
import Papers
import Registers
import SearchIndex
import TestSupport
import Work

@testable import OutgoingDocuments

/// The registry's desk in a fresh database of the example body.
func withDesk<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  let migrations =
    JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all + OrganizationMigrations.all
    + DocumentsMigrations.all + RegistersMigrations.all + SearchIndexMigrations.all + AccessMigrations.all
    + NotificationsMigrations.all + WorkMigrations.all + FilePlanMigrations.all
    + DossierMigrations.all + ExchangeMigrations.all
    + IncomingDocumentsModule.migrations
    + DraftMigrations.all
    + OutgoingDocumentsModule.migrations
  return try await withDatabase(migrations, clock: clock) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

extension NumberOutgoingDocument {
  /// A usual signed letter; tests change what they are about.
  static func example(_ subject: String = "Kiểm kê tài sản công năm 2026", signedAt: Instant) -> NumberOutgoingDocument
  {
    var facts = OutgoingFacts(issuedDate: signedAt.day, signedAt: signedAt)
    facts.typeKey = "congVan"
    facts.subject = subject
    facts.signerName = "Trần Văn Quang"
    facts.signerPosition = "Tổng cục trưởng"
    facts.unit = ExampleBody.mineralsUnit
    var act = NumberOutgoingDocument(facts: facts)
    act.recipients = ["Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang", "Vụ Pháp chế"]
    return act
  }
}

extension KeptFile {
  /// A file that is said to lie in the vault.
  static func example(_ letter: Character = "a", _ name: String = "van-ban.pdf", _ kind: FileKind = .pdf) -> KeptFile {
    guard let hash = FileHash(String(repeating: letter, count: 64)) else { preconditionFailure("0 to f") }
    return KeptFile(name: name, kind: kind, stored: StoredFile(hash: hash, bytes: 13), pageCount: 1)
  }
}

extension Database {
  /// Numbers as the registry clerk.
  @discardableResult
  func number(
    by actor: Actor = Cast.registryClerk,
    _ change: @escaping @Sendable (inout NumberOutgoingDocument) -> Void = { _ in }
  ) async throws -> NumberOutgoingDocument.Outcome {
    try await write { transaction in
      var act = NumberOutgoingDocument.example(signedAt: transaction.now)
      change(&act)
      return try act.perform(by: actor, in: transaction)
    }
  }

  /// The same with a file that was opened already, ready to be issued.
  func numberReady(
    by actor: Actor = Cast.registryClerk,
    _ change: @escaping @Sendable (inout NumberOutgoingDocument) -> Void = { _ in }
  ) async throws -> OutgoingDocument.ID {
    let outcome = try await number(by: actor) { act in
      act.files = [.example()]
      act.isVouchedOpen = true
      change(&act)
    }
    try await write { transaction in
      for file in try OutgoingFileStore(transaction).list(of: outcome.id) {
        try OutgoingFileStore(transaction).saveReading(PaperReading(pageCount: 1), of: file.id)
      }
    }
    return outcome.id
  }

  func find(_ id: OutgoingDocument.ID, as actor: Actor = Cast.registryClerk) async throws -> OutgoingDocument {
    try await read { try OutgoingDocumentStore($0).find(id, visibleTo: actor) }
  }

  func recipients(of id: OutgoingDocument.ID) async throws -> [OutgoingRecipient] {
    try await read { try OutgoingRecipientStore($0).list(of: id) }
  }

  @discardableResult
  func issue(_ id: OutgoingDocument.ID, by actor: Actor = Cast.registryClerk) async throws -> OutgoingDocument {
    let version = try await find(id, as: actor).version
    return try await write { try IssueOutgoingDocument(id, formVersion: version).perform(by: actor, in: $0) }
  }

  func reserve(
    _ typeKey: String = "congVan", by actor: Actor = Cast.registryClerk, days: Int = 5
  ) async throws -> NumberReservation {
    try await write { transaction in
      var act = ReserveOutgoingNumber(expiresOn: transaction.now.day + days)
      (act.typeKey, act.unit) = (typeKey, ExampleBody.mineralsUnit)
      (act.owner, act.reason) = ("Vụ Khoáng sản", "đã ký, chờ phụ lục")
      return try act.perform(by: actor, in: transaction)
    }
  }

  func check(as actor: Actor = Cast.registryClerk) async throws -> [RegisterCheck] {
    try await read { transaction in
      try RegisterStore(transaction).books(visibleTo: actor).filter { $0.kind == .outgoing }.map {
        try RegisterCheckStore(transaction).check($0.id, visibleTo: actor)
      }
    }
  }
}
