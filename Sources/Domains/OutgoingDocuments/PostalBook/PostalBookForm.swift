import Database
import Foundation
import Kernel
import Organization
import Papers
import Registers
import WebApp

/// «Sổ gửi văn bản đi bưu điện» as the decree prints it: cover, first page, six columns with their numbers, closing part
/// (Decree 30/2020, Annex IV, form 6.2). The oldest line comes first.
struct PostalBookForm: Sendable, Equatable {
  /// More is printed in parts, a volume for each time.
  static let linesMax = 5_000

  var cover: RegisterCover
  var lines: [PostalLine]
  /// Địa danh, for the closing part.
  var placeName: String
  var printedOn: Day
  /// Who printed it, when, from which system (PL6-6a).
  var provenance: String

  /// The lines of the days in the address; without days, every line there is.
  static func read(
    _ address: Form, volume: Int, systemName: String, by actor: Actor, in transaction: any Transaction
  ) throws -> PostalBookForm {
    let today = transaction.now.day
    let (from, to) = PostalBookRows.days(address, today: today)
    let found = try PostalBookStore(transaction).lines(
      from: from, to: to, before: nil, limit: linesMax + 1, visibleTo: actor)
    guard found.count <= linesMax else {
      throw Refusal(
        .invalid, "Sổ của kỳ này dài hơn \(linesMax) dòng. Hãy chọn kỳ ngắn hơn và in thành nhiều quyển.")
    }
    let lines = found.sorted { ($0.sentAt, $0.key) < ($1.sentAt, $1.key) }
    let (first, last) = (from ?? lines.first?.sentOn, to ?? lines.last?.sentOn)
    let organization = OrganizationStore(transaction)
    let superior = try organization.superiorName(of: actor.agency, on: last)
    return PostalBookForm(
      cover: RegisterCover(
        parentAgencyName: superior.isEmpty ? nil : superior,
        agencyName: try organization.agencyName(actor.agency, on: last), bookName: PostalBookPage.title,
        year: (last ?? first ?? today).year,
        lines: [
          "Từ ngày \(first?.text ?? "…/…/…") đến ngày \(last?.text ?? "…/…/…")", "Quyển số: \(volume)",
        ]), lines: lines, placeName: try organization.agency(actor.agency).placeName, printedOn: today,
      provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)")
  }

  var printedForm: PrintedForm {
    PrintedForm(
      title: "\(cover.bookName) năm \(cover.year)", provenance: provenance,
      sections: [
        FormSection(.landscape, isFramed: true, blocks: cover.blocks), FormSection(.landscape, blocks: cover.blocks),
        FormSection(.landscape, numbering: .fromOne, blocks: [.table(table)]),
        FormSection(.landscape, numbering: .continued, blocks: closing.blocks),
      ])
  }

  private var table: FormTable {
    let empty = FormTable.Row(["", "", "Trong thời gian này chưa có văn bản nào gửi bưu điện.", "", "", ""])
    return FormTable(
      columns: PostalColumn.allCases.map {
        FormTable.Column($0.label, width: $0.width, $0.isCentred ? .center : .start)
      }, rows: lines.isEmpty ? [empty] : lines.map { FormTable.Row($0.cells) }, textSize: 10.5)
  }

  private var closing: RegisterClosing {
    let documents = Set(lines.map(\.document)).count
    return RegisterClosing(
      extent: "",
      sentence: lines.isEmpty
        ? "Trong thời gian này chưa có văn bản nào gửi bưu điện."
        : "Số lần gửi: \(lines.count), của \(documents) văn bản.",
      placeName: placeName, printedOn: printedOn)
  }

  /// Writes the same six columns as an Excel file. Blocks its thread.
  func writeSpreadsheet(to target: URL) throws {
    let file = SpreadsheetFile(
      sheetName: "Gửi bưu điện \(cover.year)",
      titleLines: [
        cover.bookName.uppercased(),
        [cover.parentAgencyName, cover.agencyName].compactMap(\.self).joined(separator: ", "),
        "Năm: \(cover.year). \(cover.lines.joined(separator: ". ")).",
      ], columns: PostalColumn.allCases.map { .init($0.label, width: $0.sheetWidth) }, footer: provenance)
    try file.write(lines.lazy.map { .init($0.sheetCells) }, to: target)
  }
}
