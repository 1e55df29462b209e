import Database
import Kernel
import Lists
import Papers
import WebApp
import Work

/// The report as a file: .xlsx, .docx, .doc, .pdf.
package struct HandlingReportList: ShownList {
  package init() {}

  package let code = "bao-cao-tinh-hinh"
  package let title = HandlingReportPage.title
  package let path = ReportsPaths.handling
  package let order = "đơn vị, cá nhân"

  package var columns: [ListColumn] {
    [ListColumn("ten", "Đơn vị, cá nhân", width: 50, isFixed: true), ListColumn("tong", "Tổng số", width: 14)]
      + WorkFate.allCases.map { ListColumn($0.rawValue, $0.label, width: 20) }
      + [ListColumn("ty-le", "Tỷ lệ đúng hạn", width: 16)]
  }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let asked = HandlingReport.Asked(address, today: today, scope: try ReportsAccess.requireScope(of: actor))
    let roles = asked.roles.map(\.label).joined(separator: ", ")
    let names = try ReportNames(of: actor.agency, in: transaction)
    return [asked.period.headText, "Vai trò: \(roles)"]
      + (asked.unit.map { ["Đơn vị: \(names.name(of: $0))"] } ?? [])
  }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let report = try HandlingReport(address, today: today, by: actor, in: transaction)
    return ListBatch(report: report.lines, total: report.total) { line in
      var cells: [String: SpreadsheetFile.Cell] = [
        "ten": .text(line.name), "tong": .number(line.sum), "ty-le": .text(line.onTimeShare),
      ]
      for fate in WorkFate.allCases { cells[fate.rawValue] = .number(line.counts[fate, default: 0]) }
      return cells
    }
  }
}
