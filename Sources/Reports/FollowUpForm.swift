import Database
import Kernel
import Organization
import Papers
import Registers

/// «Sổ theo dõi giải quyết văn bản đến» as the decree prints it: cover, first page, seven columns with their numbers
/// (DEN-14; Decree 30/2020, Annex IV).
struct FollowUpForm: Sendable, Equatable {
  /// More is printed in parts, a volume for each time.
  static let linesMax = 5_000

  var cover: RegisterCover
  var lines: [FollowUpLine]
  /// Who printed it, when, from which system (PL6-6a).
  var provenance: String

  /// Millimetres, of the 260 of the page.
  private static let widths: [Double] = [16, 62, 50, 26, 46, 32, 28]

  static func read(
    _ question: FollowUpQuestion, volume: Int, provenance: String, by actor: Actor, in transaction: any Transaction
  ) throws -> FollowUpForm {
    let (lines, next) = try FollowUpBook(question, by: actor, in: transaction).lines(after: nil, limit: linesMax)
    guard next == nil else {
      throw Refusal(
        .invalid, "Sổ của kỳ này dài hơn \(linesMax) dòng. Hãy chọn kỳ ngắn hơn và in thành nhiều quyển.")
    }
    let organization = OrganizationStore(transaction)
    let days = question.days
    let superior = try organization.superiorName(of: actor.agency, on: days.upperBound)
    return FollowUpForm(
      cover: RegisterCover(
        parentAgencyName: superior.isEmpty ? nil : superior,
        agencyName: try organization.agencyName(actor.agency, on: days.upperBound), bookName: FollowUpPage.title,
        year: days.upperBound.year,
        lines: [
          "Từ ngày \(days.lowerBound.text) đến ngày \(days.upperBound.text)", "Quyển số: \(volume)",
        ]), lines: lines, provenance: provenance)
  }

  var printedForm: PrintedForm {
    let columns = zip(FollowUpLine.titles, Self.widths).enumerated().map { index, column in
      FormTable.Column(column.0, width: column.1, [0, 3].contains(index) ? .center : .start)
    }
    let empty = FormTable.Row(["", "Trong thời gian này chưa có văn bản nào.", "", "", "", "", ""])
    let rows = lines.isEmpty ? [empty] : lines.map { FormTable.Row($0.printedCells) }
    return PrintedForm(
      title: "\(cover.bookName) năm \(cover.year)", provenance: provenance,
      sections: [
        FormSection(.landscape, isFramed: true, blocks: cover.blocks), FormSection(.landscape, blocks: cover.blocks),
        FormSection(
          .landscape, numbering: .fromOne, blocks: [.table(FormTable(columns: columns, rows: rows, textSize: 10.5))]),
      ])
  }
}

extension FollowUpLine {
  /// The decree's second column tells what the document is; its subject stands there too, as on the screen.
  fileprivate var printedCells: [String] {
    cells.enumerated().map { index, text in index == 1 && source != subject ? "\(text): \(subject)" : text }
  }
}
