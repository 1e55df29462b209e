import Database
import Jobs
import Kernel
import Logging
import Organization

/// Writes letters of what was told before the time of undo, to those who want them at once.
struct GatherMails: JobKind {
  static let code = "mails.gather"
  static let title = "Soạn thư báo"
  /// Nil without a mail server: what was told is then only ticked off, so that a server that comes later does not send
  /// what is old.
  let settings: MailSettings?

  var schedule: JobSchedule? { .every(.seconds(10)) }

  func run(_ payload: String, context: JobContext) async throws {
    // Most runs find nothing, and then write nothing.
    while try await context.database.read({ try MailGatheringStore($0).hasUnmailed() }) {
      let settings = settings
      try await context.database.write { try GatherMails.gather(settings, in: $0) }
    }
  }

  private static let batchMax = 500

  static func gather(_ settings: MailSettings?, in transaction: any Transaction) throws {
    let store = MailGatheringStore(transaction)
    let told = try store.unmailed(limit: batchMax)
    if let settings {
      let readers = try MailReaders(in: transaction)
      var counts: [PersonID: Int] = [:]
      for one in told {
        for person in readers.people(behind: one.principal)
        where person != one.teller && readers.preferences[person]?.mail(for: one.event) == .atOnce {
          counts[person, default: 0] += 1
        }
      }
      for (person, count) in counts.sorted(by: { $0.key < $1.key }) {
        guard let preferences = readers.preferences[person] else { continue }
        try MailStore(transaction).add(.news, count: count, to: preferences, domain: settings.domain)
      }
    }
    try store.markMailed(told.map(\.id))
  }
}

/// Sends what waits. One letter after the other, for a few seconds; a server in trouble is left alone for a minute.
struct SendMails: JobKind {
  static let code = "mails.send"
  static let title = "Gửi thư"
  static let remedy = "Xem phần Thư điện tử ở «Sức khỏe hệ thống»."
  let courier: MailCourier

  var schedule: JobSchedule? { .every(.seconds(10)) }

  /// The lane has other work.
  private static let timeMax: Duration = .seconds(8)

  func run(_ payload: String, context: JobContext) async throws {
    let begun = ContinuousClock.now
    for id in try await context.database.read({ try MailStore($0).dueIDs(limit: 200) }) {
      guard begun.duration(to: .now) < Self.timeMax else { return }
      try Task.checkCancellation()
      guard let mail = try await context.database.write({ try MailStore($0).begin(id) }) else { continue }
      let now = try await context.database.read { $0.now }
      let outcome = try await courier.deliver(mail, now: now)
      try await context.database.write { try MailStore($0).end(mail, outcome) }
      if case .troubled(let why) = outcome {
        context.logger.warning("mail server in trouble", metadata: ["why": "\(why)"])
        return
      }
    }
  }
}

/// Forgets letters a month after they were sent or given up.
struct ForgetMails: JobKind {
  static let code = "mails.forget"
  static let title = "Bỏ thư đã gửi"
  static let lane = JobLane.slow
  private static let keptFor: Duration = .seconds(30 * 86_400)

  var schedule: JobSchedule? { .daily(hour: 3, minute: 25) }

  func run(_ payload: String, context: JobContext) async throws {
    try await context.database.write { try MailStore($0).prune(endedBefore: $0.now - Self.keptFor) }
  }
}
