import Foundation
import Kernel

/// One column of a form that is sent out to be filled (cột của biểu thu báo cáo).
package struct SheetColumn: Sendable, Equatable, Codable {
  package enum Kind: String, Sendable, CaseIterable, Codable {
    case text, integer, decimal, day, choice

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .text: "Chữ"
      case .integer: "Số nguyên"
      case .decimal: "Số thập phân"
      case .day: "Ngày"
      case .choice: "Chọn trong danh sách"
      }
    }

    package var isNumber: Bool { self == .integer || self == .decimal }
  }

  package var title: String
  package var kind: Kind
  /// Đơn vị tính; empty for none.
  package var unit: String
  package var isRequired: Bool
  /// As it is kept (`SheetCell`), of numbers and days; empty for no bound.
  package var least: String
  package var most: String
  package var choices: [String]

  package init(
    _ title: String, _ kind: Kind = .text, unit: String = "", required: Bool = false, least: String = "",
    most: String = "", choices: [String] = []
  ) {
    self.title = title
    self.kind = kind
    self.unit = unit
    isRequired = required
    self.least = least
    self.most = most
    self.choices = choices
  }

  /// «Số hộ (hộ)»: over the column on screen and in files.
  package var heading: String { unit.isEmpty ? title : "\(title) (\(unit))" }

  /// What a value must be: «số nguyên từ 0 đến 500».
  package var wanted: String {
    let bounds =
      switch (least.isEmpty, most.isEmpty) {
      case (true, true): ""
      case (false, true): " từ \(SheetCell.shown(least, kind)) trở lên"
      case (true, false): " không quá \(SheetCell.shown(most, kind))"
      case (false, false): " từ \(SheetCell.shown(least, kind)) đến \(SheetCell.shown(most, kind))"
      }
    switch kind {
    case .text: return "chữ, nhiều nhất \(SheetCell.lettersMax) ký tự"
    case .integer: return "số nguyên\(bounds)"
    case .decimal: return "số\(bounds), phần thập phân viết sau dấu phẩy"
    case .day: return "ngày\(bounds), viết ngày/tháng/năm"
    case .choice: return "một trong: \(choices.joined(separator: "; "))"
    }
  }
}
