import Database
import Kernel
import Lists
import Papers
import WebApp

/// The report on outgoing documents as a file: .xlsx, .docx, .doc, .pdf.
package struct OutgoingReportList: ShownList {
  package init() {}

  package let code = "bao-cao-van-ban-di"
  package let title = OutgoingReportPage.title
  package let path = ReportsPaths.outgoing
  package let order = "đơn vị, loại hoặc độ khẩn"

  package var columns: [ListColumn] {
    [ListColumn("ten", "Đơn vị, loại, độ khẩn", width: 36, isFixed: true)]
      + OutgoingReport.Column.allCases.map { ListColumn(Self.id(of: $0), $0.fullLabel, width: 14) }
      + [ListColumn("ty-le", "Tỷ lệ đúng hạn", width: 12)]
  }

  private static func id(of column: OutgoingReport.Column) -> String { column == .all ? "tong" : column.rawValue }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let (period, _) = ReportPeriod.asked(address, today: today)
    let grouping = OutgoingReport.Grouping(rawValue: address[ReportsPaths.Name.by]) ?? .unit
    return [period.headText, grouping.label]
  }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let report = try OutgoingReport(address, today: today, by: actor, in: transaction)
    return ListBatch(report: report.lines, total: report.total) { line in
      var cells: [String: SpreadsheetFile.Cell] = ["ten": .text(line.name), "ty-le": .text(line.onTimeShare)]
      for column in OutgoingReport.Column.allCases { cells[Self.id(of: column)] = .number(line.count(column)) }
      return cells
    }
  }
}
