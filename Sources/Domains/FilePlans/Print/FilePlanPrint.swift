import Database
import Foundation
import Kernel
import Organization
import Papers

/// The plan as the decree prints it: five columns, headings among the rows, closing totals (Decree 30/2020, Annex V.I).
struct FilePlanPrint: Sendable, Equatable {
  /// A form that it is had in; its raw value ends the file's name.
  enum Format: String, CaseIterable, Sendable {
    case pdf, docx, xlsx

    var label: String {
      switch self {
      case .pdf: "In (PDF)"
      case .docx: "Word (.docx)"
      case .xlsx: "Excel (.xlsx)"
      }
    }
  }

  /// One row of the table.
  struct Line: Sendable, Equatable {
    var cells: [String]
    var isHeading: Bool
  }

  var parentAgencyName: String
  var agencyName: String
  var plan: FilePlan
  var outline: FilePlanOutline
  /// Who printed it, when, from which system (PL6-6a).
  var provenance: String

  static func read(
    year: Int, systemName: String, by actor: Actor, in transaction: any Transaction
  ) throws -> FilePlanPrint {
    guard let plan = try FilePlanStore(transaction).find(year: year, visibleTo: actor) else {
      throw FilePlanStore.missing
    }
    let organization = OrganizationStore(transaction)
    let day = plan.rounds[0].decisionOn ?? transaction.now.day
    return FilePlanPrint(
      parentAgencyName: try organization.superiorName(of: actor.agency, on: day),
      agencyName: try organization.agencyName(actor.agency, on: day), plan: plan,
      outline: try FilePlanContentStore(transaction).outline(of: plan),
      provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)")
  }

  static let columns: [(title: String, width: Double, isCentred: Bool)] = [
    ("Số và ký hiệu hồ sơ", 27, true), ("Tên đề mục và tiêu đề hồ sơ", 72, false), ("Thời hạn bảo quản", 22, true),
    ("Người lập hồ sơ", 26, false), ("Ghi chú", 18, false),
  ]

  /// Headings in capitals and as they are, then the dossiers under them.
  var lines: [Line] {
    outline.parts.flatMap { part -> [Line] in
      [Self.heading("\(part.ordinal). \(part.heading.title.uppercased())")] + part.lines.map(line)
        + part.parts.flatMap { [Self.heading("\($0.ordinal). \($0.heading.title)")] + $0.lines.map(line) }
    }
  }

  private static func heading(_ text: String) -> Line { Line(cells: ["", text, "", "", ""], isHeading: true) }

  private func line(_ line: FilePlanOutline.Line) -> Line {
    let facts = line.entry.facts
    let round = plan.rounds.first { $0.number == line.entry.round }
    let addition =
      line.entry.round == 0
      ? ""
      : "Bổ sung lần \(line.entry.round)" + (round.map { $0.decisionCode.isEmpty ? "" : " (\($0.decisionCode))" } ?? "")
    return Line(
      cells: [
        line.notation, facts.title, facts.retention.text, facts.maker.name,
        [addition, facts.note].filter { !$0.isEmpty }.joined(separator: "; "),
      ], isHeading: false)
  }

  /// «(Kèm theo Quyết định số … ngày … của …)».
  var basis: String {
    guard plan.isIssued else { return "(Dự thảo, chưa ban hành; số của hồ sơ là tạm thời)" }
    let day = plan.rounds[0].decisionOn?.writtenOut ?? ""
    return "(Kèm theo Quyết định số \(plan.rounds[0].decisionCode) \(day) của \(agencyName))"
  }

  var closing: [String] {
    let count = outline.lines.count
    return [
      "Bản danh mục này có \(count) hồ sơ, bao gồm:",
      "\(outline.permanentCount) hồ sơ bảo quản vĩnh viễn;",
      "\(count - outline.permanentCount) hồ sơ bảo quản có thời hạn.",
    ]
  }

  var printedForm: PrintedForm {
    let head: [FormBlock] = [
      .nationalHead(parentAgencyName, agencyName, widths: (75, 90), rules: (25, 55)),
      .text("DANH MỤC HỒ SƠ", FormStyle(size: 14, isBold: true, alignment: .center, spaceBefore: 6)),
      .text("Năm \(plan.year)", FormStyle(size: 14, isBold: true, alignment: .center)),
      .text(basis, FormStyle(size: 13, isItalic: true, alignment: .center)), .space(3), .table(table), .space(2),
    ]
    return PrintedForm(
      title: plan.title, provenance: provenance,
      sections: [
        FormSection(
          .portrait, numbering: .fromOne,
          blocks: head + closing.map { .text($0, FormStyle(size: 13, firstLineIndent: 10, keepsWithNext: true)) })
      ])
  }

  private var table: FormTable {
    let filled = lines.map { FormTable.Row($0.cells, isBold: $0.isHeading) }
    return FormTable(
      columns: Self.columns.map { FormTable.Column($0.title, width: $0.width, $0.isCentred ? .center : .start) },
      rows: filled.isEmpty ? [FormTable.Row(["", "Chưa có hồ sơ nào.", "", "", ""])] : filled, hasColumnNumbers: true)
  }

  /// Writes the same five columns as an Excel file. Blocks its thread.
  func writeSpreadsheet(to target: URL) throws {
    let file = SpreadsheetFile(
      sheetName: "Danh mục \(plan.year)",
      titleLines: ["DANH MỤC HỒ SƠ NĂM \(plan.year)", agencyName, basis],
      columns: Self.columns.map { .init($0.title, width: $0.width * 0.6) }, footer: provenance)
    let rows = lines.map { SpreadsheetFile.Row($0.cells.map { $0.isEmpty ? .empty : .text($0) }) }
    let sums = closing.map { SpreadsheetFile.Row([.empty, .text($0)]) }
    try file.write(rows + sums, to: target)
  }
}
