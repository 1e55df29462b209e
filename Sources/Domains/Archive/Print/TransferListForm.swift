import FilePlans
import Kernel
import Papers
import VietnameseText

/// Mục lục hồ sơ, tài liệu nộp lưu (form 7.2, mandatory output ⑥): seven columns, the number of dossiers in words.
struct TransferListForm {
  var transfer: ArchiveTransfer
  var lines: [ArchiveTransferLine]
  var provenance: String

  static let title = "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU"
  static let heads = [
    "Số TT", "Số, ký hiệu hồ sơ", "Tiêu đề hồ sơ", "Thời gian tài liệu", "Thời hạn bảo quản", "Số tờ/Số trang",
    "Ghi chú",
  ]

  /// «Mục lục này gồm: 12 hồ sơ (đơn vị bảo quản).»
  var countText: String { "Mục lục này gồm: \(lines.count) hồ sơ (đơn vị bảo quản)." }
  var wordsText: String { "Viết bằng chữ: \(NumberWords.text(lines.count)) hồ sơ (đơn vị bảo quản)." }

  func cells(_ line: ArchiveTransferLine, at index: Int) -> [String] {
    [
      "\(index + 1)", line.notation, line.title, line.timeText, line.retention.text, "\(line.pageTotal)",
      "Điện tử, \(line.fileCount) tệp",
    ]
  }

  var printedForm: PrintedForm {
    let widths = [10.0, 24, 52, 26, 20, 17, 16]
    let columns = zip(Self.heads, widths).map { FormTable.Column($0, width: $1, $1 < 30 ? .center : .start) }
    let rows = lines.enumerated().map { FormTable.Row(cells($1, at: $0)) }
    let tables = stride(from: 0, to: max(rows.count, 1), by: PrintedForm.tableRowsMax).map { first in
      FormBlock.table(FormTable(columns: columns, rows: Array(rows.dropFirst(first).prefix(PrintedForm.tableRowsMax))))
    }
    return PrintedForm(
      title: "Mục lục hồ sơ nộp lưu, \(transfer.name), \(transfer.unitName)", provenance: provenance,
      sections: [FormSection(.portrait, numbering: .fromOne, blocks: opening + tables + closing)])
  }

  private var width: Double { FormSection(.portrait, blocks: []).innerWidth }

  private var opening: [FormBlock] {
    let center = FormStyle(size: 13, alignment: .center)
    return [
      TransferPrint.head(transfer.agencyName, transfer.unitName, width: width), .space(5),
      .text(Self.title, FormStyle(size: 14, isBold: true, alignment: .center)),
      .text("\(transfer.name), nộp \(transfer.submittedAt.day.writtenOut)", center), .space(3),
    ]
  }

  private var closing: [FormBlock] {
    let told = FormStyle(spaceBefore: 2, keepsWithNext: true)
    let place = FormStyle(isItalic: true, alignment: .center, keepsWithNext: true)
    return [
      .space(2), .text(countText, told), .text(wordsText, told), .space(3),
      .columns([
        FormColumnBlock(width: width / 2, []),
        FormColumnBlock(
          width: width / 2, [.text("\(transfer.placeName), \(transfer.submittedAt.day.writtenOut)", place)]),
      ]),
      .columns([
        FormColumnBlock(width: width / 2, []),
        TransferPrint.signature("NGƯỜI LẬP", transfer.giverName, width: width / 2),
      ]),
    ]
  }
}
