import Foundation
import Kernel
import Papers

/// A printed list of papers: the contents of a box, or the register of loans. One set of cells for page and sheet.
struct PaperPrint {
  struct Column {
    var title: String
    /// Millimetres on paper.
    var width: Double
  }

  var agencyName: String
  var title: String
  /// Under the title: «Kho 1 / Giá 2 / Hộp 12».
  var subtitle: String
  var columns: [Column]
  var rows: [[String]]
  /// «Hộp này có 12 hồ sơ.»
  var closing: String
  var isLandscape = false
  /// Who printed it, when, from which system.
  var provenance: String

  static let boxColumns = [
    Column(title: "Số TT", width: 12), Column(title: "Mã hồ sơ", width: 36), Column(title: "Tiêu đề hồ sơ", width: 56),
    Column(title: "Thời gian tài liệu", width: 25), Column(title: "Thời hạn bảo quản", width: 20),
    Column(title: "Số tờ", width: 16),
  ]
  static let loanColumns = [
    Column(title: "Số phiếu", width: 15), Column(title: "Mã hồ sơ, tài liệu mượn", width: 42),
    Column(title: "Người mượn, đơn vị", width: 42), Column(title: "Mượn để", width: 42),
    Column(title: "Người cho phép", width: 32), Column(title: "Ngày giao", width: 21),
    Column(title: "Hạn trả", width: 21), Column(title: "Ngày trả, tình trạng", width: 45),
  ]

  var printedForm: PrintedForm {
    let section = FormSection(
      isLandscape ? .landscape : .portrait, numbering: .fromOne, blocks: opening + tables + ending)
    return PrintedForm(title: "\(title), \(subtitle)", provenance: provenance, sections: [section])
  }

  private var opening: [FormBlock] {
    let center = FormStyle(size: 13, alignment: .center)
    return [
      .text(agencyName.uppercased(), FormStyle(size: 12, isBold: true)), .space(4),
      .text(title, FormStyle(size: 14, isBold: true, alignment: .center)), .text(subtitle, center), .space(3),
    ]
  }

  private var tables: [FormBlock] {
    let heads = columns.map { FormTable.Column($0.title, width: $0.width, $0.width < 26 ? .center : .start) }
    return stride(from: 0, to: max(rows.count, 1), by: PrintedForm.tableRowsMax).map { first in
      .table(
        FormTable(
          columns: heads, rows: rows.dropFirst(first).prefix(PrintedForm.tableRowsMax).map { FormTable.Row($0) }))
    }
  }

  private var ending: [FormBlock] { [.space(2), .text(closing, FormStyle(size: 13, spaceBefore: 2))] }

  func writeSpreadsheet(to target: URL) throws {
    let file = SpreadsheetFile(
      sheetName: "Bản giấy", titleLines: [title, "\(agencyName), \(subtitle)", closing],
      columns: columns.map { .init($0.title, width: max(8, $0.width / 2)) }, footer: provenance)
    try file.write(
      rows.map { cells in
        SpreadsheetFile.Row(
          cells.map { cell in
            if let number = Int(cell), "\(number)" == cell { return .number(number) }
            return .text(cell)
          })
      }, to: target)
  }
}
