import Documents
import IncomingDocuments
import Kernel
import Markup
import WorkCalendar

/// By when an outgoing document must be issued (DI-08, QD-05): computed from what is stored and the agency's calendar.
enum IssuingDuty {
  static func limits(
    of document: OutgoingDocument, _ recipients: [OutgoingRecipient], _ duty: RegistryDuty
  ) -> RegistryLimits {
    duty.calendar.limits(
      ofIssuing: document.facts.signedAt, electronically: recipients.contains(where: \.isElectronic),
      urgentWithin: document.facts.urgency == .normal ? nil : duty.alarm)
  }

  /// How it stands while it waits.
  static func mark(
    _ document: OutgoingDocument, _ recipients: [OutgoingRecipient], _ duty: RegistryDuty, now: Instant
  ) -> DeadlineMark? {
    guard document.state == .numbered else { return nil }
    return DeadlineMark(.issue, limits(of: document, recipients, duty), duty, now: now)
  }

  /// The most urgent first (QD-06), then by the moment at which it is late.
  static func ordered(
    _ documents: [OutgoingDocument], _ recipients: [OutgoingDocument.ID: [OutgoingRecipient]], _ duty: RegistryDuty
  ) -> [OutgoingDocument] {
    documents.map { ($0, limits(of: $0, recipients[$0.id] ?? [], duty)) }.sorted { one, other in
      let (first, second) = (one.0.facts.urgency, other.0.facts.urgency)
      if first != second { return first.rank > second.rank }
      return (one.1.hard, one.0.id.number) < (other.1.hard, other.0.id.number)
    }.map(\.0)
  }
}
