import Database
import Foundation
import Kernel
import Organization
import Papers
import TestSupport
import Testing

@testable import App
@testable import Transfer

@Suite("Nhập sổ cũ: tệp Excel và tệp kèm theo") struct OldBookFilesTests {
  @Test("files by path: taken and read; what leads outside or is no document is that row's error") func files()
    async throws
  {
    try await OldBook.use { book in
      try Data(MadePDF.of(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/SXD"])).write(
        to: book.folder.appending(path: "a.pdf"))
      try Data("<html>".utf8).write(to: book.folder.appending(path: "b.pdf"))
      try FileManager.default.createSymbolicLink(
        atPath: book.folder.appending(path: "c.pdf").path, withDestinationPath: "/etc/hostname")
      let names = ["a.pdf", "b.pdf", "../a.pdf", "/etc/hostname", "c.pdf", "thieu.pdf"]
      try book.write(
        names.enumerated().map {
          OldBook.line(
            $0.offset + 1, "03/01/2020", "\($0.offset + 1)/SXD", "Có tệp", more: ", \"Files\": [\"\($0.element)\"]")
        }.joined(separator: "\n"))
      let outcome = try await book.run { $0.skipsProblems = true }
      #expect(outcome.counts == .init(rows: 6, good: 1, problems: 5, entered: 1))
      #expect(try await book.app.count("incoming_files") == 1)
      #expect(try await book.app.count("stored_files") == 1)
      #expect(try book.app.filesStaged().isEmpty)
      try await book.app.runJobs()
      #expect(try await book.app.everything(in: "incoming_texts", columns: "text").contains("CỘNG HÒA"))
    }
  }

  @Test("Excel: days as people in Viet Nam write them, under the book's own heads") func excel() async throws {
    try await OldBook.use { book in
      let sheet = SpreadsheetFile(
        sheetName: "2019", titleLines: ["SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"],
        columns: ["Số đến", "Ngày đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Trích yếu"].map {
          .init($0, width: 12)
        }, footer: "")
      let (arrived, issued) = (Day(year: 2019, month: 11, day: 5), Day(year: 2019, month: 2, day: 1))
      let row: [SpreadsheetFile.Cell] = [
        .number(12), arrived.map { .day($0) } ?? .empty, .text("Sở Xây dựng"), .text("9/SXD"),
        issued.map { .day($0) } ?? .empty, .text("Một, «hai», \"ba\""),
      ]
      try sheet.write([.init(row)], to: book.folder.appending(path: "so.xlsx"))
      let outcome = try await book.run("so.xlsx")
      #expect(outcome.problems == [])
      #expect(try await book.lines() == ["2019:12 2019-11-05 Một, «hai», \"ba\""])
      #expect(try await book.app.everything(in: "incoming_documents", columns: "issued_date") == "2019-02-01")
    }
  }

  @Test("files in a ZIP; an archive that points outside is refused", arguments: ["sound", "outside"])
  func zipped(kind: String) async throws {
    try await OldBook.use { book in
      let inner = kind == "sound" ? "nam 2020/a.pdf" : "../a.pdf"
      let made = book.folder.appending(path: "a.pdf")
      try Data(MadePDF.of(["Một trang"])).write(to: made)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = [
        "-c", "import sys,zipfile; zipfile.ZipFile(sys.argv[1],'w').write(sys.argv[2], sys.argv[3])",
        book.folder.appending(path: "tep.zip").path, made.path, inner,
      ]
      try process.run()
      process.waitUntilExit()
      try book.write(OldBook.line(1, "03/01/2020", "1/SXD", "Có tệp", more: ", \"Files\": [\"nam 2020/a.pdf\"]"))
      let act = RunOldBook(
        file: book.folder.appending(path: "so.jsonl"), settings: ImportSettings(),
        files: book.folder.appending(path: "tep.zip"))
      let work = book.app.installation.modules.imports
      if kind == "sound" {
        #expect(try await act.run(by: Cast.registryClerk, work) { _ in }.counts.entered == 1)
        #expect(try await book.app.count("incoming_files") == 1)
      } else {
        await #expect(throws: Refusal.self) { try await act.run(by: Cast.registryClerk, work) { _ in } }
      }
    }
  }
}
