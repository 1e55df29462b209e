import Foundation
import Kernel
import Papers

/// What stands in an exported file, whatever its format.
struct ListExportForm: Sendable {
  var title: String
  var agencyName: String
  /// What was asked for, and in which order (PL6-67).
  var lines: [String]
  var columns: [ListColumn]
  var rows: [ListBatch.Row]
  var provenance: String

  /// Millimetres between the margins of a landscape page.
  private static let pageWidth = 260.0

  var printedForm: PrintedForm {
    var blocks: [FormBlock] = [
      .text(agencyName.uppercased(), FormStyle(size: 13, isBold: true)),
      .text(title.uppercased(), FormStyle(size: 16, isBold: true, alignment: .center, spaceBefore: 3)),
    ]
    blocks += lines.map { .text($0, FormStyle(size: 12, isItalic: true, alignment: .center)) }
    let share = Self.pageWidth / max(1, columns.reduce(0) { $0 + $1.width })
    let table = FormTable(
      columns: columns.map { FormTable.Column($0.label, width: $0.width * share) },
      rows: rows.map { row in .init(columns.map { row.cells[$0.id]?.text ?? "" }, isGrey: row.isGrey) },
      hasColumnNumbers: false, textSize: 10.5)
    let nothing = FormBlock.text("Không có dòng nào.", FormStyle(size: 13, alignment: .center, spaceBefore: 6))
    blocks += [.space(3), rows.isEmpty ? nothing : .table(table)]
    return PrintedForm(
      title: title, provenance: provenance,
      sections: [FormSection(.landscape, numbering: .fromOne, blocks: blocks)])
  }

  /// Blocks its thread.
  func writeSpreadsheet(to target: URL) throws {
    let file = SpreadsheetFile(
      sheetName: title, titleLines: [title.uppercased(), agencyName] + lines,
      columns: columns.map { SpreadsheetFile.Column($0.label, width: $0.width * 0.6) }, hasColumnNumbers: false,
      footer: provenance)
    try file.write(
      rows.lazy.map { row in .init(columns.map { row.cells[$0.id] ?? .empty }, isGrey: row.isGrey) }, to: target)
  }
}

extension SpreadsheetFile.Cell {
  /// As it stands on paper.
  var text: String {
    switch self {
    case .text(let text): text
    case .number(let number), .decimal(let number):
      number == number.rounded() ? "\(Int(number))" : "\(number)".replacingOccurrences(of: ".", with: ",")
    case .day(let day): day.text
    case .empty: ""
    }
  }
}
