import Database
import Dossiers
import Jobs
import Kernel
import Notifications
import Work

/// Reminds of papers that are to come back: the borrower before the day, on it and each week after; the archive each week
/// after. Each is told once.
package struct RemindOfLoans: JobKind {
  package static let code = "paper.remind"
  package static let title = "Nhắc trả hồ sơ giấy"
  package var schedule: JobSchedule? { .daily(hour: 7, minute: 0) }

  private static let batch = 200
  /// How long before the day.
  static let daysBefore = 2

  package init() {}

  package func run(_ payload: String, context: JobContext) async throws {
    var place: (day: Day, key: Int64)?
    while true {
      let from = place
      place = try await context.database.write { try Self.remind(after: from, in: $0) }
      if place == nil { return }
    }
  }

  /// One batch; nil when it was the last.
  static func remind(after place: (day: Day, key: Int64)?, in transaction: any Transaction) throws -> (
    day: Day, key: Int64
  )? {
    let store = LoanDeskStore(transaction)
    let found = try store.dueForJob(through: transaction.now.day + daysBefore, after: place, limit: batch)
    for loan in found { try remind(loan, store, in: transaction) }
    guard found.count == batch, let last = found.last else { return nil }
    return (last.untilOn, last.id.number)
  }

  private static func remind(
    _ loan: DossierLoan, _ store: LoanDeskStore, in transaction: any Transaction
  ) throws {
    let late = transaction.now.day.number - loan.untilOn.number
    let weeks = late > 0 ? late / 7 : 0
    let kind = late < 0 ? "nears" : late == 0 ? "today" : "late"
    let due = Instant(loan.untilOn + 7 * weeks)
    guard try ReminderStore(transaction).note(kind, on: .dossierLoan(loan.id), due: due) else { return }
    let dossier = try store.dossierForJob(loan.dossier)
    let when = late > 0 ? "quá hạn \(late) ngày" : "hạn \(loan.untilOn.textWithWeekday)"
    let words = "\(dossier.notation) «\(dossier.title)», \(when)"
    if let post = loan.borrowerPost {
      try Notifications.tell(.loanDue, [.post(post)], on: .dossier(loan.dossier), words, in: transaction)
    }
    guard late > 0 else { return }
    try Notifications.tell(
      .loanLate, [.agencyRole(loan.agency, .archivist)], on: .dossier(loan.dossier), "\(words), \(loan.borrower)",
      in: transaction)
  }
}
