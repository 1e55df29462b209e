import Foundation
import FoundationXML
import Kernel
import Testing

@testable import Papers

@Suite("PL6-68, PL6-6a biểu mẫu in") struct PrintedFormTests {
  static let form = PrintedForm(
    title: "Phiếu thử", provenance: "In từ hệ thống <Châu Bản> lúc 08:00",
    sections: [
      FormSection(.landscape, isFramed: true, blocks: [.text("BÌA", FormStyle(size: 20, alignment: .center))]),
      FormSection(
        .landscape, numbering: .fromOne,
        blocks: [
          .table(
            FormTable(
              columns: [.init("Số đến", width: 30, .center), .init("Trích yếu", width: 200)],
              rows: (1...201).map { FormTable.Row(["\($0)", "Về việc & <thử> \"dấu\"\u{1}\nẵ ỗ ợ ữ ỷ Đ"]) }))
        ]),
      FormSection(
        .portrait, numbering: .continued,
        blocks: [
          .paragraph(FormParagraph([.text("Sổ này có "), .pageNumber, .text(" trang"), .bold(".")])),
          .columns([FormColumnBlock(width: 80, [.text("TRÁI")]), FormColumnBlock(width: 80, [])]),
        ]),
    ])

  @Test func becomesPDFWithRepeatedHeadsPageNumbersAndFoot() async throws {
    try await SelfMadeFiles.use { files, runner in
      let target = files.folder.appending(path: "form.pdf")
      try await OfficeConversion(runner: runner).write(Self.form, as: .pdf, to: target)
      let tool = PDFTool(runner: runner)
      let texts = try await tool.text(of: target).map(\.text)
      #expect(try await tool.inspect(target).pageWidth > 840)
      #expect(texts[0].contains("BÌA") && !texts[0].contains("Trang"))
      for page in texts { #expect(page.contains("In từ hệ thống <Châu Bản> lúc 08:00")) }
      for page in texts[1..<(texts.count - 1)] { #expect(page.contains("Trích yếu") && page.contains("(1)")) }
      #expect(texts[1].contains("Về việc & <thử> \"dấu\"") && texts[1].contains("ẵ ỗ ợ ữ ỷ Đ"))
      #expect(texts[1].contains("Trang 1"))
      #expect(texts.last?.contains("Sổ này có \(texts.count - 1) trang.") == true)
    }
  }

  @Test(arguments: [OfficeConversion.Format.docx, .doc]) func becomesWord(_ format: OfficeConversion.Format)
    async throws
  {
    try await SelfMadeFiles.use { files, runner in
      let target = files.folder.appending(path: "form")
      var form = Self.form
      form.sections.remove(at: 1)
      try await OfficeConversion(runner: runner).write(form, as: format, to: target)
      #expect(try FileVerdict.judging(target) == FileVerdict(kind: format == .doc ? .doc : .docx))
    }
  }

  @Test func longTablesAreSplit() {
    let text = FlatText.written(Self.form, font: .tinos)
    #expect(text.components(separatedBy: "<table:table-header-rows>").count - 1 == 2)
    #expect(text.components(separatedBy: "fo:break-before=\"page\"").count - 1 == 1)
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }

  @Test func severalConversionsDoNotMeet() async throws {
    try await SelfMadeFiles.use { files, runner in
      let text = try files.file("a", "Kính gửi: Sở Nội vụ")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...3 {
          group.addTask {
            try await OfficeConversion(runner: runner).convert(
              text, kind: .text, to: .pdf, target: files.folder.appending(path: "\(number).pdf"))
          }
        }
        try await group.waitForAll()
      }
      for number in 1...3 {
        let pages = try await PDFTool(runner: runner).text(of: files.folder.appending(path: "\(number).pdf"))
        #expect(pages.map(\.text) == ["Kính gửi: Sở Nội vụ"])
      }
    }
  }
}

@Suite("Bảng tính .xlsx") struct SpreadsheetFileTests {
  @Test func writesRowsThatLibreOfficeReads() async throws {
    try await SelfMadeFiles.use { files, runner in
      let target = files.folder.appending(path: "book.xlsx")
      let file = SpreadsheetFile(
        sheetName: "Sổ/đến: [2026]", titleLines: ["SỔ"],
        columns: [.init("Ngày đến", width: 12), .init("Số đến", width: 8), .init("Trích yếu", width: 40)],
        footer: "In & lúc 08:00")
      let day = try #require(Day(year: 2026, month: 11, day: 5))
      try file.write(
        [.init([.day(day), .number(7), .text("=1+1 <Đề án>")]), .init([.empty], isGrey: true)], to: target)
      #expect(try FileVerdict.judging(target) == FileVerdict(kind: .xlsx))
      let pdf = files.folder.appending(path: "book.pdf")
      try await OfficeConversion(runner: runner).convert(target, kind: .xlsx, to: .pdf, target: pdf)
      let text = try await PDFTool(runner: runner).text(of: pdf)[0].text
      for word in ["05/11/2026", "=1+1", "<Đề", "(3)"] { #expect(text.contains(word), "\(word) trong \(text)") }
    }
  }

  @Test(arguments: [
    ("Văn bản đến 2026", "Văn bản đến 2026"), ("'a:b'", "a b"), ("", "Trang 1"),
    (String(repeating: "ă", count: 40), String(repeating: "ă", count: 31)),
  ]) func sheetNamesArePermitted(_ name: String, _ permitted: String) {
    #expect(SpreadsheetFile.permittedName(name) == permitted)
  }

  @Test func aFolderThatIsNotThereIsToldOf() {
    let file = SpreadsheetFile(sheetName: "a", titleLines: [], columns: [.init("b", width: 5)], footer: "")
    #expect(throws: SpreadsheetFile.WritingFailed.self) {
      try file.write([.init([.empty])], to: URL(filePath: "/nowhere/at/all/a.xlsx"))
    }
  }
}
