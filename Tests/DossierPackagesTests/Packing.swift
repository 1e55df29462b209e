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
import Identity
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

@testable import DossierPackages

/// A fresh database of the example body beside a vault of its own.
struct Packing {
  let database: any Database
  let vault: FileVault
  let runner: ToolRunner

  static func with<Answer>(
    _ body: (Packing) async throws -> Answer
  ) async throws -> Answer {
    let migrations =
      WebAppMigrations.all + JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all
      + OrganizationMigrations.all + IdentityMigrations.all + DocumentsMigrations.all + RegistersMigrations.all
      + SearchIndexMigrations.all
      + AccessMigrations.all + NotificationsMigrations.all + WorkMigrations.all + FilePlanMigrations.all
      + DossierMigrations.all + ExchangeMigrations.all + IncomingDocumentsModule.migrations + DraftMigrations.all
      + OutgoingDocumentsModule.migrations + DossierPackageMigrations.all
    let folder = FileManager.default.temporaryDirectory.appending(path: "packing-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let vault = try FileVault(folder: folder)
    let answer = try await withDatabase(migrations) { database in
      try await database.write { transaction in
        try ExampleBody.fill(in: transaction)
        try ExampleAccounts.fill(passwordHash: "$argon2id$invented", in: transaction)
      }
      let runner = await ToolRunner(sandbox: .detected(), scratch: folder)
      return try await body(Packing(database: database, vault: vault, runner: runner))
    }
    try await vault.close()
    return answer
  }

  /// Nothing is related to anything.
  private struct NoMatters: RelatedMatters {
    func records(
      relatedTo record: RecordReference, visibleTo actor: Kernel.Actor, in transaction: any Transaction
    ) throws -> [RecordReference] { [] }
  }

  let flows = DossierFlows(
    directory: RecordDirectory([IncomingDocumentSource(), DraftSource(), OutgoingDocumentSource(), DossierSource()]),
    matters: NoMatters(), followers: [FiledByDossier()])

  /// A file of the vault.
  func kept(_ name: String, _ kind: FileKind, _ bytes: [UInt8], pages: Int?) async throws -> KeptFile {
    let staged = try await vault.receive(bytes)
    try await vault.keep(staged)
    return KeptFile(name: name, kind: kind, stored: staged.stored, pageCount: pages)
  }

  /// A closed dossier of an incoming letter with words that XML must not break on, and a file of its own.
  func closedDossier() async throws -> Dossier {
    let scan = try await kept("cong-van.pdf", .pdf, MadePDF.of(["Về việc kiểm kê"]), pages: 1)
    let note = try await kept("ghi-chep.txt", .text, Array("Ghi chép hiện trường".utf8), pages: nil)
    let flows = flows
    return try await database.write { transaction in
      var facts = IncomingFacts(arrivalDate: transaction.now.day)
      facts.issuerName = "Sở Nông nghiệp & Môi trường <Trường Sơn>"
      (facts.numberText, facts.notation) = ("152", "SNNMT-KS")
      (facts.issuedDate, facts.typeKey) = (transaction.now.day - 3, "congVan")
      facts.subject = "Về việc \"kiểm kê\" trữ lượng đá vôi năm 2026"
      (facts.pageCount, facts.signerName, facts.signerPosition) = (1, "Lý Văn Sáu", "Giám đốc")
      var registering = RegisterIncomingDocument(facts: facts)
      (registering.files, registering.isVouchedOpen) = ([scan], true)
      let letter = try registering.perform(by: Cast.registryClerk, in: transaction).id
      let record = RecordReference.incomingDocument(letter)
      try Access.grant([.post(Cast.officerInCharge.post)], to: record, reason: .inform, in: transaction)
      let head = DossierFacts(
        title: "Kiểm kê trữ lượng đá vôi năm 2026", retention: .years(20), startedOn: transaction.now.day - 3,
        keyword: "đá vôi", note: "Có bản đồ kèm theo")
      let dossier = try OpenDossier(head, records: [record])
        .perform(by: Cast.officerInCharge, flows: flows, in: transaction)
      _ = try AddDossierFiles(dossier.id, [.init(note)], title: "Ghi chép", datedOn: nil, isVouchedOpen: true)
        .perform(by: Cast.officerInCharge, in: transaction)
      let now = try DossierStore(transaction).find(dossier.id, visibleTo: Cast.officerInCharge)
      return try CloseDossier(now.id, retention: .years(20), endedOn: nil, isReviewed: true, formVersion: now.version)
        .perform(by: Cast.officerInCharge, flows: flows, in: transaction)
    }
  }
}
