import Audit
import Database
import Jobs
import Kernel

/// Gives up reserved numbers whose last day is over: each is cancelled with that reason and stays in the book.
package struct ReleaseReservations: JobKind {
  package static let code = "register.releaseReservations"
  package static let title = "Hủy số giữ đã hết hạn"
  static let reason = "hết hạn giữ số, không có văn bản"
  package var schedule: JobSchedule? { .every(.seconds(3600)) }

  package init() {}

  package func run(_ payload: String, context: JobContext) async throws {
    let hasExpired = try await context.database.read {
      try !NumberReservationStore($0).expiredForJob(on: $0.now.day).isEmpty
    }
    guard hasExpired else { return }
    try await context.database.write { try release(in: $0) }
  }

  /// Gives up those whose last day is over.
  package func release(in transaction: any Transaction) throws {
    let store = NumberReservationStore(transaction)
    for reserved in try store.expiredForJob(on: transaction.now.day) {
      guard try store.end(reserved.id, as: .released, by: Self.name) else { continue }
      try NumberStore(transaction).cancelForJob(reserved.number, in: reserved.book, reason: Self.reason, by: Self.name)
      try Audit.recordSystem(
        .reservationExpired(reserved, reason: Self.reason), on: .numberReservation(reserved.id),
        agency: reserved.agency, in: transaction)
    }
  }

  private static let name = "Hệ thống"
}
