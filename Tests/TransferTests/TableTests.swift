import Foundation
import Kernel
import Testing

@testable import Transfer

@Suite("Đọc bảng dữ liệu") struct TableTests {
  private static let catalogue = FieldCatalogue([
    .init(name: "ArrivalNumber", label: "Số đến"), .init(name: "Subject", label: "Trích yếu"),
    .init(name: "SignerInfo.FullName", label: "Người ký", otherNames: ["nguoi_ky"]),
    .init(name: "OrganId", label: "Mã cơ quan"),
  ])

  private static func rows(_ text: String) throws -> (TableFile, [TableRow]) {
    let file = FileManager.default.temporaryDirectory.appending(path: "table-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    let table = try TableFile(file, catalogue: catalogue)
    var rows: [TableRow] = []
    try table.read { rows.append($0) }
    let again = try table.rows(at: rows.map(\.place).reversed())
    #expect(again == rows.reversed())
    try FileManager.default.removeItem(at: file)
    return (table, rows)
  }

  @Test("quoted fields, line breaks in them, a byte order mark, empty lines, the row of column numbers") func quoted()
    throws
  {
    let (table, rows) = try Self.rows(
      "\u{FEFF}SỔ VĂN BẢN ĐẾN,,\r\nSố đến,Trích yếu,nguoi_ky\r\n(1),(2),(3)\r\n1,\"Về \"\"kế hoạch\"\",\r\nnăm 2020\",An\r\n\r\n2,b\r\n"
    )
    #expect(table.heads == ["Số đến", "Trích yếu", "nguoi_ky"])
    #expect(rows.map(\.place.row) == [4, 6])
    #expect(rows[0].values == ["Số đến": "1", "Trích yếu": "Về \"kế hoạch\",\r\nnăm 2020", "nguoi_ky": "An"])
    #expect(rows[1].values == ["Số đến": "2", "Trích yếu": "b"])
  }

  @Test("semicolons and tabs part fields too", arguments: [";", "\t"]) func delimiters(sign: String) throws {
    let (_, rows) = try Self.rows("ArrivalNumber\(sign)Subject\n7\(sign)a, b\n")
    #expect(rows.map(\.values) == [["ArrivalNumber": "7", "Subject": "a, b"]])
  }

  @Test("JSON lines: groups, lists, numbers; a broken line is told, not lost") func lines() throws {
    let (table, rows) = try Self.rows(
      """
      {"ArrivalNumber": 7, "Signerlnfo": {"FullName": "An"}, "Files": [{"Path": "a/b.pdf"}, "c.pdf"], "Subject": null}

      {"ArrivalNumber": 8
      """)
    #expect(rows.map(\.place.row) == [1, 3])
    #expect(rows[0].values == ["ArrivalNumber": "7", "Signerlnfo.FullName": "An", "Files": "a/b.pdf; c.pdf"])
    #expect(rows[1].problem != nil)
    #expect(
      try Set(ColumnMapping().fields(of: rows[0], catalogue: Self.catalogue).keys) == [
        "ArrivalNumber", "SignerInfo.FullName",
      ])
    #expect(Self.catalogue.field(named: "Organld") == "OrganId")
    #expect(table.heads.isEmpty)
  }

  @Test("what is no table is refused", arguments: ["", "\n\n", "a,b\n\"never closed,1\n"]) func refused(text: String) {
    #expect(throws: Refusal.self) { try Self.rows(text) }
  }

  @Test("a mapping: several fields of a column, defaults, translated values, columns left out") func mapping() throws {
    let mapping = try ColumnMapping.read(
      Data(
        #"{"columns": {"so": ["ArrivalNumber", "OrganId"], "Trích yếu": ""}, "defaults": {"Subject": "không rõ"}, "values": {"SignerInfo.FullName": {"Phó*": "Bình", "Phó Chủ tịch*": "Chi"}}}"#
          .utf8), catalogue: Self.catalogue)
    let row = TableRow(
      place: .init(row: 2, offset: 0), values: ["so": "5", "Trích yếu": "x", "Người ký": "Phó Chủ tịch tỉnh"])
    #expect(
      mapping.fields(of: row, catalogue: Self.catalogue)
        == ["ArrivalNumber": "5", "OrganId": "5", "Subject": "không rõ", "SignerInfo.FullName": "Chi"])
    #expect(throws: Refusal.self) {
      try ColumnMapping.read(Data(#"{"columns": {"so": "Nothing"}}"#.utf8), catalogue: Self.catalogue)
    }
  }

  @Test(arguments: [
    ("2022-07-20", "20/07/2022"), ("2022-07-20T08:00:00", "20/07/2022"), ("20/7/2022", "20/07/2022"),
    ("05.11.2021", "05/11/2021"), ("2019", "31/12/2019"),
  ]) func days(text: String, day: String) { #expect(OldDay.parse(text)?.text == day) }

  @Test(
    "whole numbers as spreadsheets write them",
    arguments: [
      ("12", 12), ("1.000", 1_000), ("1.247", 1_247), ("1,000", 1_000), ("12.345.678", 12_345_678), ("7,0", 7),
      ("7.00", 7), ("1.5", nil), ("1.24", nil), ("1.2345", nil), ("0.000", nil), ("1.000,5", nil), ("mười", nil),
      ("", nil),
    ] as [(String, Int?)]) func numbers(text: String, number: Int?)
  { #expect(WholeNumber.parse(text) == number) }

  @Test(
    "letters of TCVN3 and VNI are noticed",
    arguments: ["VÒ viÖc qu¶n lý biªn chÕ c«ng chøc", "Bé Néi vô qu¶n lý, c«ng t¸c", "Veà vieäc quaûn lyù bieân cheá"])
  func legacy(text: String) { #expect(LegacyLetters.isSuspect(text)) }

  @Test(
    "what is written in Unicode, or in no Vietnamese at all, is left alone",
    arguments: [
      "Về việc quản lý biên chế", "Ve viec quan ly bien che", "Ðề án 100 m² và 20 m²", "«Cai cach» va «Hop»",
      "Công ty ABC®",
      "Müller, Köln, Düsseldorf", "Société Générale à Paris", "hoá, thuý, toàn", "30°C – 40°C", "",
    ]) func notLegacy(text: String)
  { #expect(!LegacyLetters.isSuspect(text)) }

  @Test(arguments: ["31/02/2022", "20/07/22", "mai", "20222", "7/2022"]) func noDays(text: String) {
    #expect(OldDay.parse(text) == nil)
  }
}
