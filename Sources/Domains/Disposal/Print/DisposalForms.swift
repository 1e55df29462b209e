import Foundation
import Kernel
import Papers

/// What is printed of a review (LT-03): the list of what is over, the minutes of the council, the minutes of the
/// destruction. Made of what is stored, so it is the same whenever it is printed.
struct DisposalForms {
  var superiorName: String
  var agencyName: String
  var placeName: String
  var review: DisposalReview
  var council: [CouncilMember]
  var opinions: [KeepOpinion]
  /// What stood in the list at the end: for the minutes of the destruction what was destroyed or spared.
  var lines: [DisposalLine]
  /// Taken out, or kept longer.
  var kept: [DisposalLine]
  var today: Day
  var provenance: String

  func form(_ form: DisposalForm) -> PrintedForm {
    let blocks: [FormBlock] =
      switch form {
      case .list: [titleBlock("DANH MỤC TÀI LIỆU HẾT THỜI HẠN LƯU TRỮ")] + listBody
      case .council: [titleBlock("BIÊN BẢN"), sub("Họp hội đồng xét hủy tài liệu hết thời hạn lưu trữ")] + councilBody
      case .destruction: [titleBlock("BIÊN BẢN"), sub("Hủy tài liệu hết thời hạn lưu trữ")] + destructionBody
      }
    return PrintedForm(
      title: "\(form.label) \(review.codeText)", provenance: provenance,
      sections: [FormSection(.portrait, numbering: .fromOne, blocks: [head, .space(6)] + blocks)])
  }

  private let body = FormStyle(size: 13, alignment: .justify, spaceBefore: 2, firstLineIndent: 12.7)

  private func titleBlock(_ text: String) -> FormBlock {
    .text(text, FormStyle(size: 14, isBold: true, alignment: .center))
  }

  private func sub(_ text: String) -> FormBlock {
    .text(text, FormStyle(size: 14, isBold: true, alignment: .center))
  }

  private var head: FormBlock { .nationalHead(superiorName, agencyName) }

  static let columns: [(title: String, width: Double)] = [
    ("STT", 11), ("Mã hồ sơ", 33), ("Tiêu đề hồ sơ", 55), ("Thời gian kết thúc", 22), ("Thời hạn bảo quản", 20),
    ("Lý do hủy", 24),
  ]

  func cells(_ number: Int, _ line: DisposalLine) -> [String] {
    [
      "\(number)", line.code, line.title, line.endedOn.text, line.retention,
      line.state == .spared ? "Chưa hủy: \(line.reason)" : "Hết thời hạn lưu trữ",
    ]
  }

  private var tables: [FormBlock] {
    let columns = Self.columns.map { FormTable.Column($0.title, width: $0.width, $0.width < 24 ? .center : .start) }
    let rows = lines.enumerated().map { FormTable.Row(cells($0.offset + 1, $0.element)) }
    return stride(from: 0, to: max(rows.count, 1), by: PrintedForm.tableRowsMax).map { first in
      .table(
        FormTable(
          columns: columns, rows: Array(rows.dropFirst(first).prefix(PrintedForm.tableRowsMax)),
          hasColumnNumbers: false, textSize: 11))
    }
  }

  private var listBody: [FormBlock] {
    let basis =
      review.decision.map { "(Kèm theo \($0.text))" } ?? "(Đợt \(review.codeText), \(review.state.label.lowercased()))"
    return [.text(basis, FormStyle(size: 13, isItalic: true, alignment: .center)), .space(3)] + tables + [
      .text("Danh mục này có \(lines.count) hồ sơ.", body), .space(4),
      .columns([
        place("NGƯỜI LẬP DANH MỤC", name(review.madeBy), of: 2), place("CHỦ TỊCH HỘI ĐỒNG", chairName, of: 2),
      ]),
    ]
  }

  private var councilBody: [FormBlock] {
    let members = council.map { FormBlock.text("\($0.role.label): \($0.name).", body) }
    let asked =
      opinions.isEmpty
      ? [FormBlock.text("Không có ý kiến đề nghị giữ lại hồ sơ nào trong danh mục.", body)]
      : opinions.map { .text("\($0.name) đề nghị giữ lại: \($0.reason)", body) }
    let out = kept.map { line -> FormBlock in
      .text("Hồ sơ \(line.code): \(line.state.label.lowercased()), lý do: \(line.reason)", body)
    }
    let spoken = council.compactMap(\.spokeAt).max()?.day ?? today
    return [
      .space(3), .text("\(placeName), \(spoken.writtenOut), hội đồng xét hủy gồm:", body),
    ] + members + [
      .text(
        "Hội đồng đã xét danh mục đợt \(review.codeText) «\(review.name)» gồm \(lines.count) hồ sơ hết thời hạn lưu trữ.",
        body)
    ] + asked + out + [
      .text("Hội đồng thống nhất đề nghị hủy \(lines.count) hồ sơ còn trong danh mục kèm theo.", body), .space(4),
      .columns([place("THƯ KÝ", secretaryName, of: 2), place("CHỦ TỊCH HỘI ĐỒNG", chairName, of: 2)]),
    ]
  }

  private var destructionBody: [FormBlock] {
    let gone = lines.filter { $0.state == .destroyed }
    let documents = gone.reduce(0) { $0 + $1.destroyedCount }
    let others = gone.reduce(0) { $0 + $1.keptCount }
    let day = review.finishedAt?.day ?? today
    return [
      .space(3), .text("\(placeName), \(day.writtenOut).", body),
      .text("Căn cứ \(review.decision?.text ?? "") của \(agencyName);", body),
      .text(
        "Hệ thống đã hủy \(gone.count) hồ sơ, \(documents) văn bản, tài liệu điện tử theo danh mục sau, xong lúc \(review.finishedAt?.text ?? "").",
        body),
      .text(
        others == 0
          ? "Không còn bản nào của các tài liệu này trong hệ thống; bản sao lưu hết hạn theo quy định sao lưu."
          : "\(others) văn bản còn nằm trong hồ sơ khác nên được giữ lại theo hồ sơ đó.", body), .space(3),
    ] + tables + [
      .space(4),
      .columns([
        place("NGƯỜI THỰC HIỆN", name(review.madeBy), of: 3), place("NGƯỜI GIÁM SÁT", "", of: 3),
        place("LÃNH ĐẠO", name(review.decision?.decidedBy ?? ""), of: 3),
      ]),
    ]
  }

  /// Where one of `count` people signs; together they fill the line.
  private func place(_ title: String, _ name: String, of count: Int) -> FormColumnBlock {
    FormColumnBlock(
      width: Self.columns.map(\.width).reduce(0, +) / Double(count),
      [
        .text(title, FormStyle(size: 13, isBold: true, alignment: .center, keepsWithNext: true)),
        .text("(Ký, ghi rõ họ tên)", FormStyle(size: 11, isItalic: true, alignment: .center)), .space(22),
        .text(name, FormStyle(size: 13, isBold: true, alignment: .center)),
      ])
  }

  private func name(_ titled: String) -> String { titled.components(separatedBy: ", ").first ?? "" }
  private var chairName: String { name(council.first { $0.role == .chair }?.name ?? "") }
  private var secretaryName: String { name(council.first { $0.role == .secretary }?.name ?? "") }

  /// The same list as an Excel file. Blocks its thread.
  func writeSpreadsheet(to target: URL) throws {
    let file = SpreadsheetFile(
      sheetName: "Danh mục",
      titleLines: ["DANH MỤC TÀI LIỆU HẾT THỜI HẠN LƯU TRỮ", agencyName, "\(review.codeText) \(review.name)"],
      columns: Self.columns.map { .init($0.title, width: $0.width * 0.6) }, footer: provenance)
    try file.write(
      lines.enumerated().map { SpreadsheetFile.Row(cells($0.offset + 1, $0.element).map { .text($0) }) }, to: target)
  }
}
