import Kernel
import Papers
import Work

/// The minutes of a handover on paper (biên bản bàn giao công việc, hồ sơ, tài liệu): both sides, why, what by kind, and
/// where they sign (HS-11). Made of what was stored when it was handed over, so it is the same whenever it is printed.
struct HandoverMinutesForm {
  struct Line {
    var kind: String
    var code: String
    var subject: String
    var due: String
    var state: String
  }

  var handover: Handover
  var superiorName: String
  var placeName: String
  /// When the last thing went.
  var at: Instant
  /// The leaver's posts that gave something.
  var fromNames: [String]
  var toName: String
  var lines: [Line]
  /// Who printed it, when, from which system.
  var provenance: String

  static let title = "Biên bản bàn giao công việc, hồ sơ, tài liệu"

  var printedForm: PrintedForm {
    PrintedForm(
      title: "\(Self.title) của \(handover.personName)", provenance: provenance,
      sections: [FormSection(.portrait, numbering: .fromOne, blocks: opening + lists + closing)])
  }

  private var head: FormBlock { .nationalHead(superiorName, handover.agencyName) }

  private var opening: [FormBlock] {
    let body = FormStyle(alignment: .justify, spaceBefore: 2, firstLineIndent: 12.7)
    let side = FormStyle(isBold: true, spaceBefore: 3, firstLineIndent: 12.7, keepsWithNext: true)
    let note = handover.note.isEmpty ? "" : " (\(handover.note))"
    return [
      head, .space(8), .text("BIÊN BẢN", FormStyle(size: 14, isBold: true, alignment: .center)),
      .text("Bàn giao công việc, hồ sơ, tài liệu", FormStyle(size: 14, isBold: true, alignment: .center)),
      .rule(width: 30, of: 165), .space(4),
      .text("Hôm nay, \(at.day.writtenOut), hồi \(at.clockText), tại \(placeName), chúng tôi gồm:", body),
      .text("Bên giao", side), .text("Ông (bà): \(handover.personName)", body),
      .text("Chức vụ, đơn vị: \(fromNames.joined(separator: "; "))", body), .text("Bên nhận", side),
      .text("Ông (bà): \(toName)", body),
      .text("Lý do bàn giao: \(handover.reason.label.lowercased())\(note).", body),
      .text(
        "Bên giao đã giao, bên nhận đã nhận \(lines.count) việc, hồ sơ, tài liệu sau đây trên hệ thống lúc \(at.text):",
        body),
    ]
  }

  private var kinds: [String] { lines.reduce(into: []) { if !$0.contains($1.kind) { $0.append($1.kind) } } }

  private var lists: [FormBlock] {
    kinds.enumerated().flatMap { index, kind -> [FormBlock] in
      let own = lines.filter { $0.kind == kind }
      let rows = own.enumerated().map { number, line in
        FormTable.Row(["\(number + 1)", line.code, line.subject, line.due, line.state])
      }
      let tables = stride(from: 0, to: rows.count, by: PrintedForm.tableRowsMax).map { first in
        FormBlock.table(
          FormTable(
            columns: Self.columns, rows: Array(rows[first..<min(rows.count, first + PrintedForm.tableRowsMax)]),
            hasColumnNumbers: false, textSize: 11))
      }
      let heading = "\(index + 1). \(kind): \(own.count)"
      return [.text(heading, FormStyle(isBold: true, spaceBefore: 4, spaceAfter: 1, keepsWithNext: true))] + tables
    }
  }

  private static let columns = [
    FormTable.Column("STT", width: 11, .center), .init("Số, ký hiệu", width: 36), .init("Nội dung", width: 70),
    .init("Hạn", width: 22, .center), .init("Tình trạng", width: 26),
  ]

  private var closing: [FormBlock] {
    func place(_ title: String, _ name: String) -> FormColumnBlock {
      FormColumnBlock(
        width: 55,
        [
          .text(title, FormStyle(isBold: true, alignment: .center, keepsWithNext: true)),
          .text("(Ký, ghi rõ họ tên)", FormStyle(size: 11, isItalic: true, alignment: .center)), .space(24),
          .text(name, FormStyle(isBold: true, alignment: .center)),
        ])
    }
    let receiver = toName.split(separator: ",").first.map(String.init) ?? toName
    return [
      .text(
        "Kể từ thời điểm bàn giao, bên nhận chịu trách nhiệm tiếp tục giải quyết và quản lý các nội dung trên. Biên bản lập thành 03 bản: mỗi bên giữ 01 bản, 01 bản lưu tại đơn vị.",
        FormStyle(alignment: .justify, spaceBefore: 3, firstLineIndent: 12.7, keepsWithNext: true)), .space(4),
      .columns([
        place("BÊN GIAO", handover.personName), place("BÊN NHẬN", receiver), place("LÃNH ĐẠO ĐƠN VỊ", ""),
      ]),
    ]
  }
}
