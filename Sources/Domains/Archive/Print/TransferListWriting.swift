import Foundation
import Kernel
import Papers

/// The transfer list as an Excel file: the columns of the printed form.
enum TransferListWriting {
  static func write(_ form: TransferListForm, to target: URL) throws {
    let widths = [8.0, 18, 60, 26, 18, 14, 20]
    let file = SpreadsheetFile(
      sheetName: "Mục lục nộp lưu",
      titleLines: [
        TransferListForm.title, "\(form.transfer.agencyName), \(form.transfer.unitName), \(form.transfer.name)",
        "\(form.countText) \(form.wordsText)",
      ], columns: zip(TransferListForm.heads, widths).map { .init($0, width: $1) }, footer: form.provenance)
    let rows = form.lines.enumerated().map { index, line in
      var cells = form.cells(line, at: index).map { SpreadsheetFile.Cell.text($0) }
      (cells[0], cells[5]) = (.number(index + 1), .number(line.pageTotal))
      return SpreadsheetFile.Row(cells)
    }
    try file.write(rows, to: target)
  }
}
