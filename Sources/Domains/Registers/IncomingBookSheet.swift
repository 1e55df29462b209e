import Foundation
import Kernel
import Papers

extension IncomingBookForm {
  /// Writes the same ten columns as an Excel file. Blocks its thread.
  package func writeSpreadsheet(to target: URL) throws {
    let widths: [Double] = [11, 8, 28, 20, 11, 60, 24, 11, 18, 22]
    let file = SpreadsheetFile(
      sheetName: "Văn bản đến \(year)",
      titleLines: [
        bookName.uppercased(), agencyName, "Năm: \(year). Quyển số: \(volume).",
      ],
      columns: zip(Self.columns, widths).map { SpreadsheetFile.Column($0.title, width: $1) }, footer: provenance)
    try file.write(rows.lazy.map { .init($0.sheetCells, isGrey: $0.cancellation != nil) }, to: target)
  }
}

extension RegisterRow {
  var sheetCells: [SpreadsheetFile.Cell] {
    [
      .day(arrivalDay), .number(number), .text(author), .text(codeText),
      issuedDay.map(SpreadsheetFile.Cell.day) ?? .empty, .text(typeAndSubject), .text(receiver),
      forwardedDay.map(SpreadsheetFile.Cell.day) ?? .empty, .text(receipt), .text(shownNote),
    ]
  }
}
