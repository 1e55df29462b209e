import Database
import Jobs
import Kernel
import Notifications
import Organization
import Work
import WorkCalendar

/// Tells the registry's clerks of what should have been registered or presented: once each, urgent ones within minutes
/// (DEN-02, DEN-10).
struct RemindRegistry: JobKind {
  static let code = "incomingDocument.remindRegistry"
  static let title = "Báo văn bản chậm vào sổ, chậm trình"
  var schedule: JobSchedule? { .every(.seconds(60)) }

  /// Older ones are no news; they stand in «Việc của tôi».
  private static let lookBack: Duration = .seconds(31 * 86_400)

  /// One thing that is late.
  struct Late {
    var agency: AgencyID
    var subject: RecordReference
    var step: RegistryStep
    var due: Instant
    var words: String
  }

  func run(_ payload: String, context: JobContext) async throws {
    let agencies = try await context.database.read { transaction in
      try OrganizationStore(transaction).allAgencies().filter { $0.closedOn == nil }.map(\.id)
    }
    for agency in agencies {
      let isUntold = try await context.database.read { transaction in
        try Self.late(in: agency, transaction).contains { try !Self.wasTold($0, transaction) }
      }
      guard isUntold else { continue }
      try await context.database.write { transaction in
        for late in try Self.late(in: agency, transaction) { try Self.tell(late, transaction) }
      }
    }
  }

  static func late(in agency: AgencyID, _ transaction: any Transaction) throws -> [Late] {
    let now = transaction.now
    let documents = try IncomingDocumentStore(transaction).unpresentedForJob(agency: agency, since: now - lookBack)
    let papers = try WaitingPaperStore(transaction).listForJob(agency: agency, since: now - lookBack)
    guard !documents.isEmpty || !papers.isEmpty else { return [] }
    let duty = try RegistryDuty(of: agency, in: transaction)
    func late(_ subject: RecordReference, _ step: RegistryStep, _ limits: RegistryLimits) -> Late? {
      guard limits.timeliness(now: now) == .overdue else { return nil }
      return Late(
        agency: agency, subject: subject, step: step, due: limits.hard, words: duty.words(step, limits, now: now))
    }
    return papers.compactMap { late(.waitingPaper($0.id), .register, duty.limits(of: $0)) }
      + documents.compactMap { late(.incomingDocument($0.id), .present, duty.limits(of: $0)) }
  }

  private static func wasTold(_ late: Late, _ transaction: any Transaction) throws -> Bool {
    try ReminderStore(transaction).wasTold(late.step.rawValue, on: late.subject, due: late.due)
  }

  static func tell(_ late: Late, _ transaction: any Transaction) throws {
    guard try ReminderStore(transaction).note(late.step.rawValue, on: late.subject, due: late.due) else { return }
    try Notifications.tell(
      .registryClock, [.agencyRole(late.agency, .registryClerk)], on: late.subject, late.words, in: transaction)
  }
}
