import Access
import Audit
import Database
import FileVault
import Kernel
import Notifications
import Work

/// Approves and signs exactly the files that were seen (duyệt, ký: ST-05): recorded with their hashes, whose hand, in
/// what capacity and on what it rests. The digital signature is put on the same files.
package struct SignDraft: Sendable {
  package var draft: Draft.ID
  package var item: WorkItem.ID
  /// Number of the version that was shown.
  package var seenVersion: Int
  package var note: String

  package init(_ item: WorkItem.ID, on draft: Draft.ID, seen seenVersion: Int, note: String = "") {
    self.item = item
    self.draft = draft
    self.seenVersion = seenVersion
    self.note = note
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DraftApproval {
    let act = try DraftAct(draft, by: actor, in: transaction)
    let standing = act.standing
    try act.require(standing.signing(item))
    guard seenVersion == act.draft.latestVersion else {
      throw Refusal(
        .conflict, "Bản \(act.draft.latestVersion) vừa được đưa lên; anh/chị đã xem bản \(seenVersion). Hãy xem lại.")
    }
    if let refusal = Refusal(DraftAccess.noteReasons(note)) { throw refusal }
    let power = try SigningPowerStore(transaction).list(of: act.draft.agency)
      .power(of: actor.post, for: act.draft.facts, on: transaction.now.day)
    guard let version = try DraftVersionStore(transaction).list(of: draft).last, let main = version.main,
      let (step, held) = standing.station, let writing = standing.writing
    else { throw Refusal(.conflict, "Dự thảo chưa có tệp nên chưa ký được.") }
    let approval = DraftApproval(
      id: try transaction.nextID(of: "draft_approvals"), versionNumber: version.number, mainHash: main.hash,
      annexHashes: version.annexes.map(\.hash), post: actor.post, person: actor.person, personName: actor.personName,
      title: actor.postTitle, capacity: power.terms.capacity, basis: power.basisText, at: transaction.now)
    try DraftApprovalStore(transaction).add(approval, to: draft)
    try act.note(step, .passed, note)
    for asked in act.items where asked.kind == .opinionOnDraft && asked.isOpen {
      try act.work.recall(asked, reason: "Dự thảo đã ký, không chờ ý kiến nữa")
    }
    try act.work.take(.finish, held, outcome: note)
    try act.work.finish(writing, .report, outcome: "Đã ký duyệt", tellsGiver: false)
    // The registry gives it its number (DI-04).
    let registry = Principal.agencyRole(act.draft.agency, .registryClerk)
    try Access.grant([Grant(registry, reason: .work)], to: .draft(draft), in: transaction)
    let told = try Notifications.once(
      [writing.holder, .post(writing.givenBy), .unit(act.draft.unit), registry], in: transaction)
    try Notifications.tell(
      .draftSigned, told, on: act.work.subject, note, by: actor,
      source: writing.id.number, in: transaction)
    try act.end(
      .draftSigned(approval.capacity, versionNumber: version.number, hash: String(main.hash.text.prefix(16))))
    return approval
  }
}

/// Opens a signed draft again before it has a number: the approval counts no more, and the draft goes to the signer
/// anew (ST-06).
package struct ReviseSignedDraft: Sendable {
  package var draft: Draft.ID
  package var reason: String

  package init(_ draft: Draft.ID, reason: String) {
    self.draft = draft
    self.reason = reason
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.revising)
    if let refusal = Refusal(DraftAccess.reasons(reason, "mở lại")) { throw refusal }
    try DraftApprovalStore(transaction).void(of: draft, because: reason)
    try DraftWayStore(transaction).void(act.standing.standingChecks.map(\.id), because: reason)
    if let writing = act.standing.writing { try act.work.take(.reopen, writing, telling: .workReopened) }
    if let signer = act.draft.facts.signer {
      try Notifications.tell(.workReopened, [.post(signer)], on: act.work.subject, reason, by: actor, in: transaction)
    }
    try act.end(.draftReopened(reason: reason))
  }
}
