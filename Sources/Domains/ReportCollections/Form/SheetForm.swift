import Documents
import Kernel
import VietnameseText

/// What is asked of each unit (biểu thu báo cáo): a title, and columns to fill in one row or in many.
package struct SheetForm: Sendable, Equatable {
  package var title: String
  /// How to fill it in.
  package var hint: String
  /// So many rows at most; one for a form of one row per unit.
  package var rowsMax: Int
  package var columns: [SheetColumn]

  package init(title: String = "", hint: String = "", rowsMax: Int = 1, columns: [SheetColumn] = []) {
    self.title = title
    self.hint = hint
    self.rowsMax = rowsMax
    self.columns = columns
  }

  package var isMany: Bool { rowsMax > 1 }

  static let titleLengthMax = 200
  static let hintLengthMax = 1000
  static let columnsMax = 30
  static let mostRows = 200
  static let columnTitleLengthMax = 100
  static let choicesMax = 50

  /// Everything that stands in the way of sending it out.
  package func obstacles() -> [Refusal.Reason] {
    let field = SheetFormField.self
    var reasons: [Refusal.Reason] = []
    if title.isEmpty { reasons.append(.init("Nhập tên biểu.", field: field.title)) }
    if title.count > Self.titleLengthMax {
      reasons.append(.init("Dài quá \(Self.titleLengthMax) ký tự.", field: field.title))
    }
    if hint.count > Self.hintLengthMax {
      reasons.append(.init("Dài quá \(Self.hintLengthMax) ký tự.", field: field.hint))
    }
    if !(1...Self.mostRows).contains(rowsMax) {
      reasons.append(.init("Số dòng từ 1 đến \(Self.mostRows).", field: field.rowsMax))
    }
    if columns.isEmpty { reasons.append(.init("Biểu cần ít nhất một cột.", field: field.column(.title, 0))) }
    if columns.count > Self.columnsMax { reasons.append(.init("Nhiều nhất \(Self.columnsMax) cột.")) }
    var seen: Set<String> = []
    for (index, column) in columns.enumerated() {
      reasons += Self.obstacles(column, index)
      if !column.title.isEmpty, !seen.insert(Folding.folded(column.heading)).inserted {
        reasons.append(.init("Đã có cột tên này.", field: field.column(.title, index)))
      }
    }
    return reasons
  }

  private static func obstacles(_ column: SheetColumn, _ index: Int) -> [Refusal.Reason] {
    func reason(_ message: String, _ part: SheetFormField.ColumnPart) -> Refusal.Reason {
      .init(message, field: SheetFormField.column(part, index))
    }
    var reasons: [Refusal.Reason] = []
    if column.title.isEmpty { reasons.append(reason("Nhập tên cột.", .title)) }
    if column.title.count > columnTitleLengthMax {
      reasons.append(reason("Dài quá \(columnTitleLengthMax) ký tự.", .title))
    }
    if column.unit.count > 30 { reasons.append(reason("Dài quá 30 ký tự.", .unit)) }
    if column.kind == .choice {
      if column.choices.count < 2 { reasons.append(reason("Ghi ít nhất hai lựa chọn, cách nhau bằng dấu ;", .choices)) }
      if column.choices.count > choicesMax { reasons.append(reason("Nhiều nhất \(choicesMax) lựa chọn.", .choices)) }
      if column.choices.contains(where: { $0.count > 100 }) {
        reasons.append(reason("Có lựa chọn dài quá 100 ký tự.", .choices))
      }
    }
    let bare = SheetColumn(column.title, column.kind)
    var bounds: [String] = []
    for (text, part) in [(column.least, SheetFormField.ColumnPart.least), (column.most, .most)] where !text.isEmpty {
      guard column.kind.isNumber || column.kind == .day else {
        reasons.append(reason("Chỉ cột số và cột ngày có giới hạn.", part))
        continue
      }
      if case .value(let value) = SheetCell.read(text, for: bare) {
        bounds.append(value)
      } else {
        reasons.append(reason("Phải là \(bare.wanted).", part))
      }
    }
    if bounds.count == 2, SheetCell.isLess(bounds[1], bounds[0], column.kind) {
      reasons.append(reason("Lớn nhất đang nhỏ hơn nhỏ nhất.", .most))
    }
    return reasons
  }

  /// As it is kept: bounds in one writing. Call once there are no obstacles.
  func settled() -> SheetForm {
    var form = self
    for index in form.columns.indices {
      let bare = SheetColumn("", form.columns[index].kind)
      for key in [\SheetColumn.least, \SheetColumn.most] {
        if case .value(let value) = SheetCell.read(form.columns[index][keyPath: key], for: bare) {
          form.columns[index][keyPath: key] = value
        }
      }
      if form.columns[index].kind != .choice { form.columns[index].choices = [] }
    }
    return form
  }

  /// Every word of it, to be looked through for secrecy marks.
  var words: [String] { [title, hint] + columns.flatMap { [$0.title, $0.unit] + $0.choices } }
}
