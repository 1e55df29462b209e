import Foundation
import Papers

/// A file to fill in (tệp mẫu): heads in Vietnamese and one row that shows how. That row says «Ví dụ» and is not entered.
enum OrganizationTemplate: String, CaseIterable, Sendable {
  case agencies = "co-quan"
  case units = "don-vi"
  case people = "nguoi-va-chuc-danh"

  var label: String {
    switch self {
    case .agencies: "Cơ quan"
    case .units: "Đơn vị"
    case .people: "Người và chức danh"
    }
  }

  private var example: [(field: OrganizationField, value: String)] {
    switch self {
    case .agencies:
      [
        (.kind, "Ví dụ"), (.parent, ""), (.name, "Chi cục Địa chất Hòa Phú"), (.shortName, "Chi cục Hòa Phú"),
        (.abbreviation, "CCHP"), (.tier, "Chi cục"), (.place, "Hòa Phú"), (.organId, "Y98.05.09"),
        (.legacyOrganId, ""), (.validFrom, "01/01/2026"), (.sortOrder, "9"),
      ]
    case .units:
      [
        (.kind, "Ví dụ"), (.agency, "CCHP"), (.parent, "VP"), (.name, "Phòng Hành chính – Văn thư"),
        (.abbreviation, "HCVT"), (.unitKind, "Phòng"), (.validFrom, "01/01/2026"), (.sortOrder, "2"),
      ]
    case .people:
      [
        (.kind, "Ví dụ"), (.agency, "CCHP"), (.unit, "HCVT"), (.fullName, "Nguyễn Thị Hoa"), (.staffCode, "HP-0012"),
        (.title, "Văn thư"), (.roles, "Văn thư cơ quan; Chuyên viên"), (.validFrom, "01/01/2026"), (.sortOrder, "1"),
      ]
    }
  }

  private var explanation: String {
    switch self {
    case .agencies:
      "Mỗi dòng một cơ quan có con dấu, văn thư và sổ riêng. Ô «Thuộc» trống: thuộc cơ quan của người nhập."
    case .units: "Mỗi dòng một đơn vị trong cơ quan. Đơn vị cấp trên có thể ghi ở dòng sau."
    case .people: "Mỗi dòng một người với một chức danh. Người giữ hai chức danh: hai dòng, cùng mã cán bộ."
    }
  }

  /// Writes the file. Blocks its thread.
  func write(to target: URL) throws {
    let file = SpreadsheetFile(
      sheetName: label, titleLines: ["DANH SÁCH \(label.uppercased())", explanation, Self.note],
      columns: example.map { .init($0.field.label, width: $0.value.count > 14 ? 30 : 16) }, hasColumnNumbers: false,
      footer: "")
    try file.write([.init(example.map { .text($0.value) }, isGrey: true)], to: target)
  }

  private static let note = "Dòng ghi «Ví dụ» không được nhập. Ô bỏ trống không đổi gì của mục đã có."
}
