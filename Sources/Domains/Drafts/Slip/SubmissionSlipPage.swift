import Kernel
import Markup
import Papers

/// Phiếu trình: to whom a draft is submitted, what it says, who looked at it and said what, what is proposed, and room
/// for the leader's words. The screen and the printed form tell the same.
struct SubmissionSlipPage {
  var agencyName: String
  /// The unit that submits it.
  var unit: String
  var placeName: String
  var day: Day
  /// «Trần Văn Quang, Tổng cục trưởng».
  var addressee: String
  var typeName: String
  var subject: String
  /// What it answers, or carries out; empty for neither.
  var basis: String
  var recipients: String
  /// Those who are only informed; empty for none.
  var informed = ""
  /// Lần trình, from 1; 0 before the first.
  var round = 0
  /// What the draft says, as its drafter put it; a paragraph a line.
  var summary = ""
  /// «Tệp công văn.docx (bản 2)», a line each.
  var files: [String]
  /// «Kiểm tra nội dung: Hoàng Văn Thắng, Vụ trưởng, đạt bản 2, 10:02 05/11/2026».
  var checks: [String]
  /// «Vụ Pháp chế: nhất trí», a line each.
  var opinions: [String]
  /// What the drafter proposes.
  var proposal: String
  var drafter: String
  var provenance: String
  var draftPath: String
  var printPath: String

  static let title = "Phiếu trình"
  static let keys: [KeyHint] = [KeyHint("i", "in phiếu trình")]

  private var parts: [(title: String, lines: [String])] {
    [
      (
        "1. Vấn đề trình",
        [
          "\(typeName): \(subject)", basis.isEmpty ? "" : "Căn cứ: \(basis)", "Nơi nhận: \(recipients)",
          informed.isEmpty ? "" : "Để biết: \(informed)",
        ]
      ),
      ("2. Tóm tắt nội dung", summary.split(separator: "\n").map(String.init)), ("3. Dự thảo, tệp kèm theo", files),
      ("4. Ý kiến kiểm tra", checks), ("5. Ý kiến góp ý", opinions), ("6. Đề xuất", [proposal]),
    ].map { (title: $0.0, lines: $0.1.filter { !$0.isEmpty }) }
  }

  /// «Lần trình: 2»; nothing before the first.
  private var roundLine: String { round > 0 ? "Lần trình: \(round)" : "" }

  private static let none = "Chưa có."
  private static let leader = "7. Ý kiến của lãnh đạo"

  var html: HTML {
    let acts = [Button("In (PDF)", style: .primary, path: printPath, key: "i"), Button("Về dự thảo", path: draftPath)]
    let sheets = parts.map { part -> HTML in
      let lines = (part.lines.isEmpty ? [Self.none] : part.lines).map { "<p>\($0)</p>" as HTML }
      return "<section class=\"sheet-block\"><h2>\(part.title)</h2>\(lines)</section>"
    }
    return """
      \(PageHead(Self.title, line: "\(["Kính trình \(addressee)", "ngày \(day.text)", roundLine].filter { !$0.isEmpty }.joined(separator: " · "))", acts: acts).html)\(sheets)\
      <section class="sheet-block"><h2>\(Self.leader)</h2><p class="hint">Bản in để trống phần này cho lãnh đạo ghi.</p></section>
      """
  }

  var printedForm: PrintedForm {
    let body = FormStyle(alignment: .justify, spaceBefore: 1, firstLineIndent: 12.7)
    let head = FormBlock.columns([
      FormColumnBlock(
        width: 76,
        [
          .text(agencyName.uppercased(), FormStyle(size: 12, alignment: .center)),
          .text(unit.uppercased(), FormStyle(size: 12, isBold: true, alignment: .center)), .rule(width: 25, of: 76),
        ]),
      FormColumnBlock(
        width: 89,
        [.text("\(placeName), \(day.writtenOut)", FormStyle(isItalic: true, alignment: .center, spaceBefore: 6))]),
    ])
    let said = parts.flatMap { part -> [FormBlock] in
      [.text(part.title, FormStyle(isBold: true, spaceBefore: 4, keepsWithNext: true))]
        + (part.lines.isEmpty ? [Self.none] : part.lines).map { .text($0, body) }
    }
    let signatures = FormBlock.columns([
      FormColumnBlock(
        width: 82,
        [
          .text("NGƯỜI SOẠN THẢO", FormStyle(isBold: true, alignment: .center)), .space(20),
          .text(drafter, FormStyle(alignment: .center)),
        ]),
      FormColumnBlock(
        width: 83,
        [.text("LÃNH ĐẠO ĐƠN VỊ", FormStyle(isBold: true, alignment: .center)), .space(20), .text("", FormStyle())]),
    ])
    return PrintedForm(
      title: Self.title, provenance: provenance,
      sections: [
        FormSection(
          .portrait,
          blocks: [
            head, .space(6), .text("PHIẾU TRÌNH", FormStyle(size: 14, isBold: true, alignment: .center)),
            .text("Kính trình: \(addressee)", FormStyle(alignment: .center)),
          ] + (roundLine.isEmpty ? [] : [.text(roundLine, FormStyle(isItalic: true, alignment: .center))]) + [.space(3)]
            + said + [
              .space(4), signatures, .space(4),
              .text(Self.leader, FormStyle(isBold: true, keepsWithNext: true)), .space(40),
            ])
      ])
  }
}
