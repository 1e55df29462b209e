import Database
import Documents
import IncomingDocuments
import Jobs
import Kernel
import Notifications
import Organization
import Work
import WorkCalendar

/// Tells the registry's clerks of what should have been issued by now, once each; urgent ones within minutes (DI-08).
struct RemindIssuing: JobKind {
  static let code = "outgoingDocument.remindIssuing"
  static let title = "Báo văn bản chậm phát hành"
  var schedule: JobSchedule? { .every(.seconds(60)) }

  func run(_ payload: String, context: JobContext) async throws {
    let agencies = try await context.database.read { transaction in
      try OrganizationStore(transaction).allAgencies().filter { $0.closedOn == nil }.map(\.id)
    }
    for agency in agencies {
      let isUntold = try await context.database.read { transaction in
        try Self.late(in: agency, transaction).contains {
          try !ReminderStore(transaction).wasTold(RegistryStep.issue.rawValue, on: $0.subject, due: $0.due)
        }
      }
      guard isUntold else { continue }
      try await context.database.write { transaction in
        for late in try Self.late(in: agency, transaction) {
          guard
            try ReminderStore(transaction).note(RegistryStep.issue.rawValue, on: late.subject, due: late.due)
          else { continue }
          try Notifications.tell(
            .registryClock, [.agencyRole(agency, .registryClerk)], on: late.subject, late.words, in: transaction)
        }
      }
    }
  }

  private static func late(
    in agency: AgencyID, _ transaction: any Transaction
  ) throws -> [(subject: RecordReference, due: Instant, words: String)] {
    let documents = try OutgoingDocumentStore(transaction).waitingForJob(agency: agency)
    guard !documents.isEmpty else { return [] }
    let duty = try RegistryDuty(of: agency, in: transaction)
    let recipients = try OutgoingRecipientStore(transaction).lists(of: documents.map(\.id))
    return documents.compactMap { document in
      let limits = IssuingDuty.limits(of: document, recipients[document.id] ?? [], duty)
      guard limits.timeliness(now: transaction.now) == .overdue else { return nil }
      return (
        .outgoingDocument(document.id), limits.hard, duty.words(.issue, limits, now: transaction.now)
      )
    }
  }
}
