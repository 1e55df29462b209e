import Database
import Documents
import Drafts
import FileVault
import Foundation
import IncomingDocuments
import Jobs
import Kernel
import Logging
import Organization
import Papers
import TestSupport
import Testing

@testable import OutgoingDocuments

@Suite("DI-04 số, ngày ghi vào chỗ để trống của bản đã ký") struct StampingTests {
  /// A vault in a folder of its own, with what the job needs.
  private func withVault(
    _ body: (any Database, PaperReader, @Sendable () async throws -> Void) async throws -> Void
  ) async throws {
    try await withDesk { database in
      let folder = FileManager.default.temporaryDirectory.appending(path: "stamping-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let vault = try FileVault(folder: folder)
      let reader = PaperReader(vault: vault, runner: await ToolRunner.detected())
      let runner = JobRunner(
        database: database, kinds: [ReadOutgoingFilesJob(reader: reader)], logger: Logger(label: "test"))
      try await body(database, reader) { _ = try await runner.runAllDue() }
      try await runner.close()
      try await vault.close()
    }
  }

  private func kept(_ sheet: WordSheet, in vault: FileVault) async throws -> KeptFile {
    let file = FileManager.default.temporaryDirectory.appending(path: "letter-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: file) }
    try sheet.write(to: file)
    let staged = try await vault.receive([UInt8](Data(contentsOf: file)))
    try await vault.keep(staged)
    return KeptFile(name: "du-thao.docx", kind: .docx, stored: staged.stored, pageCount: 1)
  }

  /// A letter from the template of the product, as Word.
  private func letter(in vault: FileVault) async throws -> KeptFile {
    let type = try #require(DocumentType.known("congVan"))
    let fields = LetterFields(
      type: type, superiorName: "Bộ Xây dựng", issuerName: "Tổng cục Địa chất", place: "Hà Nội", symbol: "TCTNĐC-KS",
      year: 2026, subject: "kiểm kê trữ lượng đá vôi",
      signature: .deputy(of: "Tổng cục trưởng", as: "Phó Tổng cục trưởng"),
      signerName: "Trần Thị Thu Hà")
    return try await kept(LetterTemplate(fields).sheet, in: vault)
  }

  private func word(_ text: String, in vault: FileVault) async throws -> KeptFile {
    // A page of a line or two is read as a picture.
    let body = String(repeating: "Đề nghị các đơn vị báo cáo số liệu kiểm kê tài sản công năm nay. ", count: 6)
    let blocks: [FormBlock] = text.isEmpty ? [.text(" ")] : [.text(text), .text(body)]
    return try await kept(WordSheet(title: "Dự thảo", blocks: blocks), in: vault)
  }

  @Test("a signed Word letter becomes a PDF with its number and day; the signed bytes stay") func stamps() async throws
  {
    try await withVault { database, reader, run in
      let signed = try await letter(in: reader.vault)
      let draft = try await FromDraftTests.draft(signed: true, file: signed, database)
      let numbered = try await database.number { ($0.draft, $0.recipients) = (draft, ["Vụ Pháp chế"]) }
      try await run()
      let (files, stampings) = try await database.read {
        (try OutgoingFileStore($0).list(of: numbered.id), try StampingStore($0).list(of: numbered.id))
      }
      let file = try #require(files.first)
      #expect(stampings.map(\.state) == [.stamped] && stampings[0].signed == signed)
      #expect(
        file.kind == .pdf && file.hash != signed.stored.hash)
      #expect(file.state == .read && file.name == "01-TCTNĐC-KS.pdf", "\(file)")
      #expect(try reader.vault.rehash(signed.stored.hash) == nil, "what was signed is as it was")
      let text = try await PDFTool(runner: reader.runner).text(of: reader.vault.url(of: file.hash))[0]
      let day = try await database.find(numbered.id).facts.issuedDate
      // The words of the page in the order of their places, as a reader sees them.
      func line(of word: String) throws -> String {
        let word = try #require(text.words.first { $0.text.hasPrefix(word) })
        return text.words.filter { abs($0.box.top - word.box.top) < 0.01 && $0.box.left >= word.box.left }
          .sorted { $0.box.left < $1.box.left }.map(\.text).joined(separator: " ")
      }
      #expect(try line(of: "Số:").hasPrefix("Số: 01 /TCTNĐC-KS"))
      let (printed, written) = (
        try #require(text.words.first { $0.text == "Số:" }), try #require(text.words.first { $0.text == "01" })
      )
      #expect(abs(printed.box.height - written.box.height) < 0.001, "in letters as high as those beside it")
      #expect(abs(printed.box.top - written.box.top) < 0.001, "on the same line of print")
      #expect(try line(of: "ngày").hasPrefix("ngày \(day.writtenDay) tháng \(day.writtenMonth) năm 2026"))
      try await database.issue(numbered.id)
    }
  }

  @Test("without a place nothing is issued; the clerk says where, and may say so again") func places() async throws {
    try await withVault { database, reader, run in
      let signed = try await word("Kinh gui", in: reader.vault)
      let draft = try await FromDraftTests.draft(signed: true, file: signed, database)
      let id = try await database.number { ($0.draft, $0.recipients) = (draft, ["Vụ Pháp chế"]) }.id
      try await run()
      let stamping = try #require(try await database.read { try StampingStore($0).list(of: id).first })
      #expect(stamping.state == .unplaced && stamping.trouble == NumberPlaces.Trouble.noNumberPlace.text)
      await #expect(throws: Refusal.self) { try await database.issue(id) }
      func place(_ left: Int?, by actor: Actor = Cast.registryClerk) async throws {
        try await database.write {
          _ = try PlaceNumber(id, numberLeft: left, numberTop: 200, dayLeft: 120, dayTop: 200).perform(
            by: actor, in: $0)
        }
      }
      await #expect(throws: Refusal.self) { try await place(nil) }
      await #expect(throws: Refusal.self) { try await place(500) }
      await #expect(throws: Refusal.self) { try await place(40, by: Cast.leader) }
      for left in [40, 60] {
        try await place(left)
        await #expect(throws: Refusal.self, "being written") { try await database.issue(id) }
        try await run()
        let file = try #require(try await database.read { try OutgoingFileStore($0).list(of: id).first })
        let page = try await PDFTool(runner: reader.runner).text(of: reader.vault.url(of: file.hash))[0]
        let word = try #require(page.words.first { $0.text == "01" })
        #expect(abs(word.box.left * 210 - Double(left) - 6) < 4 && page.text.contains("Kinh gui"))
        #expect(page.words.count { $0.text == "01" } == 1, "written onto what was signed, not over the last try")
      }
      try await database.issue(id)
      await #expect(throws: Refusal.self, "issued files are never altered") { try await place(50) }
    }
  }

  @Test("a file that bears the very number is issued as a PDF of it; with another nobody can say that it is right")
  func keeps() async throws {
    try await withVault { database, reader, run in
      for (text, isRight) in [("Số: 01/TCTNĐC-KS", true), ("Số: 01/TCTNĐC-KS", false)] {
        let day = TestClock().now.day
        let signed = try await word(
          "\(text)       Hà Nội, \(day.writtenOut)", in: reader.vault)
        let draft = try await FromDraftTests.draft(signed: true, file: signed, database)
        let id = try await database.number { $0.draft = draft }.id
        try await run()
        let stamping = try #require(try await database.read { try StampingStore($0).list(of: id).first })
        let keep = KeepSignedFiles(id, reason: "số viết tay, đã xem")
        if isRight {
          #expect(stamping.state == .kept)
          try await database.issue(id)
          let file = try #require(try await database.read { try OutgoingFileStore($0).list(of: id).first })
          #expect(file.kind == .pdf && file.hash != signed.stored.hash, "nothing that can be edited goes out")
        } else {
          #expect(stamping.trouble == NumberPlaces.Trouble.numbered("01").text)
          await #expect(throws: Refusal.self) { try await database.issue(id) }
        }
        await #expect(throws: Refusal.self) {
          try await database.write { _ = try keep.perform(by: Cast.registryClerk, in: $0) }
        }
      }
    }
  }

  @Test("what was signed elsewhere and can be read must bear its number: open, another one, another symbol")
  func signedElsewhere() async throws {
    try await withVault { database, reader, run in
      let other = try await word("Số:          /CĐCMB-QLKS", in: reader.vault)
      let id = try await database.number { ($0.files, $0.isVouchedOpen) = ([other], true) }.id
      try await run()
      await #expect(throws: Refusal.self) { try await database.issue(id) }
      let file = try #require(try await database.read { try OutgoingFileStore($0).list(of: id).first })
      await #expect(throws: Refusal.self, "what was read is no matter of opinion") {
        try await database.write {
          _ = try KeepSignedFiles(id, reason: "đã xem").perform(by: Cast.registryClerk, in: $0)
        }
      }
      let remove = RemoveOutgoingFile(id, file.id, reason: "nhầm tệp của Cục")
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try remove.perform(by: Cast.leader, in: $0) }
      }
      let removed = try await database.write { try remove.perform(by: Cast.registryClerk, in: $0) }
      #expect(removed.freed == [other.stored.hash])
      #expect(try await database.find(id).fileCount == 0)
      let right = try await word("Số: 01/TCTNĐC-KS", in: reader.vault)
      try await database.write {
        try AddOutgoingFiles(id, files: [right], isVouchedOpen: true).perform(by: Cast.registryClerk, in: $0)
      }
      try await run()
      try await database.issue(id)
    }
  }

  @Test("of a picture the clerk says why it bears its number, and it is issued as it is") func pictures() async throws {
    try await withVault { database, reader, run in
      let blank = try await word("", in: reader.vault)
      let draft = try await FromDraftTests.draft(signed: true, file: blank, database)
      let id = try await database.number { $0.draft = draft }.id
      try await run()
      for (reason, actor) in [("", Cast.registryClerk), ("đã xem", Cast.leader)] {
        await #expect(throws: Refusal.self) {
          try await database.write { _ = try KeepSignedFiles(id, reason: reason).perform(by: actor, in: $0) }
        }
      }
      try await database.write {
        _ = try KeepSignedFiles(id, reason: "số viết tay").perform(by: Cast.registryClerk, in: $0)
      }
      try await run()
      try await database.issue(id)
      let file = try #require(try await database.read { try OutgoingFileStore($0).list(of: id).first })
      #expect(file.kind == .pdf)
    }
  }
}
