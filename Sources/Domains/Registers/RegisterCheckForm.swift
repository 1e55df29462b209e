import Kernel
import Papers

/// The minute of a check of a register (biên bản kiểm sổ): that its numbers run without a hole, and what explains each
/// that is not a document, with two signers. DEN-08.
package struct RegisterCheckForm: Sendable, Equatable {
  package var check: RegisterCheck
  package var parentAgencyName: String?
  package var agencyName: String
  /// Địa danh.
  package var placeName: String
  /// Name and title of who checked.
  package var checkedBy: String
  /// Who printed it, when, from which system (PL6-6a).
  package var provenance: String

  package init(
    check: RegisterCheck, parentAgencyName: String?, agencyName: String, placeName: String, checkedBy: String,
    provenance: String
  ) {
    self.check = check
    self.parentAgencyName = parentAgencyName
    self.agencyName = agencyName
    self.placeName = placeName
    self.checkedBy = checkedBy
    self.provenance = provenance
  }

  package var printedForm: PrintedForm {
    PrintedForm(
      title: "Biên bản kiểm sổ", provenance: provenance,
      sections: [
        FormSection(
          .portrait, numbering: .fromOne, blocks: head + findings + reservedTable + cancelledTable + signatures)
      ])
  }

  private var bookTitle: String { check.book.title.prefix(1).lowercased() + check.book.title.dropFirst() }

  private var head: [FormBlock] {
    let day = FormBlock.text(
      "\(placeName), \(check.checkedAt.day.writtenOut)",
      FormStyle(size: 13, isItalic: true, alignment: .center, spaceBefore: 2))
    let title = FormStyle(size: 14, isBold: true, alignment: .center)
    return [
      .nationalHead(parentAgencyName, agencyName, widths: (70, 95), rules: (25, 56), below: [day]), .space(8),
      .text("BIÊN BẢN", title), .text("Kiểm \(bookTitle)", title), .rule(width: 50, of: 165), .space(4),
    ]
  }

  private var findings: [FormBlock] {
    let body = FormStyle(size: 14, alignment: .justify, spaceBefore: 2, firstLineIndent: 12.7)
    let opening = "Lúc \(check.checkedAt.text), \(checkedBy) đã kiểm \(bookTitle), kết quả như sau:"
    let numbered = check.sentences.enumerated().map { "\($0 + 1). \($1)" }
    return ([opening] + numbered).map { .text($0, body) }
  }

  private var reservedTable: [FormBlock] {
    guard !check.reserved.isEmpty else { return [] }
    let columns: [FormTable.Column] = [
      .init("Số, ký hiệu đang giữ", width: 38, .center), .init("Ngày giữ", width: 24, .center),
      .init("Giữ cho", width: 38), .init("Lý do", width: 41), .init("Giữ đến hết", width: 24, .center),
    ]
    let rows = check.reserved.map {
      FormTable.Row([$0.codeText, $0.day.text, $0.owner, $0.reason, $0.expiresOn.text])
    }
    return [.space(3), .table(FormTable(columns: columns, rows: rows, hasColumnNumbers: false, textSize: 12))]
  }

  private var cancelledTable: [FormBlock] {
    guard !check.cancelled.isEmpty else { return [] }
    let columns: [FormTable.Column] = [
      .init("Số đã hủy", width: 22, .center), .init("Lý do hủy", width: 75), .init("Người hủy", width: 38),
      .init("Thời điểm hủy", width: 30, .center),
    ]
    let rows = check.cancelled.map { FormTable.Row(["\($0.number)", $0.reason, $0.by, $0.at.text]) }
    return [.space(3), .table(FormTable(columns: columns, rows: rows, hasColumnNumbers: false, textSize: 12))]
  }

  private var signatures: [FormBlock] {
    [
      .space(8),
      .columns([
        FormColumnBlock(width: 82.5, FormSignature.place("NGƯỜI KIỂM SỔ", hint: "(Ký, ghi rõ họ và tên)")),
        FormColumnBlock(width: 82.5, FormSignature.place("VĂN THƯ", hint: "(Ký, ghi rõ họ và tên)")),
      ]),
    ]
  }
}
