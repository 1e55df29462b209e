import Database
import IncomingDocuments
import Kernel
import Markup
import Organization
import WebApp
import Work
import WorkCalendar

/// Fills a list of work for one question.
struct ReportedWorkScreen {
  static let rowsMax = 50

  private let store: WorkReportStore
  private let names: ReportNames
  private let calendar: WorkCalendar
  private let now: Instant
  private let actor: Actor

  init(by actor: Actor, in transaction: any Transaction) throws {
    store = WorkReportStore(transaction, for: actor)
    names = try ReportNames(of: actor.agency, in: transaction)
    calendar = try AgencyCalendarStore(transaction).calendar(of: actor.agency)
    now = transaction.now
    self.actor = actor
  }

  /// - Parameter path: of this list without where it goes on.
  func page(
    _ question: WorkQuestion, by order: WorkReportStore.Order, title: String, line: String, path: [(String, String)],
    at address: String, after: String
  ) throws -> ReportedWorkPage {
    let (rows, next) = try store.page(question, by: order, after: WorkPlace(after), limit: Self.rowsMax)
    var page = ReportedWorkPage(title: title, line: line, rows: rows.map(row))
    page.pager = Pager(
      older: next.map { ReportsPaths.path(address, path + [(ReportsPaths.Name.after, $0.text)]) },
      olderLabel: "Tiếp theo ›")
    return page
  }

  /// The same for a step: each piece of work with the time it spent there.
  func page(
    _ question: StepQuestion, title: String, line: String, path: [(String, String)], at address: String, after: String
  ) throws -> ReportedWorkPage {
    let (times, next) = try store.times(question, after: Int64(after) ?? 0, limit: Self.rowsMax)
    var scope = WorkQuestion(question.work.scope)
    if case .unit(_, let agency) = scope.scope { scope.scope = .agency(agency) }
    let works = try store.list(times.map(\.item), scope)
    var page = ReportedWorkPage(title: title, line: line, rows: [])
    page.rows = times.compactMap { time in
      works.first { $0.id == time.item }.map { work in
        var row = row(work)
        row.spent = Duration.text(milliseconds: time.milliseconds)
        return row
      }
    }
    page.pager = Pager(
      older: next.map { ReportsPaths.path(address, path + [(ReportsPaths.Name.after, "\($0)")]) },
      olderLabel: "Tiếp theo ›")
    return page
  }

  func unitName(_ unit: UnitID?) -> String { names.name(of: unit) }

  func holderName(_ holder: Principal) -> String { names.name(of: holder, known: "") }

  private func row(_ work: ReportedWork) -> ReportedWorkPage.Row {
    var row = ReportedWorkPage.Row(work: work, unitName: names.name(of: work.unit))
    let deadline = work.dueAt.map { Deadline(due: $0, since: work.givenAt) }
    if let deadline {
      row.deadline =
        work.endedAt == nil
        ? DeadlineMark(deadline, calendar, now: now)
        : DeadlineMark(
          day: deadline.lastDay.text,
          left: calendar.timeliness(of: deadline, doneAt: work.endedAt, now: now).label.lowercased(),
          state: calendar.timeliness(of: deadline, doneAt: work.endedAt, now: now) == .doneLate ? .overdue : .met)
    }
    if work.endedAt == nil, !work.isWithheld, work.givenBy == actor.post {
      row.urgePath = IncomingDocumentPaths.work(work.id, .urge, on: work.document)
      // Whom one presented it to has directed: what they gave is theirs to take back.
      let isDirected = work.role == .decide && work.state == .passedOn
      row.recallPath = isDirected ? nil : IncomingDocumentPaths.work(work.id, .recall, on: work.document)
    }
    return row
  }
}
