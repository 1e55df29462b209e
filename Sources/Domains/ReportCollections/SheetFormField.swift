/// Names of the fields of the forms.
package enum SheetFormField {
  package static let title = "ten-bieu"
  package static let hint = "huong-dan"
  package static let rowsMax = "so-dong"
  package static let columnCount = "so-cot"
  package static let dueOn = "han"
  package static let file = "tep"
  /// What the pressed button does.
  package static let act = "lam"
  package static let earlier = "tu"
  package static let reason = "ly-do"
  package static let rowCount = "so-dong-hien"
  /// In the address: so many rows stand there.
  package static let rowCountShown = "so-dong"
  /// There is nothing to report.
  package static let nothing = "khong-phat-sinh"

  package enum ColumnPart: String, CaseIterable {
    case title = "cot-ten"
    case kind = "cot-loai"
    case unit = "cot-don-vi"
    case required = "cot-bat-buoc"
    case least = "cot-nho-nhat"
    case most = "cot-lon-nhat"
    case choices = "cot-lua-chon"
  }

  package static func column(_ part: ColumnPart, _ index: Int) -> String { "\(part.rawValue)-\(index)" }

  package static func cell(row: Int, column: Int) -> String { "o-\(row)-\(column)" }
}
