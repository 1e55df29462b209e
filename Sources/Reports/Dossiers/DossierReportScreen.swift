import Access
import Database
import Dossiers
import Kernel
import Lists
import Markup
import WebApp

/// Fills the report on dossiers and the lists behind its figures.
struct DossierReportScreen: Sendable {
  private typealias Name = ReportsPaths.Name
  private static let rowsPerPage = 50

  /// Tells about the documents behind a figure.
  let directory: RecordDirectory

  func page(_ address: Form, by actor: Actor, in transaction: any Transaction) throws -> DossierReportPage {
    let report = try DossierReport(address, by: actor, in: transaction)
    let names = report.names
    let years = try DossierReportStore(transaction, for: actor).years(report.asked.question.scope)
    var lines = report.lines.map { Self.line(report, $0) }
    if lines.count > 1 {
      var sum = Self.line(report, report.total)
      (sum.isSum, sum.path) = (true, nil)
      lines.append(sum)
    }
    let question = report.asked.question
    return DossierReportPage(
      agencyName: question.unit.map { names.name(of: $0) }
        ?? HandlingReportScreen.scopeName(question.scope, names, actor),
      countedAt: transaction.now.text, chips: Self.chips(report.asked, years),
      tools: ListTools(DossierReportList(), address: ListsPaths.searched(address)), lines: lines,
      who: report.asked.isByPerson ? "Người lập hồ sơ" : "Đơn vị", hasUnfiled: !report.asked.isByPerson,
      isCut: report.isCut)
  }

  private static func line(_ report: DossierReport, _ line: DossierReport.Line) -> DossierReportPage.Line {
    let asked = report.asked
    let unit = (line.unit ?? asked.question.unit)?.description ?? ""
    let who = [
      (Name.by, asked.isByPerson ? "nguoi" : ""), (Name.year, yearText(asked)), (Name.unit, unit),
      (Name.holder, line.maker?.description ?? ""),
    ]
    func figure(_ count: Int, _ what: String) -> Figure {
      Figure(count, ReportsPaths.path(ReportsPaths.dossierRows, who + [(Name.fate, what)]))
    }
    let unfiled = UnfiledKind.allCases.map { figure(line.unfiled[$0, default: 0], $0.rawValue) }
    return DossierReportPage.Line(
      name: line.name,
      path: asked.isByPerson || line.unit == nil
        ? nil
        : ReportsPaths.path(
          ReportsPaths.dossiers, [(Name.by, "nguoi"), (Name.year, yearText(asked)), (Name.unit, unit)]),
      figures: [figure(line.sum, "")]
        + DossierFate.allCases.map { figure(line.counts[$0, default: 0], $0.rawValue) }
        + (asked.isByPerson ? [] : unfiled))
  }

  private static func yearText(_ asked: DossierReport.Asked) -> String { asked.question.year.map { "\($0)" } ?? "" }

  private static func chips(_ asked: DossierReport.Asked, _ years: [Int]) -> [Chips] {
    let (by, unit) = (asked.isByPerson ? "nguoi" : "", asked.question.unit?.description ?? "")
    func path(by: String, year: String, unit: String = "") -> String {
      ReportsPaths.path(ReportsPaths.dossiers, [(Name.by, by), (Name.year, year), (Name.unit, unit)])
    }
    let known = Set(years).union(asked.question.year.map { [$0] } ?? []).sorted(by: >)
    return [
      Chips(
        label: "Theo ai",
        [
          .init("Theo đơn vị", path: path(by: "", year: yearText(asked)), selected: !asked.isByPerson),
          .init("Theo người lập", path: path(by: "nguoi", year: yearText(asked)), selected: asked.isByPerson),
        ]),
      Chips(
        label: "Năm",
        [.init("Mọi năm", path: path(by: by, year: "", unit: unit), selected: asked.question.year == nil)]
          + known.map {
            .init("\($0)", path: path(by: by, year: "\($0)", unit: unit), selected: asked.question.year == $0)
          }),
    ]
  }

  /// The rows behind one figure, newest first.
  func rows(_ address: Form, by actor: Actor, in transaction: any Transaction) throws -> DossierReportRowsPage {
    let asked = DossierReport.Asked(address, scope: try ReportsAccess.requireDossierScope(of: actor))
    let names = try ReportNames(of: actor.agency, in: transaction)
    let store = DossierReportStore(transaction, for: actor)
    let (before, most) = (Int64(address[Name.after]), Self.rowsPerPage)
    let kind = UnfiledKind(rawValue: address[Name.fate])
    let keys =
      try kind.map { try store.unfiledKeys($0, asked.question, before: before, limit: most + 1) }
      ?? store.keys(asked.question, before: before, limit: most + 1)
    let shown = Array(keys.prefix(most))
    let kept = [Name.by, Name.year, Name.unit].map { ($0, address[$0]) }
    let what = kind?.label ?? asked.question.fate?.label ?? "Mọi hồ sơ"
    var page = DossierReportRowsPage(
      line: ([what] + asked.words(names)).joined(separator: " · "),
      rows: try kind.map { try documents($0, shown, by: actor, in: transaction) }
        ?? dossiers(shown, by: actor, in: transaction),
      back: Button("Về báo cáo", path: ReportsPaths.path(ReportsPaths.dossiers, kept)))
    if kind != nil { (page.codeHead, page.whoHead) = ("Số, ký hiệu", "Nơi ban hành") }
    if keys.count > most, let last = shown.last {
      let fields =
        kept + [(Name.holder, address[Name.holder]), (Name.fate, address[Name.fate]), (Name.after, "\(last)")]
      page.pager = Pager(older: ReportsPaths.path(ReportsPaths.dossierRows, fields))
    }
    return page
  }

  private func dossiers(
    _ keys: [Int64], by actor: Actor, in transaction: any Transaction
  ) throws -> [DossierReportRowsPage.Row] {
    try DossierStore(transaction).list(keys, visibleTo: actor).map { dossier in
      .init(
        path: DossierPaths.show(dossier.id), codeText: dossier.code.notation, day: dossier.facts.startedOn.text,
        title: dossier.facts.title, who: dossier.makerName, state: DossierDeadline.state(dossier))
    }
  }

  private func documents(
    _ kind: UnfiledKind, _ keys: [Int64], by actor: Actor, in transaction: any Transaction
  ) throws -> [DossierReportRowsPage.Row] {
    let references = keys.map { RecordReference(code: kind.recordCode, number: $0) }
    let summaries = try directory.summaries(of: references, visibleTo: actor, in: transaction)
    return references.compactMap { summaries[$0] }.map { document in
      .init(
        path: document.path, codeText: document.notation, day: document.date?.text ?? "", title: document.subject,
        who: document.issuer, state: StateMark(document.stateLabel, .plain))
    }
  }
}
