import Audit
import Database
import FileVault
import Kernel

/// The head of office or a leader says that the mark is one: the first of the two names (MAT-05).
package struct ConfirmSecrecy<Matter: WithheldMatter>: Sendable {
  package var place: Matter.Place

  package init(_ place: Matter.Place) { self.place = place }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let (matter, quarantine) = try Matter.withheld(place, decidedBy: actor, in: transaction)
    if let earlier = quarantine.confirmation { throw earlier.alreadySaid }
    try QuarantineStore(transaction).confirm(matter, by: actor)
    try Audit.record(matter.line(.confirmed), on: matter.record, by: actor, in: transaction)
  }
}

/// The head of office or a leader says that it is no mark: it is as it was, and its files are read again.
package struct ReleaseMatter<Matter: WithheldMatter>: Sendable {
  package var place: Matter.Place
  package var reason: String

  package init(_ place: Matter.Place, reason: String) {
    self.place = place
    self.reason = reason.normalizedLine
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let (matter, quarantine) = try Matter.withheld(place, decidedBy: actor, in: transaction)
    if let refusal = Refusal(QuarantineConfirmation.reasonObstacles(reason)) { throw refusal }
    try QuarantineStore(transaction).remove(matter)
    try matter.giveBack(quarantine.facts, in: transaction)
    try Audit.record(matter.line(.denied(reason)), on: matter.record, by: actor, in: transaction)
  }
}

/// The clerk destroys what was confirmed to be secret: the second of the two names (MAT-05). The audit trail keeps who, when
/// and which act, and nothing keeps what it said.
package struct DestroyMatter<Matter: WithheldMatter>: Sendable {
  package var place: Matter.Place
  package var followers: [any DestroyedMatterFollower]

  package init(_ place: Matter.Place, followers: [any DestroyedMatterFollower] = []) {
    self.place = place
    self.followers = followers
  }

  /// Gives the hashes of files that nothing names any more, for `FileVault.destroy` once this is durable.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let matter = try Matter.find(place, visibleTo: actor, isLocked: true, in: transaction)
    guard QuarantineAccess.mayDestroy(matter.agency, actor) else { throw QuarantineAccess.notDestroyer }
    guard let quarantine = try QuarantineStore(transaction).find(matter) else { throw QuarantineAccess.gone }
    let confirmation = quarantine.confirmation
    if let refusal = Refusal(QuarantineConfirmation.obstacles(confirmation, for: actor)) { throw refusal }
    let made = try followers.flatMap { try $0.isDestroyed(matter.record, by: actor, in: transaction) }
    try QuarantineStore(transaction).remove(matter)
    let hashes = try matter.destroy(quarantine.facts, by: actor, in: transaction)
    try Audit.record(
      matter.line(.destroyed(confirmedBy: confirmation?.name ?? "")), on: matter.record, by: actor, in: transaction)
    return made + hashes
  }
}

extension WithheldMatter {
  /// Locked for whoever decides whether the mark is one.
  fileprivate static func withheld(
    _ place: Place, decidedBy actor: Actor, in transaction: any Transaction
  ) throws -> (matter: Self, quarantine: Quarantine<Facts>) {
    let matter = try find(place, visibleTo: actor, isLocked: true, in: transaction)
    guard QuarantineAccess.mayDecide(matter.agency, actor) else { throw QuarantineAccess.notDecider }
    guard let quarantine = try QuarantineStore(transaction).find(matter) else { throw QuarantineAccess.gone }
    return (matter, quarantine)
  }
}
