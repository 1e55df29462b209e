import Database
import Documents
import Exchange
import IncomingDocuments
import Kernel
import WorkCalendar

/// How the issuing of a numbered document went (DI-08): each document has exactly one.
package enum IssuingFate: String, Sendable, CaseIterable {
  case issuedOnTime, issuedLate
  /// Not issued; its limit is still to come, or over.
  case waiting, waitingLate
  case cancelled

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .issuedOnTime: "Phát hành đúng hạn"
    case .issuedLate: "Phát hành trễ hạn"
    case .waiting: "Chưa phát hành, trong hạn"
    case .waitingLate: "Chưa phát hành, quá hạn"
    case .cancelled: "Đã hủy số"
    }
  }
}

/// The day of the issue beside that of the signature (DI-08).
package enum IssuingDay: Sendable {
  case sameDay, nextWorkingDay, later

  init?(of document: OutgoingDocument, _ calendar: WorkCalendar) {
    guard let issuedOn = document.issuedAt?.day else { return nil }
    let signedOn = document.facts.signedAt.day
    if issuedOn <= signedOn {
      self = .sameDay
    } else {
      self = issuedOn <= calendar.nextWorkingDay(after: signedOn) ? .nextWorkingDay : .later
    }
  }
}

/// A document with how its issuing went, for reports.
package struct FatedDocument: Sendable {
  package var document: OutgoingDocument
  package var fate: IssuingFate
  /// Nil for what was never issued.
  package var issuingDay: IssuingDay?
  /// A letter that corrects it is in force (đính chính, DI-09).
  package var isCorrected: Bool
  /// Where it went, each with whether it arrived; none before the issue.
  package var places: [ReportedPlace]

  /// Documents of the actor's agency numbered within this time that the actor may see, in the order of their numbering;
  /// by the calendar as it is now.
  package static func numbered(
    _ span: Range<Instant>, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [FatedDocument] {
    let store = OutgoingDocumentStore(transaction)
    let duty = try RegistryDuty(of: actor.agency, in: transaction)
    var (all, last): ([FatedDocument], OutgoingDocument?) = ([], nil)
    while true {
      let documents = try store.numbered(span, after: last, visibleTo: actor)
      guard let end = documents.last else { return all }
      let recipients = try OutgoingRecipientStore(transaction).lists(of: documents.map(\.id))
      let packets = try PacketStore(transaction).receipts(of: documents.map(\.id.number))
      let corrected = try DocumentRelationStore(transaction).corrected(among: documents.map(\.id.number))
      all += documents.map { document in
        let places = recipients[document.id] ?? []
        return FatedDocument(
          document: document, fate: fate(of: document, places, duty, now: transaction.now),
          issuingDay: IssuingDay(of: document, duty.calendar), isCorrected: corrected.contains(document.id.number),
          places: document.issuedAt == nil ? [] : places.map { ReportedPlace($0, packets) })
      }
      last = end
    }
  }

  static func fate(
    of document: OutgoingDocument, _ recipients: [OutgoingRecipient], _ duty: RegistryDuty, now: Instant
  ) -> IssuingFate {
    if document.state == .cancelled { return .cancelled }
    let limits = IssuingDuty.limits(of: document, recipients, duty)
    switch limits.timeliness(doneAt: document.issuedAt, now: now) {
    case .doneOnTime: return .issuedOnTime
    case .doneLate: return .issuedLate
    case .withinDay, .lastDay: return .waiting
    case .overdue: return .waitingLate
    }
  }
}

extension OutgoingDocumentStore {
  private static let batchRows = 500

  func numbered(
    _ span: Range<Instant>, after last: OutgoingDocument?, visibleTo actor: Actor
  ) throws -> [OutgoingDocument] {
    let from: SQL =
      last.map { "(numbered_at, id) > (\($0.numberedAt), \($0.id))" } ?? "numbered_at >= \(span.lowerBound)"
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM outgoing_documents
      WHERE agency_id = \(actor.agency) AND \(from) AND numbered_at < \(span.upperBound)
      AND \(Self.visible(to: actor)) ORDER BY numbered_at, id LIMIT \(Self.batchRows)
      """
    ).map(OutgoingDocument.init)
  }
}
