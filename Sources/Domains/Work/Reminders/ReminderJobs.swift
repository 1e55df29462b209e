import Database
import Jobs
import Kernel
import Notifications
import Organization
import WorkCalendar

/// Tells people of their deadlines: before, on and after the day. Runs every minute and finds by itself what it missed
/// while the machine was off.
package struct RemindOfDeadlines: JobKind {
  package static let code = "work.remind"
  package static let title = "Nhắc hạn xử lý"
  package var schedule: JobSchedule? { .every(.seconds(60)) }

  package init() {}

  package func run(_ payload: String, context: JobContext) async throws {
    // Most minutes have nothing to tell, and then nothing is written.
    let due = try await context.database.read { try Self.due(in: $0).count }
    if due > 0 { try await context.database.write { try Self.remind(in: $0) } }
    if try await !context.database.read({ try CalendarChangeStore($0).waitingForJob().isEmpty }) {
      try await context.database.write { try Self.tellDaysOff(in: $0) }
    }
  }

  /// Everything that is due to be told now.
  package static func due(in transaction: any Transaction) throws -> [(item: WorkItem, kind: DeadlineReminder)] {
    let store = ReminderStore(transaction)
    let (now, midnight) = (transaction.now, Instant(transaction.now.day + 1))
    // Working days before, the days off among them, and a long holiday.
    let horizon = Instant(now.day + (2 * DeadlineRules.remindDaysMax + 15))
    let candidates =
      try store.itemsForJob(.passed, after: now - ReminderStore.lookBack, through: now)
      + store.itemsForJob(.today, after: now, through: midnight)
      + store.itemsForJob(.nears, after: midnight, through: horizon).filter { $0.state != .passedOn }
    var agencies: [AgencyID: (calendar: WorkCalendar, rules: DeadlineRules)] = [:]
    return try candidates.compactMap { item in
      guard let due = item.dueAt else { return nil }
      let agency =
        try agencies[item.agency]
        ?? (
          AgencyCalendarStore(transaction).calendar(of: item.agency),
          DeadlineRulesStore(transaction).rules(of: item.agency)
        )
      agencies[item.agency] = agency
      let kind = DeadlineReminder.due(
        Deadline(due: due), since: item.givenAt, daysBefore: agency.rules.remindDays, calendar: agency.calendar,
        now: now)
      return kind.map { (item, $0) }
    }
  }

  /// Tells each once; what ended meanwhile is not among them any more.
  package static func remind(in transaction: any Transaction) throws {
    for (item, kind) in try due(in: transaction) { try tell(kind, of: item, in: transaction) }
  }

  private static func tell(_ kind: DeadlineReminder, of item: WorkItem, in transaction: any Transaction) throws {
    guard let due = item.dueAt,
      try ReminderStore(transaction).note(kind.rawValue, on: .workItem(item.id), due: due)
    else { return }
    try Notifications.tell(
      kind.event, [item.holder], on: item.subject, "hạn \(Deadline(due: due).lastDay.textWithWeekday)",
      source: item.id.number, in: transaction)
  }

  /// A deadline was chosen by somebody and stays; who holds it is told that its day is not worked any more.
  package static func tellDaysOff(in transaction: any Transaction) throws {
    let changes = CalendarChangeStore(transaction)
    for change in try changes.waitingForJob() {
      for agency in try OrganizationStore(transaction).subtree(of: change.agency) {
        let calendar = try AgencyCalendarStore(transaction).calendar(of: agency)
        // A child that keeps the day worked in a year of its own is not concerned.
        guard !calendar.isWorkingDay(change.day) else { continue }
        let end = Instant(change.day + 1)
        let items = try ReminderStore(transaction).itemsForJob(
          .dayOff, after: Instant(change.day), through: end, agency: agency)
        for item in items where item.givenAt < change.changedAt { try tell(.dayOff, of: item, in: transaction) }
      }
      try changes.remove(change)
    }
  }
}

/// Forgets once a day which reminders were told of deadlines long gone.
package struct ForgetReminders: JobKind {
  package static let code = "work.forgetReminders"
  package static let title = "Bỏ dấu nhắc hạn cũ"
  package static let lane = JobLane.slow
  package var schedule: JobSchedule? { .daily(hour: 3, minute: 30) }

  package init() {}

  package func run(_ payload: String, context: JobContext) async throws {
    try await context.database.write { try ReminderStore($0).prune(dueBefore: $0.now - .seconds(400 * 86_400)) }
  }
}
