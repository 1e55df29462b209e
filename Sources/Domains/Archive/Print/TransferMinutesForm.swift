import Kernel
import Papers
import VietnameseText

/// Biên bản giao nhận hồ sơ, tài liệu (form 7.4): both sides, what was handed over, how many dossiers and files in them.
struct TransferMinutesForm {
  var transfer: ArchiveTransfer
  /// Those that the archive took over.
  var lines: [ArchiveTransferLine]
  var provenance: String

  private var width: Double { FormSection(.portrait, blocks: []).innerWidth }

  var printedForm: PrintedForm {
    PrintedForm(
      title: "Biên bản giao nhận hồ sơ, \(transfer.name), \(transfer.unitName)", provenance: provenance,
      sections: [FormSection(.portrait, numbering: .fromOne, blocks: opening + items + closing)])
  }

  private var at: Instant { transfer.settledAt ?? transfer.submittedAt }
  private let body = FormStyle(alignment: .justify, spaceBefore: 2, firstLineIndent: 12.7)
  private let side = FormStyle(isBold: true, spaceBefore: 3, firstLineIndent: 12.7, keepsWithNext: true)

  private var opening: [FormBlock] {
    let center = FormStyle(size: 14, isBold: true, alignment: .center)
    let years = Set(lines.map(\.year)).sorted().map { "\($0)" }.joined(separator: ", ")
    return [
      TransferPrint.head(transfer.superiorName, transfer.agencyName, width: width), .space(8),
      .text("BIÊN BẢN", center), .text("Giao nhận hồ sơ, tài liệu", center), .rule(width: 30, of: width), .space(4),
      .text(
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;", body),
      .text("Căn cứ Danh mục hồ sơ năm \(years) của \(transfer.agencyName),", body),
      .text("Chúng tôi gồm:", body), .text("BÊN GIAO: \(transfer.unitName)", side),
      .text("Ông (bà): \(transfer.giverName)", body), .text("BÊN NHẬN: Lưu trữ cơ quan", side),
      .text("Ông (bà): \(transfer.receiverName ?? "")", body),
      .text("Thống nhất lập biên bản giao nhận hồ sơ, tài liệu với những nội dung như sau:", body),
    ]
  }

  private var items: [FormBlock] {
    let returned = lines.isEmpty ? "" : "Hồ sơ giao nộp qua hệ thống, tệp nguyên vẹn theo mã băm SHA-256"
    let notes = lines.filter { !$0.words.isEmpty }.map { "\($0.notation): \($0.words)" }.joined(separator: "; ")
    let told = notes.isEmpty ? "." : "; ý kiến khi nhận: \(notes)" + (notes.hasSuffix(".") ? "" : ".")
    return [
      .text("1. Tên khối tài liệu giao nộp: hồ sơ, tài liệu của \(transfer.unitName), \(transfer.name).", body),
      .text("2. Thời gian của hồ sơ, tài liệu: \(lines.timeText).", body),
      .text("3. Số lượng tài liệu:", body), .text("a) Đối với hồ sơ, tài liệu giấy: không có.", body),
      .text("b) Đối với hồ sơ, tài liệu điện tử:", body),
      .text(
        "- Tổng số hồ sơ: \(lines.count) (bằng chữ: \(NumberWords.text(lines.count))), \(lines.pages) trang;", body),
      .text("- Tổng số tệp tin trong hồ sơ: \(lines.files) (bằng chữ: \(NumberWords.text(lines.files))).", body),
      .text("4. Tình trạng tài liệu giao nộp: \(returned)\(told)", body),
      .text("5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo.", body),
    ]
  }

  private var closing: [FormBlock] {
    func name(_ title: String) -> String { title.split(separator: ",").first.map(String.init) ?? title }
    return [
      .text(
        "Biên bản này được lập thành hai bản; bên giao giữ một bản, bên nhận giữ một bản./.",
        FormStyle(alignment: .justify, spaceBefore: 3, firstLineIndent: 12.7, keepsWithNext: true)),
      .text(
        "\(transfer.placeName), \(at.day.writtenOut)",
        FormStyle(isItalic: true, alignment: .end, spaceBefore: 4, keepsWithNext: true)), .space(2),
      .columns([
        TransferPrint.signature("ĐẠI DIỆN BÊN GIAO", name(transfer.giverName), width: width / 2),
        TransferPrint.signature("ĐẠI DIỆN BÊN NHẬN", name(transfer.receiverName ?? ""), width: width / 2),
      ]),
    ]
  }
}
