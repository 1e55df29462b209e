import Audit
import Database
import Kernel
import Organization

/// Posts that the leaver lent to somebody, and posts that somebody lent to the leaver: nobody takes them over, they end.
package struct OwnedDelegations: OwnedThings {
  package enum Side: String, Sendable { case given, received }

  private let side: Side

  package init(_ side: Side) { self.side = side }

  package var code: String { "delegation.\(side.rawValue)" }
  package var title: String {
    side == .given ? "Ủy quyền đã giao cho người khác" : "Ủy quyền đã nhận của người khác"
  }
  package var needsReceiver: Bool { false }

  package func count(of post: PostID, in transaction: any Transaction) throws -> Int {
    try DelegationStore(transaction).lasting(side, of: post, limit: OwnedByPosts.countMax + 1).count
  }

  package func things(
    of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [OwnedThing] {
    let today = transaction.now.day
    return try DelegationStore(transaction).lasting(side, of: owner.post, after: key, limit: limit).map { lent in
      OwnedThing(
        key: lent.id.number, record: nil,
        code: "\(lent.firstDay.text) đến \(lent.lastDay.text)",
        subject: "\(lent.standInName) làm thay \(lent.absentName), phạm vi: \(lent.scopeText)",
        state: lent.stateText(on: today), path: IdentityPaths.delegation(lent.id))
    }
  }

  package func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws {
    let store = DelegationStore(transaction)
    let lent = try store.lock(Delegation.ID(key), side, of: owner.post)
    guard lent.endedAt == nil, lent.lastDay >= transaction.now.day else {
      throw Refusal(.conflict, "Ủy quyền này \(lent.stateText(on: transaction.now.day)).")
    }
    try store.end(lent, by: owner)
    try Audit.record(.postTakenBack(lent), on: .delegation(lent.id), by: owner, in: transaction)
  }
}
