import Database
import Documents
import Drafts
import FileVault
import Kernel

/// A signed draft that is to get its number (DI-04), with the approval that stands and the files it is of.
struct SignedDraft {
  let draft: Draft
  let approval: DraftApproval
  let files: [KeptFile]
  /// The letter itself, as the signer saw it.
  let letter: DraftFile?

  /// Refuses what is not signed, or has its number already. The act that numbers it holds it; a form only looks.
  init(_ id: Draft.ID, by actor: Actor, in transaction: any Transaction, isHeld: Bool) throws {
    let store = DraftStore(transaction)
    draft = try isHeld ? store.lock(id, visibleTo: actor) : store.find(id, visibleTo: actor)
    guard draft.agency == actor.agency, draft.outgoing == nil else {
      throw Refusal(.conflict, "Dự thảo này đã có số. Hãy mở dự thảo để xem văn bản.")
    }
    let approval = try DraftApprovalStore(transaction).standing(of: id)
    let version = try DraftVersionStore(transaction).list(of: id).last
    guard let approval, let version, version.number == approval.versionNumber else {
      throw Refusal(.conflict, "Dự thảo chưa ký duyệt nên chưa cấp số được.")
    }
    self.approval = approval
    letter = version.files.first
    files = version.files.map { file in
      KeptFile(
        name: file.name, kind: file.kind, stored: .init(hash: file.hash, bytes: file.bytes), pageCount: file.pageCount)
    }
  }

  /// What the draft and its signature say; the clerk adds the rest.
  func fill(_ facts: inout OutgoingFacts) {
    (facts.typeKey, facts.subject, facts.urgency) = (draft.facts.typeKey, draft.facts.subject, draft.facts.urgency)
    (facts.signerName, facts.signerPosition) = (approval.personName, approval.title)
    (facts.capacity, facts.signedAt) = (approval.capacity, approval.at)
    (facts.unit, facts.unitName, facts.drafterName) = (draft.unit, draft.unitName, draft.drafterName)
    facts.replyDueDate = draft.facts.replyDue
    facts.isPaper = false
    facts.pageCount = files.first?.pageCount
  }
}
