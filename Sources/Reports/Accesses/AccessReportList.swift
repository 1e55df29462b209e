import Access
import Audit
import Database
import Kernel
import Lists
import Papers
import WebApp

/// The report on accesses to the system as a file: .xlsx, .docx, .doc, .pdf.
package struct AccessReportList: ShownList {
  package init() {}

  package let code = "bao-cao-luot-truy-cap"
  package let title = AccessReportPage.title
  package let path = ReportsPaths.accesses
  package let order = "đơn vị, ngày hoặc người"

  package let columns = [
    ListColumn("ten", "Đơn vị, ngày, người", width: 50, isFixed: true),
    ListColumn("dang-nhap", "Lượt đăng nhập", width: 18), ListColumn("nguoi", "Người truy cập", width: 18),
  ]

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let asked = AccessReport.Asked(address, agency: try ReportsAccess.requireSystemScope(of: actor), today: today)
    return asked.words(try ReportNames(of: actor.agency, in: transaction))
  }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let report = try AccessReport(address, today: today, by: actor, in: transaction)
    return ListBatch(report: report.lines, total: report.total) { line in
      ["ten": .text(line.name), "dang-nhap": .number(line.signIns), "nguoi": .number(line.people)]
    }
  }
}

/// What is most looked at, as a file: .xlsx, .docx, .doc, .pdf.
package struct AccessedRecordsList: ShownList {
  private static let rowsMax = 1_000

  private let directory: RecordDirectory

  package init(directory: RecordDirectory) { self.directory = directory }

  package let code = "ho-so-van-ban-duoc-xem"
  package let title = AccessedRecordsPage.title
  package let path = ReportsPaths.accessedRecords
  package let order = "nhiều lượt nhất trước"

  package var columns: [ListColumn] {
    [
      ListColumn("loai", "Loại", width: 16), ListColumn("so", "Số, ký hiệu", width: 22),
      ListColumn("trich-yeu", "Tiêu đề, trích yếu", width: 60, isFixed: true),
    ]
      + AccessWay.allCases.filter(\.isCounted).map {
        ListColumn($0.rawValue, "Lượt \($0.label.lowercased())", width: 14)
      }
  }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] { try AccessedRecordsScreen.Asked(address, today: today, by: actor).words }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let asked = try AccessedRecordsScreen.Asked(address, today: today, by: actor)
    let store = try AccessReportStore(transaction, asked.agency, asked.period.days)
    let found = try AccessedRecordsScreen(directory: directory)
      .rows(asked, store, limit: Self.rowsMax, by: actor, in: transaction)
    return ListBatch(
      rows: found.map { one in
        var cells: [String: SpreadsheetFile.Cell] = [
          "loai": .text(one.summary.kindLabel), "so": .text(one.summary.notation),
          "trich-yeu": .text(one.summary.isWithheld ? "(văn bản đang bị giữ lại)" : one.summary.subject),
        ]
        for way in AccessWay.allCases where way.isCounted { cells[way.rawValue] = .number(one.counts[way, default: 0]) }
        return ListBatch.Row(cells)
      }, next: nil)
  }
}
