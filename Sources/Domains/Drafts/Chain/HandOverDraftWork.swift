import Access
import Audit
import Database
import Kernel
import Organization
import Work

/// A piece of work on a draft goes to another post as it was given (bàn giao), when somebody leaves or moves: writing
/// within the unit, a check to who may check, an opinion to anybody of the agency. A signature is handed to nobody.
package struct HandOverDraftWork: Sendable {
  package var draft: Draft.ID
  package var item: WorkItem.ID
  package var successor: PostID?
  package var reason: String

  package init(_ item: WorkItem.ID, on draft: Draft.ID, to successor: PostID?, reason: String) {
    self.item = item
    self.draft = draft
    self.successor = successor
    self.reason = reason
  }

  /// Gives who holds it now.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    guard let successor else { throw Refusal(.invalid, "Hãy chọn người nhận bàn giao.", field: DraftField.successor) }
    var act = try DraftAct(draft, by: actor, in: transaction)
    guard let held = act.items.first(where: { $0.id == item }) else {
      throw Refusal(.notFound, "Không tìm thấy việc này của dự thảo.")
    }
    let post = try OrganizationStore(transaction).post(successor)
    try act.require(Self.obstacle(held, to: post, of: act.draft, for: actor))
    if let refusal = Refusal(DraftAccess.reasons(reason, "bàn giao")) { throw refusal }
    let holder = try HolderChoice.post(successor).holder(in: act.draft.agency, transaction)
    let old = held.holderName
    try act.work.handOver(held, to: holder)
    try act.follow(held, to: post.id)
    try act.end(
      .draftWorkHandedOver(held.kind.handedOver, from: old, to: holder.name, reason: reason), sending: .handOver)
    return holder.name
  }

  /// Why it cannot go there; nil when it can.
  static func obstacle(_ held: WorkItem, to post: Post, of draft: Draft, for actor: Actor) -> Refusal? {
    if let refusal = obstacle(held, of: draft, for: actor) { return refusal }
    guard post.agency == draft.agency, held.holder != .post(post.id) else {
      return Refusal(.invalid, "Chọn người khác trong cơ quan.", field: DraftField.successor)
    }
    switch held.kind {
    case .writeDraft where post.unit != draft.unit:
      return Refusal(
        .conflict, "Dự thảo «\(draft.facts.subject)» do \(draft.unitName) soạn; chỉ người trong đơn vị nhận.")
    case .checkDraftContent where !(post.roles.contains(.unitHead) && post.unit == draft.unit):
      return Refusal(.conflict, "Kiểm tra nội dung là việc của lãnh đạo \(draft.unitName).")
    case .checkDraftForm where post.roles.isDisjoint(with: [.headOfOffice, .registryClerk]):
      return Refusal(.conflict, "Kiểm tra thể thức là việc của chánh văn phòng hoặc văn thư.")
    case .reviewDraft where !post.roles.contains(.leader):
      return Refusal(.conflict, "Xem xét trước khi ký là việc của lãnh đạo.")
    default: return nil
    }
  }

  /// Why it is handed to nobody; nil when there may be somebody.
  static func obstacle(_ held: WorkItem, of draft: Draft, for actor: Actor) -> Refusal? {
    guard held.holder.isPost else {
      return Refusal(.conflict, "Việc của \(held.holderName) là việc của đơn vị, không bàn giao.")
    }
    let isHead = actor.roles.contains(.unitHead) && held.unit == actor.unit
    guard held.holder == .post(actor.post) || isHead else {
      return Refusal(.forbidden, "Chỉ \(held.holderName) hoặc lãnh đạo đơn vị bàn giao được việc này.")
    }
    guard held.isOpen, !draft.isOver else {
      return Refusal(
        .conflict, "Dự thảo «\(draft.facts.subject)» \(draft.progress.label.lowercased()), không bàn giao.")
    }
    guard held.kind != .signDraft else {
      return Refusal(
        .conflict, "Ký là việc của người có thẩm quyền; dự thảo «\(draft.facts.subject)» cần trả lại để đổi người ký.")
    }
    return nil
  }
}

extension DraftAct {
  /// Draft and way follow a piece of work to whoever holds it now.
  mutating func follow(_ item: WorkItem, to post: PostID) throws {
    let holder = try HolderChoice.post(post).holder(in: draft.agency, transaction)
    if item.kind == .writeDraft {
      try Access.revoke([.post(draft.drafter)], of: .draft(draft.id), source: nil, in: transaction)
      try Access.grant([Grant(.post(post), reason: .author)], to: .draft(draft.id), in: transaction)
      (draft.drafter, draft.drafterName) = (post, holder.name)
      try DraftStore(transaction).save(draft, from: draft.version)
      draft.version += 1
    } else if let index = steps.firstIndex(where: { $0.item == item.id }) {
      steps[index].holder = holder
      try DraftWayStore(transaction).put(steps, of: draft.id)
    }
  }

  /// What was handed over and is taken back: draft and way follow it to whoever held it.
  mutating func followBack() throws {
    let posts = try OrganizationStore(transaction).posts(of: draft.agency)
    for item in try WorkStore(transaction).items(of: .draft(draft.id)) {
      guard let old = items.first(where: { $0.id == item.id }), old.holder != item.holder,
        let post = posts.first(where: { .post($0.id) == item.holder })
      else { continue }
      try follow(item, to: post.id)
    }
  }
}

extension WorkKind {
  /// In a sentence: «bàn giao việc soạn thảo».
  fileprivate var handedOver: String {
    if let kind = DraftStep.Kind(self) { return kind.label.lowercased() }
    return self == .opinionOnDraft ? "góp ý" : "soạn thảo"
  }
}

extension AuditEvent {
  fileprivate static func draftWorkHandedOver(
    _ what: String, from old: String, to new: String, reason: String
  ) -> AuditEvent {
    AuditEvent(
      code: "draft.handedOver", sentence: "bàn giao việc \(what) từ \(old) sang \(new), lý do: \(reason)")
  }
}
