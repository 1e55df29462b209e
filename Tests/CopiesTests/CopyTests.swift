import Access
import Audit
import Database
import Drafts
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import Registers
import TestSupport
import Testing
import Work

@testable import Copies

@Suite("COPY-01, COPY-02, COPY-03 hình thức và cách sao") struct CopyWayTests {
  @Test("a copy of what was recalled meanwhile is handed to nobody") func recalledMeanwhile() async throws {
    try await withCopies { database in
      let source = try await database.issued()
      let copy = try await database.numbered(source)
      let id = OutgoingDocument.ID(source.record.number)
      try await database.write { transaction in
        try transaction.run(
          "UPDATE document_copies SET file_hash = (SELECT hash FROM outgoing_files LIMIT 1), file_bytes = 13, page_count = 1 WHERE id = \(copy.id)"
        )
        let version = try OutgoingDocumentStore(transaction).find(id, visibleTo: Cast.leader).version
        _ = try RecallOutgoingDocument(id, reason: "Sai số liệu", formVersion: version).perform(
          by: Cast.leader, in: transaction)
      }
      let given = try await database.find(copy.id)
      await refuses("đã thu hồi", nil) {
        try await database.write {
          try GiveCopy(copy.id, receipt: "Đã ký nhận", formVersion: given.version).perform(
            by: Cast.registryClerk, in: $0)
        }
      }
    }
  }

  @Test("what Article 25 lists, and nothing else") func ways() {
    for form in CopyForm.allCases {
      for way in CopyWay.all {
        let isElectronicOnly = way == CopyWay(from: .electronic, to: .electronic)
        #expect((form.obstacle(to: way) == nil) == (form == .extractCopy || !isElectronicOnly), "\(form) \(way)")
      }
    }
    #expect(CopyWay("paper-electronic") == CopyWay(from: .paper, to: .electronic) && CopyWay("paper") == nil)
  }

  @Test("a recopy is of a full copy, and only it") func sources() async throws {
    try await withCopies { database in
      let original = try await database.issued()
      let copied = try await database.issued("Kính gửi\nSAO Y\nHà Nội", letter: "b")
      await refuses("Sao lục chỉ sao từ bản sao y", CopyField.vouchedCopy) {
        try await database.ask(original) { $0.terms.form = .recopy }
      }
      try await database.ask(original) { ($0.terms.form, $0.isVouchedCopy) = (.recopy, true) }
      try await database.ask(copied) { $0.terms.form = .recopy }
      await refuses("đã là bản sao y", CopyField.form) { try await database.ask(copied) }
      await refuses("chỉ sao từ bản gốc", CopyField.form) {
        try await database.ask(copied) { ($0.terms.form, $0.terms.parts) = (.extractCopy, [CopyPart(page: 1)]) }
      }
    }
  }

  @Test("everything that is wrong is told at once") func reasons() async throws {
    try await withCopies { database in
      let source = try await database.issued()
      let refusal = await #expect(throws: Refusal.self) {
        try await database.ask(source) { act in
          act.terms.way = CopyWay(from: .electronic, to: .electronic)
          (act.terms.recipients, act.terms.amount, act.terms.decider) = ([], 0, Cast.unitHead.post)
          act.scanFaults = ["Trang 1 quét đen trắng; cần quét màu."]
        }
      }
      let fields = Set(refusal?.reasons.compactMap(\.field) ?? [])
      #expect(fields == [CopyField.way, CopyField.recipients, CopyField.amount, CopyField.decider])
      await refuses("là sao y", CopyField.parts) {
        try await database.ask(source) {
          ($0.terms.form, $0.terms.parts) = (.extractCopy, (1...3).map { CopyPart(page: $0) })
        }
      }
      await refuses("chỉ có 3 trang", CopyField.parts) {
        try await database.ask(source) { ($0.terms.form, $0.terms.parts) = (.extractCopy, [CopyPart(page: 4)]) }
      }
      await refuses("không nhận văn bản mật", nil) {
        try await CopyMarks.noting(in: database, by: Cast.unitHead) {
          try await database.ask(source) { $0.terms.purpose = "MẬT" }
        }
      }
      let noted = try await database.read {
        try $0.rows("SELECT post_id FROM audit_entries WHERE code = 'documentCopy.secrecyRefused'").count
      }
      #expect(noted == 1, "that it was tried is in the trail")
    }
  }

  @Test func partsThatTouchAreOne() {
    let parts = ["2,0.2,0.25", "2,0.1,0.2", "1", "1,0.5,0.6", "2,0.4,0.5"].compactMap { CopyPart($0) }
    #expect(CopyPart.joined(parts).map(\.text) == ["1", "2,0.1,0.25", "2,0.4,0.5"])
    #expect(CopyPart.told(CopyPart.joined(parts)) == "trang 1, trang 2 (2 đoạn)")
    #expect(["0", "1,0.5", "1,0.6,0.5", "1,-1,0.5", "1,0,2", "x"].allSatisfy { CopyPart($0) == nil })
  }
}

@Suite("COPY-04, COPY-08 quyết định và cấp số bản sao") struct CopyTests {
  @Test("asked, decided, numbered, given: each by who may") func wholeWay() async throws {
    try await withCopies { database in
      let source = try await database.issued()
      let asked = try await database.ask(source)
      #expect(asked.state == .asked && asked.deciderName == "Trần Văn Quang, Tổng cục trưởng")
      let held = try await database.read { try WorkStore($0).items(of: .documentCopy(asked.id)) }
      #expect(held.map(\.holder) == [.post(Cast.leader.post)] && held.allSatisfy(\.isOpen))
      await refuses("quyết định", nil) { try await database.decide(asked, by: Cast.headOfOffice) }
      await refuses("lý do", CopyField.reason) { try await database.decide(asked, approves: false) }
      await refuses("trạng thái", nil) { try await database.number(asked) }
      let approved = try await database.decide(asked, note: "chỉ gửi 2 nơi")
      #expect(approved.signature == CopySignature(lines: ["TỔNG CỤC TRƯỞNG"], name: "Trần Văn Quang"))
      #expect(
        try await database.read { try WorkStore($0).items(of: .documentCopy(asked.id)) }.allSatisfy { !$0.isOpen })
      await refuses("văn thư", nil) { try await database.number(approved, by: Cast.leader) }
      let (numbered, code) = try await database.number(approved)
      #expect(code == "01/SY-TCTNĐC" && numbered.state == .numbered)
      await refuses("đang được làm", nil) {
        try await database.write {
          try GiveCopy(numbered.id, receipt: "Nguyễn Văn An", formVersion: numbered.version).perform(
            by: Cast.registryClerk, in: $0)
        }
      }
      await #expect(throws: Refusal.self) { try await database.find(asked.id, as: Cast.officerOfAnotherUnit) }
      await #expect(throws: Refusal.self) { try await database.find(asked.id, as: Cast.clerkOfAnotherAgency) }
      #expect(try await database.find(asked.id, as: Cast.unitHead).number == 1)
    }
  }

  @Test("whom the head gave copies signs by order; asked of oneself it is decided at once") func byOrder() async throws
  {
    try await withCopies { database in
      let source = try await database.issued()
      let copy = try await database.ask(source, by: Cast.headOfOffice, of: Cast.headOfOffice)
      #expect(copy.state == .approved)
      #expect(copy.signature?.lines == ["TL. TỔNG CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG"])
      #expect(try await database.read { try WorkStore($0).items(of: .documentCopy(copy.id)) }.isEmpty)
      await refuses("thẩm quyền ký bản sao", CopyField.decider) {
        try await database.ask(source, of: Cast.unitHead)
      }
    }
  }

  @Test("one series for every form, a year anew, whatever agency") func oneSeries() async throws {
    let clock = TestClock()
    try await withCopies(clock: clock) { database in
      let source = try await database.issued()
      var codes: [String] = []
      for form in [CopyForm.fullCopy, .recopy, .extractCopy] {
        let asked = try await database.ask(source) { act in
          (act.terms.form, act.isVouchedCopy) = (form, true)
          if form == .extractCopy { act.terms.parts = [CopyPart(page: 1, top: 0.1, bottom: 0.2)] }
        }
        codes.append(try await database.number(database.decide(asked)).code)
      }
      #expect(codes == ["01/SY-TCTNĐC", "02/SL-TCTNĐC", "03/TrS-TCTNĐC"])
      clock.advance(by: .seconds(86_400 * 60))
      let next = try await database.ask(source)
      #expect(try await database.number(database.decide(next)).code == "01/SY-TCTNĐC")
    }
  }

  @Test("200 at once: unique, none lost, cancelled ones stay with their reason") func manyAtOnce() async throws {
    try await withCopies { database in
      let source = try await database.issued()
      let approved = try await database.write { transaction in
        try (0..<200).map { _ in
          try AskCopy(
            CopyTerms(
              form: .fullCopy, way: CopyWay(from: .electronic, to: .paper), source: source, recipients: ["Vụ Pháp chế"],
              decider: Cast.leader.post)
          ).perform(by: Cast.leader, in: transaction)
        }
      }
      let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
        for copy in approved { group.addTask { try await database.number(copy).copy.number } }
        return try await group.reduce(into: [Int?]()) { $0.append($1) }
      }
      #expect(numbers.compactMap(\.self).sorted() == Array(1...200))
      let cancelled = try await database.find(approved[7].id)
      try await database.write { transaction in
        try CancelNumber(#require(cancelled.book), number: #require(cancelled.number), reason: "sao nhầm trang")
          .perform(by: Cast.registryClerk, telling: CopyRegisterContents(), in: transaction)
      }
      #expect(try await database.find(cancelled.id).state == .cancelled)
      let rows = try await database.read { transaction in
        let book = try #require(
          try RegisterStore(transaction).books(visibleTo: Cast.registryClerk).first { $0.kind == .copy })
        #expect(book.name == "Sổ đăng ký bản sao" && book.lastNumber == 200)
        let check = try RegisterCheckStore(transaction).check(book.id, visibleTo: Cast.registryClerk)
        #expect(check.isWhole && check.cancelled.map(\.reason) == ["sao nhầm trang"])
        let entry = try #require(try NumberStore(transaction).entry(of: .documentCopy(approved[3].id)))
        return try CopyRegisterContents().rows(ofBookOf: Cast.leader.agency, [entry], in: transaction)
      }
      let cells = try #require(rows[.documentCopy(approved[3].id)]).cells
      #expect(cells[0].hasSuffix("/SY-TCTNĐC") && cells[2] == "Sao y" && cells[3].contains("Kiểm kê tài sản công"))
    }
  }

  @Test("nothing is copied of what is not issued, recalled or being read") func closedSources() async throws {
    try await withCopies { database in
      let source = try await database.issued()
      let asked = try await database.ask(source)
      let approved = try await database.decide(database.ask(source))
      try await database.write { transaction in
        let id = OutgoingDocument.ID(source.record.number)
        let version = try OutgoingDocumentStore(transaction).find(id, visibleTo: Cast.leader).version
        _ = try RecallOutgoingDocument(id, reason: "sai căn cứ", formVersion: version).perform(
          by: Cast.leader, in: transaction)
      }
      await refuses("đã thu hồi", nil) { try await database.ask(source) }
      await refuses("đã thu hồi", nil) { try await database.decide(asked) }
      await refuses("đã thu hồi", nil) { try await database.number(approved) }
      try await database.decide(asked, approves: false, note: "văn bản đã thu hồi")
      try await database.write {
        try WithdrawCopy(approved.id, reason: "", formVersion: approved.version).perform(by: Cast.unitHead, in: $0)
      }
      #expect(try await database.find(approved.id).state == .withdrawn)
    }
  }
}

/// The body is refused with these words, at this field.
func refuses(
  _ words: String, _ field: String?, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws -> some Any
) async {
  let refusal = await #expect(throws: Refusal.self, sourceLocation: sourceLocation) { _ = try await body() }
  #expect(
    refusal?.reasons.contains { $0.message.contains(words) && (field == nil || $0.field == field) } == true,
    "\(refusal?.message ?? "")", sourceLocation: sourceLocation)
}
