import Database
import Documents
import FileVault
import Kernel
import Organization
import OutgoingDocuments
import Papers
import Work

/// Documents that the agency sends to its own units in a random life, and what may be tried with them.
enum RandomUnitWork {
  typealias Act = @Sendable (OutgoingDocument.ID, WorkItem.ID, Actor, any Transaction) throws -> Void

  /// One that two units have to act on and a third gets to know; every other one asks for an answer.
  static func send(_ number: Int, in database: any Database) async throws -> OutgoingDocument.ID {
    try await database.write { transaction in
      var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
      (facts.typeKey, facts.subject) = ("congVan", "Về việc gửi đi thứ \(number)")
      (facts.signerName, facts.signerPosition) = ("Trần Văn Quang", "Tổng cục trưởng")
      facts.unit = ExampleBody.mineralsUnit
      if number.isMultiple(of: 2) { facts.replyDueDate = facts.issuedDate + number }
      var act = NumberOutgoingDocument(facts: facts)
      (act.recipients, act.informed) = (["Vụ Pháp chế", "Vụ Khoáng sản"], ["Văn phòng"])
      guard let hash = FileHash(String(repeating: "a", count: 64)) else { preconditionFailure("0 to f") }
      let file = KeptFile(
        name: "van-ban.pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 13), pageCount: 1)
      (act.files, act.isVouchedOpen, act.readings) = ([file], true, [hash: PaperReading(pageCount: 1)])
      let id = try act.perform(by: Cast.registryClerk, in: transaction).id
      let version = try OutgoingDocumentStore(transaction).find(id, visibleTo: Cast.registryClerk).version
      _ = try IssueOutgoingDocument(id, formVersion: version).perform(by: Cast.registryClerk, in: transaction)
      return id
    }
  }

  static let acts: [Act] = [
    { id, _, actor, transaction in try NoteReadInside(id).perform(by: actor, in: transaction) },
    { id, item, actor, transaction in try AcceptUnitWork(item, on: id).perform(by: actor, in: transaction) },
    { id, item, actor, transaction in
      let officer = Cast.everybody.first { $0.unit == actor.unit && $0.roles.contains(.officer) }
      try AssignUnitWork(item, on: id, to: officer?.post).perform(by: actor, in: transaction)
    },
    { id, item, actor, transaction in
      try CompleteUnitWork(item, on: id, result: "Đã thực hiện").perform(by: actor, in: transaction)
    },
    { id, item, actor, transaction in
      try ReturnUnitWork(item, on: id, reason: "Không thuộc nhiệm vụ").perform(by: actor, in: transaction)
    },
    { id, item, actor, transaction in
      try TakeBackUnitWork(item, on: id, reason: "Đổi người").perform(by: actor, in: transaction)
    },
    { id, item, actor, transaction in
      try ReopenUnitWork(item, on: id, reason: "Thiếu số liệu").perform(by: actor, in: transaction)
    },
  ]
}
