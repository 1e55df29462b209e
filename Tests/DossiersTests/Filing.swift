import Access
import Audit
import Database
import Documents
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
import OutgoingDocuments
import Papers
import Registers
import SearchIndex
import TestSupport
import WebApp
import Work

@testable import Dossiers

/// A fresh database of the example body.
func withFiling<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  let migrations =
    WebAppMigrations.all + JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all
    + OrganizationMigrations.all + DocumentsMigrations.all + RegistersMigrations.all + SearchIndexMigrations.all
    + AccessMigrations.all + NotificationsMigrations.all + WorkMigrations.all + FilePlanMigrations.all
    + DossierMigrations.all
    + ExchangeMigrations.all + IncomingDocumentsModule.migrations + DraftMigrations.all
    + OutgoingDocumentsModule.migrations
  return try await withDatabase(migrations, clock: clock) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

/// Nothing is related to anything.
private struct NoMatters: RelatedMatters {
  func records(
    relatedTo record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordReference] { [] }
}

let flows = DossierFlows(
  directory: RecordDirectory([IncomingDocumentSource(), DraftSource(), OutgoingDocumentSource(), DossierSource()]),
  matters: NoMatters(), followers: [FiledByDossier(), OutgoingPages()])

extension DossierFacts {
  static func example(_ title: String = "Kiểm kê trữ lượng đá vôi năm 2026", day: Day = TestClock().now.day)
    -> DossierFacts
  {
    DossierFacts(title: title, retention: .years(20), startedOn: day)
  }
}

extension KeptFile {
  /// A file that is said to lie in the vault.
  static func example(_ letter: Character = "a", pages: Int? = 2) -> KeptFile {
    guard let hash = FileHash(String(repeating: letter, count: 64)) else { preconditionFailure("0 to f") }
    return KeptFile(
      name: "anh-\(letter).pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 13), pageCount: pages)
  }
}

extension Database {
  /// Opens as the officer in charge.
  @discardableResult func open(
    _ facts: DossierFacts = .example(), notation: String = "", by actor: Actor = Cast.officerInCharge,
    records: [RecordReference] = []
  ) async throws -> Dossier {
    let act = OpenDossier(facts, notation: notation, records: records)
    return try await write { try act.perform(by: actor, flows: flows, in: $0) }
  }

  func dossier(_ id: Dossier.ID, as actor: Actor = Cast.officerInCharge) async throws -> Dossier {
    try await read { try DossierStore($0).find(id, visibleTo: actor) }
  }

  /// A letter that the registry took in, given to the officer to read.
  func letter(
    _ number: String = "152", daysAgo: Int = 2, pages: Int = 3, seenBy posts: [PostID] = [Cast.officerInCharge.post],
    because duplicateReason: String = ""
  ) async throws -> RecordReference {
    try await write { transaction in
      var facts = IncomingFacts(arrivalDate: transaction.now.day)
      facts.issuerName = "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn"
      facts.numberText = number
      facts.notation = "SNNMT-KS"
      facts.issuedDate = transaction.now.day - daysAgo
      facts.typeKey = "congVan"
      facts.subject = "Về việc kiểm kê trữ lượng đá vôi năm 2026, phần \(number)"
      facts.pageCount = pages
      var act = RegisterIncomingDocument(facts: facts)
      act.overrideReason = duplicateReason
      let id = try act.perform(by: Cast.registryClerk, in: transaction).id
      let record = RecordReference.incomingDocument(id)
      try Access.grant(posts.map { .post($0) }, to: record, reason: .inform, in: transaction)
      return record
    }
  }

  func file(
    _ record: RecordReference, in dossier: Dossier.ID, by actor: Actor = Cast.officerInCharge
  ) async throws {
    try await write { _ = try FileIntoDossier(record, dossier: dossier).perform(by: actor, flows: flows, in: $0) }
  }

  func lines(_ dossier: Dossier.ID, as actor: Actor = Cast.officerInCharge) async throws -> [DossierLine] {
    try await read {
      let found = try DossierStore($0).find(dossier, visibleTo: actor)
      return try DossierContents(flows.directory, $0).lines(of: found, limit: 500, visibleTo: actor)
    }
  }

  func sees(_ record: RecordReference, _ actor: Actor) async throws -> Bool {
    try await read { try Access.maySee(record, actor: actor, in: $0) }
  }
}
