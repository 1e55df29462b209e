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
import Papers
import Registers
import SearchIndex
import TestSupport
import Work

@testable import Copies

/// A fresh database of the example body whose leader signs, and whose head of office signs copies by order.
func withCopies<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  let migrations =
    JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all + OrganizationMigrations.all
    + DocumentsMigrations.all + RegistersMigrations.all + SearchIndexMigrations.all + AccessMigrations.all
    + NotificationsMigrations.all + WorkMigrations.all + FilePlanMigrations.all
    + DossierMigrations.all + ExchangeMigrations.all
    + IncomingDocumentsModule.migrations
    + DraftMigrations.all
    + OutgoingDocumentsModule.migrations + CopyMigrations.all
  return try await withDatabase(migrations, clock: clock) { database in
    try await database.write { transaction in
      try ExampleBody.fill(in: transaction)
      for terms in powers(on: transaction.now.day) {
        _ = try LaySigningPower(terms).perform(by: Cast.headOfOffice, in: transaction)
      }
    }
    return try await body(database)
  }
}

private func powers(on day: Day) -> [SigningPower.Terms] {
  [
    .init(post: Cast.leader.post, capacity: .direct, validFrom: day - 30),
    .init(
      post: Cast.headOfOffice.post, capacity: .byOrder, typeKeys: [SigningPower.copyKey], basis: "Quy chế làm việc",
      validFrom: day - 30),
    .init(
      post: Cast.unitHead.post, capacity: .byOrder, typeKeys: ["giayMoi"], basis: "Quy chế làm việc",
      validFrom: day - 30),
  ]
}

extension KeptFile {
  static func example(_ letter: Character = "a") -> KeptFile {
    guard let hash = FileHash(String(repeating: letter, count: 64)) else { preconditionFailure("0 to f") }
    return KeptFile(
      name: "van-ban.pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 13), pageCount: 3)
  }
}

extension Database {
  /// An issued letter with a read file of three pages that says `text`.
  func issued(_ text: String = "Kính gửi các đơn vị", letter: Character = "a") async throws -> CopySource {
    let clerk = Cast.registryClerk
    return try await write { transaction in
      var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
      (facts.typeKey, facts.subject) = ("congVan", "Kiểm kê tài sản công")
      (facts.signerName, facts.signerPosition) = ("Trần Văn Quang", "Tổng cục trưởng")
      facts.unit = ExampleBody.mineralsUnit
      var act = NumberOutgoingDocument(facts: facts)
      act.recipients = ["Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang"]
      (act.files, act.isVouchedOpen) = ([.example(letter)], true)
      var reading = PaperReading(pageCount: 3)
      reading.text.pages = [
        PageText(
          page: 1, origin: .textLayer,
          words: text.split(separator: "\n").enumerated().flatMap { index, line in
            line.split(separator: " ").map {
              PageWord(
                text: String($0), box: PageBox(left: 0, top: 0, width: 0.1, height: 0.01), line: index, block: index)
            }
          })
      ]
      act.readings = [act.files[0].stored.hash: reading]
      let made = try act.perform(by: clerk, in: transaction)
      let issue = IssueOutgoingDocument(made.id, formVersion: 1)
      _ = try issue.perform(by: clerk, in: transaction)
      let record = RecordReference.outgoingDocument(made.id)
      let file = try CopiedDocumentStore(transaction).find(record, visibleTo: clerk).1[0]
      return CopySource(record, file: file.id)
    }
  }

  /// Asks as whoever may see the document.
  @discardableResult
  func ask(
    _ source: CopySource, by actor: Actor = Cast.unitHead, of decider: Actor = Cast.leader,
    _ change: @escaping @Sendable (inout AskCopy) -> Void = { _ in }
  ) async throws -> DocumentCopy {
    try await write { transaction in
      var act = AskCopy(
        CopyTerms(
          form: .fullCopy, way: CopyWay(from: .electronic, to: .paper), source: source,
          recipients: ["Vụ Pháp chế", "Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang"], amount: 2,
          purpose: "Gửi kèm hồ sơ thẩm định", decider: decider.post))
      change(&act)
      return try act.perform(by: actor, in: transaction)
    }
  }

  func find(_ id: DocumentCopy.ID, as actor: Actor = Cast.registryClerk) async throws -> DocumentCopy {
    try await read { try DocumentCopyStore($0).find(id, visibleTo: actor) }
  }

  @discardableResult
  func decide(
    _ copy: DocumentCopy, by actor: Actor = Cast.leader, approves: Bool = true, note: String = ""
  ) async throws -> DocumentCopy {
    try await write {
      try DecideCopy(copy.id, approves: approves, note: note, formVersion: copy.version).perform(by: actor, in: $0)
    }
  }

  @discardableResult
  func number(_ copy: DocumentCopy, by actor: Actor = Cast.registryClerk) async throws -> (
    copy: DocumentCopy, code: String
  ) {
    try await write { try NumberCopy(copy.id, formVersion: copy.version).perform(by: actor, in: $0) }
  }

  /// Asked, decided and numbered.
  func numbered(_ source: CopySource) async throws -> DocumentCopy {
    try await number(decide(ask(source))).copy
  }
}
