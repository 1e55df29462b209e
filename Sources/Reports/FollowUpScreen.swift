import Database
import IncomingDocuments
import Kernel
import Lists
import Markup
import WebApp

/// Fills the follow-up register's page.
enum FollowUpScreen {
  private static let linesMax = 50

  static func page(_ address: Form, today: Day, by actor: Actor, in transaction: any Transaction) throws -> FollowUpPage
  {
    let name = ReportsPaths.Name.self
    let (question, period, problem) = try FollowUpBook.question(address, today: today, by: actor)
    let book = FollowUpBook(question, by: actor, in: transaction)
    let (lines, next) = try book.lines(after: Int64(address[name.after]), limit: linesMax)
    var every = question
    every.progress = nil
    let counts = try FollowUpStore(transaction, for: actor).counts(every)
    func path(_ progress: IncomingProgress?, after: Int64? = nil) -> String {
      ReportsPaths.path(
        ReportsPaths.followUp,
        period.fields + [(name.progress, progress?.rawValue ?? ""), (name.after, after.map { "\($0)" } ?? "")])
    }
    let kinds = IncomingProgress.allCases.filter { $0 != .registered }
    let chips = [
      Chips.Chip(
        "Tất cả", path: path(nil), selected: question.progress == nil, count: counts.values.reduce(0, +).grouped)
    ]
    var page = FollowUpPage(
      form: PeriodForm(
        action: ReportsPaths.followUp, period: period, choices: ReportPeriod.choices(today: today), problem: problem,
        kept: [(name.progress, address[name.progress])]),
      agencyName: HandlingReportScreen.scopeName(
        question.scope, try ReportNames(of: actor.agency, in: transaction), actor),
      periodLine: "Văn bản đến từ ngày \(period.days.lowerBound.text) đến ngày \(period.days.upperBound.text).",
      chips: Chips(
        label: "Tiến độ",
        chips
          + kinds.map { kind in
            .init(
              kind.label, path: path(kind), selected: question.progress == kind, count: counts[kind, default: 0].grouped
            )
          }),
      tools: ListTools(FollowUpList(), address: ListsPaths.searched(address)), lines: lines)
    page.printFields = (period.fields + [(name.progress, address[name.progress])]).filter { !$0.1.isEmpty }.map {
      (name: $0.0, value: $0.1)
    }
    page.pager = Pager(older: next.map { path(question.progress, after: $0) }, olderLabel: "Tiếp theo ›")
    return page
  }
}
