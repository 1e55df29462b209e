import Foundation
import Kernel
import Testing

@testable import Papers

@Suite("Reading .xlsx files") struct ReadSheetTests {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let links = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// A workbook as another program writes it, from its parts.
  private func book(
    _ cells: String, sheets: String = "<sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/>", before: String = "",
    more: [(String, String)] = [], _ body: (URL) throws -> Void
  ) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    let parts =
      [
        ("[Content_Types].xml", "<Types/>"),
        (
          "xl/workbook.xml",
          "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(before)<sheets>\(sheets)</sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"\(Self.links)\"><Relationship Id=\"r1\" Target=\"worksheets/one.xml\"/><Relationship Id=\"r2\" Target=\"/xl/worksheets/two.xml\"/></Relationships>"
        ),
        (
          "xl/styles.xml",
          "<styleSheet xmlns=\"\(Self.main)\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;ngày&quot; 0\"/><numFmt numFmtId=\"171\" formatCode=\"[$-42A]dd\\/mm\\/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>"
        ),
        (
          "xl/sharedStrings.xml",
          "<sst xmlns=\"\(Self.main)\"><si><t>Số hộ</t></si><si><r><t>Đá </t></r><r><t>vôi</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>"
        ),
        ("xl/worksheets/one.xml", "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(cells)</sheetData></worksheet>"),
        (
          "xl/worksheets/two.xml",
          "<worksheet xmlns=\"\(Self.main)\"><sheetData><row r=\"1\"><c r=\"A1\"><v>2</v></c></row></sheetData></worksheet>"
        ),
      ] + more
    try PackageWriting.write(parts.map { ($0.0, Array($0.1.utf8)) }, to: file)
    try body(file)
  }

  @Test("every kind of value at its address; a formula that nobody worked out is told apart") func values() throws {
    let cells = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2"/>
      <row r="3"><c r="A3"><v>1.5</v></c><c s="1"><v>46331</v></c><c s="2"><v>46331</v></c><c s="3"><v>46331.5</v></c>\
      <c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#N/A</v></c><c r="G3"><f>A1+1</f></c><c r="H3"><f>1+1</f><v>2</v></c>\
      <c r="I3" t="inlineStr"><is><t> Khe Sim</t></is></c><c r="J3" t="inlineStr"><is><t> </t></is></c><c r="AA3"><v>7</v></c></row>
      """
    try book(cells) { file in
      let rows = try ReadSheet(file).rows
      #expect(rows.map(\.number) == [1, 3])
      #expect(rows[0].cells == [0: .text("Số hộ"), 2: .text("Đá vôi")])
      let day = Day(number: 46_331 - 25_569)
      #expect(
        rows[1].cells == [
          0: .number(1.5), 1: .day(day), 2: .number(46_331), 3: .day(day), 4: .truth(true), 5: .error("#N/A"),
          6: .formulaWithoutValue, 7: .number(2), 8: .text(" Khe Sim"), 26: .number(7),
        ])
    }
  }

  @Test("a hidden sheet is passed over; days may be counted from 1904") func otherBooks() throws {
    let sheets =
      "<sheet name=\"a\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"b\" sheetId=\"2\" r:id=\"r2\"/>"
    try book("", sheets: sheets) { file in
      let rows = try ReadSheet(file).rows
      #expect(rows.first?.cells == [0: .number(2)])
    }
    try book("<row><c s=\"1\"><v>44869</v></c></row>", before: "<workbookPr date1904=\"1\"/>") { file in
      let rows = try ReadSheet(file).rows
      #expect(rows.first?.cells == [0: .day(Day(number: 46_331 - 25_569))])
    }
  }

  @Test("programs, an empty sheet, a broken part and too much are each refused for what they are") func refuses() throws
  {
    let one = "<row><c><v>1</v></c></row>"
    try book(one, more: [("xl/vbaProject.bin", "x")]) { file in
      #expect(throws: SheetFault.hasMacros) { try ReadSheet(file) }
    }
    try book("") { file in #expect(throws: SheetFault.empty) { try ReadSheet(file) } }
    try book("<row><c t=\"s\"><v>9</v></c></row>") { file in
      #expect(throws: SheetFault.broken("sharedStrings")) { try ReadSheet(file) }
    }
    try book(one, sheets: "<sheet name=\"a\" sheetId=\"1\" r:id=\"r9\"/>") { file in
      #expect(throws: SheetFault.broken("workbook.rels")) { try ReadSheet(file) }
    }
    try book(String(repeating: one, count: ReadSheet.rowsMax + 1)) { file in
      #expect(throws: SheetFault.tooMuch("trang tính có hơn 5000 dòng")) { try ReadSheet(file) }
    }
    let told = [SheetFault.hasMacros, .empty, .notExcel(.xls), .notExcel(.pdf), .broken("x"), .tooMuch("x")]
    #expect(Set(told.map { $0.refusal(named: "a.xlsx").message }).count == told.count)
  }

  @Test(
    "an address names column and row", arguments: [(0, "A7"), (25, "Z7"), (26, "AA7"), (701, "ZZ7"), (702, "AAA7")])
  func addresses(column: Int, address: String) {
    #expect(ReadSheet.address(row: 7, column: column) == address && ReadSheet.column(ofAddress: address) == column)
  }

  @Test("what our own writer wrote is read back, rules and all") func readsOwn() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "own-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    let day = Day(number: 20_762)
    try SpreadsheetFile(
      sheetName: "Biểu", titleLines: [],
      columns: [
        .init("Tên", width: 10),
        .init("Số", width: 10, rule: .init(.integer(least: 0, most: 5), words: "x", rowCount: 3)),
        .init("Mức", width: 10, rule: .init(.choice(["Đạt", "Chưa đạt"]), words: "x", rowCount: 3)),
        .init("Tỷ lệ", width: 10, rule: .init(.decimal(least: nil, most: nil), words: "x", rowCount: 3)),
      ], hasColumnNumbers: false, footer: ""
    ).write([.init([.text("a"), .number(3), .day(day), .decimal(0.25)])], to: file)
    let rows = try ReadSheet(file).rows
    #expect(rows.count == 2 && rows[1].cells == [0: .text("a"), 1: .number(3), 2: .day(day), 3: .number(0.25)])
  }
}
