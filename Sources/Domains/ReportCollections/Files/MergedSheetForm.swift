import Kernel
import Papers

/// The merged sheet on paper: whose it is, what all sent, and the sums.
struct MergedSheetForm {
  var agencyName: String
  var collection: ReportCollection
  var sheet: MergedSheet
  /// Until when answers count in it.
  var at: Instant
  /// Who printed it, when, from which system.
  var provenance: String

  /// Millimetres between the margins of a landscape page.
  private static let pageWidth = 260.0

  var printedForm: PrintedForm {
    let form = collection.form
    let blocks: [FormBlock] = [
      .text(agencyName.uppercased(), FormStyle(size: 13, isBold: true)),
      .text("BẢNG TỔNG HỢP", FormStyle(size: 14, isBold: true, alignment: .center, spaceBefore: 3)),
      .text(form.title, FormStyle(size: 14, isBold: true, alignment: .center)),
      .text(
        "Theo văn bản \(collection.codeText); số liệu đến \(at.text)",
        FormStyle(size: 12, isItalic: true, alignment: .center)), .space(3), .table(table),
    ]
    return PrintedForm(
      title: "Tổng hợp \(form.title)", provenance: provenance,
      sections: [FormSection(.landscape, numbering: .fromOne, blocks: blocks)])
  }

  private var table: FormTable {
    let form = collection.form
    let weights = [5.0, 24] + form.columns.map { Double(min(40, max(10, $0.heading.count + 4))) }
    let share = Self.pageWidth / weights.reduce(0, +)
    let columns =
      [
        FormTable.Column("STT", width: weights[0] * share, .center),
        FormTable.Column("Nơi gửi", width: weights[1] * share),
      ]
      + zip(form.columns, weights.dropFirst(2)).map { FormTable.Column($0.heading, width: $1 * share) }
    let lines = sheet.lines.enumerated().map { index, line in
      FormTable.Row(
        ["\(index + 1)", line.place] + zip(form.columns, line.values).map { SheetCell.shown($1, $0.kind) })
    }
    let sum = FormTable.Row(
      ["", "Cộng \(sheet.lines.count) dòng"]
        + zip(form.columns, sheet.sums).map { column, sum in sum.map { SheetCell.shown($0, column.kind) } ?? "" })
    return FormTable(columns: columns, rows: lines + [sum], hasColumnNumbers: false, textSize: 10.5)
  }
}
