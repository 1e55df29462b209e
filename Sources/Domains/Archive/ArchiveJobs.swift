import Database
import Dossiers
import Jobs
import Kernel
import Notifications
import Organization
import Work

/// Warns maker and unit head of dossiers that are due for the archive within thirty days, and once more when the day has
/// passed (PL6-52, HS-10). Each is told once for a day: a dossier that may be kept longer has another day.
package struct WarnOfTransfers: JobKind {
  package static let code = "archive.warn"
  package static let title = "Nhắc hồ sơ đến hạn nộp lưu"
  package var schedule: JobSchedule? { .daily(hour: 6, minute: 30) }

  private static let batch = 200
  /// What is further past is no news any more.
  private static let lookBackDays = 60

  package init() {}

  package func run(_ payload: String, context: JobContext) async throws {
    var place: ArchiveListing.Place?
    while true {
      let from = place
      place = try await context.database.write { try Self.warn(after: from, in: $0) }
      if place == nil { return }
    }
  }

  /// One batch; nil when it was the last.
  package static func warn(
    after place: ArchiveListing.Place?, in transaction: any Transaction
  ) throws -> ArchiveListing.Place? {
    let today = transaction.now.day
    let found = try DossierArchiveListStore(transaction).dueForJob(
      from: today - lookBackDays, through: today + ArchiveListing.warnedDays, after: place, limit: batch)
    for dossier in found { try warn(dossier, today: today, in: transaction) }
    guard found.count == batch, let last = found.last, let day = last.archiving.limitOn else { return nil }
    return .init(day: day, key: last.id.number)
  }

  private static func warn(_ dossier: Dossier, today: Day, in transaction: any Transaction) throws {
    guard let limit = dossier.archiving.limitOn else { return }
    let isPast = limit < today
    let record = RecordReference.dossier(dossier.id)
    guard try ReminderStore(transaction).note(isPast ? "passed" : "nears", on: record, due: Instant(limit + 1)) else {
      return
    }
    let words = isPast ? "quá hạn từ \(limit.text)" : "hạn \(limit.textWithWeekday)"
    try Notifications.tell(
      .dossierDue, [.post(dossier.makerPost), .unit(dossier.unit)], on: record, "\(dossier.name), \(words)",
      in: transaction)
  }
}
