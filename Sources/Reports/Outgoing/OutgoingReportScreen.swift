import Database
import IncomingDocuments
import Kernel
import Lists
import Markup
import OutgoingDocuments
import WebApp

/// Fills the report on outgoing documents and the lists behind its figures.
enum OutgoingReportScreen {
  private typealias Name = ReportsPaths.Name
  private static let rowsPerPage = 50

  static func page(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> OutgoingReportPage {
    let report = try OutgoingReport(address, today: today, by: actor, in: transaction)
    let names = try ReportNames(of: actor.agency, in: transaction)
    let kept = [(Name.by, address[Name.by])]
    return OutgoingReportPage(
      form: PeriodForm(
        action: ReportsPaths.outgoing, period: report.period, choices: ReportPeriod.choices(today: today),
        problem: report.problem, kept: kept),
      agencyName: HandlingReportScreen.scopeName(report.scope, names, actor),
      periodLine: "\(report.period.label) (\(report.period.daysText)), tính đến \(transaction.now.text).",
      chips: Chips(
        label: "Theo gì",
        OutgoingReport.Grouping.allCases.map {
          .init(
            $0.label, path: ReportsPaths.path(ReportsPaths.outgoing, report.period.fields + [(Name.by, $0.rawValue)]),
            selected: $0 == report.grouping)
        }), tools: ListTools(OutgoingReportList(), address: ListsPaths.searched(address)), head: report.grouping.head,
      parts: OutgoingReport.Part.allCases.map { part(report, $0) })
  }

  private static func part(_ report: OutgoingReport, _ part: OutgoingReport.Part) -> OutgoingReportPage.Part {
    var lines = report.lines.filter { $0.hasRows(in: part) }.map { line(report, $0, part) }
    if lines.count > 1 {
      var sum = line(report, report.total, part)
      sum.isSum = true
      lines.append(sum)
    }
    return .init(label: part.label, columns: part.columns.map(\.label), lines: lines, note: note(part))
  }

  private static func note(_ part: OutgoingReport.Part) -> String {
    switch part {
    case .drafts: "Đếm dự thảo lập trong kỳ, ở tình trạng lúc xem."
    case .documents:
      "Đếm văn bản được cấp số trong kỳ. Đúng hạn là phát hành trong ngày ký, chậm nhất ngày làm việc tiếp theo (gửi điện tử thì trong buổi sáng); văn bản khẩn thì ngay sau khi ký. Tính theo lịch làm việc của cơ quan. Văn bản đã thu hồi vẫn tính ở cột phát hành."
    case .issued:
      "Trễ hạn, thu hồi, đính chính đếm văn bản cấp số trong kỳ và đã phát hành; tiếp nhận đếm từng nơi nhận của chúng. Đã tiếp nhận: cơ quan trong hệ thống đã vào sổ, đơn vị đã xem, nơi ngoài hệ thống đã ghi phản hồi."
    }
  }

  private static func line(
    _ report: OutgoingReport, _ line: OutgoingReport.Line, _ part: OutgoingReport.Part
  ) -> OutgoingReportPage.Line {
    .init(
      name: line.name,
      figures: part.columns.map { column in
        Figure(
          line.count(column),
          ReportsPaths.path(
            ReportsPaths.outgoingRows,
            report.period.fields + [
              (Name.by, report.grouping.rawValue), (Name.part, line.key), (Name.fate, column.rawValue),
            ]))
      }, onTimeShare: part == .documents ? line.onTimeShare : nil)
  }

  /// The rows behind one figure, newest first.
  static func rows(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> OutgoingReportRowsPage {
    let report = try OutgoingReport(address, today: today, by: actor, in: transaction)
    let rows = OutgoingReportRows(names: try ReportNames(of: actor.agency, in: transaction))
    let column = OutgoingReport.Column(rawValue: address[Name.fate]) ?? .all
    let asked = report.line(address[Name.part])
    let all = (asked.map { rows.list($0, column) } ?? []).sorted { $0.key > $1.key }
    let after = Int64(address[Name.after]) ?? Int64.max
    let shown = Array(all.filter { $0.key < after }.prefix(rowsPerPage))
    let kept = report.period.fields + [Name.by, Name.part, Name.fate].map { ($0, address[$0]) }
    let last = shown.last?.key ?? 0
    let hasMore = all.last.map { $0.key < last } ?? false
    let words = [column.fullLabel, address[Name.part].isEmpty ? nil : asked?.name].compactMap(\.self)
    return OutgoingReportRowsPage(
      line: "\(words.joined(separator: " · ")), \(report.period.label) (\(report.period.daysText)).",
      stateHead: OutgoingReportRows.stateHead(column.kind), rows: shown,
      pager: Pager(
        older: hasMore
          ? ReportsPaths.path(ReportsPaths.outgoingRows, kept + [(Name.after, String(last))]) : nil),
      back: Button(
        "Về báo cáo",
        path: ReportsPaths.path(ReportsPaths.outgoing, report.period.fields + [(Name.by, address[Name.by])])))
  }
}
