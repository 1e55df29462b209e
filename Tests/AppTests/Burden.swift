import Access
import Audit
import Database
import Documents
import Drafts
import FileVault
import Handovers
import Identity
import IncomingDocuments
import Kernel
import Notifications
import Organization
import OutgoingDocuments
import Papers
import ReportCollections
import TestSupport
import Testing
import Work

@testable import App

/// What an officer of the minerals unit holds when they leave.
enum Burden {
  /// Two letters that the unit gave the officer; one of them they follow besides.
  static func incoming(_ number: String, by act: any Transaction) throws -> IncomingDocument.ID {
    var facts = IncomingFacts(arrivalDate: act.now.day)
    (facts.issuerName, facts.numberText, facts.notation) = ("Sở Nông nghiệp tỉnh Trường Sơn", number, "SNN-KS")
    (facts.issuedDate, facts.typeKey) = (act.now.day - 2, "congVan")
    facts.subject = "Về việc kiểm kê trữ lượng đá vôi năm 2026"
    let id = try RegisterIncomingDocument(facts: facts).perform(by: Cast.registryClerk, in: act).id
    try GiveDirective(
      id, text: "Giao Vụ Khoáng sản", places: [.init(.unit(ExampleBody.mineralsUnit), .lead, due: act.now.day + 8)]
    ).perform(by: Cast.leader, in: act)
    let unit = try item(of: .incomingDocument(id), held: .unit(ExampleBody.mineralsUnit), act)
    try AssignWork(
      unit, on: id, instruction: "Soạn trả lời", places: [.init(.post(Cast.officerInCharge.post), .lead)]
    ).perform(by: Cast.unitHead, in: act)
    return id
  }

  static func item(
    of record: RecordReference, held holder: Principal, _ transaction: any Transaction
  ) throws -> WorkItem.ID {
    try #require(try WorkStore(transaction).items(of: record).last { $0.holder == holder && $0.isOpen }).id
  }

  /// A letter of a unit with its number, issued to these places.
  static func letter(
    of unit: UnitID, to places: [String], _ transaction: any Transaction
  ) throws -> OutgoingDocument.ID {
    var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
    (facts.typeKey, facts.subject, facts.unit) = ("congVan", "Báo cáo kết quả kiểm tra các điểm mỏ", unit)
    (facts.signerName, facts.signerPosition) = ("Trần Văn Quang", "Tổng cục trưởng")
    facts.replyDueDate = transaction.now.day + 7
    var act = NumberOutgoingDocument(facts: facts)
    (act.recipients, act.files, act.isVouchedOpen) = (places, [file], true)
    act.readings = [act.files[0].stored.hash: PaperReading(pageCount: 1)]
    let made = try act.perform(by: Cast.registryClerk, in: transaction)
    _ = try IssueOutgoingDocument(made.id, formVersion: 1).perform(by: Cast.registryClerk, in: transaction)
    return made.id
  }

  private static var file: KeptFile {
    guard let hash = FileHash(String(repeating: "a", count: 64)) else { preconditionFailure("0 to f") }
    return KeptFile(name: "van-ban.pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 13), pageCount: 1)
  }

  static func draft(by writer: Kernel.Actor, _ transaction: any Transaction) throws -> Draft.ID {
    let facts = DraftFacts(
      typeKey: "congVan", subject: "Trả lời về trữ lượng đá vôi", signer: Cast.leader.post,
      recipients: [
        DraftRecipient(.agency(Cast.leaderOfAnotherAgency.agency), name: Cast.leaderOfAnotherAgency.agencyName)
      ])
    return try CreateDraft(facts).perform(by: writer, in: transaction)
  }
}

extension TestApp {
  /// Eight things of seven kinds; `again`: two more letters.
  func burden(_ officer: Kernel.Actor, again: Bool = false) async throws {
    try await database.write { transaction in
      for number in again ? ["501", "502"] : ["152", "153"] { _ = try Burden.incoming(number, by: transaction) }
    }
    guard !again else { return }
    try await database.write { transaction in
      let followed = try Burden.incoming("154", by: transaction)
      let held = try Burden.item(of: .incomingDocument(followed), held: .post(officer.post), transaction)
      try CompleteWork(held, on: followed, result: "Đã báo cáo").perform(by: officer, in: transaction)
      try FollowStore(transaction).follow(.incomingDocument(followed), by: officer)
      let directed = try Burden.letter(of: Cast.officerOfAnotherUnit.unit, to: ["Vụ Khoáng sản"], transaction)
      let unit = try Burden.item(
        of: .outgoingDocument(directed), held: .unit(ExampleBody.mineralsUnit), transaction)
      try AssignUnitWork(unit, on: directed, to: officer.post).perform(by: Cast.unitHead, in: transaction)
      _ = try Burden.draft(by: officer, transaction)
      let asking = try Burden.letter(of: ExampleBody.mineralsUnit, to: ["Cục Địa chất miền Bắc"], transaction)
      let form = SheetForm(
        title: "Điểm mỏ đã kiểm tra", hint: "", rowsMax: 5, columns: [SheetColumn("Điểm mỏ", required: true)])
      let collection = try MakeReportCollection(asking, form).perform(by: Cast.unitHead, in: transaction)
      try OwnedCollections().handOver(
        collection.id.number, to: try OrganizationStore(transaction).post(officer.post), reason: "giao việc",
        by: Cast.unitHead, in: transaction)
      let today = transaction.now.day
      try LendPost(Cast.unitHead.post, to: officer.post, from: today, through: today + 5, reason: "đi công tác")
        .perform(by: Cast.unitHead, in: transaction)
    }
  }

  /// How many things of each kind a post owns.
  func left(_ actor: Kernel.Actor) async throws -> [String: Int] {
    try await database.read { transaction in
      let post = try OrganizationStore(transaction).post(actor.post)
      let left = try Modules.owned.left(of: [post], in: transaction)
      return Dictionary(uniqueKeysWithValues: left.map { ($0.code, $0.count) })
    }
  }

  @discardableResult
  func handOver(
    _ leaver: Kernel.Actor, to receiver: Kernel.Actor, by presser: Kernel.Actor
  ) async throws -> Handover.ID {
    let begun = try await database.write { transaction in
      try BeginHandover(leaver.person, to: receiver.post, reason: .transfer, owned: Modules.owned)
        .perform(by: presser, in: transaction)
    }
    try await RunHandover(begun, owned: Modules.owned).perform(over: database)
    return begun.id
  }

  func outcomes(_ id: Handover.ID) async throws -> [HandoverLine.Outcome: Int] {
    try await database.read { try HandoverStore($0).counts(of: id) }
  }

  func unread(_ actor: Kernel.Actor) async throws -> Int {
    try await database.read { try NotificationStore($0).unreadCountLater(of: actor, cap: 90).get() }
  }
}
