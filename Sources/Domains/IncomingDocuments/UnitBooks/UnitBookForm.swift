import Kernel
import Papers
import Registers

/// A unit's book of a year on paper.
struct UnitBookForm: Sendable {
  var agencyName: String
  var page: UnitBookPage
  /// Who printed it, when, from which system (PL6-6a).
  var provenance: String

  var printedForm: PrintedForm {
    let widths: [Double] = [18, 22, 18, 36, 50, 76, 40]
    let table = FormTable(
      columns: zip(UnitBookPage.columnTitles, widths).map {
        FormTable.Column($0, width: $1, $1 < 23 ? .center : .start)
      },
      rows: page.lines.map { line in
        .init([
          "\(line.number)", line.day, line.arrivalNumber, line.codeText, line.issuer, line.subject, line.officers,
        ])
      }, textSize: 10.5)
    return PrintedForm(
      title: page.title, provenance: provenance,
      sections: [
        FormSection(
          .landscape, numbering: .fromOne,
          blocks: [
            .text(agencyName.uppercased(), FormStyle(size: 12, alignment: .start)),
            .text(page.unit.uppercased(), FormStyle(size: 12, isBold: true, alignment: .start)),
            .text("SỔ NỘI BỘ NĂM \(page.year)", FormStyle(size: 16, isBold: true, alignment: .center, spaceBefore: 4)),
            .space(4), .table(table),
          ])
      ])
  }
}
