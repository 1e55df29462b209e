import Database
import Documents
import Foundation
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import Papers
import TestSupport
import Testing
import Work

@testable import App
@testable import Drafts

/// A letter that the leader gave to the minerals unit, whose head gave it to an officer.
private struct Asked {
  var path: String
  var document: IncomingDocument.ID
  /// The officer's work.
  var item: WorkItem.ID
}

extension TestApp {
  fileprivate func asked(needsReply: Bool = true) async throws -> Asked {
    let path = try await signedIn(as: Cast.registryClerk).register()
    let id = try #require(IncomingDocument.ID(String(path.dropFirst("/van-ban-den/".count))))
    let item = try await database.write { transaction -> WorkItem.ID in
      let due = transaction.now.day + 8
      _ = try GiveDirective(
        id, text: "Giao Vụ Khoáng sản", places: [.init(.unit(ExampleBody.mineralsUnit), .lead, due: due)],
        needsReply: needsReply
      ).perform(by: Cast.leader, in: transaction)
      let unit = try WorkStore(transaction).items(of: .incomingDocument(id)).last?.id
      _ = try AssignWork(
        try #require(unit), on: id, instruction: "Soạn trả lời",
        places: [.init(.post(Cast.officerInCharge.post), .lead, due: due)]
      ).perform(by: Cast.unitHead, in: transaction)
      return try #require(try WorkStore(transaction).items(of: .incomingDocument(id)).last).id
    }
    return Asked(path: path, document: id, item: item)
  }

  /// The officer's reply on its way from the letter's page to the signature and its number.
  fileprivate func numbered(_ asked: Asked) async throws -> (draft: String, document: OutgoingDocument.ID) {
    try await laySigning()
    let officer = try await signedIn(as: Cast.officerInCharge)
    let new = try #require(
      try await officer.get(asked.path).markup.tags.compactMap { $0["href"] }.first { $0.hasPrefix("/du-thao/moi?") })
    var form = try ShownForm(DraftPaths.new, on: try await officer.get(new.replacing("&amp;", with: "&"))).typing([
      "trich-yeu": "Cung cấp số liệu trữ lượng", "nguoi-ky": Cast.leader.post.description,
      "noi-nhan": "Cục Địa chất miền Bắc",
    ])
    // From the template: it has the places into which number and date are written.
    form.action = DraftPaths.new + "/tu-mau"
    let path = try await officer.submit(form).requireLocation()
    let draft = try #require(Draft.ID(String(path.split(separator: "/")[1])))
    _ = try await officer.bring(try await completed(draft), to: path).requireLocation()
    let made = try await database.write { transaction -> OutgoingDocument.ID in
      func station() throws -> WorkItem.ID {
        let items = try WorkStore(transaction).items(of: .draft(draft)).filter { $0.kind != .writeDraft && $0.isOpen }
        return try #require(items.last).id
      }
      try SubmitDraft(draft, way: .usual).perform(by: Cast.officerInCharge, in: transaction)
      try PassDraft(station(), on: draft).perform(by: Cast.unitHead, in: transaction)
      try PassDraft(station(), on: draft).perform(by: Cast.headOfOffice, in: transaction)
      try SignDraft(station(), on: draft, seen: 2).perform(by: Cast.leader, in: transaction)
      var act = NumberOutgoingDocument(
        facts: OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now))
      (act.draft, act.recipients) = (draft, ["Vụ Pháp chế"])
      return try act.perform(by: Cast.registryClerk, in: transaction).id
    }
    try await runJobs()
    return (path, made)
  }

  /// What the template writes, and words of one's own.
  private func completed(_ draft: Draft.ID) async throws -> [UInt8] {
    let letter = try await database.read { transaction in
      try DraftLetter(DraftStore(transaction).find(draft, visibleTo: Cast.officerInCharge), in: transaction)
    }
    var sheet = LetterTemplate(try #require(letter).fields).sheet
    sheet.blocks.append(.text("Số liệu trữ lượng: 12 triệu tấn."))
    let file = FileManager.default.temporaryDirectory.appending(path: "reply-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: file) }
    try sheet.write(to: file)
    return [UInt8](try Data(contentsOf: file))
  }

  fileprivate func issue(_ id: OutgoingDocument.ID) async throws {
    try await database.write { transaction in
      let version = try OutgoingDocumentStore(transaction).find(id, visibleTo: Cast.registryClerk).version
      _ = try IssueOutgoingDocument(id, formVersion: version).perform(by: Cast.registryClerk, in: transaction)
    }
  }

  fileprivate func items(of asked: Asked) async throws -> [WorkItem] {
    try await database.read { try WorkStore($0).items(of: .incomingDocument(asked.document)) }
  }
}

@Suite("ST-01 DEN-11 văn bản trả lời hoàn thành việc đã giao") struct ReplyTests {
  @Test(
    "issuing the reply completes the work it came from and is linked both ways; undone within its seconds, so is that")
  func issued() async throws {
    try await withApp { app in
      let asked = try await app.asked()
      let (draft, id) = try await app.numbered(asked)
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let before = try await clerk.get(asked.path)
      try before.requireText("Dự thảo trả lời: Công văn: Cung cấp số liệu trữ lượng Đã cấp số")
      try await app.issue(id)
      let done = try #require(try await app.items(of: asked).first { $0.id == asked.item })
      #expect(done.state == .done && done.result == .reply && done.replyRecord == .outgoingDocument(id))
      #expect(done.replyCode.hasPrefix("01/"))

      let outgoing = OutgoingDocumentPaths.show(id)
      func links(_ path: String, _ browser: Browser) async throws -> [String] {
        try await browser.get(path).markup.tags.compactMap { $0["href"] }
      }
      #expect(try await links(asked.path, clerk).contains(outgoing))
      #expect(try await links(outgoing, clerk).contains(asked.path))
      #expect(try await links(outgoing, clerk).contains(draft))
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      #expect(try await links(draft, officer).contains(outgoing))
      try await clerk.get(asked.path).requireText("phát hành văn bản trả lời 01/")

      try await app.database.write { _ = try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      let again = try #require(try await app.items(of: asked).first { $0.id == asked.item })
      #expect(again.isOpen && again.replyCode.isEmpty && again.replyRecord == nil)
      // The head of the unit closes it with the reply that was written below.
      try await app.issue(id)
      try await app.database.write { transaction in
        let unit = try #require(
          try WorkStore(transaction).items(of: .incomingDocument(asked.document)).first {
            $0.holder == .unit(ExampleBody.mineralsUnit)
          })
        try CompleteWork(unit.id, on: asked.document, result: "Đồng ý").perform(by: Cast.unitHead, in: transaction)
      }
      #expect(try await app.items(of: asked).filter { $0.replyRecord == .outgoingDocument(id) }.count == 2)
    }
  }

  @Test("work that is done already is only given the reply's name; another reply that was named stays")
  func doneAlready() async throws {
    try await withApp { app in
      let asked = try await app.asked(needsReply: false)
      let (_, id) = try await app.numbered(asked)
      try await app.database.write {
        try CompleteWork(asked.item, on: asked.document, as: .reply, result: "Đang ký").perform(
          by: Cast.officerInCharge, in: $0)
      }
      try await app.issue(id)
      let done = try #require(try await app.items(of: asked).first { $0.id == asked.item })
      #expect(done.outcome == "Đang ký" && done.replyRecord == .outgoingDocument(id))
      try await app.database.write { _ = try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await app.items(of: asked).first { $0.id == asked.item }?.replyCode == "")
    }
  }

  @Test(
    "a reply that is named by its number is found in the outgoing book, at once or later; an unknown one stays a number"
  )
  func named() async throws {
    try await withApp { app in
      let asked = try await app.asked()
      let id = try await app.database.write { transaction in
        var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
        (facts.typeKey, facts.subject, facts.unit) = ("congVan", "Trả lời", ExampleBody.mineralsUnit)
        (facts.signerName, facts.signerPosition) = ("Trần Văn Quang", "Tổng cục trưởng")
        var act = NumberOutgoingDocument(facts: facts)
        act.recipients = ["Vụ Pháp chế"]
        return try act.perform(by: Cast.registryClerk, in: transaction)
      }
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let path = asked.path + "/viec/\(asked.item)"
      _ = try await officer.send(
        path + "/ket-qua", ["ket-qua": "Đã trả lời", "loai-ket-qua": "reply", "van-ban-tra-loi": "999/ABC"])
      #expect(try await app.items(of: asked).first { $0.id == asked.item }?.replyRecord == nil)
      let head = try await app.signedIn(as: Cast.unitHead)
      let unit = try #require(try await app.items(of: asked).first { $0.holder == .unit(ExampleBody.mineralsUnit) })
      _ = try await head.send(
        asked.path + "/viec/\(unit.id)/ket-qua", ["ket-qua": "Đồng ý", "van-ban-tra-loi": id.codeText])
      #expect(
        try await app.items(of: asked).first { $0.id == unit.id }?.replyRecord == .outgoingDocument(id.id))
      let others = try await app.database.read {
        try OutgoingReplies().record(of: id.codeText, visibleTo: Cast.clerkOfAnotherAgency, in: $0)
      }
      #expect(others == nil)
    }
  }
}
