import Database
import IncomingDocuments
import Kernel
import Lists
import Markup
import WebApp
import Work

/// Fills the report's page and the lists behind its figures.
enum HandlingReportScreen {
  private typealias Name = ReportsPaths.Name

  static func page(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> HandlingReportPage {
    let report = try HandlingReport(address, today: today, by: actor, in: transaction)
    let names = try ReportNames(of: actor.agency, in: transaction)
    let kept = [Name.by, Name.unit, Name.role].map { ($0, address[$0]) }
    var lines = report.lines.map { line(report, $0, kept) }
    if lines.count > 1 {
      var sum = line(report, report.total, kept)
      sum.isSum = true
      sum.path = nil
      lines.append(sum)
    }
    return HandlingReportPage(
      form: PeriodForm(
        action: ReportsPaths.handling, period: report.period, choices: ReportPeriod.choices(today: today),
        problem: report.problem, kept: kept),
      agencyName: report.unit.map { names.name(of: $0) } ?? scopeName(report.scope, names, actor),
      periodLine: "\(report.period.label) (\(report.period.daysText)), tính đến \(transaction.now.text).",
      chips: chips(report, address), tools: ListTools(HandlingReportList(), address: ListsPaths.searched(address)),
      lines: lines, who: report.isByPerson ? "Cá nhân" : "Đơn vị")
  }

  static func scopeName(_ scope: WorkScope, _ names: ReportNames, _ actor: Actor) -> String {
    if case .unit(let unit, _) = scope { return names.name(of: unit) }
    return actor.agencyName
  }

  private static func line(
    _ report: HandlingReport, _ line: HandlingReport.Line, _ kept: [(String, String)]
  ) -> HandlingReportPage.Line {
    let who: [(String, String)] = [
      (Name.by, report.isByPerson ? "nguoi" : ""), (Name.role, kept.first { $0.0 == Name.role }?.1 ?? ""),
      (Name.unit, (line.unit ?? report.unit)?.description ?? ""), (Name.holder, line.holder?.token ?? ""),
    ]
    func figure(_ fate: WorkFate?) -> Figure {
      Figure(
        fate.map { line.counts[$0, default: 0] } ?? line.sum,
        ReportsPaths.path(
          ReportsPaths.handlingRows, report.period.fields + who + [(Name.fate, fate?.rawValue ?? "")]))
    }
    let people = ReportsPaths.path(
      ReportsPaths.handling,
      report.period.fields + [(Name.by, "nguoi"), (Name.unit, line.unit?.description ?? ""), who[1]])
    return HandlingReportPage.Line(
      name: line.name, path: report.isByPerson || line.unit == nil ? nil : people,
      figures: [figure(nil)] + WorkFate.allCases.map { figure($0) }, onTimeShare: line.onTimeShare)
  }

  private static func chips(_ report: HandlingReport, _ address: Form) -> [Chips] {
    func path(_ change: (String, String)) -> String {
      let fields = [Name.by, Name.unit, Name.role].map { ($0, $0 == change.0 ? change.1 : address[$0]) }
      return ReportsPaths.path(ReportsPaths.handling, report.period.fields + fields)
    }
    let all = ReportsPaths.path(
      ReportsPaths.handling, report.period.fields + [(Name.by, "nguoi"), (Name.role, address[Name.role])])
    let units = ReportsPaths.path(ReportsPaths.handling, report.period.fields + [(Name.role, address[Name.role])])
    return [
      Chips(
        label: "Theo ai",
        [
          .init("Theo đơn vị", path: units, selected: !report.isByPerson),
          .init("Theo cá nhân", path: all, selected: report.isByPerson),
        ]),
      Chips(
        label: "Vai trò",
        [
          .init("Chủ trì", path: path((Name.role, "")), selected: report.roles == [.lead]),
          .init("Phối hợp", path: path((Name.role, "phoi-hop")), selected: report.roles == [.coordinate]),
          .init("Cả hai", path: path((Name.role, "tat-ca")), selected: report.roles.count == 2),
        ]),
    ]
  }

  /// The rows behind one figure.
  static func rows(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ReportedWorkPage {
    let asked = HandlingReport.Asked(address, today: today, scope: try ReportsAccess.requireScope(of: actor))
    let screen = try ReportedWorkScreen(by: actor, in: transaction)
    var question = asked.question
    question.holder = address[Name.holder].isEmpty ? nil : Principal(token: address[Name.holder])
    question.fate = WorkFate(rawValue: address[Name.fate])
    let words = [
      question.fate?.label ?? "Mọi việc đã giao", asked.unit.map { screen.unitName($0) },
      question.holder.map { screen.holderName($0) },
    ].compactMap(\.self).filter { !$0.isEmpty }
    let kept = [Name.by, Name.unit, Name.role, Name.holder, Name.fate].map { ($0, address[$0]) }
    var page = try screen.page(
      question, by: .given, title: "Việc trong báo cáo",
      line: "\(words.joined(separator: " · ")), \(asked.period.label) (\(asked.period.daysText)).",
      path: asked.period.fields + kept, at: ReportsPaths.handlingRows, after: address[Name.after])
    page.back = Button(
      "Về báo cáo",
      path: ReportsPaths.path(
        ReportsPaths.handling, asked.period.fields + [Name.by, Name.unit, Name.role].map { ($0, address[$0]) }))
    return page
  }
}
