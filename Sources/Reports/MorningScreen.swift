import Database
import IncomingDocuments
import Kernel
import Markup
import Notifications
import WebApp
import Work

/// Gathers the morning page: every line asks what the list it opens asks.
enum MorningScreen {
  static func page(by actor: Actor, in transaction: any Transaction) throws -> MorningPage {
    let scope = try ReportsAccess.requireScope(of: actor)
    let now = transaction.now
    let lines = try own(actor, transaction) + given(actor, transaction) + whole(scope, actor, transaction)
    return MorningPage(
      personName: actor.personName, day: now.day.textWithWeekday, at: now.clockText, lines: lines)
  }

  /// What waits for the reader.
  private static func own(_ actor: Actor, _ transaction: any Transaction) throws -> [MorningPage.Line] {
    let counts = try WorkStore(transaction).counts(of: actor)
    let unread = try NotificationStore(transaction).unreadCount(of: actor, cap: MorningPage.countMax + 1)
    func line(
      _ sentence: String, _ part: InboxPart, _ group: DueGroup? = nil, isPressing: Bool = false
    ) -> MorningPage.Line {
      .init(
        count: group.map { counts[part, $0] } ?? counts[part], sentence: sentence,
        path: IncomingDocumentPaths.inbox(part, group), isPressing: isPressing)
    }
    return [
      line("văn bản chờ anh/chị cho ý kiến", .decide, isPressing: true),
      line("việc của anh/chị quá hạn", .mine, .overdue, isPressing: true),
      line("việc của anh/chị đến hạn hôm nay", .mine, .today),
      line("văn bản gửi anh/chị để biết, chưa đọc", .inform),
      .init(count: unread, sentence: "thông báo chưa đọc", path: NotificationsPaths.unread),
    ]
  }

  /// What the reader gave to others.
  private static func given(_ actor: Actor, _ transaction: any Transaction) throws -> [MorningPage.Line] {
    let address = Form()
    let question = GivenWorkScreen.question(address, of: actor)
    let held = try WorkReportStore(transaction, for: actor).holders(question, cap: MorningPage.countMax + 1)
    return [
      .init(
        count: held.reduce(0) { $0 + $1.late }, sentence: "việc anh/chị đã giao đang quá hạn",
        path: ReportsPaths.path(ReportsPaths.given, [(ReportsPaths.Name.part, "tre")]), isPressing: true),
      .init(
        count: held.reduce(0) { $0 + $1.count }, sentence: "việc anh/chị đã giao đang chờ người khác",
        path: ReportsPaths.given),
    ]
  }

  /// How the agency or unit stands.
  private static func whole(
    _ scope: WorkScope, _ actor: Actor, _ transaction: any Transaction
  ) throws -> [MorningPage.Line] {
    let whose = if case .unit = scope { "của đơn vị" } else { "của cơ quan" }
    let store = WorkReportStore(transaction, for: actor)
    var question = BoardScreen.question(scope)
    question.isWaiting = true
    func line(
      _ sentence: String, step: WaitingStep? = nil, late: Bool = false, today: Bool = false
    ) throws -> MorningPage.Line {
      var asked = question
      (asked.step, asked.isLate, asked.isDueToday) = (step, late, today)
      let count = try store.holders(asked, cap: MorningPage.countMax + 1).reduce(0) { $0 + $1.count }
      return .init(
        count: count, sentence: "\(sentence) \(whose)", path: BoardScreen.path(step, late: late, today: today),
        isPressing: late)
    }
    var lines = [
      try line("việc quá hạn", late: true), try line("việc đến hạn hôm nay", today: true),
      try line("văn bản chờ bút phê quá hạn", step: .directive, late: true),
      try line("việc chờ nhận", step: .acceptance),
    ]
    if case .agency = scope {
      let unpresented = try RegistryDeskStore(transaction).waiting(of: actor).unpresented.since.count
      lines.append(
        .init(count: unpresented, sentence: "văn bản chưa trình của cơ quan", path: IncomingDocumentPaths.unpresented))
    }
    return lines
  }
}
