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
import OutgoingDocuments
import Papers
import Registers
import SearchIndex
import TestSupport
import WebApp
import Work

@testable import ReportCollections

/// A fresh database of the example body.
func withCollections<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  let migrations =
    WebAppMigrations.all + JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all
    + OrganizationMigrations.all + DocumentsMigrations.all + RegistersMigrations.all + SearchIndexMigrations.all
    + AccessMigrations.all + NotificationsMigrations.all + WorkMigrations.all + FilePlanMigrations.all
    + DossierMigrations.all
    + ExchangeMigrations.all
    + IncomingDocumentsModule.migrations + DraftMigrations.all + OutgoingDocumentsModule.migrations
    + ReportCollectionMigrations.all
  return try await withDatabase(migrations, clock: clock) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

extension SheetForm {
  /// Three columns, many rows.
  static let example = SheetForm(
    title: "Điểm mỏ đã kiểm tra", hint: "Mỗi điểm mỏ một dòng.", rowsMax: 5,
    columns: [
      SheetColumn("Điểm mỏ", required: true),
      SheetColumn("Số hộ", .integer, unit: "hộ", required: true, least: "0", most: "500"),
      SheetColumn("Diện tích", .decimal, unit: "ha"),
    ])
}

extension KeptFile {
  static func example() -> KeptFile {
    guard let hash = FileHash(String(repeating: "a", count: 64)) else { preconditionFailure("0 to f") }
    return KeptFile(name: "van-ban.pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 13), pageCount: 1)
  }
}

/// The place and the people of the usual test: an agency below, and a unit of the asking agency.
enum Places {
  static let agency = "Cục Địa chất miền Bắc"
  static let unit = "Vụ Pháp chế"
  static let outside = "Sở Xây dựng tỉnh Cẩm Giang"
}

extension Database {
  /// A letter of the minerals unit that has its number; issued unless the test says otherwise.
  func letter(
    to places: [String] = [Places.agency, Places.unit, Places.outside], dueIn days: Int? = 7, isIssued: Bool = true,
    informed: [String] = []
  ) async throws -> OutgoingDocument.ID {
    try await write { transaction in
      var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
      (facts.typeKey, facts.subject) = ("congVan", "Báo cáo kết quả kiểm tra các điểm mỏ")
      (facts.signerName, facts.signerPosition) = ("Trần Văn Quang", "Tổng cục trưởng")
      facts.unit = ExampleBody.mineralsUnit
      facts.replyDueDate = days.map { facts.issuedDate + $0 }
      var act = NumberOutgoingDocument(facts: facts)
      (act.recipients, act.files, act.isVouchedOpen) = (places, [.example()], true)
      act.informed = informed
      act.readings = [act.files[0].stored.hash: PaperReading(pageCount: 1)]
      let made = try act.perform(by: Cast.registryClerk, in: transaction)
      guard isIssued else { return made.id }
      _ = try IssueOutgoingDocument(made.id, formVersion: 1).perform(by: Cast.registryClerk, in: transaction)
      return made.id
    }
  }

  func collect(
    _ document: OutgoingDocument.ID, _ form: SheetForm = .example, by actor: Actor = Cast.unitHead
  ) async throws -> ReportCollection {
    try await write { try MakeReportCollection(document, form).perform(by: actor, in: $0) }
  }

  /// As the asking side has it now.
  func places(_ collection: ReportCollection) async throws -> [AskedPlace] {
    try await read { try SheetAnswerStore($0).places(of: collection.document) }
  }

  func place(_ collection: ReportCollection, _ name: String = Places.agency) async throws -> AskedPlace {
    guard let place = try await places(collection).first(where: { $0.name == name }) else {
      throw Refusal(.notFound, "no place \(name)")
    }
    return place
  }

  @discardableResult
  func send(
    _ collection: ReportCollection, _ rows: [[String]] = [["Mỏ Khe Sim", "12", "1,5"]], of name: String = Places.agency,
    by actor: Actor = Cast.clerkOfAnotherAgency, version: Int? = nil
  ) async throws -> SendSheet.Outcome {
    let place = try await place(collection, name)
    let act = SendSheet(place.recipient, rows, formVersion: version ?? place.answer?.version ?? 0)
    return try await write { try act.perform(by: actor, in: $0) }
  }

  func giveBack(
    _ collection: ReportCollection, _ name: String = Places.agency, reason: String = "thiếu mỏ Khe Tam",
    by actor: Actor = Cast.unitHead
  ) async throws {
    let place = try await place(collection, name)
    let act = GiveSheetBack(place.recipient, reason: reason, formVersion: place.answer?.version ?? 0)
    _ = try await write { try act.perform(by: actor, in: $0) }
  }

  func end(_ collection: ReportCollection, _ step: ReportCollection.Step, by actor: Actor = Cast.unitHead) async throws
  {
    let version = try await read { try ReportCollectionStore($0).find(collection.id, askedBy: actor).version }
    _ = try await write { try CloseCollection(collection.id, step, formVersion: version).perform(by: actor, in: $0) }
  }

  func merged(_ collection: ReportCollection, as actor: Actor = Cast.unitHead) async throws -> MergedSheet {
    try await read { try ReportCollectionScreen.read(collection.id, standing: nil, by: actor, in: $0).sheet }
  }

  func requests(_ collection: ReportCollection) async throws -> [ReplyRequest] {
    try await read { try ReplyRequestStore($0).ofLater(collection.document.number).get() }
  }

  func unread(_ actor: Actor) async throws -> Int {
    try await read { try NotificationStore($0).unreadCountLater(of: actor, cap: 90).get() }
  }

  /// The letter gets its number below and goes to the officer there.
  func registerBelow(_ collection: ReportCollection) async throws -> IncomingDocument.ID {
    guard let packet = try await place(collection).packet else { throw Refusal(.notFound, "no packet") }
    return try await write { transaction in
      let id = try RegisterPacket(packet).perform(by: Cast.clerkOfAnotherAgency, in: transaction).id
      try GiveDirective(
        id, text: "Giao đồng chí Dung tham mưu.", places: [.init(.post(Cast.officerOfAnotherAgency.post), .lead)]
      ).perform(by: Cast.leaderOfAnotherAgency, in: transaction)
      return id
    }
  }
}
