import Kernel
import Testing
import Work

@testable import IncomingDocuments

@Suite("DEN-11 bút phê viết tắt được hiểu và hiện ra trước khi gửi") struct DirectiveReadingTests {
  private static let units: [(Int64, String, String)] = [
    (102, "Văn phòng", "VP"), (105, "Vụ Khoáng sản", "KS"), (106, "Vụ Pháp chế", "PC"),
    (107, "Vụ Kế hoạch – Tài chính", "KHTC"), (108, "Vụ Tổ chức cán bộ", "TCCB"),
    (109, "Vụ Khoa học, Công nghệ và Hợp tác quốc tế", "KHCNQT"),
  ]
  private static let people: [(Int64, String)] = [(1002, "Lê Minh Đức"), (1009, "Bùi Quốc Khánh")]

  private static let reading = DirectiveReading(
    units.map { .init(holder: .unit(UnitID($0.0)), name: $0.1, abbreviation: $0.2) }
      + people.map { .init(holder: .post(PostID($0.0)), name: $0.1, abbreviation: "") },
    today: Day(number: 20_762))

  /// Typed on 05/11/2026, and who is named: place, role, last day.
  static let written: [(String, [String])] = [
    ("gđ vp ct, ph tc, b/c 15/7", ["u102 lead 15/07/2027", "u107 coordinate 15/07/2027"]),
    (
      "Giao Vụ Khoáng sản chủ trì, Vụ Pháp chế phối hợp, báo cáo trước 15/7",
      ["u105 lead 15/07/2027", "u106 coordinate 15/07/2027"]
    ),
    ("Vụ KS xem xét, báo cáo trước ngày 20/11/2026.", ["u105 lead 20/11/2026"]),
    ("vu khoang san chu tri; phoi hop: vu phap che, vp", ["u105 lead -", "u106 coordinate -", "u102 coordinate -"]),
    ("KS ct 20/11, PC ph 15/11", ["u105 lead 20/11/2026", "u106 coordinate 15/11/2026"]),
    ("Chuyển Vụ Kế hoạch - Tài chính, Vụ TCCB để biết", ["u107 lead -", "u108 inform -"]),
    ("Đ/c Lê Minh Đức chỉ đạo, đ/c Quốc Khánh phối hợp", ["p1002 lead -", "p1009 coordinate -"]),
    ("KS ct, PC ct", ["u105 lead -", "u106 coordinate -"]),
    ("Vụ Khoáng sản chủ trì, Vụ Khoáng sản báo cáo 20.11.2026", ["u105 lead 20/11/2026"]),
    ("Lưu, để tham khảo.", []),
    ("Đồng ý. Giao KHCNQT chủ trì. Hạn 30/11.", ["u109 lead 30/11/2026"]),
  ]

  @Test("places, roles and deadlines are read as they are written", arguments: written.indices)
  func placesAreRead(index: Int) {
    let (text, expected) = Self.written[index]
    let read = Self.reading.places(in: text).map { "\($0.holder.text) \($0.role.rawValue) \($0.due?.text ?? "-")" }
    #expect(read == expected, "«\(text)»")
  }
}
