import Audit
import Database
import Kernel
import Organization
import Work

/// Lays down that a post may sign (ST-09 to ST-12).
package struct LaySigningPower: Sendable {
  package var terms: SigningPower.Terms

  package init(_ terms: SigningPower.Terms) { self.terms = terms }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> SigningPower {
    guard DraftAccess.mayKeepRules(actor) else { throw DraftAccess.notKeeper }
    if let refusal = Refusal(terms.reasons()) { throw refusal }
    let holder: WorkHolder
    do {
      holder = try HolderChoice.post(terms.post).holder(in: actor.agency, transaction)
    } catch let refusal as Refusal {
      throw Refusal(refusal.reasons.map { .init($0.message, field: SigningField.post) }) ?? refusal
    }
    let power = SigningPower(
      id: try transaction.nextID(of: "signing_powers"), agency: actor.agency, terms: terms, holderName: holder.name,
      laidBy: actor.titleOnRecord, laidAt: transaction.now, version: 1)
    try SigningPowerStore(transaction).add(power)
    try Audit.record(
      AuditEvent(
        code: "signingPower.laid",
        sentence: "đặt thẩm quyền ký: \(holder.name), \(terms.capacity.inSentence)"),
      on: .signingPower(power.id), by: actor, in: transaction)
    return power
  }
}

/// Ends a power; what was signed by it stays signed.
package struct EndSigningPower: Sendable {
  package var power: SigningPower.ID
  package var formVersion: Int

  package init(_ power: SigningPower.ID, formVersion: Int) {
    self.power = power
    self.formVersion = formVersion
  }

  /// Gives what was ended, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> SigningPower {
    guard DraftAccess.mayKeepRules(actor) else { throw DraftAccess.notKeeper }
    let store = SigningPowerStore(transaction)
    let ended = try store.find(power, of: actor.agency)
    try store.end(power, by: actor.titleOnRecord, from: formVersion)
    try Audit.record(
      AuditEvent(
        code: "signingPower.ended",
        sentence: "chấm dứt thẩm quyền ký: \(ended.holderName), \(ended.terms.capacity.inSentence)"),
      on: .signingPower(power), by: actor, in: transaction)
    return ended
  }
}

extension RecordReference {
  /// A line of the table of who may sign.
  static func signingPower(_ id: SigningPower.ID) -> RecordReference {
    RecordReference(code: "signingPower", number: id.number)
  }
}
