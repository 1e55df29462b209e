import Access
import Audit
import Database
import Kernel
import Lists
import Markup
import WebApp

/// Fills the report on what is looked at, and what nobody looks at.
struct AccessedRecordsScreen: Sendable {
  private typealias Name = ReportsPaths.Name
  private static let rowsPerPage = 50
  static let mostMax = 50

  let directory: RecordDirectory

  /// What an address asks for.
  struct Asked {
    var agency: AgencyID
    var period: ReportPeriod
    var problem: String?
    /// Nil for all.
    var kind: AccessedKind?

    var kinds: [AccessedKind] { kind.map { [$0] } ?? AccessedKind.allCases }

    init(_ address: Form, today: Day, by actor: Actor) throws {
      agency = try ReportsAccess.requireAccessedScope(of: actor)
      (period, problem) = ReportPeriod.asked(address, today: today)
      kind = AccessedKind(rawValue: address[ReportsPaths.Name.fate])
    }

    var words: [String] { [period.headText, kind?.label ?? "Hồ sơ, văn bản đến, văn bản đi"] }
  }

  func page(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> AccessedRecordsPage {
    let asked = try Asked(address, today: today, by: actor)
    let store = try AccessReportStore(transaction, asked.agency, asked.period.days)
    let rows = try rows(asked, store, limit: Self.mostMax, by: actor, in: transaction)
    var page = AccessedRecordsPage(
      form: PeriodForm(
        action: ReportsPaths.accessedRecords, period: asked.period, choices: ReportPeriod.choices(today: today),
        problem: asked.problem, kept: [(Name.fate, asked.kind?.rawValue ?? "")]),
      agencyName: actor.agencyName,
      periodLine: "\(asked.period.label) (\(asked.period.daysText)), tính đến \(transaction.now.text).",
      reports: AccessReportScreen.reports(.records, asked.period, for: actor), chips: chips(asked),
      tools: ListTools(AccessedRecordsList(directory: directory), address: ListsPaths.searched(address)),
      rows: rows.map { $0.row(asked.period) },
      unseen: try AccessedKind.allCases.map { kind in
        let path = ReportsPaths.path(ReportsPaths.unseenRecords, asked.period.fields + [(Name.fate, kind.rawValue)])
        return .init(label: kind.label, figure: Figure(try store.unseenCount(kind, by: actor), path))
      })
    page.isCut = !store.isWhole
    return page
  }

  /// One record with its counts.
  struct Counted {
    var summary: RecordSummary
    var counts: [AccessWay: Int]

    /// Each figure opens the lines of its record.
    func row(_ period: ReportPeriod) -> AccessedRecordsPage.Row {
      let record = summary.reference
      let base = FramePaths.accesses(kind: record.code, number: record.number)
      return .init(
        kind: summary.kindLabel, codeText: summary.notation,
        title: summary.isWithheld ? "(văn bản đang bị giữ lại)" : summary.subject, path: summary.path,
        figures: AccessWay.allCases.filter(\.isCounted).map { way in
          Figure(
            counts[way, default: 0],
            ReportsPaths.path(
              base,
              [
                (Name.from, period.days.lowerBound.text), (Name.to, period.days.upperBound.text),
                (RecordAccesses.wayName, way.rawValue),
              ]))
        })
    }
  }

  func rows(
    _ asked: Asked, _ store: AccessReportStore, limit: Int, by actor: Actor, in transaction: any Transaction
  ) throws -> [Counted] {
    let found = try store.mostAccessed(asked.kinds, limit: limit, by: actor)
    let summaries = try directory.summaries(of: found.map(\.record), visibleTo: actor, in: transaction)
    return found.compactMap { one in summaries[one.record].map { Counted(summary: $0, counts: one.counts) } }
  }

  private func chips(_ asked: Asked) -> Chips {
    func chip(_ label: String, _ kind: AccessedKind?) -> Chips.Chip {
      .init(
        label,
        path: ReportsPaths.path(
          ReportsPaths.accessedRecords, asked.period.fields + [(Name.fate, kind?.rawValue ?? "")]),
        selected: kind == asked.kind)
    }
    return Chips(label: "Loại", [chip("Mọi loại", nil)] + AccessedKind.allCases.map { chip($0.label, $0) })
  }

  /// What nobody looked at, newest first.
  func unseen(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> DossierReportRowsPage {
    let asked = try Asked(address, today: today, by: actor)
    guard let kind = asked.kind else { throw Refusal(.notFound, "Không tìm thấy trang này.") }
    let keys = try AccessReportStore(transaction, asked.agency, asked.period.days)
      .unseenKeys(kind, before: Int64(address[Name.after]), limit: Self.rowsPerPage + 1, by: actor)
    let shown = keys.prefix(Self.rowsPerPage).map { RecordReference(code: kind.recordCode, number: $0) }
    let summaries = try directory.summaries(of: shown, visibleTo: actor, in: transaction)
    let kept = asked.period.fields + [(Name.fate, kind.rawValue)]
    var page = DossierReportRowsPage(
      line: "Chưa ai xem · \(asked.words.joined(separator: " · "))",
      rows: shown.compactMap { summaries[$0] }.map { record in
        .init(
          path: record.path, codeText: record.notation, day: record.date?.text ?? "", title: record.subject,
          who: record.issuer, state: StateMark(record.stateLabel, .plain))
      }, back: Button("Về báo cáo", path: ReportsPaths.path(ReportsPaths.accessedRecords, asked.period.fields)))
    if kind != .dossier { (page.codeHead, page.whoHead) = ("Số, ký hiệu", "Nơi ban hành") }
    if keys.count > Self.rowsPerPage, let last = shown.last {
      page.pager = Pager(
        older: ReportsPaths.path(ReportsPaths.unseenRecords, kept + [(Name.after, "\(last.number)")]))
    }
    return page
  }
}
