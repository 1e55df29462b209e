import Kernel
import Papers
import Work
import WorkCalendar

/// Phiếu giải quyết văn bản đến (Decree 30/2020, Annex IV): what leaders said, to whom units gave it, what whoever
/// handled it proposed and came to. The screen and the printed form tell the same.
struct HandlingSlip: Sendable, Equatable {
  /// One opinion of a part of the slip.
  struct Opinion: Sendable, Equatable {
    var author: String
    var text: String
    /// «Chủ trì: Vụ Khoáng sản, hạn 30/11/2026», a line each.
    var places: [String] = []
    var on: Day
    /// When and why a directive was taken back; nil while it stands.
    var recalled: String?
  }

  var parentAgencyName: String
  var agencyName: String
  var placeName: String
  var arrivalNumber: Int
  var arrivalDay: Day
  var typeName: String
  var codeText: String
  var issuedOn: Day?
  var issuer: String
  var subject: String
  var leaders: [Opinion]
  var units: [Opinion]
  var proposals: [Opinion]
  var madeOn: Day
  /// Who printed it, when, from which system (PL6-6a).
  var provenance: String

  static let title = "Phiếu giải quyết văn bản đến"
  static let partTitles = [
    "1. Ý kiến của lãnh đạo cơ quan, tổ chức", "2. Ý kiến của lãnh đạo đơn vị",
    "3. Ý kiến đề xuất của người giải quyết",
  ]

  var parts: [(title: String, opinions: [Opinion])] {
    Array(zip(Self.partTitles, [leaders, units, proposals])).map { (title: $0, opinions: $1) }
  }

  /// What the document is, as the lines under the title.
  var documentLines: [(label: String, text: String)] {
    [
      ("Số đến", "\(arrivalNumber), ngày \(arrivalDay.text)"), ("Tên loại văn bản", typeName),
      ("Số, ký hiệu", codeText), ("Ngày, tháng, năm", issuedOn?.text ?? ""),
      ("Cơ quan, tổ chức ban hành", issuer), ("Trích yếu", subject),
    ].filter { !$0.1.isEmpty }.map { (label: $0, text: $1) }
  }

  var dateLine: String { "\(placeName), \(madeOn.writtenOut)" }

  var printedForm: PrintedForm {
    let bold = FormStyle(isBold: true, alignment: .center)
    let head = FormBlock.nationalHead(
      parentAgencyName, agencyName,
      below: [.text(dateLine, FormStyle(isItalic: true, alignment: .center, spaceBefore: 1))])
    let lines = documentLines.map { line in
      FormBlock.paragraph(FormParagraph([.bold("\(line.label): "), .text(line.text)], FormStyle(spaceBefore: 1)))
    }
    return PrintedForm(
      title: "\(Self.title) số đến \(arrivalNumber)", provenance: provenance,
      sections: [
        FormSection(
          .portrait,
          blocks: [
            head, .space(6), .text(Self.title.uppercased(), FormStyle(size: 14, isBold: true, alignment: .center)),
            .text(typeName, bold), .space(3),
          ] + lines + parts.flatMap(printed))
      ])
  }

  private func printed(_ part: (title: String, opinions: [Opinion])) -> [FormBlock] {
    let body = FormStyle(alignment: .justify, spaceBefore: 1, firstLineIndent: 12.7)
    let said = part.opinions.flatMap { opinion -> [FormBlock] in
      [.text(opinion.text, body)]
        + opinion.places.map { .text("- \($0)", body) }
        + [opinion.recalled].compactMap { $0 }.map { .text("Đã thu hồi \($0).", body) }
        + [
          .text(
            "\(opinion.author), ngày \(opinion.on.text)",
            FormStyle(size: 12, isItalic: true, alignment: .end, spaceBefore: 1))
        ]
    }
    let empty = FormBlock.text("Chưa có ý kiến.", FormStyle(size: 12, isItalic: true, spaceBefore: 1))
    return [.text("\(part.title):", FormStyle(isBold: true, spaceBefore: 5, keepsWithNext: true))]
      + (said.isEmpty ? [empty] : said)
  }
}
