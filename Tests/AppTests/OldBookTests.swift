import Database
import FileVault
import Foundation
import IncomingDocuments
import Kernel
import Organization
import Registers
import TestSupport
import Testing

@testable import App
@testable import Transfer

@Suite("DEN-08 Nhập sổ cũ") struct OldBookTests {
  @Test("old numbers stay, each in the book of its year, in the order of arrival; holes are the old book's")
  func numbers()
    async throws
  {
    try await OldBook.use { book in
      try book.write(
        [
          OldBook.line(7, "05/03/2019", "7/QĐ-SXD", "Bảy"), OldBook.line(2, "2019-01-04", "2/SXD", "Hai"),
          OldBook.line(
            3, "04/01/2019", "3/TB-SXD", "Ba", more: ", \"State\": \"cancelled\", \"CancelReason\": \"vào nhầm\""),
          OldBook.line(1, "03/01/1998", "1/SXD", "Cũ nhất"),
        ].joined(separator: "\n"))
      let trial = try await book.run(trial: true)
      #expect(trial.counts == .init(rows: 4, good: 4))
      #expect(try await book.lines() == [])
      let outcome = try await book.run()
      #expect(outcome.counts.entered == 4)
      #expect(
        try await book.lines() == [
          "1998:1 1998-01-03 Cũ nhất", "2019:2 2019-01-04 Hai", "2019:3 2019-01-04 Ba hủy", "2019:7 2019-03-05 Bảy",
        ])
      let check = try await book.check(year: 2019)
      #expect(check.isWhole)
      #expect(check.explained.map(\.numbers) == [1...1, 4...6])
      #expect(check.imported == 3)
      #expect(check.cancelled.map(\.number) == [3])
      #expect(check.sentences.contains { $0.contains("không có 4 số: 1, 4–6") })
      #expect(check.book.nextNumber == 8)
      // Missing lines that turn up close their hole.
      try book.write(OldBook.line(5, "01/02/2019", "5/SXD", "Năm"), to: "bo-sung.jsonl")
      try await book.run("bo-sung.jsonl")
      let after = try await book.check(year: 2019)
      #expect(after.explained.map(\.numbers) == [1...1, 4...4, 6...6])
      #expect(after.isWhole)
    }
  }

  @Test("one audit line for each row and for the batch; the registry finds the document, another agency does not")
  func audit() async throws {
    try await OldBook.use { book in
      try book.write(OldBook.line(1, "03/01/2020", "1/SXD", "Kế hoạch phòng chống bão"))
      try await book.run()
      let codes = try await book.app.everything(in: "audit_entries", columns: "code, sentence")
      for code in ["importBatch.started", "importBatch.confirmed", "importBatch.entered", "register.opened"] {
        #expect(codes.contains("\(code)|"), "\(code)")
      }
      #expect(
        codes.contains("incomingDocument.imported|nhập từ sổ cũ số đến 1, Sổ đăng ký văn bản đến năm 2020, dòng 1"))
      let found = try await book.app.signedIn(as: Cast.registryClerk).get("/tra-cuu?q=phong+chong+bao")
      #expect(found.text.contains("1/SXD"))
      let id = try await book.app.database.read {
        try $0.rows("SELECT id FROM incoming_documents")[0].get("id", as: Int64.self)
      }
      let page = try await book.app.signedIn(as: Cast.registryClerk).get("/van-ban-den/\(id)")
      try page.requireText("Vào sổ cũ ngày03/01/2020")
      let other = try await book.app.signedIn(as: Cast.clerkOfAnotherAgency).get("/tra-cuu?q=phong+chong+bao")
      #expect(!other.text.contains("1/SXD"))
    }
  }

  @Test("MAT-05 a row with a secrecy mark is refused and kept nowhere, not even in the error sheet") func secrets()
    async throws
  {
    try await OldBook.use { book in
      try book.write(
        [
          OldBook.line(1, "03/01/2020", "1/SXD", "MẬT: phương án đặc biệt"),
          OldBook.line(2, "03/01/2020", "2/SXD", "Chuyện đặc biệt khác", more: ", \"SecurityLevel\": \"Tối mật\""),
          OldBook.line(3, "03/01/2020", "3/SXD", "Chuyện đặc biệt thứ ba", more: ", \"Priority\": \"Mật\""),
          OldBook.line(4, "03/01/2020", "4/SXD", "Việc thường", more: ", \"SecurityLevel\": \"Không\""),
        ].joined(separator: "\n"))
      let outcome = try await book.run(sheet: "loi.xlsx") { $0.skipsProblems = true }
      #expect(outcome.counts == .init(rows: 4, good: 1, problems: 3, entered: 1))
      for table in ["incoming_documents", "import_problems", "audit_entries", "search_texts"] {
        let columns = [
          "incoming_documents": "subject", "import_problems": "message", "audit_entries": "sentence, changes",
          "search_texts": "exact",
        ]
        let all = try await book.app.everything(in: table, columns: columns[table] ?? "")
        #expect(!all.contains("đặc biệt"), "\(table)")
      }
      let sheet = try await OldBook.text(ofSheet: book.folder.appending(path: "loi.xlsx"))
      #expect(sheet.contains("dấu chỉ độ mật"))
      #expect(!sheet.contains("đặc biệt"))
    }
  }

  @Test("every error is told by row and field; nothing is entered while one is wrong") func errors() async throws {
    try await OldBook.use { book in
      try book.write(
        """
        Số đến,Ngày đến,Số ký hiệu,Tác giả,Trích yếu,Tên loại,Số trang
        1,32/01/2020,1/SXD,Sở Xây dựng,Một,Công văn,2
        2,03/01/2020,2/SXD,,Hai,Công văn,2
        ,03/01/2020,3/SXD,Sở Xây dựng,Ba,Công văn,2
        4,03/01/2020,4/SXD,Sở Xây dựng,Bốn,Chiếu chỉ,nhiều
        5,03/01/2020,5/SXD,Sở Xây dựng,Năm,Công văn,2
        5,04/01/2020,6/SXD,Sở Xây dựng,Sáu,Công văn,2
        7,04/01/2020,5/SXD,Sở Xây dựng,Bảy,Công văn,2
        """, to: "so.csv")
      let outcome = try await book.run("so.csv", sheet: "loi.xlsx")
      #expect(outcome.isHeldBack)
      #expect(outcome.counts == .init(rows: 7, good: 1, problems: 6, duplicates: 1))
      let expected = [
        "Dòng 2: Ngày đến:", "Dòng 3: Tác giả: Chưa nhập", "Dòng 4: Số đến: Chưa có số đến", "Dòng 5: Tên loại:",
        "Dòng 5: Số trang:", "Dòng 7: Số đến: Số đến 5 lặp lại: dòng 6", "Dòng 8: Giống văn bản đã có: dòng 6",
      ]
      for beginning in expected {
        #expect(outcome.problems.contains { $0.hasPrefix(beginning) }, "\(beginning): \(outcome.problems)")
      }
      #expect(try await book.app.count("incoming_documents") == 0)
      #expect(try await book.app.count("import_batches") == 0)
      #expect(try await OldBook.text(ofSheet: book.folder.appending(path: "loi.xlsx")).contains("Chiếu chỉ"))
      // Left out on request; a duplicate comes in with its reason.
      let entered = try await book.run("so.csv") {
        $0.skipsProblems = true
        $0.duplicateReason = "hai bản khác nhau"
      }
      #expect(entered.counts.entered == 2)
      let reasons = try await book.app.everything(in: "audit_entries", columns: "sentence")
      #expect(reasons.contains("lý do: hai bản khác nhau"))
    }
  }

  @Test("a number with a dot between thousands is that number, not the one before the dot") func thousands()
    async throws
  {
    try await OldBook.use { book in
      try book.write(
        """
        Số đến,Ngày đến,Số ký hiệu,Tác giả,Trích yếu,Tên loại
        999,03/01/2020,1/SXD,Sở Xây dựng,Một,Công văn
        1.000,03/01/2020,2/SXD,Sở Xây dựng,Hai,Công văn
        1.247,04/01/2020,3/SXD,Sở Xây dựng,Ba,Công văn
        """, to: "so.csv")
      #expect(try await book.run("so.csv").problems == [])
      let lines = try await book.lines()
      #expect(lines.map { String($0.prefix(9)) } == ["2020:999 ", "2020:1000", "2020:1247"])
    }
  }

  @Test("letters of another code are told, in the row and for the whole file") func codes() async throws {
    try await OldBook.use { book in
      try book.write(OldBook.line(1, "03/01/2020", "1/SXD", "VÒ viÖc qu¶n lý biªn chÕ c«ng chøc"))
      #expect(try await book.run().problems.first?.contains("TCVN3 hoặc VNI") == true)
      try Data("Số đến,Ngày đến,Trích yếu\n1,03/01/2020,Về\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        .write(to: book.folder.appending(path: "utf16.csv"))
      try Data([0x53, 0x6F, 0x2C, 0x56, 0xD2, 0x0A]).write(to: book.folder.appending(path: "tcvn3.csv"))
      for name in ["utf16.csv", "tcvn3.csv"] {
        let refusal = await #expect(throws: Refusal.self) { try await book.run(name) }
        #expect(refusal?.message.contains("không viết bằng mã UTF-8") == true, "\(name): \(refusal?.message ?? "")")
      }
    }
  }

  @Test("stopped in the middle and started again: it goes on, no row twice") func resumes() async throws {
    try await OldBook.use { book in
      let days = (1...450).map { "\($0 % 28 + 1)/\($0 % 12 + 1)/2018" }
      try book.write(
        (1...450).map { OldBook.line($0, days[$0 - 1], "\($0)/SXD", "Văn bản \($0)") }.joined(separator: "\n"))
      struct Killed: Error {}
      let work = book.app.installation.modules.imports
      let file = book.folder.appending(path: "so.jsonl")
      // The first batches of rows, as a killed run leaves them.
      let check = try await work.withTable(file, named: "so.jsonl") { table in
        let trial = OldBookSource(batch: 0, name: "so.jsonl")
        let reading = try work.reading(ImportSettings(), from: trial)
        let found = try await CheckOldBook(table: table, reading: reading, actor: Cast.registryClerk).run(work.database)
        {
          _ in
        }
        let staged = try await work.vault.receive(FilePieces(file: file), bytesMax: .max)
        try await work.vault.discard(staged)
        let batch = try await work.database.write {
          try ImportBatches.begin(
            nil, .documents, name: "so.jsonl", hash: staged.hash, settings: ImportSettings(), check: found,
            by: Cast.registryClerk,
            in: $0)
        }
        let entering = EnterOldBook(
          batch: batch.id, table: table,
          reading: try work.reading(ImportSettings(), from: OldBookSource(batch: batch.id.number, name: "so.jsonl")),
          actor: Cast.registryClerk, files: nil, database: work.database, vault: work.vault)
        await #expect(throws: Killed.self) {
          try await entering.run(found) { done in if done >= 200 { throw Killed() } }
        }
        return found
      }
      #expect(check.plan.count == 450)
      #expect(try await book.app.count("incoming_documents") == 200)
      let outcome = try await book.run()
      #expect(outcome.counts == .init(rows: 450, good: 250, entered: 450))
      #expect(try await book.app.count("incoming_documents") == 450)
      #expect(try await book.app.count("import_batches") == 1)
      #expect(try await book.check(year: 2018).isWhole)
      #expect(try await book.check(year: 2018).explained.isEmpty)
      // A third time there is nothing left to do.
      #expect(try await book.run().counts == .init(rows: 450, good: 0, entered: 450))
    }
  }

  @Test("a source without numbers takes them in the order of arrival, after those of the book") func byArrival()
    async throws
  {
    try await OldBook.use { book in
      try book.write(
        [OldBook.line(nil, "05/05/2017", "9/SXD", "Sau"), OldBook.line(nil, "2017-02-01", "8/SXD", "Trước")].joined(
          separator: "\n"))
      #expect(try await book.run().isHeldBack)
      try await book.run { $0.numbering = .arrival }
      #expect(try await book.lines() == ["2017:1 2017-02-01 Trước", "2017:2 2017-05-05 Sau"])
      #expect(try await book.check(year: 2017).isWhole)
    }
  }

  @Test("a book in use: free old numbers come in, later ones are refused, the next paper follows the last") func inUse()
    async throws
  {
    try await OldBook.use { book in
      let register = { (subject: String) in
        try await book.app.database.write { transaction in
          var facts = IncomingFacts(arrivalDate: transaction.now.day)
          facts.issuerName = "Sở Nội vụ"
          facts.typeKey = "congVan"
          facts.subject = subject
          return try RegisterIncomingDocument(facts: facts).perform(by: Cast.registryClerk, in: transaction).number
            .number
        }
      }
      try await book.app.database.write {
        _ = try OpenRegister(.incoming, year: 2026, paperThrough: 10, reason: "sổ giấy đến số 10").perform(
          by: Cast.registryClerk, in: $0)
      }
      #expect(try await register("Mới") == 11)
      try book.write(
        [
          OldBook.line(4, "05/01/2026", "4/SXD", "Trong sổ giấy"), OldBook.line(11, "06/01/2026", "5/SXD", "Trùng số"),
          OldBook.line(20, "07/01/2026", "6/SXD", "Nhảy số"),
        ].joined(separator: "\n"))
      let outcome = try await book.run { $0.skipsProblems = true }
      #expect(outcome.counts.entered == 1)
      #expect(outcome.problems.contains { $0.contains("Số đến 11 đã có") })
      #expect(outcome.problems.contains { $0.contains("số 20 nằm sau số cuối") })
      #expect(try await register("Mới nữa") == 12)
      let check = try await book.check(year: 2026)
      #expect(check.isWhole)
      #expect(check.paperEntered == 1)
      #expect(check.explained.isEmpty)
      await #expect(throws: Refusal.self) {
        try await book.app.database.write {
          _ = try OpenRegister(.incoming, year: 2026, paperThrough: 5, reason: "đổi").perform(
            by: Cast.registryClerk, in: $0)
        }
      }
    }
  }
}
