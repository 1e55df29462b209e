import Access
import Audit
import Database
import Kernel
import Organization
import Work

/// Gives a draft up (hủy dự thảo): it stays with everything that was said of it.
package struct CancelDraft: Sendable {
  package var draft: Draft.ID
  package var reason: String

  package init(_ draft: Draft.ID, reason: String) {
    self.draft = draft
    self.reason = reason
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    var act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.cancelling)
    if let refusal = Refusal(DraftAccess.reasons(reason, "hủy")) { throw refusal }
    for item in act.items where item.isOpen && item.parent == nil { try act.work.recall(item, reason: reason) }
    if try DraftApprovalStore(transaction).standing(of: draft) != nil {
      try DraftApprovalStore(transaction).void(of: draft, because: reason)
    }
    act.draft.cancelReason = reason
    try DraftStore(transaction).save(act.draft, from: act.draft.version)
    try act.end(.draftCancelled(reason: reason))
  }
}

/// Another writes it from now on (đổi người soạn thảo); who wrote before stays on every version of theirs (ST-04).
package struct ReassignDraft: Sendable {
  package var draft: Draft.ID
  package var drafter: PostID
  package var reason: String

  package init(_ draft: Draft.ID, to drafter: PostID, reason: String) {
    self.draft = draft
    self.drafter = drafter
    self.reason = reason
  }

  /// Gives the new drafter's name, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    var act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.reassigning)
    if let refusal = Refusal(DraftAccess.reasons(reason, "đổi")) { throw refusal }
    let post = try OrganizationStore(transaction).post(drafter)
    guard post.unit == act.draft.unit, let writing = act.standing.writing else {
      throw Refusal(.invalid, "Chọn người trong đơn vị soạn thảo «\(act.draft.unitName)».", field: DraftField.drafter)
    }
    guard post.id != act.draft.drafter else {
      throw Refusal(.invalid, "\(act.draft.drafterName) đang soạn dự thảo này.", field: DraftField.drafter)
    }
    let holder = try HolderChoice.post(drafter).holder(in: act.draft.agency, transaction)
    let old = act.draft.drafterName
    try act.work.handOver(writing, to: holder)
    try act.follow(writing, to: drafter)
    try act.end(.draftReassigned(from: old, to: holder.name, reason: reason))
    return holder.name
  }
}

/// The first opening by somebody who holds work on it, noted for whoever gave it («đã mở»), and which version this
/// reader has seen.
package struct OpenDraft: Sendable {
  package var draft: Draft.ID

  package init(_ draft: Draft.ID) { self.draft = draft }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try DraftAct(draft, by: actor, in: transaction)
    try act.work.markOpened()
    try DraftReaderStore(transaction).note(act.draft.latestVersion, of: draft, by: actor.post)
  }
}
