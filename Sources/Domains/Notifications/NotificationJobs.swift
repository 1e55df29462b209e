import Database
import Jobs
import Kernel

/// Forgets once a day what was told more than a year ago: the record's story keeps what happened.
struct ForgetNotifications: JobKind {
  static let code = "notifications.forget"
  static let title = "Bỏ thông báo cũ"
  static let lane = JobLane.slow
  private static let keptFor: Duration = .seconds(400 * 86_400)

  var schedule: JobSchedule? { .daily(hour: 3, minute: 20) }

  func run(_ payload: String, context: JobContext) async throws {
    try await context.database.write { try NotificationStore($0).prune(toldBefore: $0.now - Self.keptFor) }
  }
}
