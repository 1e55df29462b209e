import Access
import Audit
import Database
import Kernel
import Notifications
import Work

/// What every act on a draft begins with: the draft locked, its work and its way as they stand.
struct DraftAct {
  var draft: Draft
  let items: [WorkItem]
  var steps: [DraftStep]
  let checks: [DraftCheck]
  private let isBlank: Bool
  let work: Work
  let actor: Actor
  let transaction: any Transaction

  /// Refuses what the actor may not see.
  ///
  /// - Parameter sending: What the actor sent a moment ago and takes back: they may have lost sight of the draft by it.
  init(
    _ id: Draft.ID, undoing sending: DraftSending.ID? = nil, by actor: Actor, in transaction: any Transaction
  ) throws {
    let isSender = try sending.map { try DraftSendingStore(transaction).isSender(actor, of: $0, on: id) } ?? false
    let store = DraftStore(transaction)
    draft = try isSender ? store.lockForSender(id) : store.lock(id, visibleTo: actor)
    items = try WorkStore(transaction).items(of: .draft(id))
    steps = try DraftWayStore(transaction).steps(of: draft)
    checks = try DraftWayStore(transaction).checks(of: id)
    isBlank = try DraftVersionStore(transaction).isBlank(draft)
    work = Work(on: .draft(id), by: actor, in: transaction)
    self.actor = actor
    self.transaction = transaction
  }

  /// As everybody who asks sees it.
  var standing: DraftStanding {
    DraftStanding(
      draft: draft, items: items, steps: steps, checks: checks, actor: actor, today: transaction.now.day,
      isBlank: isBlank)
  }

  /// Refuses with everything that stands in the way.
  func require(_ obstacle: Refusal?) throws { if let obstacle { throw obstacle } }

  /// Gives the draft to a station of its way.
  mutating func give(_ index: Int, instruction: String) throws {
    let step = steps[index]
    let given = try work.give(
      [WorkOrder(to: step.holder, kind: step.kind.work, role: .decide, instruction: instruction)],
      from: standing.writing)
    steps[index].item = given.first?.id
    try DraftWayStore(transaction).put(steps, of: draft.id)
  }

  /// The drafter has it again.
  func resume(_ writing: WorkItem, telling words: String) throws {
    try work.take(.resume, writing)
    try Notifications.tell(
      .workReturned, [writing.holder], on: work.subject, words, by: actor, source: writing.id.number, in: transaction)
  }

  /// Writes what was found at a station.
  func note(_ step: DraftStep, _ said: DraftCheck.Said, _ text: String) throws {
    try DraftWayStore(transaction).add(
      DraftCheck(
        id: try transaction.nextID(of: "draft_checks"), round: draft.round, position: step.position, kind: step.kind,
        versionNumber: draft.latestVersion, post: actor.post, person: actor.person, name: actor.titleOnRecord,
        said: said, note: text, at: transaction.now),
      to: draft.id)
  }

  /// Ends the act: the summary folded, the audit line written; what was sent is kept while it can be undone.
  ///
  /// - Parameter roundBefore: how often it had been submitted before the act.
  func end(_ event: AuditEvent, sending: DraftSending.Act? = nil, roundBefore: Int? = nil) throws {
    let after = try DraftStore(transaction).fold(draft.id)
    if let sending {
      try DraftSendingStore(transaction).add(
        DraftSending(
          id: try transaction.nextID(of: "draft_sendings"), draft: draft.id, act: sending, givenBy: actor.post,
          giverName: actor.nameOnRecord, givenAt: transaction.now,
          touched: TouchedWork.between(items, after),
          roundBefore: roundBefore ?? draft.round))
    }
    try Audit.record(event, on: .draft(draft.id), by: actor, in: transaction)
  }
}
