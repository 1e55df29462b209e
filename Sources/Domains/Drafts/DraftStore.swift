import Access
import Database
import Documents
import Kernel
import Work

extension DraftProgress: SQLConvertible {}
extension SigningCapacity: SQLConvertible {}
extension Draft.OutgoingStage: SQLConvertible {}

/// All SQL on drafts. What an actor may not see is not found.
package struct DraftStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let columns: SQL = """
    drafts.id, agency_id, unit_id, unit_name, drafter_post, drafter_name, assigner_post, assigner_name, assigned_at,
    type_key, subject, urgency, signer_post, signer_name, capacity, reply_due, origin_code, origin_number, origin_item,
    latest_version, round, cancel_reason, outgoing, progress, version, copies
    """

  /// The draft, or the refusal of what does not exist for this actor.
  package func find(_ id: Draft.ID, visibleTo actor: Actor) throws -> Draft {
    try first(id, visibleTo: actor, lock: "")
  }

  /// The same, held until the transaction ends.
  package func lock(_ id: Draft.ID, visibleTo actor: Actor) throws -> Draft {
    try first(id, visibleTo: actor, lock: transaction.rowLock)
  }

  /// For whoever sent it a moment ago and takes that back, whether or not they still see it.
  func lockForSender(_ id: Draft.ID) throws -> Draft {
    guard let draft = try findForJob(id, locked: true) else { throw Refusal(.notFound, "Không tìm thấy dự thảo.") }
    return draft
  }

  private func first(_ id: Draft.ID, visibleTo actor: Actor, lock: SQL) throws -> Draft {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM drafts WHERE id = \(id)
      AND \(Access.visible("drafts.id", kind: RecordReference.draftCode, to: actor)) \(lock)
      """)
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy dự thảo.") }
    var draft = try Draft(row)
    draft.facts.recipients = try recipients(of: id)
    return draft
  }

  /// From what a draft came, for the act that issues it: its document was found for the actor.
  package func originForIssue(_ id: Draft.ID) throws -> DraftOrigin? {
    try transaction.rows("SELECT \(Self.columns) FROM drafts WHERE id = \(id)").first.map(Draft.init)?.origin
  }

  /// Those of the keys that the actor may see, newest first; without their recipients.
  package func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [Draft] {
    guard !numbers.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM drafts WHERE id IN (\(.list(numbers)))
      AND \(Access.visible("drafts.id", kind: RecordReference.draftCode, to: actor)) ORDER BY id DESC
      """
    ).map(Draft.init)
  }

  /// Drafts that answer a record, or carry it out, as far as the actor may see them; oldest first.
  package func list(from origin: RecordReference, visibleTo actor: Actor) throws -> [Draft] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM drafts
      WHERE origin_code = \(origin.code) AND origin_number = \(origin.number) AND origin_code IS NOT NULL
        AND \(Access.visible("drafts.id", kind: RecordReference.draftCode, to: actor)) ORDER BY id
      """
    ).map(Draft.init)
  }

  /// A draft whose actor has been looked at by whoever calls: jobs, and the index.
  func findForJob(_ id: Draft.ID, locked: Bool = false) throws -> Draft? {
    let row = try transaction.rows(
      "SELECT \(Self.columns) FROM drafts WHERE id = \(id) \(locked ? transaction.rowLock : "")"
    ).first
    guard let row else { return nil }
    var draft = try Draft(row)
    draft.facts.recipients = try recipients(of: id)
    return draft
  }

  func count() throws -> Int { try transaction.rows("SELECT COUNT(*) AS n FROM drafts")[0].get("n") }

  /// Keys after one, ascending, of every agency: for looking after the whole installation.
  func numbers(after number: Int64, limit: Int) throws -> [Int64] {
    try transaction.rows("SELECT id FROM drafts WHERE id > \(number) ORDER BY id LIMIT \(limit)").map {
      try $0.get("id")
    }
  }

  private func recipients(of id: Draft.ID) throws -> [DraftRecipient] {
    try transaction.rows(
      "SELECT place, name, is_informed FROM draft_recipients WHERE draft_id = \(id) ORDER BY position"
    ).compactMap { row in
      guard let place = DraftRecipient.Place(try row.get("place")) else { return nil }
      return DraftRecipient(place, name: try row.get("name"), isInformed: try row.get("is_informed"))
    }
  }

  func add(_ draft: Draft) throws {
    let facts = draft.facts
    try transaction.run(
      """
      INSERT INTO drafts (id, agency_id, unit_id, unit_name, drafter_post, drafter_name, assigner_post, assigner_name,
        assigned_at, type_key, subject, urgency, signer_post, signer_name, capacity, reply_due, origin_code,
        origin_number, origin_item, latest_version, round, cancel_reason, outgoing, progress, version, copies)
      VALUES (\(draft.id), \(draft.agency), \(draft.unit), \(draft.unitName), \(draft.drafter), \(draft.drafterName),
        \(draft.assigner), \(draft.assignerName), \(draft.assignedAt), \(facts.typeKey), \(facts.subject),
        \(facts.urgency.rawValue), \(facts.signer), \(facts.signerName), \(facts.capacity), \(facts.replyDue),
        \(draft.origin?.record.code), \(draft.origin?.record.number), \(draft.origin?.item), \(draft.latestVersion),
        \(draft.round), \(draft.cancelReason), \(draft.outgoing), \(draft.progress), \(draft.version), \(facts.copies))
      """)
    try put(facts.recipients, of: draft.id)
  }

  /// Writes facts, drafter, round and what was decided; refuses when someone saved meanwhile.
  func save(_ draft: Draft, from version: Int) throws {
    let facts = draft.facts
    let changed = try transaction.run(
      """
      UPDATE drafts SET drafter_post = \(draft.drafter), drafter_name = \(draft.drafterName),
        type_key = \(facts.typeKey), subject = \(facts.subject), urgency = \(facts.urgency.rawValue),
        signer_post = \(facts.signer), signer_name = \(facts.signerName), capacity = \(facts.capacity),
        reply_due = \(facts.replyDue), latest_version = \(draft.latestVersion), round = \(draft.round),
        cancel_reason = \(draft.cancelReason), copies = \(facts.copies), version = version + 1
      WHERE id = \(draft.id) AND version = \(version)
      """)
    guard changed == 1 else {
      throw Refusal(
        .conflict, "Dự thảo vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
    }
  }

  func put(_ recipients: [DraftRecipient], of id: Draft.ID) throws {
    try transaction.run("DELETE FROM draft_recipients WHERE draft_id = \(id)")
    for (position, recipient) in recipients.enumerated() {
      try transaction.run(
        """
        INSERT INTO draft_recipients (draft_id, position, place, name, is_informed)
        VALUES (\(id), \(position + 1), \(recipient.place.text), \(recipient.name), \(recipient.isInformed))
        """)
    }
  }

  /// Says how far numbering and issuing are, and folds the summary: for the module that does both, with the draft
  /// locked. Nil takes the number back, as when it was cancelled before the issue.
  package func setOutgoing(_ stage: Draft.OutgoingStage?, of id: Draft.ID) throws {
    try transaction.run("UPDATE drafts SET outgoing = \(stage), version = version + 1 WHERE id = \(id)")
    try fold(id)
  }

  /// Folds the work into the stored summary: the last thing every act does. Gives that work.
  @discardableResult func fold(_ id: Draft.ID) throws -> [WorkItem] {
    let items = try WorkStore(transaction).items(of: .draft(id))
    let row = try transaction.rows(
      """
      SELECT cancel_reason, outgoing,
        (SELECT COUNT(*) FROM draft_approvals WHERE draft_id = \(id) AND voided_at IS NULL) AS approvals
      FROM drafts WHERE id = \(id)
      """)[0]
    let reason: String? = try row.find("cancel_reason")
    let approvals: Int = try row.get("approvals")
    let progress = DraftProgress.folded(
      from: items, isApproved: approvals > 0, isCancelled: reason != nil, outgoing: try row.find("outgoing"))
    // Who read it before it moved on has read another draft.
    try transaction.run(
      """
      UPDATE drafts SET version = version + CASE WHEN progress = \(progress) THEN 0 ELSE 1 END, progress = \(progress)
      WHERE id = \(id)
      """)
    return items
  }

  /// The stored summaries of every agency's drafts, by key, for proving them.
  func progressForProof(
    after last: Int64, limit: Int
  ) throws -> [(draft: Draft, isApproved: Bool)] {
    try transaction.rows(
      """
      SELECT \(Self.columns),
        (SELECT COUNT(*) FROM draft_approvals WHERE draft_id = drafts.id AND voided_at IS NULL) AS approvals
      FROM drafts WHERE id > \(last) ORDER BY id LIMIT \(limit)
      """
    ).map { (try Draft($0), try $0.get("approvals", as: Int.self) > 0) }
  }
}

extension Draft {
  init(_ row: Row) throws {
    var facts = DraftFacts(
      typeKey: try row.get("type_key"), subject: try row.get("subject"),
      urgency: Urgency(rawValue: try row.get("urgency")) ?? .normal, signer: try row.find("signer_post"),
      signerName: try row.get("signer_name"), capacity: try row.get("capacity"))
    facts.replyDue = try row.find("reply_due")
    facts.copies = try row.find("copies")
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), unit: try row.get("unit_id"),
      unitName: try row.get("unit_name"), drafter: try row.get("drafter_post"),
      drafterName: try row.get("drafter_name"), assigner: try row.get("assigner_post"),
      assignerName: try row.get("assigner_name"), assignedAt: try row.get("assigned_at"), facts: facts)
    if let code: String = try row.find("origin_code"), let number: Int64 = try row.find("origin_number") {
      origin = DraftOrigin(RecordReference(code: code, number: number), item: try row.find("origin_item"))
    }
    latestVersion = try row.get("latest_version")
    round = try row.get("round")
    cancelReason = try row.find("cancel_reason")
    outgoing = try row.find("outgoing")
    progress = try row.get("progress")
    version = try row.get("version")
  }
}
