import Database
import Kernel
import Lists
import Papers
import WebApp

/// The report on dossiers as a file: .xlsx, .docx, .doc, .pdf.
package struct DossierReportList: ShownList {
  package init() {}

  package let code = "bao-cao-ho-so"
  package let title = DossierReportPage.title
  package let path = ReportsPaths.dossiers
  package let order = "đơn vị, người lập hồ sơ"

  package var columns: [ListColumn] {
    [ListColumn("ten", "Đơn vị, người lập", width: 50, isFixed: true), ListColumn("tong", "Tổng số hồ sơ", width: 14)]
      + DossierFate.allCases.map { ListColumn($0.rawValue, $0.label, width: 18) }
      + UnfiledKind.allCases.map { ListColumn($0.rawValue, $0.label, width: 18) }
  }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let asked = DossierReport.Asked(address, scope: try ReportsAccess.requireDossierScope(of: actor))
    return asked.words(try ReportNames(of: actor.agency, in: transaction))
  }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let report = try DossierReport(address, by: actor, in: transaction)
    return ListBatch(report: report.lines, total: report.total) { line in
      var cells: [String: SpreadsheetFile.Cell] = ["ten": .text(line.name), "tong": .number(line.sum)]
      for fate in DossierFate.allCases { cells[fate.rawValue] = .number(line.counts[fate, default: 0]) }
      // By maker they are not counted: left empty rather than nought.
      if !report.asked.isByPerson {
        for kind in UnfiledKind.allCases { cells[kind.rawValue] = .number(line.unfiled[kind, default: 0]) }
      }
      return cells
    }
  }
}
