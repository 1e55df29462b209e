import Audit
import Database
import Kernel

/// Lays down within which time dossiers of the actor's agency go to the archive (HS-06).
package struct SetTransferTerms: Sendable {
  package var terms: TransferTerms
  package var formVersion: Int

  package init(_ terms: TransferTerms, formVersion: Int) {
    self.terms = terms
    self.formVersion = formVersion
  }

  /// Why this person may not; nil when they may.
  package static func refusal(for actor: Actor) -> Refusal? {
    actor.roles.isDisjoint(with: [.archivist, .administrator])
      ? Refusal(.forbidden, "Chỉ lưu trữ và quản trị của cơ quan đặt được thời hạn nộp lưu.") : nil
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    if let refusal = Self.refusal(for: actor) { throw refusal }
    if let refusal = Refusal(terms.obstacles()) { throw refusal }
    let store = TransferTermsStore(transaction)
    try store.save(terms, of: actor.agency, by: actor.nameOnRecord, from: formVersion)
    try store.restate(terms, of: actor.agency)
    try Audit.record(.transferTermsSet(terms.text), on: nil, by: actor, in: transaction)
  }
}
