import Foundation
import Kernel
import Papers
import VietnameseText

/// «(3)»: the row that numbers the columns.
private let columnNumber = Pattern(/^\(?\d+\)?$/)

/// The rows of an Excel file as they were uploaded, with where its columns are (ánh xạ cột). Kept until it is confirmed.
struct PlanSheet: Sendable, Equatable, Codable {
  /// A column that is looked for.
  enum Column: String, Sendable, CaseIterable, Codable {
    case notation, title, retention, maker, note, group

    /// As the screen names it.
    var label: String {
      switch self {
      case .notation: "Số và ký hiệu hồ sơ"
      case .title: "Tên đề mục và tiêu đề hồ sơ"
      case .retention: "Thời hạn bảo quản"
      case .maker: "Người lập hồ sơ"
      case .note: "Ghi chú"
      case .group: "Nhóm hồ sơ"
      }
    }

    /// Beginnings of heads that mean it, folded.
    var heads: [String] {
      switch self {
      case .notation: ["so va ky hieu", "so, ky hieu", "ky hieu", "so ky hieu"]
      case .title:
        [
          "ten de muc", "tieu de", "ten nhom ho so", "ten ho so", "loai ho so", "noi dung", "ten loai",
          "ho so, tai lieu",
        ]
      case .retention: ["thoi han", "thbq"]
      case .maker: ["nguoi lap", "don vi lap", "don vi, nguoi lap", "don vi/nguoi lap"]
      case .note: ["ghi chu"]
      case .group: ["nhom", "linh vuc"]
      }
    }
  }

  struct Row: Sendable, Equatable, Codable {
    /// As Excel counts.
    var number: Int
    var cells: [String]
  }

  var rows: [Row]
  /// The row with the heads; 0 when none was found.
  var headRow: Int
  var columns: [Column: Int]

  static let cellLengthMax = 2000

  init(_ sheet: ReadSheet) {
    let width = min((sheet.rows.compactMap { $0.cells.keys.max() }.max() ?? 0) + 1, 40)
    rows = sheet.rows.map { row in
      Row(
        number: row.number,
        cells: (0..<width).map { String((row.cells[$0].map(Self.shown) ?? "").prefix(Self.cellLengthMax)) })
    }
    (headRow, columns) = (0, [:])
    for row in rows.prefix(20) {
      let found = Self.columns(of: row.cells)
      if found[.title] != nil, found[.retention] != nil {
        (headRow, columns) = (row.number, found)
        break
      }
    }
  }

  /// «B: Tiêu đề hồ sơ», for choosing.
  var choices: [(index: Int, label: String)] {
    let head = rows.first { $0.number == headRow }
    return (0..<(rows.first?.cells.count ?? 0)).map { index in
      let title = head.map { $0.cells[index] } ?? ""
      return (index, ReadSheet.letters(index) + (title.isEmpty ? "" : ": \(title.prefix(60))"))
    }
  }

  /// What stands in a column of a row; empty where it is not mapped.
  func value(_ column: Column, of row: Row) -> String {
    guard let index = columns[column], row.cells.indices.contains(index) else { return "" }
    return row.cells[index]
  }

  /// Rows below the heads, without the line of column numbers and blank ones.
  var lines: [Row] {
    rows.filter { row in
      guard row.number > headRow else { return false }
      let filled = row.cells.filter { !$0.isEmpty }
      return !filled.isEmpty && !filled.allSatisfy { $0.contains(columnNumber.regex) }
    }
  }

  private static func columns(of heads: [String]) -> [Column: Int] {
    var found: [Column: Int] = [:]
    for (index, head) in heads.enumerated() {
      let folded = Folding.folded(head)
      guard !folded.isEmpty else { continue }
      // «Tên nhóm hồ sơ» names the dossiers, «Nhóm» alone the group.
      let column = Column.allCases.first { column in
        found[column] == nil && column.heads.contains { folded.hasPrefix($0) }
      }
      if let column { found[column] = index }
    }
    return found
  }

  private static func shown(_ value: ReadSheet.Value) -> String {
    switch value {
    case .text(let text): text.normalizedLine
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .day(let day): day.text
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .error(let error): error
    case .formulaWithoutValue: ""
    }
  }
}
