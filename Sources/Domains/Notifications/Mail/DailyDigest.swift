import Database
import Jobs
import Kernel
import Organization
import WorkCalendar

/// One letter in the morning of each working day: how much of what was told since the last one is unread. Counts and
/// names of kinds, never a document.
struct DailyDigest: JobKind {
  static let code = "mails.digest"
  static let title = "Soạn thư đầu ngày"
  let settings: MailSettings

  var schedule: JobSchedule? { .every(.seconds(60)) }

  func run(_ payload: String, context: JobContext) async throws {
    let agencies = try await context.database.read { transaction in
      try OrganizationStore(transaction).allAgencies().filter { $0.closedOn == nil }.map(\.id)
        .filter { try Self.isDue($0, in: transaction) }
    }
    let settings = settings
    for agency in agencies { try await context.database.write { try Self.write(agency, settings, in: $0) } }
  }

  /// The agency's morning has begun, today is worked, and today's letters are not written yet.
  static func isDue(_ agency: AgencyID, in transaction: any Transaction) throws -> Bool {
    let (now, today) = (transaction.now, transaction.now.day)
    if let last = try MailGatheringStore(transaction).lastDigest(of: agency), last.day >= today { return false }
    let calendar = try AgencyCalendarStore(transaction).calendar(of: agency)
    let begins = Instant(today, hour: calendar.hours.morningBegins / 60, minute: calendar.hours.morningBegins % 60)
    return calendar.isWorkingDay(today) && now >= begins
  }

  static func write(_ agency: AgencyID, _ settings: MailSettings, in transaction: any Transaction) throws {
    guard try isDue(agency, in: transaction) else { return }
    let store = MailGatheringStore(transaction)
    let since = try store.lastDigest(of: agency)?.at ?? transaction.now - .seconds(86_400)
    try store.noteDigest(of: agency, on: transaction.now.day)
    let all = try PreferenceStore(transaction).preferencesForMail()
    let posts = Dictionary(
      grouping: try OrganizationStore(transaction).posts(of: all.map(\.person)).filter { $0.agency == agency },
      by: \.person)
    for preferences in all {
      guard let own = posts[preferences.person] else { continue }
      let told = try store.unread(
        by: preferences.person, Array(Set(own.flatMap(\.principals))), since: since)
      let wanted = told.filter { preferences.mail(for: $0.key) == .digest }
      let count = wanted.values.reduce(0, +)
      guard count > 0 else { continue }
      let lines = NotificationEvent.all.compactMap { event in wanted[event].map { "\(event.title): \($0)" } }
      try MailStore(transaction).add(.digest, count: count, lines: lines, to: preferences, domain: settings.domain)
    }
  }
}
