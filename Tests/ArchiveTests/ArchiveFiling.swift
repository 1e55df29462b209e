import Access
import Audit
import Database
import Documents
import Dossiers
import Drafts
import Exchange
import FilePlans
import FileVault
import IncomingDocuments
import Jobs
import Kernel
import Notifications
import Organization
import OutgoingDocuments
import Registers
import SearchIndex
import TestSupport
import WebApp
import Work

@testable import Archive

private struct NoMatters: RelatedMatters {
  func records(
    relatedTo record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordReference] { [] }
}

let flows = DossierFlows(
  directory: RecordDirectory([IncomingDocumentSource(), DossierSource(), ArchiveTransferSource()]),
  matters: NoMatters(), followers: [FiledByDossier()])

/// A fresh database of the example body, with the archive.
func withArchive<Answer>(_ body: (any Database) async throws -> Answer) async throws -> Answer {
  let migrations =
    WebAppMigrations.all + JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all
    + OrganizationMigrations.all + DocumentsMigrations.all + RegistersMigrations.all + SearchIndexMigrations.all
    + AccessMigrations.all + NotificationsMigrations.all + WorkMigrations.all + FilePlanMigrations.all
    + DossierMigrations.all + ExchangeMigrations.all + IncomingDocumentsModule.migrations + ArchiveMigrations.all
  return try await withDatabase(migrations, clock: TestClock()) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

let today = TestClock().now.day

extension Database {
  /// A closed dossier of the officer in charge with one letter in it.
  func closed(
    _ number: String = "152", retention: RetentionPeriod = .years(20), endedOn: Day = today - 3
  ) async throws -> Dossier {
    try await write { transaction in
      var facts = IncomingFacts(arrivalDate: transaction.now.day)
      facts.issuerName = "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn"
      (facts.numberText, facts.notation, facts.typeKey) = (number, "SNNMT-KS", "congVan")
      (facts.issuedDate, facts.pageCount) = (transaction.now.day - 3, 3)
      facts.subject = "Về việc kiểm kê trữ lượng đá vôi, phần \(number)"
      let id = try RegisterIncomingDocument(facts: facts).perform(by: Cast.registryClerk, in: transaction).id
      let record = RecordReference.incomingDocument(id)
      try Access.grant([.post(Cast.officerInCharge.post)], to: record, reason: .inform, in: transaction)
      let dossier = try OpenDossier(
        DossierFacts(title: "Hồ sơ \(number)", retention: retention, startedOn: today - 400), records: [record]
      ).perform(by: Cast.officerInCharge, flows: flows, in: transaction)
      return try CloseDossier(
        dossier.id, retention: retention, endedOn: endedOn, isReviewed: true, formVersion: dossier.version
      ).perform(by: Cast.officerInCharge, flows: flows, in: transaction)
    }
  }

  func dossier(_ id: Dossier.ID, as actor: Actor = Cast.officerInCharge) async throws -> Dossier {
    try await read { try DossierStore($0).find(id, visibleTo: actor) }
  }

  func submit(
    _ dossiers: [Dossier], by actor: Actor = Cast.officerInCharge
  ) async throws -> SubmitToArchive.Outcome {
    try await write { transaction in
      let chosen = try dossiers.map {
        ChosenDossier($0.id, version: try DossierStore(transaction).find($0.id, visibleTo: actor).version)
      }
      return try SubmitToArchive(chosen).perform(by: actor, flows: flows, in: transaction)
    }
  }

  func decide(
    _ dossier: Dossier, _ decision: DecideSubmission.Decision, by actor: Actor = Cast.archivist
  ) async throws {
    try await write { transaction in
      let version = try DossierStore(transaction).find(dossier.id, visibleTo: actor).version
      try DecideSubmission(dossier.id, decision, formVersion: version).perform(by: actor, flows: flows, in: transaction)
    }
  }

  func lines(_ transfer: ArchiveTransfer) async throws -> [ArchiveTransferLine] {
    try await read { try ArchiveTransferStore($0).lines(of: transfer.id) }
  }

  func found(_ transfer: ArchiveTransfer, as actor: Actor = Cast.archivist) async throws -> ArchiveTransfer {
    try await read { try ArchiveTransferStore($0).find(transfer.id, visibleTo: actor) }
  }
}
