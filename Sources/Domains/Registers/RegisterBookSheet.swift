import Foundation
import Kernel
import Papers

extension RegisterBookForm {
  /// Writes the same ten columns as an Excel file. Blocks its thread.
  package func writeSpreadsheet(to target: URL) throws {
    let file = SpreadsheetFile(
      sheetName: "\(kind.documentName.capitalizedFirst) \(year)",
      titleLines: [
        bookName.uppercased(), agencyName, "Năm: \(year). Quyển số: \(volume).",
      ],
      columns: kind.columns.map { SpreadsheetFile.Column($0.title, width: $0.sheetWidth) }, footer: provenance)
    try file.write(rows.lazy.map { .init($0.sheetCells, isGrey: $0.cancellation != nil) }, to: target)
  }
}

extension RegisterRow {
  var sheetCells: [SpreadsheetFile.Cell] {
    let filled = contents.map { cell -> SpreadsheetFile.Cell in
      switch cell {
      case .text(let text): .text(text)
      case .day(let day): day.map { .day($0) } ?? .empty
      case .number(let number): number.map { .number($0) } ?? .empty
      }
    }
    return filled + [.text(shownNote)]
  }
}
