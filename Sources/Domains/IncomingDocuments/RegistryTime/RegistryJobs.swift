import Database
import Documents
import Exchange
import Jobs
import Kernel
import Notifications
import Organization
import Work
import WorkCalendar

/// Tells the registry's clerks of what should have been registered, presented or acknowledged, and whoever was sent
/// something that they have not accepted it: once each, urgent ones within minutes (DEN-02, DEN-06, DEN-10).
struct RemindRegistry: JobKind {
  static let code = "incomingDocument.remindRegistry"
  static let title = "Báo văn bản chậm vào sổ, chậm trình, chậm nhận, chưa báo nhận"
  var schedule: JobSchedule? { .every(.seconds(60)) }

  /// Older ones are no news; they stand in «Việc của tôi».
  private static let lookBack: Duration = .seconds(31 * 86_400)

  /// One thing that is late.
  struct Late {
    var told: [Principal]
    var subject: RecordReference
    /// What was told once is not told again of it: the piece of work, where there is one.
    var key: RecordReference
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
    let since = now - lookBack
    let store = IncomingDocumentStore(transaction)
    let papers = try WaitingPaperStore(transaction).listForJob(agency: agency, since: since)
    let documents = try store.unpresentedForJob(agency: agency, since: since)
    let owed = try store.unacknowledgedForJob(agency: agency, since: since)
    let transfers = try TransferStore(transaction).waitingForJob(agency: agency, since: since)
    let packets = try PacketStore(transaction).waitingForJob(agency: agency, since: since)
    guard !(papers.isEmpty && documents.isEmpty && owed.isEmpty && transfers.isEmpty && packets.isEmpty) else {
      return []
    }
    let duty = try RegistryDuty(of: agency, in: transaction)
    let registry: [Principal] = [.agencyRole(agency, .registryClerk)]
    func late(
      _ subject: RecordReference, _ step: RegistryStep, _ limits: RegistryLimits, since moment: Instant? = nil
    ) -> Late? {
      guard moment ?? limits.hard <= now else { return nil }
      return Late(
        told: registry, subject: subject, key: subject, step: step, due: limits.hard,
        words: duty.words(step, limits, now: now))
    }
    let contents = try PacketStore(transaction).contents(of: packets.map(\.source))
    return papers.compactMap { late(.waitingPaper($0.id), .register, duty.limits(of: $0)) }
      + packets.compactMap { packet in
        contents[packet.source].flatMap {
          late(.packet(packet.id), .register, duty.limits(of: packet, urgency: $0.facts.urgency))
        }
      } + documents.compactMap { late(.incomingDocument($0.id), .present, duty.limits(of: $0)) }
      + owed.compactMap {
        late(.incomingDocument($0.id), .acknowledge, duty.noticeLimits(of: $0), since: duty.noticeReminder(of: $0))
      } + (try unreceived(transfers, duty, registry, transaction))
  }

  /// Who was sent something is told; of what is urgent the registry too, which has a telephone (DEN-10).
  private static func unreceived(
    _ transfers: [Transfer], _ duty: RegistryDuty, _ registry: [Principal], _ transaction: any Transaction
  ) throws -> [Late] {
    try transfers.compactMap { transfer in
      guard let document = try IncomingDocumentStore(transaction).findForJob(transfer.document),
        document.state == .registered
      else { return nil }
      let (urgency, now) = (document.facts.urgency, transaction.now)
      let limits = duty.limits(of: transfer, urgency: urgency)
      guard limits.timeliness(now: now) == .overdue else { return nil }
      return Late(
        told: [transfer.holder] + (urgency == .normal ? [] : registry), subject: .incomingDocument(document.id),
        key: .workItem(transfer.item), step: .transfer, due: limits.hard,
        words: duty.words(.transfer, limits, now: now))
    }
  }

  private static func wasTold(_ late: Late, _ transaction: any Transaction) throws -> Bool {
    try ReminderStore(transaction).wasTold(late.step.rawValue, on: late.key, due: late.due)
  }

  static func tell(_ late: Late, _ transaction: any Transaction) throws {
    guard try ReminderStore(transaction).note(late.step.rawValue, on: late.key, due: late.due) else { return }
    let event: NotificationEvent = late.step == .transfer ? .workUnaccepted : .registryClock
    try Notifications.tell(event, late.told, on: late.subject, late.words, in: transaction)
  }
}
