import Audit
import Database
import Documents
import Dossiers
import FilePlans
import Kernel

/// Takes a dossier out of the list with a reason, or keeps it longer: with a new retention (giữ thêm).
package struct TakeOutOfReview: Sendable {
  package var review: DisposalReview.ID
  package var dossier: Dossier.ID
  package var reason: String
  /// Nil: it may come into another list.
  package var retention: RetentionPeriod?
  package var formVersion: Int

  package init(
    _ dossier: Dossier.ID, of review: DisposalReview.ID, reason: String, retention: RetentionPeriod? = nil,
    formVersion: Int
  ) {
    self.dossier = dossier
    self.review = review
    self.reason = reason.normalizedLine
    self.retention = retention
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DisposalLine {
    let found = try FoundReview.lock(review, .takeOut, version: formVersion, by: actor, in: transaction)
    try Secrecy.refuseMarked([reason])
    try FoundReview.requireReason(reason)
    let lines = DisposalLineStore(transaction)
    guard let line = try lines.find(dossier.number, in: review), line.state == .listed else {
      throw Refusal(.conflict, "Hồ sơ này không còn trong danh mục xét hủy.")
    }
    guard let old = try EndedDossierStore(transaction).lock(dossier) else { throw DisposalReviewStore.missing }
    let event: AuditEvent
    if let retention {
      if retention <= old.facts.retention {
        throw Refusal(
          .invalid, "Thời hạn mới phải dài hơn \(old.facts.retention.text.lowercased()).",
          field: DisposalField.retention)
      }
      if let refusal = old.holdRefusal { throw refusal }
      try EndedDossierStore(transaction).extend(old, to: retention)
      event = .dossierExtended(old.code.notation, old.facts.retention.text, retention.text, reason)
    } else {
      event = .dossierUnlisted(old.code.notation, reason)
    }
    try lines.end(dossier.number, in: review, as: retention == nil ? .takenOut : .extended, reason: reason)
    try DisposalReviewStore(transaction).save(found.review, from: formVersion)
    for record in [RecordReference.disposalReview(review), .dossier(dossier)] {
      try Audit.record(event, on: record, by: actor, in: transaction)
    }
    return line
  }
}
