import Access
import Audit
import Database
import Documents
import Kernel
import Organization
import SearchIndex
import Work

/// Begins a draft (ST-01): for oneself, or as an order to somebody who then takes it up.
package struct CreateDraft: Sendable {
  package var facts: DraftFacts
  /// Who writes it; nil for the actor.
  package var drafter: PostID?
  package var origin: DraftOrigin?
  /// What the drafter is asked for.
  package var instruction: String
  /// Last day of the drafter's work.
  package var due: Day?

  package init(
    _ facts: DraftFacts, drafter: PostID? = nil, from origin: DraftOrigin? = nil, instruction: String = "",
    due: Day? = nil
  ) {
    self.facts = facts
    self.drafter = drafter
    self.origin = origin
    self.instruction = instruction
    self.due = due
  }

  static let instructionLengthMax = 2000

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Draft.ID {
    let today = transaction.now.day
    if let refusal = Refusal(reasons(today: today)) { throw refusal }
    if let origin { try refuseUnseen(origin, by: actor, in: transaction) }
    let writer = try HolderChoice.post(drafter ?? actor.post).holder(in: actor.agency, transaction)
    let post = try OrganizationStore(transaction).post(drafter ?? actor.post)
    guard DraftAccess.mayOrder(actor, from: post) else { throw DraftAccess.notAllowed }
    var facts = facts
    if let signer = facts.signer {
      facts.signerName = try HolderChoice.post(signer).holder(in: actor.agency, transaction).name
    }
    let draft = Draft(
      id: try transaction.nextID(of: "drafts"), agency: actor.agency, unit: post.unit, unitName: post.unitName,
      drafter: post.id, drafterName: writer.name, assigner: actor.post, assignerName: actor.titleOnRecord,
      assignedAt: transaction.now, facts: facts, origin: origin)
    try DraftStore(transaction).add(draft)
    try Access.begin(
      [
        NewRecord(
          .draft(draft.id),
          grants: [
            Grant(.post(post.id), reason: .author), Grant(.unit(post.unit), reason: .author),
            Grant(.post(actor.post), reason: .author, source: .draft(draft.id)),
          ], content: DraftIndexing.content(of: draft, text: ""))
      ], in: transaction)
    let work = Work(on: .draft(draft.id), by: actor, in: transaction)
    let given = try work.give([
      WorkOrder(
        to: writer, kind: .writeDraft, role: .lead, instruction: instruction, dueAt: due.map { Instant($0 + 1) })
    ])
    if post.id == actor.post, let own = given.first { try work.take(.accept, own) }
    try DraftStore(transaction).fold(draft.id)
    try Audit.record(
      .draftMade(facts.type?.name ?? "", facts.subject, drafter: post.id == actor.post ? nil : writer.name),
      on: .draft(draft.id), by: actor, in: transaction)
    return draft.id
  }

  private func reasons(today: Day) -> [Refusal.Reason] {
    var reasons = facts.reasons(today: today)
    if let due, due < today { reasons.append(.init("Hạn \(due.text) đã qua.", field: DraftField.due)) }
    if instruction.count > Self.instructionLengthMax {
      reasons.append(.init("Yêu cầu dài quá \(Self.instructionLengthMax) ký tự.", field: DraftField.instruction))
    }
    return reasons
  }

  /// What may not be seen does not exist; work is only that of its record.
  private func refuseUnseen(_ origin: DraftOrigin, by actor: Actor, in transaction: any Transaction) throws {
    guard try Access.maySee(origin.record, actor: actor, in: transaction) else {
      throw Refusal(.notFound, "Không tìm thấy văn bản, việc mà dự thảo này bắt nguồn.")
    }
    guard let item = origin.item else { return }
    let isOfRecord = try WorkStore(transaction).items(of: origin.record).contains { $0.id == item }
    guard isOfRecord else { throw Refusal(.notFound, "Không tìm thấy việc mà dự thảo này hoàn thành.") }
  }
}

/// Takes up what was ordered (nhận soạn thảo).
package struct AcceptDraft: Sendable {
  package var draft: Draft.ID

  package init(_ draft: Draft.ID) { self.draft = draft }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.accepting)
    if let writing = act.standing.writing { try act.work.take(.accept, writing) }
    try act.end(.draftAccepted())
  }
}

/// Changes what is said of a draft while the drafter has it in hand.
package struct ChangeDraft: Sendable {
  package var draft: Draft.ID
  package var facts: DraftFacts
  package var formVersion: Int

  package init(_ draft: Draft.ID, facts: DraftFacts, formVersion: Int) {
    self.draft = draft
    self.facts = facts
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    var act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.changing)
    if let refusal = Refusal(facts.reasons(today: transaction.now.day)) { throw refusal }
    var facts = facts
    if let signer = facts.signer {
      facts.signerName = try HolderChoice.post(signer).holder(in: act.draft.agency, transaction).name
    }
    act.draft.facts = facts
    try DraftStore(transaction).save(act.draft, from: formVersion)
    try DraftStore(transaction).put(facts.recipients, of: draft)
    try DraftIndexing.index(act.draft, in: transaction)
    try CheckDraftFormJob.ask(for: act.draft, in: transaction)
    try act.end(.draftChanged())
  }
}
