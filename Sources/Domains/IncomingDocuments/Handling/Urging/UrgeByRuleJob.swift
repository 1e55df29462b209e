import Audit
import Database
import Jobs
import Kernel
import Notifications
import Organization
import Work
import WorkCalendar

/// Urges by the agency's rule whoever is overdue (đôn đốc theo quy tắc) (DEN-14): once at each level, counted with what
/// people urged by hand, and told as by the rule.
struct UrgeByRule: JobKind {
  static let code = "incomingDocument.urgeByRule"
  static let title = "Đôn đốc theo quy tắc"
  var schedule: JobSchedule? { .every(.seconds(60)) }

  /// A piece of work and the levels that its lateness has reached and nobody was urged at by rule.
  struct Due {
    var item: WorkItem
    var levels: [WorkUrging.Level]
    var daysLate: Int
  }

  func run(_ payload: String, context: JobContext) async throws {
    let agencies = try await context.database.read { transaction in
      try OrganizationStore(transaction).allAgencies().filter { $0.closedOn == nil }.map(\.id)
    }
    for agency in agencies {
      for due in try await context.database.read({ try Self.due(in: agency, $0) }) {
        try Task.checkCancellation()
        try await context.database.write { try Self.urge(due.item, in: agency, $0) }
      }
    }
  }

  static func due(in agency: AgencyID, _ transaction: any Transaction) throws -> [Due] {
    let rules = try DeadlineRulesStore(transaction).rules(of: agency)
    let levels = rules.levels
    guard !levels.isEmpty else { return [] }
    let store = ReminderStore(transaction)
    let calendar = try AgencyCalendarStore(transaction).calendar(of: agency)
    let late = try store.overdueForJob(agency: agency).filter { $0.kind == .handleIncoming }
    var told: [Int64: Set<String>] = [:]
    for start in stride(from: 0, to: late.count, by: 500) {
      let some = late[start..<min(start + 500, late.count)].map(\.id)
      told.merge(try store.told(levels.map { reminder($0.level) }, about: some)) { $0.union($1) }
    }
    return late.compactMap { item in
      guard let due = item.dueAt else { return nil }
      let days = calendar.workingDays(after: due.lastDay, through: transaction.now.day)
      let reached = levels.filter { days >= $0.after && told[item.id.number]?.contains(reminder($0.level)) != true }
      return reached.isEmpty ? nil : Due(item: item, levels: reached.map(\.level), daysLate: days)
    }
  }

  /// At the gravest level reached; milder ones that were missed meanwhile are noted and not said any more.
  static func urge(_ item: WorkItem, in agency: AgencyID, _ transaction: any Transaction) throws {
    guard let document = try IncomingDocumentStore(transaction).lockForJob(IncomingDocument.ID(item.subject.number)),
      document.state == .registered
    else { return }
    // What ended, moved or got another deadline meanwhile is not among them any more.
    guard let due = try due(in: agency, transaction).first(where: { $0.item.id == item.id }),
      let level = due.levels.last, let end = due.item.dueAt
    else { return }
    for level in due.levels {
      _ = try ReminderStore(transaction).note(reminder(level), on: .workItem(item.id), due: end)
    }
    let text = "quá hạn \(due.daysLate) ngày làm việc"
    let urging = try WorkUrgingStore(transaction).add(
      level, text, on: due.item, by: "Theo quy tắc", isByRule: true)
    try Notifications.tell(
      .workUrged, [due.item.holder], on: due.item.subject,
      "theo quy tắc, \(level.label.lowercased()), lần thứ \(urging.ordinal): \(text)", source: item.id.number,
      in: transaction)
    try Audit.recordSystem(
      .incomingUrgedByRule(due.item.holderName, level: level.label, ordinal: urging.ordinal, text: text),
      on: .incomingDocument(document.id), agency: agency, in: transaction)
  }

  private static func reminder(_ level: WorkUrging.Level) -> String { "urge.\(level.rawValue)" }
}

extension DeadlineRules {
  /// From mild to grave, as far as the agency has them.
  var levels: [(level: WorkUrging.Level, after: Int)] {
    [(.remind, remindAfter), (.criticize, criticizeAfter), (.review, reviewAfter)].compactMap { level, days in
      days.map { (level, $0) }
    }
  }
}

extension AuditEvent {
  static func incomingUrgedByRule(_ holder: String, level: String, ordinal: Int, text: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.urgedByRule",
      sentence: "đôn đốc theo quy tắc \(holder), mức \(level.lowercased()), lần thứ \(ordinal): \(text)")
  }
}
