import Copies
import Database
import Documents
import Drafts
import Exchange
import FileVault
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import Papers
import Registers
import TestSupport
import Testing
import Work

@testable import App

extension TestApp {
  /// The outgoing documents, packets and copies that acts are about; made only for acts that ask for one.
  func outgoingPlaces(for act: TwoChannelAct) async throws -> [String: String] {
    let text = act.wanted
    func asks(_ names: String...) -> Bool { names.contains(where: text.contains) }
    var places: [String: String] = [:]
    if asks("{signed}") { places["{signed}"] = try await signedDraft() }
    if asks("{kept}") { places["{kept}"] = "\(try await reservedNumber())" }
    if asks("{older}", "{olderCode}", "{relation}") {
      let older = try await issued(numbered("Về việc cũ"))
      try await send(older)
      places["{older}"] = "\(older)"
      (places["{olderCode}"], places["{sent}"]) = try await database.read { transaction in
        let document = try OutgoingDocumentStore(transaction).find(older, visibleTo: Cast.registryClerk)
        return (document.codeText, try Self.line("Sở Xây dựng", of: older, in: transaction))
      }
    }
    // After the older one: what relates to it bears a later number.
    if asks("{numbered}") { places["{numbered}"] = "\(try await numbered("Về việc lấy ý kiến"))" }
    guard asks("{issued}", "{packet}", "{recalled}", "{askedCopy}", "{approved}", "{copy}", "{relation}") else {
      return places
    }
    let id = try await numbered("Về việc báo cáo")
    if asks("{relation}") {
      let code = places["{olderCode}"] ?? ""
      places["{relation}"] = try await database.write { transaction in
        _ = try RelateDocument(id, .replace, code, year: transaction.now.day.year)
          .perform(by: Cast.registryClerk, in: transaction)
        return try Self.key("document_relations", in: transaction)
      }
    }
    places["{issued}"] = "\(try await issued(id))"
    try await addLines(of: id, to: &places, text)
    if asks("{askedCopy}", "{approved}", "{copy}", "{file}") { try await addCopies(of: id, to: &places, text) }
    return places
  }

  private func addLines(of id: OutgoingDocument.ID, to places: inout [String: String], _ text: String) async throws {
    let found = try await database.write { transaction in
      let lines = [
        "{outside}": try Self.line("Sở Xây dựng", of: id, in: transaction),
        "{answered}": try Self.line("Vụ Pháp chế", of: id, in: transaction),
        "{packet}": try Self.key("packets", in: transaction), "{recalled}": try Self.key("packets", in: transaction),
        "{file}": try Self.key("outgoing_files", in: transaction),
      ]
      let clerk = Cast.registryClerk
      if text.contains("{answered}"), let line = lines["{answered}"].flatMap(OutgoingRecipient.ID.init) {
        _ = try PairReply(id, of: line, text: "trả lời miệng").perform(by: clerk, in: transaction)
      }
      if text.contains("{recalled}") {
        _ = try RecallOutgoingDocument(id, reason: "sai căn cứ", formVersion: 2).perform(by: clerk, in: transaction)
      }
      return lines
    }
    places.merge(found) { $1 }
    if text.contains("{paper}") { places["{paper}"] = "\(try await paper(of: id))" }
  }

  private func addCopies(of id: OutgoingDocument.ID, to places: inout [String: String], _ text: String) async throws {
    try await laySigning()
    let file = Int64(places["{file}"] ?? "") ?? 0
    let copy = try await database.write { transaction in
      guard !text.contains("{file}") else { return "" }
      var copy = try AskCopy(
        CopyTerms(
          form: .fullCopy, way: CopyWay(from: .paper, to: .paper),
          source: CopySource(.outgoingDocument(id), file: file), recipients: ["Vụ Pháp chế"],
          decider: Cast.leader.post)
      ).perform(by: Cast.unitHead, in: transaction)
      if text.contains("{askedCopy}") { return "\(copy.id)" }
      copy = try DecideCopy(copy.id, approves: true, formVersion: 1).perform(by: Cast.leader, in: transaction)
      if text.contains("{copy}") {
        _ = try NumberCopy(copy.id, formVersion: 2).perform(by: Cast.registryClerk, in: transaction)
      }
      return "\(copy.id)"
    }
    for name in ["{askedCopy}", "{approved}", "{copy}"] { places[name] = copy }
  }

  /// A letter of the minerals unit with a read file, to a unit, an agency below and a place outside.
  private func numbered(_ subject: String) async throws -> OutgoingDocument.ID {
    try await database.write { transaction in
      var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
      (facts.typeKey, facts.subject, facts.unit) = ("congVan", subject, ExampleBody.mineralsUnit)
      (facts.signerName, facts.signerPosition) = ("Trần Văn Quang", "Tổng cục trưởng")
      facts.replyDueDate = transaction.now.day + 10
      var act = NumberOutgoingDocument(facts: facts)
      act.recipients = ["Vụ Pháp chế", "Cục Địa chất miền Bắc", "Sở Xây dựng"]
      let hash = try #require(FileHash(String(repeating: "9", count: 64)))
      act.files = [
        KeptFile(name: "di.pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 13), pageCount: 1)
      ]
      (act.isVouchedOpen, act.readings) = (true, [hash: PaperReading(pageCount: 1)])
      return try act.perform(by: Cast.registryClerk, in: transaction).id
    }
  }

  private func issued(_ id: OutgoingDocument.ID) async throws -> OutgoingDocument.ID {
    try await database.write {
      try IssueOutgoingDocument(id, formVersion: 1).perform(by: Cast.registryClerk, in: $0).id
    }
  }

  private func send(_ id: OutgoingDocument.ID) async throws {
    try await database.write { transaction in
      let line = try #require(OutgoingRecipient.ID(Self.line("Sở Xây dựng", of: id, in: transaction)))
      _ = try RecordSending(id, to: [line], by: .post, proof: "EA1").perform(by: Cast.registryClerk, in: transaction)
    }
  }

  /// The same letter, as it came to the agency below on paper.
  private func paper(of id: OutgoingDocument.ID) async throws -> IncomingDocument.ID {
    try await database.write { transaction in
      let ours = try OutgoingDocumentStore(transaction).find(id, visibleTo: Cast.registryClerk)
      var facts = IncomingFacts(arrivalDate: transaction.now.day)
      (facts.issuerName, facts.numberText) = (Cast.registryClerk.agencyName, RegisterRow.padded(ours.number))
      (facts.notation, facts.typeKey, facts.subject) = (ours.facts.notation, "congVan", "Bản giấy đến trước")
      facts.issuedDate = ours.facts.issuedDate
      return try RegisterIncomingDocument(facts: facts).perform(by: Cast.clerkOfAnotherAgency, in: transaction).id
    }
  }

  private func reservedNumber() async throws -> NumberReservation.ID {
    try await database.write { transaction in
      var act = ReserveOutgoingNumber(expiresOn: transaction.now.day + 5)
      (act.typeKey, act.unit) = ("congVan", ExampleBody.mineralsUnit)
      (act.owner, act.reason) = ("Vụ Khoáng sản", "đã ký, chờ phụ lục")
      return try act.perform(by: Cast.registryClerk, in: transaction).id
    }
  }

  private static func line(
    _ name: String, of id: OutgoingDocument.ID, in transaction: any Transaction
  ) throws -> String {
    let key: Int64 = try transaction.rows(
      "SELECT id FROM outgoing_recipients WHERE document_id = \(id) AND name = \(name)")[0].get("id")
    return "\(key)"
  }

  /// The newest.
  private static func key(_ table: String, in transaction: any Transaction) throws -> String {
    let key: Int64 = try transaction.rows(SQL(stringLiteral: "SELECT MAX(id) AS id FROM \(table)"))[0].get("id")
    return "\(key)"
  }
}
