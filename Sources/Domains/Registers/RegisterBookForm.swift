import Kernel
import Papers

/// A register as the decree prints it: cover, first page, ten columns with their numbers, closing page (DEN-09, DI-06;
/// Decree 30/2020, Annex IV).
package struct RegisterBookForm: Sendable, Equatable {
  package var kind: RegisterKind
  /// Cơ quan chủ quản trực tiếp; nil when there is none.
  package var parentAgencyName: String?
  package var agencyName: String
  /// «Sổ đăng ký văn bản đến», or the name of a further book.
  package var bookName: String
  package var year: Int
  /// Quyển số.
  package var volume: Int
  package var firstDay: Day?
  package var lastDay: Day?
  /// In the order of numbers.
  package var rows: [RegisterRow]
  /// Địa danh, for the closing page.
  package var placeName: String
  package var printedOn: Day
  /// Who printed it, when, from which system (PL6-6a).
  package var provenance: String

  package init(
    _ kind: RegisterKind, parentAgencyName: String?, agencyName: String, bookName: String, year: Int, volume: Int,
    firstDay: Day? = nil, lastDay: Day? = nil, rows: [RegisterRow], placeName: String, printedOn: Day,
    provenance: String
  ) {
    self.kind = kind
    self.parentAgencyName = parentAgencyName
    self.agencyName = agencyName
    self.bookName = bookName
    self.year = year
    self.volume = volume
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.rows = rows
    self.placeName = placeName
    self.printedOn = printedOn
    self.provenance = provenance
  }

  static func columns(_ kind: RegisterKind) -> [FormTable.Column] {
    kind.columns.map { FormTable.Column($0.title, width: $0.width, $0.isCentred ? .center : .start) }
  }

  package var printedForm: PrintedForm {
    PrintedForm(
      title: "\(bookName) năm \(year), quyển số \(volume)", provenance: provenance,
      sections: [
        FormSection(.landscape, isFramed: true, blocks: cover), FormSection(.landscape, blocks: cover),
        FormSection(.landscape, numbering: .fromOne, blocks: [.table(table)]),
        FormSection(.landscape, numbering: .continued, blocks: closing),
      ])
  }

  // The decree prints the same words on the cover and on the first page.
  private var cover: [FormBlock] {
    let line = FormStyle(size: 16, alignment: .center, spaceBefore: 4)
    var blocks: [FormBlock] = [.space(4)]
    if let parentAgencyName {
      blocks.append(.text(parentAgencyName.uppercased(), FormStyle(size: 14, alignment: .center)))
    }
    blocks += [
      .text(agencyName.uppercased(), FormStyle(size: 14, isBold: true, alignment: .center)),
      .rule(width: 45, of: 260), .space(30),
      .text(bookName.uppercased(), FormStyle(size: 28, isBold: true, alignment: .center)), .space(6),
      .text("Năm: \(year)", FormStyle(size: 18, isBold: true, alignment: .center, spaceBefore: 2)), .space(14),
      .text("Từ ngày \(dayText(firstDay)) đến ngày \(dayText(lastDay))", line),
      .text("Từ số \(numberText(rows.first)) đến số \(numberText(rows.last))", line),
      .text("Quyển số: \(volume)", line),
    ]
    return blocks
  }

  private var table: FormTable {
    let empty = FormTable.Row(
      kind.columns.map { $0.shape == .long ? "Chưa có văn bản nào được đăng ký." : "" })
    let filled = rows.map { FormTable.Row($0.cells, isGrey: $0.cancellation != nil) }
    return FormTable(columns: Self.columns(kind), rows: rows.isEmpty ? [empty] : filled, textSize: 10.5)
  }

  private var closing: [FormBlock] {
    let body = FormStyle(size: 14, alignment: .justify, spaceBefore: 2.5, firstLineIndent: 12.7)
    let cancelled = rows.filter { $0.cancellation != nil }.count
    var sentences: [FormBlock] = [
      .paragraph(
        FormParagraph(
          [
            .text("Sổ này có "), .pageNumber,
            .text(" trang, từ số \(numberText(rows.first)) đến số \(numberText(rows.last))."),
          ], body)),
      .text(
        "Số \(kind.documentName) đã đăng ký: \(rows.count - cancelled). "
          + "\(kind.numberName.capitalizedFirst) đã hủy, có ghi lý do: \(cancelled).", body),
    ]
    if rows.isEmpty { sentences[1] = .text("Trong thời gian này chưa có văn bản nào được đăng ký.", body) }
    return [.space(8), .text("PHẦN CHỐT SỔ", FormStyle(size: 14, isBold: true, alignment: .center)), .space(4)]
      + sentences + [
        .space(6),
        .columns([
          FormColumnBlock(
            width: 130, FormSignature.place("VĂN THƯ", hint: "(Ký, ghi rõ họ và tên)", after: [.text(" ")])),
          FormColumnBlock(
            width: 130,
            FormSignature.place(
              "THỦ TRƯỞNG CƠ QUAN", hint: "(Ký, ghi rõ họ và tên, đóng dấu)",
              after: [
                .text(
                  "\(placeName), \(printedOn.writtenOut)", FormStyle(size: 13, isItalic: true, alignment: .center))
              ])),
        ]),
      ]
  }

  private func dayText(_ day: Day?) -> String { day?.text ?? "…/…/…" }

  private func numberText(_ row: RegisterRow?) -> String { row.map { "\($0.number)" } ?? "…" }
}

/// A place to sign.
package enum FormSignature {
  package static func place(_ title: String, hint: String, after lines: [FormBlock] = []) -> [FormBlock] {
    lines + [
      .text(title, FormStyle(size: 13, isBold: true, alignment: .center)),
      .text(hint, FormStyle(size: 12, isItalic: true, alignment: .center)), .space(28),
    ]
  }
}

extension String {
  /// With its first letter as a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Day {
  /// `ngày 05 tháng 01 năm 2026`: days below ten and months one and two with a zero (Annex I).
  package var writtenOut: String {
    let parts = self.parts
    let month = parts.month < 3 ? "0\(parts.month)" : "\(parts.month)"
    let day = parts.day < 10 ? "0\(parts.day)" : "\(parts.day)"
    return "ngày \(day) tháng \(month) năm \(parts.year)"
  }
}
