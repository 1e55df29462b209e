import Access
import Audit
import Database
import Documents
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
import Papers
import Registers
import SearchIndex
import TestSupport
import WebApp
import Work

@testable import Disposal
@testable import Dossiers

/// A fresh database of the example body.
func withDisposing<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  let migrations =
    WebAppMigrations.all + JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all
    + OrganizationMigrations.all + DocumentsMigrations.all + RegistersMigrations.all + SearchIndexMigrations.all
    + AccessMigrations.all + NotificationsMigrations.all + WorkMigrations.all + FilePlanMigrations.all
    + DossierMigrations.all + ExchangeMigrations.all + IncomingDocumentsModule.migrations + DraftMigrations.all
    + OutgoingDocumentsModule.migrations + DisposalMigrations.all
  return try await withDatabase(migrations, clock: clock) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

/// Nothing is related to anything.
private struct NoMatters: RelatedMatters {
  func records(
    relatedTo record: RecordReference, visibleTo actor: Kernel.Actor, in transaction: any Transaction
  ) throws -> [RecordReference] { [] }
}

let flows = DossierFlows(
  directory: RecordDirectory([IncomingDocumentSource(), DossierSource()]), matters: NoMatters(), followers: [])

extension KeptFile {
  /// A signed decision that is said to lie in the vault.
  static var decision: KeptFile {
    guard let hash = FileHash(String(repeating: "d", count: 64)) else { preconditionFailure("0 to f") }
    return KeptFile(name: "quyet-dinh.pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 13), pageCount: 1)
  }
}

extension Database {
  @discardableResult func open(_ title: String = "Hồ sơ kiểm tra mỏ đá vôi", retention: RetentionPeriod = .years(3))
    async throws -> Dossier
  {
    try await write { transaction in
      try OpenDossier(
        DossierFacts(title: title, retention: retention, startedOn: transaction.now.day)
      ).perform(by: Cast.officerInCharge, flows: flows, in: transaction)
    }
  }

  /// A dossier whose work ended in a year, as the archive or its unit has it now.
  func ended(
    _ title: String = "Hồ sơ kiểm tra mỏ đá vôi", in year: Int = 2015, retention: RetentionPeriod = .years(10),
    state: Dossier.State = .archived
  ) async throws -> Dossier {
    let opened = try await open(title, retention: retention)
    return try await write { transaction in
      try transaction.run(
        """
        UPDATE dossiers SET state = \(state), ended_on = \("\(year)-08-12"), closed_at = \(transaction.now),
          closed_by = 'Bùi Quốc Khánh' WHERE id = \(opened.id)
        """)
      guard let found = try DossierStore(transaction).findForJob(opened.id) else { throw DossierStore.missing }
      try DossierStore(transaction).save(found, from: found.version)
      return try DossierStore(transaction).find(opened.id, visibleTo: Cast.archivist)
    }
  }

  func dossier(_ id: Dossier.ID) async throws -> Dossier {
    try await read { try DossierStore($0).find(id, visibleTo: Cast.archivist) }
  }

  func expired(by actor: Kernel.Actor = Cast.archivist) async throws -> [Dossier.ID] {
    try await read { try EndedDossierStore($0).expired(limit: 100, by: actor).map(\.id) }
  }

  func review(_ id: DisposalReview.ID) async throws -> DisposalReview {
    try await read { try DisposalReviewStore($0).find(id, visibleTo: Cast.archivist) }
  }

  func begun(with dossiers: [Dossier] = []) async throws -> DisposalReview.ID {
    try await write { transaction in
      let review = try BeginReview(name: "Xét hủy năm 2026").perform(by: Cast.archivist, in: transaction)
      if !dossiers.isEmpty {
        try FillReview(review.id, .some(dossiers.map(\.id)), formVersion: 1).perform(
          by: Cast.archivist, in: transaction)
      }
      return review.id
    }
  }

  /// Before its council, which has three members.
  func submitted(with dossiers: [Dossier]) async throws -> DisposalReview.ID {
    let id = try await begun(with: dossiers)
    let seats = council
    try await write { transaction in
      let version = try DisposalReviewStore(transaction).find(id, visibleTo: Cast.archivist).version
      _ = try AppointCouncil(id, seats, formVersion: version).perform(by: Cast.archivist, in: transaction)
      try SubmitReview(id, formVersion: version + 1).perform(by: Cast.archivist, in: transaction)
    }
    return id
  }

  var council: [(post: PostID, role: CouncilMember.Role)] {
    [(Cast.deputyLeader.post, .chair), (Cast.archivist.post, .secretary), (Cast.unitHead.post, .member)]
  }

  func agree(_ id: DisposalReview.ID) async throws {
    for actor in [Cast.deputyLeader, Cast.archivist, Cast.unitHead] {
      try await write { try SpeakInCouncil(id, .agree).perform(by: actor, in: $0) }
    }
  }

  func decide(_ id: DisposalReview.ID, by actor: Kernel.Actor = Cast.leader) async throws -> DisposalReview {
    let version = try await review(id).version
    return try await write { transaction in
      try DecideReview(
        id, code: "12/QĐ-TCĐC", on: transaction.now.day, file: .decision, formVersion: version
      ).perform(by: actor, in: transaction)
    }
  }
}
