import FilePlans
import Kernel

/// How a dossier stands to the archive: when it is due there, whether it was handed over, returned, taken in (HS-06, HS-08).
package struct DossierArchiving: Sendable, Equatable {
  /// By when it should be handed over; nil for what is never transferred, and while its work goes on.
  package var targetOn: Day?
  /// By when it must be, at the latest; when somebody may keep it, the day until which.
  package var limitOn: Day?
  /// The unit may keep it until then (HS-10).
  package var keptUntil: Day?
  package var submittedAt: Instant?
  package var submittedBy: String?
  /// Why the archive gave it back; empty when it did not, or once it was handed over again.
  package var returnReason = ""
  package var returnedAt: Instant?
  package var returnedBy: String?
  package var archivedAt: Instant?
  package var archivedBy: String?

  package init() {}

  /// Its work goes on: nothing is due.
  mutating func clearDays() { (targetOn, limitOn, keptUntil) = (nil, nil, nil) }
}

extension Dossier.State {
  /// Handed to the archive, or already its own.
  package var isOfArchive: Bool { self == .submitted || self == .archived }
}

extension Dossier {
  /// Shorter ones stay with the unit until they are destroyed (HS-09).
  package static let transferredYearsMin = 5

  /// Whether the law asks that it goes to the archive.
  package var isTransferred: Bool { facts.retention >= .years(Self.transferredYearsMin) }

  /// By when the archive wants it, by the terms of its agency. A day until which it may be kept stays.
  mutating func setTransferDays(_ terms: TransferTerms) {
    guard isTransferred, let endedOn else { return archiving.clearDays() }
    let days = terms.days(workEnded: endedOn, facts.kind)
    (archiving.targetOn, archiving.limitOn) = (days.target, archiving.keptUntil ?? days.limit)
  }
}
