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
    RegisterCover(
      parentAgencyName: parentAgencyName, agencyName: agencyName, bookName: bookName, year: year,
      lines: [
        "Từ ngày \(dayText(firstDay)) đến ngày \(dayText(lastDay))",
        "Từ số \(numberText(rows.first)) đến số \(numberText(rows.last))", "Quyển số: \(volume)",
      ]
    ).blocks
  }

  private var table: FormTable {
    let empty = FormTable.Row(
      kind.columns.map { $0.shape == .long ? "Chưa có văn bản nào được đăng ký." : "" })
    let filled = rows.map { FormTable.Row($0.cells, isGrey: $0.cancellation != nil) }
    return FormTable(columns: Self.columns(kind), rows: rows.isEmpty ? [empty] : filled, textSize: 10.5)
  }

  private var closing: [FormBlock] {
    let cancelled = rows.filter { $0.cancellation != nil }.count
    let sentence =
      rows.isEmpty
      ? "Trong thời gian này chưa có văn bản nào được đăng ký."
      : "Số \(kind.documentName) đã đăng ký: \(rows.count - cancelled). "
        + "\(kind.numberName.capitalizedFirst) đã hủy, có ghi lý do: \(cancelled)."
    return RegisterClosing(
      extent: ", từ số \(numberText(rows.first)) đến số \(numberText(rows.last))", sentence: sentence,
      placeName: placeName, printedOn: printedOn
    ).blocks
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
