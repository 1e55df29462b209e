import Kernel
import Markup
import Papers

/// Bảng tổng hợp ý kiến: what each who was asked said, and who is silent. The screen and the printed form tell the same.
struct OpinionTablePage {
  struct Line: Sendable, Equatable {
    var whom: String
    /// «Nhất trí», «Chưa trả lời», «Im lặng, quá hạn».
    var stance: String
    var tone: StateMark.Tone
    /// With the place and the words of the draft that it is about.
    var text: String
    /// «bản 2, 09:12 05/11/2026»; the deadline of who is silent.
    var line: String
    /// Gives more time; nil for who has answered, or whom this reader did not ask.
    var extendPath: String?
  }

  /// What somebody said of one article.
  struct Place: Sendable, Equatable {
    /// «Điều 3 khoản 2».
    var place: String
    var whom: String
    var text: String
    /// «bản 2».
    var line: String
  }

  var agencyName: String
  var subject: String
  var unit: String
  var lines: [Line]
  /// In the order of the text.
  var places: [Place] = []
  var provenance: String
  var draftPath: String
  var printPath: String
  /// Asks more; nil for who may not.
  var askPath: String?

  static let title = "Tổng hợp ý kiến"
  static let keys: [KeyHint] = [KeyHint("o", "lấy ý kiến"), KeyHint("i", "in bảng tổng hợp")]

  /// «Nhất trí 3, không nhất trí 1, chưa trả lời 2».
  var counts: String {
    var order: [String] = []
    for line in lines where !order.contains(line.stance) { order.append(line.stance) }
    return order.map { stance in "\(stance) \(lines.count { $0.stance == stance })" }.joined(separator: ", ")
  }

  var html: HTML {
    let ask = askPath.map { [Button("Lấy ý kiến", style: .primary, path: $0, key: "o")] } ?? []
    let acts = ask + [Button("In (PDF)", path: printPath, key: "i"), Button("Về dự thảo", path: draftPath)]
    return """
      \(PageHead(Self.title, line: "\(subject)", acts: acts).html)\
      \(lines.isEmpty ? empty(ask.first) : "<p class=\"hint\">\(counts).</p>\(table)\(placeTable)")
      """
  }

  private func empty(_ ask: Button?) -> HTML {
    EmptyState("Chưa lấy ý kiến ai", "Ý kiến của các đơn vị, cá nhân được hỏi sẽ tổng hợp ở đây.", act: ask).html
  }

  private var table: HTML {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Đơn vị, cá nhân"), .init("Ý kiến"), .init("Nội dung", .long), .init("Bản, lúc", .figures),
        .init("Việc", .narrow, labelHidden: true),
      ],
      rows: lines.map { line in
        .init(
          cells: [
            "\(line.whom)", StateMark(line.stance, line.tone).html, "\(line.text)", "\(line.line)",
            line.extendPath.map { Button("Gia hạn", style: .quiet, path: $0).html } ?? .empty,
          ])
      }, walkable: false
    ).html
  }

  private static let placesTitle = "Theo Điều, khoản"

  private var placeTable: HTML {
    guard !places.isEmpty else { return .empty }
    let table = DataTable(
      caption: Self.placesTitle,
      columns: [.init("Điều, khoản"), .init("Đơn vị, cá nhân"), .init("Góp ý", .long), .init("Bản", .figures)],
      rows: places.map { .init(cells: ["\($0.place)", "\($0.whom)", "\($0.text)", "\($0.line)"]) }, walkable: false
    ).html
    return "<h2>\(Self.placesTitle)</h2>\(table)"
  }

  private var placeForm: [FormBlock] {
    guard !places.isEmpty else { return [] }
    let rows = places.enumerated().map { index, line in
      FormTable.Row(["\(index + 1)", line.place, line.whom, line.text, line.line])
    }
    return [
      .space(4), .text(Self.placesTitle, FormStyle(isBold: true, keepsWithNext: true)),
      .table(
        FormTable(
          columns: [
            .init("STT", width: 12, .center), .init("Điều, khoản", width: 40), .init("Đơn vị, cá nhân", width: 55),
            .init("Góp ý", width: 102), .init("Bản", width: 40),
          ], rows: rows, hasColumnNumbers: false, textSize: 12)),
    ]
  }

  var printedForm: PrintedForm {
    let rows = lines.enumerated().map { index, line in
      FormTable.Row(["\(index + 1)", line.whom, line.stance, line.text, line.line])
    }
    let table = FormTable(
      columns: [
        .init("STT", width: 12, .center), .init("Đơn vị, cá nhân", width: 55), .init("Ý kiến", width: 32),
        .init("Nội dung", width: 110), .init("Bản, lúc", width: 40),
      ], rows: rows, hasColumnNumbers: false, textSize: 12)
    let body: [FormBlock] =
      rows.isEmpty ? [.text("Chưa lấy ý kiến ai.")] : [.text("\(counts)."), .space(2), .table(table)]
    return PrintedForm(
      title: Self.title, provenance: provenance,
      sections: [
        FormSection(
          .landscape,
          blocks: [
            .text(agencyName.uppercased(), FormStyle(size: 12, isBold: true)), .text(unit, FormStyle(size: 12)),
            .space(4),
            .text("BẢNG TỔNG HỢP Ý KIẾN", FormStyle(size: 14, isBold: true, alignment: .center)),
            .text("Dự thảo: \(subject)", FormStyle(alignment: .center)), .space(4),
          ] + body + placeForm)
      ])
  }
}
