import Audit
import Database
import Kernel
import Lists
import Markup
import WebApp

/// Fills the report on accesses to the system and the lists behind its figures.
enum AccessReportScreen {
  private typealias Name = ReportsPaths.Name
  private static let rowsPerPage = 50

  static func page(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> AccessReportPage {
    let report = try AccessReport(address, today: today, by: actor, in: transaction)
    let asked = report.asked
    let names = try ReportNames(of: actor.agency, in: transaction)
    var lines = report.lines.map { line($0, asked) }
    if lines.count > 1 {
      var sum = line(report.total, asked)
      (sum.isSum, sum.path) = (true, nil)
      lines.append(sum)
    }
    var page = AccessReportPage(
      form: PeriodForm(
        action: ReportsPaths.accesses, period: asked.period, choices: ReportPeriod.choices(today: today),
        problem: asked.problem, kept: [(Name.by, asked.by.rawValue), (Name.unit, address[Name.unit])]),
      agencyName: asked.narrowing.unit.map { names.name(of: $0) } ?? actor.agencyName,
      periodLine: "\(asked.period.label) (\(asked.period.daysText)), tính đến \(transaction.now.text).",
      reports: reports(.system, asked.period, for: actor), chips: chips(asked),
      tools: ListTools(AccessReportList(), address: ListsPaths.searched(address)), lines: lines, who: asked.by.head)
    page.isCut = report.isCut
    return page
  }

  /// The two reports, for whoever reads both.
  enum Part: CaseIterable { case system, records }

  static func reports(_ shown: Part, _ period: ReportPeriod, for actor: Actor) -> Chips? {
    guard ReportsAccess.systemScope(of: actor) != nil, ReportsAccess.accessedScope(of: actor) != nil else { return nil }
    return Chips(
      label: "Báo cáo về lượt truy cập",
      Part.allCases.map { part in
        .init(
          part == .system ? "Vào hệ thống" : AccessedRecordsPage.title,
          path: ReportsPaths.path(
            part == .system ? ReportsPaths.accesses : ReportsPaths.accessedRecords, period.fields),
          selected: part == shown)
      })
  }

  private static func line(_ line: AccessReport.Line, _ asked: AccessReport.Asked) -> AccessReportPage.Line {
    let fields =
      asked.period.fields + [
        (Name.by, asked.by.rawValue), (Name.day, line.key.day?.isoText ?? ""),
        (Name.unit, line.key.unit?.description ?? ""), (Name.holder, line.key.post?.description ?? ""),
      ]
    let opensPeople = asked.by == .unit && line.key.unit != nil
    return AccessReportPage.Line(
      name: line.name,
      path: opensPeople
        ? ReportsPaths.path(
          ReportsPaths.accesses,
          asked.period.fields + [
            (Name.by, AccessReport.By.person.rawValue), (Name.unit, line.key.unit?.description ?? ""),
          ]) : nil,
      figures: [
        Figure(line.signIns, ReportsPaths.path(ReportsPaths.accessSignIns, fields)),
        Figure(line.people, ReportsPaths.path(ReportsPaths.accessPeople, fields)),
      ])
  }

  private static func chips(_ asked: AccessReport.Asked) -> Chips {
    Chips(
      label: "Theo gì",
      AccessReport.By.allCases.map { by in
        .init(
          by.label,
          path: ReportsPaths.path(
            ReportsPaths.accesses,
            asked.period.fields + [(Name.by, by.rawValue), (Name.unit, asked.narrowing.unit?.description ?? "")]),
          selected: by == asked.by)
      })
  }

  /// Sign-ins, newest first.
  static func signIns(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> AccessReportRowsPage {
    let asked = AccessReport.Asked(
      address, agency: try ReportsAccess.requireSystemScope(of: actor), today: today)
    let place = address[Name.after].split(separator: "-").compactMap { Int64($0) }
    let before = place.count == 2 ? AccessPlace(at: Instant(milliseconds: place[0]), id: place[1]) : nil
    let found = try AccessReportStore(transaction, asked.agency, asked.period.days)
      .signIns(asked.narrowing, before: before, limit: rowsPerPage + 1)
    var page = try rows(
      "Lượt đăng nhập", ["Ai", "Đơn vị", "Lúc", "Cách"],
      found.prefix(rowsPerPage).map { [$0.name, $0.unitName, $0.place.at.text, $0.sentence] }, asked, address,
      by: actor, in: transaction)
    if found.count > rowsPerPage {
      let last = found[rowsPerPage - 1].place
      page.pager = Pager(older: further(ReportsPaths.accessSignIns, address, "\(last.at.milliseconds)-\(last.id)"))
    }
    return page
  }

  /// People, each once.
  static func people(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> AccessReportRowsPage {
    let asked = AccessReport.Asked(
      address, agency: try ReportsAccess.requireSystemScope(of: actor), today: today)
    let names = try ReportNames(of: actor.agency, in: transaction)
    let found = try AccessReportStore(transaction, asked.agency, asked.period.days)
      .visitors(asked.narrowing, after: Int64(address[Name.after]) ?? -1, limit: rowsPerPage + 1)
    var page = try rows(
      "Người truy cập", ["Ai", "Lượt đăng nhập", "Số ngày", "Lần cuối"],
      found.prefix(rowsPerPage).map {
        [
          names.name(of: .post($0.post), known: "Chức danh không còn giữ"), $0.signIns.grouped, $0.days.grouped,
          $0.last.text,
        ]
      }, asked, address, by: actor, in: transaction)
    if found.count > rowsPerPage {
      page.pager = Pager(
        older: further(ReportsPaths.accessPeople, address, "\(found[rowsPerPage - 1].account)"),
        olderLabel: "Tiếp theo ›")
    }
    return page
  }

  private static func rows(
    _ title: String, _ columns: [String], _ rows: [[String]], _ asked: AccessReport.Asked, _ address: Form,
    by actor: Actor, in transaction: any Transaction
  ) throws -> AccessReportRowsPage {
    let names = try ReportNames(of: actor.agency, in: transaction)
    return AccessReportRowsPage(
      title: title, line: asked.words(names).joined(separator: " · "), columns: columns, rows: rows,
      back: Button(
        "Về báo cáo",
        path: ReportsPaths.path(ReportsPaths.accesses, asked.period.fields + [(Name.by, asked.by.rawValue)])))
  }

  private static func further(_ path: String, _ address: Form, _ after: String) -> String {
    let kept = [Name.period, Name.from, Name.to, Name.by, Name.day, Name.unit, Name.holder].map { ($0, address[$0]) }
    return ReportsPaths.path(path, kept + [(Name.after, after)])
  }
}
