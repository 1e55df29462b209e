import Access
import Audit
import Database
import Documents
import FileVault
import Foundation
import Identity
import Jobs
import Kernel
import Notifications
import Organization
import Papers
import SearchIndex
import TestSupport
import Work

@testable import Drafts

/// A fresh database of the example body, in which the leader and the deputy may sign.
func withDrafts<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  let migrations =
    JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all + OrganizationMigrations.all
    + DocumentsMigrations.all + SearchIndexMigrations.all + AccessMigrations.all + NotificationsMigrations.all
    + WorkMigrations.all + DraftMigrations.all
  return try await withDatabase(migrations, clock: clock) { database in
    try await database.write { transaction in
      try ExampleBody.fill(in: transaction)
      try LaySigningPower(.init(post: Cast.leader.post, capacity: .direct, validFrom: transaction.now.day - 300))
        .perform(by: Cast.headOfOffice, in: transaction)
    }
    return try await body(database)
  }
}

extension DraftFacts {
  /// A usual letter to another agency; tests change what they are about.
  static let example = DraftFacts(
    typeKey: "congVan", subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026", signer: Cast.leader.post,
    recipients: [
      DraftRecipient(.agency(Cast.leaderOfAnotherAgency.agency), name: Cast.leaderOfAnotherAgency.agencyName)
    ])
}

/// A Word file of these bytes, as the vault would have it.
func file(_ mark: Int, name: String = "du-thao.docx", kind: FileKind = .docx, text: String = "Kính gửi")
  -> DraftFileToAdd
{
  let hash = FileHash(String(repeating: String(mark % 10), count: 64))
  return DraftFileToAdd(
    KeptFile(name: name, kind: kind, stored: StoredFile(hash: hash!, bytes: 1000), pageCount: 1), text: text)
}

/// Every step of a draft's life, as its usual person does it; each begins where the one before ended.
enum Reach: String, CaseIterable, Sendable {
  case ordered, drafting, content, coordinating, form, signing, returned, toDrafter, withdrawn, signed, numbered,
    issued, cancelled

  var progress: DraftProgress {
    switch self {
    case .ordered: .assigned
    case .drafting: .drafting
    case .content: .content
    case .coordinating: .coordinating
    case .form: .form
    case .signing: .signing
    case .returned, .toDrafter: .returned
    case .withdrawn: .withdrawn
    case .signed: .signed
    case .numbered: .numbered
    case .issued: .issued
    case .cancelled: .cancelled
    }
  }
}

extension Database {
  /// Brings a new draft as far as that.
  func draft(_ reach: Reach, _ facts: DraftFacts = .example) async throws -> Draft.ID {
    try await write { try Drafting.draft(reach, facts, in: $0) }
  }

  func find(_ id: Draft.ID, as actor: Actor = Cast.officerInCharge) async throws -> Draft {
    try await read { try DraftStore($0).find(id, visibleTo: actor) }
  }

  func count(_ table: String) async throws -> Int {
    try await read { try $0.rows(SQL(stringLiteral: "SELECT COUNT(*) AS n FROM \(table)"))[0].get("n") }
  }

  /// What it is refused with; nil when it is not.
  func refusal(_ act: @escaping @Sendable (any Transaction) throws -> Void) async throws -> Refusal? {
    do {
      try await write { try act($0) }
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }
}

enum Drafting {
  static let way = DraftWay(content: .leadUnit, coordinating: [ExampleBody.legalUnit], form: .office)

  static func draft(_ reach: Reach, _ facts: DraftFacts, in transaction: any Transaction) throws -> Draft.ID {
    let id = try CreateDraft(facts, drafter: Cast.officerInCharge.post).perform(by: Cast.unitHead, in: transaction)
    if reach == .ordered { return id }
    try AcceptDraft(id).perform(by: Cast.officerInCharge, in: transaction)
    try AddDraftVersion(id, main: file(1), annexes: [file(2, name: "phu-luc.xlsx", kind: .xlsx)], purpose: "", seen: 0)
      .perform(by: Cast.officerInCharge, in: transaction)
    if reach == .drafting { return id }
    if reach == .cancelled {
      try CancelDraft(id, reason: "Không cần nữa").perform(by: Cast.unitHead, in: transaction)
      return id
    }
    try SubmitDraft(id, way: way).perform(by: Cast.officerInCharge, in: transaction)
    if reach == .content { return id }
    if reach == .withdrawn {
      try WithdrawDraft(id, reason: "Sửa số liệu").perform(by: Cast.officerInCharge, in: transaction)
      return id
    }
    if reach == .toDrafter {
      try ReturnDraft(item(id, transaction), on: id, reason: "Thiếu số liệu").perform(
        by: Cast.unitHead, in: transaction)
      return id
    }
    try PassDraft(item(id, transaction), on: id).perform(by: Cast.unitHead, in: transaction)
    if reach == .coordinating { return id }
    try PassDraft(item(id, transaction), on: id).perform(by: Cast.headOfTwo, in: transaction)
    if reach == .form { return id }
    if reach == .returned {
      try ReturnDraft(item(id, transaction), on: id, reason: "Sai thể thức").perform(
        by: Cast.headOfOffice, in: transaction)
      return id
    }
    try PassDraft(item(id, transaction), on: id).perform(by: Cast.headOfOffice, in: transaction)
    if reach == .signing { return id }
    try SignDraft(item(id, transaction), on: id, seen: 1).perform(by: Cast.leader, in: transaction)
    // As the module that numbers and issues says it.
    if reach == .numbered { try DraftStore(transaction).setOutgoing(.numbered, of: id) }
    if reach == .issued { try DraftStore(transaction).setOutgoing(.issued, of: id) }
    return id
  }

  /// The work of the station at which it stands; of a draft that stands at none, its last work.
  static func item(_ id: Draft.ID, _ transaction: any Transaction) throws -> WorkItem.ID {
    let items = try WorkStore(transaction).items(of: .draft(id))
    let way = items.filter { $0.kind != .writeDraft && $0.kind != .opinionOnDraft }
    return (way.last { $0.isOpen } ?? way.last ?? items[0]).id
  }
}
