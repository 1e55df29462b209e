import Database
import IncomingDocuments
import Kernel
import Lists
import Markup
import Papers
import WebApp
import Work

/// The figures of «Thời gian ở từng bước» for one address.
struct StepTimesReport {
  struct Line: Sendable {
    var unit: UnitID?
    var holder: Principal?
    var name: String
    var times: [WorkItem.State: StepTime]

    var milliseconds: Int64 { times.values.reduce(0) { $0 + $1.milliseconds } }
  }

  /// The steps in which work is open.
  static let states: [WorkItem.State] = [.offered, .waiting, .inProgress, .passedOn]

  let asked: Asked
  let lines: [Line]

  init(_ address: Form, today: Day, by actor: Actor, in transaction: any Transaction) throws {
    asked = Asked(address, today: today, scope: try ReportsAccess.requireScope(of: actor))
    let names = try ReportNames(of: actor.agency, in: transaction)
    let times = try WorkReportStore(transaction, for: actor).times(asked.question, byPerson: asked.isByPerson)
    struct Who: Hashable {
      var unit: UnitID?
      var holder: Principal?
    }
    lines = Dictionary(grouping: times) { Who(unit: $0.unit, holder: $0.holder) }.map { who, times in
      Line(
        unit: who.unit, holder: who.holder,
        name: who.holder.map { names.name(of: $0, known: times[0].holderName) } ?? names.name(of: who.unit),
        times: Dictionary(times.map { ($0.state, $0) }, uniquingKeysWith: { $1 }))
    }.sorted { (names.place(of: $0.unit), $0.name) < (names.place(of: $1.unit), $1.name) }
  }

  struct Asked {
    var scope: WorkScope
    var period: ReportPeriod
    var problem: String?
    var isByPerson: Bool
    var unit: UnitID?

    init(_ address: Form, today: Day, scope: WorkScope) {
      self.scope = scope
      (period, problem) = ReportPeriod.asked(address, today: today)
      isByPerson = address[ReportsPaths.Name.by] == "nguoi"
      unit = UnitID(address[ReportsPaths.Name.unit])
    }

    var question: StepQuestion {
      var work = WorkQuestion(scope)
      work.kinds = [.directIncoming, .proposeIncoming, .handleIncoming]
      work.given = period.begins..<period.ends
      return StepQuestion(work: work, unit: unit)
    }
  }
}

/// Fills the page and the lists behind its figures.
enum StepTimesScreen {
  private typealias Name = ReportsPaths.Name

  static func page(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> StepTimesPage {
    let report = try StepTimesReport(address, today: today, by: actor, in: transaction)
    let (asked, names) = (report.asked, try ReportNames(of: actor.agency, in: transaction))
    let by = asked.isByPerson ? "nguoi" : ""
    var page = StepTimesPage(
      form: PeriodForm(
        action: ReportsPaths.times, period: asked.period, choices: ReportPeriod.choices(today: today),
        problem: asked.problem, kept: [(Name.by, by), (Name.unit, asked.unit?.description ?? "")]),
      agencyName: asked.unit.map { names.name(of: $0) } ?? HandlingReportScreen.scopeName(asked.scope, names, actor),
      periodLine: "\(asked.period.label) (\(asked.period.daysText)), tính đến \(transaction.now.text).",
      chips: Chips(
        label: "Theo ai",
        [
          .init(
            "Theo đơn vị", path: ReportsPaths.path(ReportsPaths.times, asked.period.fields),
            selected: !asked.isByPerson),
          .init(
            "Theo cá nhân", path: ReportsPaths.path(ReportsPaths.times, asked.period.fields + [(Name.by, "nguoi")]),
            selected: asked.isByPerson),
        ]),
      tools: ListTools(StepTimesList(), address: ListsPaths.searched(address)),
      stepLabels: StepTimesReport.states.map(\.label), lines: report.lines.map { line($0, asked, by) },
      who: asked.isByPerson ? "Cá nhân, đơn vị" : "Đơn vị")
    // Limits are looked at for a year at most.
    if case .agency = asked.scope, asked.unit == nil, asked.period.days.upperBound < asked.period.days.lowerBound + 366
    {
      page.registry = try RegistryTimes(
        asked.period.days, span: "Văn bản đến trong kỳ (\(asked.period.daysText))", by: actor, in: transaction)
    }
    return page
  }

  private static func line(_ line: StepTimesReport.Line, _ asked: StepTimesReport.Asked, _ by: String)
    -> StepTimesPage.Line
  {
    let who = [
      (Name.by, by), (Name.unit, line.unit?.description ?? ""), (Name.holder, line.holder?.token ?? ""),
    ]
    return StepTimesPage.Line(
      name: line.name,
      path: asked.isByPerson || line.unit == nil
        ? nil
        : ReportsPaths.path(
          ReportsPaths.times, asked.period.fields + [(Name.by, "nguoi"), (Name.unit, line.unit?.description ?? "")]),
      steps: StepTimesReport.states.map { state in
        line.times[state].map { time in
          StepTimesPage.Step(
            time: Duration.text(milliseconds: time.milliseconds),
            mean: Duration.text(milliseconds: time.milliseconds / Int64(max(1, time.count))),
            count: Figure(
              time.count,
              ReportsPaths.path(
                ReportsPaths.timesRows, asked.period.fields + who + [(Name.state, state.rawValue)])))
        }
      }, whole: Duration.text(milliseconds: line.milliseconds))
  }

  static func rows(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ReportedWorkPage {
    let asked = StepTimesReport.Asked(address, today: today, scope: try ReportsAccess.requireScope(of: actor))
    let screen = try ReportedWorkScreen(by: actor, in: transaction)
    var question = asked.question
    question.holder = address[Name.holder].isEmpty ? nil : Principal(token: address[Name.holder])
    question.state = WorkItem.State(rawValue: address[Name.state])
    let words = [
      question.state?.label ?? "Mọi bước", asked.unit.map { screen.unitName($0) },
      question.holder.map { screen.holderName($0) },
    ].compactMap(\.self).filter { !$0.isEmpty }
    var page = try screen.page(
      question, title: "Việc ở bước này",
      line: "\(words.joined(separator: " · ")), \(asked.period.label) (\(asked.period.daysText)).",
      path: asked.period.fields + [Name.by, Name.unit, Name.holder, Name.state].map { ($0, address[$0]) },
      at: ReportsPaths.timesRows, after: address[Name.after])
    page.back = Button(
      "Về báo cáo",
      path: ReportsPaths.path(
        ReportsPaths.times, asked.period.fields + [(Name.by, address[Name.by])]))
    return page
  }
}

/// The report as a file, hours as they are counted on by a spreadsheet.
package struct StepTimesList: ShownList {
  package init() {}

  package let code = "thoi-gian-buoc"
  package let title = "Thời gian giải quyết văn bản đến ở từng bước"
  package let path = ReportsPaths.times
  package let order = "đơn vị, cá nhân"

  package var columns: [ListColumn] {
    [ListColumn("ten", "Đơn vị, cá nhân", width: 50, isFixed: true)]
      + StepTimesReport.states.map { ListColumn($0.rawValue, "\($0.label) (giờ)", width: 22) }
      + [ListColumn("cong", "Cộng (giờ)", width: 22)]
  }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let asked = StepTimesReport.Asked(address, today: today, scope: try ReportsAccess.requireScope(of: actor))
    let names = try ReportNames(of: actor.agency, in: transaction)
    return ["\(asked.period.label) (\(asked.period.daysText))"]
      + (asked.unit.map { ["Đơn vị: \(names.name(of: $0))"] } ?? [])
  }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let report = try StepTimesReport(address, today: today, by: actor, in: transaction)
    return ListBatch(
      rows: report.lines.map { line in
        var cells: [String: SpreadsheetFile.Cell] = ["ten": .text(line.name), "cong": Self.hours(line.milliseconds)]
        for state in StepTimesReport.states {
          cells[state.rawValue] = line.times[state].map { Self.hours($0.milliseconds) } ?? .empty
        }
        return ListBatch.Row(cells)
      }, next: nil)
  }

  /// To a hundredth of an hour.
  private static func hours(_ milliseconds: Int64) -> SpreadsheetFile.Cell {
    .number(Double(milliseconds / 36_000) / 100)
  }
}
