import Foundation
import Kernel
import Papers

/// The .xlsx files of a collection: the one to fill in, and the merged one.
enum SheetWriting {
  /// The heads in row 1, nothing else: what a reader of it looks for.
  static func writeTemplate(_ form: SheetForm, rows: [[String]], to target: URL) throws {
    let file = SpreadsheetFile(
      sheetName: "Biểu", titleLines: [],
      columns: form.columns.map {
        .init($0.heading, width: Double(min(40, max(14, $0.heading.count + 4))), rule: rule(for: $0, form))
      }, hasColumnNumbers: false, footer: form.title)
    try file.write(rows.map { .init(cells($0, form)) }, to: target)
  }

  /// Rows of all places one under the other, the sums at the end.
  static func writeMerged(_ collection: ReportCollection, _ sheet: MergedSheet, at now: Instant, to target: URL) throws
  {
    let form = collection.form
    let file = SpreadsheetFile(
      sheetName: "Tổng hợp",
      titleLines: [form.title, "Theo văn bản \(collection.codeText); số liệu đến \(now.text)"],
      columns: [.init("STT", width: 6), .init("Nơi gửi", width: 34)]
        + form.columns.map { .init($0.heading, width: Double(min(40, max(14, $0.heading.count + 4)))) },
      hasColumnNumbers: false, footer: "\(collection.codeText): \(form.title)")
    var rows = sheet.lines.enumerated().map { index, line in
      SpreadsheetFile.Row([.number(index + 1), .text(line.place)] + cells(line.values, form))
    }
    rows.append(
      .init(
        [.empty, .text("Cộng")]
          + zip(form.columns, sheet.sums).map { column, sum in sum.map { cell($0, column) } ?? .empty }))
    try file.write(rows, to: target)
  }

  private static func cells(_ values: [String], _ form: SheetForm) -> [SpreadsheetFile.Cell] {
    zip(form.columns, values).map { cell($1, $0) }
  }

  private static func cell(_ value: String, _ column: SheetColumn) -> SpreadsheetFile.Cell {
    if value.isEmpty { return .empty }
    switch column.kind {
    case .text, .choice: return .text(value)
    case .day: return Day(isoText: value).map(SpreadsheetFile.Cell.day) ?? .text(value)
    case .integer, .decimal: return Double(value).map(SpreadsheetFile.Cell.decimal) ?? .text(value)
    }
  }

  private static func rule(for column: SheetColumn, _ form: SheetForm) -> SheetRule? {
    let (least, most) = (Double(column.least), Double(column.most))
    let kind: SheetRule.Kind
    switch column.kind {
    case .text, .day: return nil
    case .integer: kind = .integer(least: least, most: most)
    case .decimal: kind = .decimal(least: least, most: most)
    case .choice: kind = .choice(column.choices)
    }
    return SheetRule(kind, words: "Phải là \(column.wanted).", rowCount: form.rowsMax)
  }
}
