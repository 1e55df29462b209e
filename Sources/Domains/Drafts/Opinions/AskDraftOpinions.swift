import Audit
import Database
import Kernel
import Notifications
import Work

/// Asks units and people what they think of the newest version, by a day (lấy ý kiến).
package struct AskDraftOpinions: Sendable {
  package var draft: Draft.ID
  package var places: [DraftPlace]
  package var question: String
  /// Last day on which an answer is in time.
  package var due: Day

  package init(_ draft: Draft.ID, of places: [DraftPlace], question: String, due: Day) {
    self.draft = draft
    self.places = places
    self.question = question
    self.due = due
  }

  /// Gives who was asked, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [String] {
    let act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.askingOpinions)
    if let refusal = Refusal(reasons(act, today: transaction.now.day)) { throw refusal }
    let orders = try places.map { place in
      WorkOrder(
        to: try place.holder(for: act.draft, in: transaction), kind: .opinionOnDraft, role: .coordinate,
        instruction: question, dueAt: Instant(due + 1), isAccepted: false)
    }
    let held = Set(act.items.filter { $0.kind == .opinionOnDraft && $0.isOpen }.map(\.holder))
    if let twice = orders.first(where: { held.contains($0.holder.principal) }) {
      throw Refusal(.conflict, "\(twice.holder.name) đang được lấy ý kiến; hãy đợi hoặc gia hạn.")
    }
    try act.work.give(orders, from: act.standing.writing, telling: .opinionAsked)
    let names = orders.map(\.holder.name)
    try act.end(.draftOpinionsAsked(names.joined(separator: "; "), question: question, due: due))
    return names
  }

  private func reasons(_ act: DraftAct, today: Day) -> [Refusal.Reason] {
    var reasons = DraftAccess.noteReasons(question)
    if places.isEmpty { reasons.append(.init("Hãy chọn nơi cần lấy ý kiến.", field: DraftField.next)) }
    if question.isEmpty { reasons.append(.init("Hãy ghi nội dung cần góp ý.", field: DraftField.note)) }
    if due < today { reasons.append(.init("Hạn \(due.text) đã qua.", field: DraftField.due)) }
    return reasons
  }
}

/// Says what one thinks of the version that is before one (góp ý).
package struct GiveDraftOpinion: Sendable {
  package var draft: Draft.ID
  package var item: WorkItem.ID
  package var stance: DraftOpinion.Stance
  package var text: String
  package var place: String
  package var excerpt: String
  /// Number of the version that was shown.
  package var seenVersion: Int
  /// On single articles and paragraphs of that version.
  package var comments: [DraftOpinion.Comment] = []

  package init(
    _ item: WorkItem.ID, on draft: Draft.ID, _ stance: DraftOpinion.Stance, text: String = "", place: String = "",
    excerpt: String = "", seen seenVersion: Int
  ) {
    self.item = item
    self.draft = draft
    self.stance = stance
    self.text = text
    self.place = place
    self.excerpt = excerpt
    self.seenVersion = seenVersion
  }

  static let placeLengthMax = 200
  static let excerptLengthMax = 1000
  static let commentsMax = 100

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.givingOpinion(item))
    let places = try DraftVersionStore(transaction).places(of: seenVersion, draft)
    if let refusal = Refusal(reasons(act.draft) + commentReasons(places)) { throw refusal }
    guard let held = act.items.first(where: { $0.id == item }) else { return }
    try DraftOpinionStore(transaction).add(
      DraftOpinion(
        id: try transaction.nextID(of: "draft_opinions"), item: item, versionNumber: seenVersion, stance: stance,
        text: text, place: place, excerpt: excerpt, author: actor.post, authorName: actor.titleOnRecord,
        at: transaction.now, comments: comments), to: draft)
    let words = ([text] + comments.map { "\($0.place): \($0.text)" }).filter { !$0.isEmpty }.joined(separator: "; ")
    try act.work.take(
      .finish, held, outcome: "\(stance.label)\(words.isEmpty ? "" : ": \(words)")", telling: .opinionGiven)
    try act.end(.draftOpinionGiven(stance.label, text: words, versionNumber: seenVersion))
  }

  /// A place must be one of the version that was seen, where that has articles at all.
  private func commentReasons(_ places: [String]) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if comments.count > Self.commentsMax {
      reasons.append(.init("Nhiều nhất \(Self.commentsMax) góp ý theo Điều, khoản.", field: DraftField.place))
    }
    for comment in comments {
      if comment.text.isEmpty || comment.place.isEmpty {
        reasons.append(.init("Mỗi góp ý theo Điều, khoản cần cả chỗ và nội dung.", field: DraftField.place))
      }
      if comment.place.count > Self.placeLengthMax || comment.text.count > DraftAccess.noteLengthMax {
        reasons.append(
          .init(
            "Góp ý ở «\(comment.place.prefix(40))» dài quá \(DraftAccess.noteLengthMax) ký tự.", field: DraftField.place
          ))
      }
    }
    for place in ([place] + comments.map(\.place)) where !place.isEmpty && !places.isEmpty && !places.contains(place) {
      reasons.append(.init("Bản \(seenVersion) không có «\(place)».", field: DraftField.place))
    }
    return reasons
  }

  private func reasons(_ draft: Draft) -> [Refusal.Reason] {
    var reasons = DraftAccess.noteReasons(text)
    if stance != .agree, text.isEmpty, comments.isEmpty {
      reasons.append(.init("Hãy ghi ý kiến: vì sao không nhất trí, cần sửa gì.", field: DraftField.note))
    }
    if !(1...max(draft.latestVersion, 1)).contains(seenVersion) {
      reasons.append(.init("Dự thảo không có bản \(seenVersion).", field: DraftField.seen))
    }
    if place.count > Self.placeLengthMax {
      reasons.append(.init("Dài quá \(Self.placeLengthMax) ký tự.", field: DraftField.place))
    }
    if excerpt.count > Self.excerptLengthMax {
      reasons.append(.init("Dài quá \(Self.excerptLengthMax) ký tự.", field: DraftField.excerpt))
    }
    return reasons
  }
}

/// Gives whoever was asked more time (gia hạn góp ý).
package struct ExtendDraftOpinion: Sendable {
  package var draft: Draft.ID
  package var item: WorkItem.ID
  package var due: Day
  package var reason: String

  package init(_ item: WorkItem.ID, on draft: Draft.ID, until due: Day, reason: String) {
    self.item = item
    self.draft = draft
    self.due = due
    self.reason = reason
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.extendingOpinion(item))
    var reasons = DraftAccess.reasons(reason, "gia hạn")
    if due < transaction.now.day { reasons.append(.init("Hạn \(due.text) đã qua.", field: DraftField.due)) }
    if let refusal = Refusal(reasons) { throw refusal }
    guard let asked = act.items.first(where: { $0.id == item }) else { return }
    try act.work.setDeadline(Instant(due + 1), of: asked, reason: reason)
    try act.end(.draftOpinionExtended(asked.holderName, due: due, reason: reason))
  }
}

extension AuditEvent {
  static func draftOpinionsAsked(_ whom: String, question: String, due: Day) -> AuditEvent {
    AuditEvent(
      code: "draft.opinionsAsked", sentence: "lấy ý kiến \(whom), hạn \(due.text): «\(question)»")
  }

  static func draftOpinionGiven(_ stance: String, text: String, versionNumber: Int) -> AuditEvent {
    let more = text.isEmpty ? "" : ": \(text)"
    return AuditEvent(
      code: "draft.opinionGiven", sentence: "góp ý bản \(versionNumber), \(stance.lowercased())\(more)")
  }

  static func draftOpinionExtended(_ whom: String, due: Day, reason: String) -> AuditEvent {
    AuditEvent(
      code: "draft.opinionExtended", sentence: "gia hạn góp ý cho \(whom) đến \(due.text), lý do: \(reason)")
  }
}

extension DraftStanding {
  /// Whoever writes it, or holds a station, asks others while it is not signed.
  var askingOpinions: Refusal? {
    if draft.isOver || draft.progress == .signed {
      return Refusal(.conflict, "Dự thảo «\(draft.progress.label)» nên không lấy ý kiến nữa.")
    }
    guard isDrafter || station?.item.isHeld(by: actor) == true else {
      return Refusal(.forbidden, "Chỉ người soạn thảo, hoặc người đang giữ dự thảo, lấy được ý kiến.")
    }
    return draft.latestVersion > 0 ? nil : Refusal(.conflict, "Chưa có tệp dự thảo để lấy ý kiến.")
  }

  func givingOpinion(_ id: WorkItem.ID) -> Refusal? {
    guard let item = items.first(where: { $0.id == id && $0.kind == .opinionOnDraft }) else {
      return Refusal(.notFound, "Không tìm thấy lần lấy ý kiến này.")
    }
    guard item.isHeld(by: actor) else { return Refusal(.forbidden, "Ý kiến này hỏi \(item.holderName).") }
    return item.isOpen ? nil : Refusal(.conflict, "Ý kiến này \(item.state.label.lowercased()), không góp thêm được.")
  }

  func extendingOpinion(_ id: WorkItem.ID) -> Refusal? {
    guard let item = items.first(where: { $0.id == id && $0.kind == .opinionOnDraft }) else {
      return Refusal(.notFound, "Không tìm thấy lần lấy ý kiến này.")
    }
    guard item.givenBy == actor.post || isDrafter else {
      return Refusal(.forbidden, "Chỉ người đã hỏi (\(item.giverName)) hoặc người soạn thảo gia hạn được.")
    }
    return item.isOpen ? nil : Refusal(.conflict, "Ý kiến này \(item.state.label.lowercased()), không gia hạn được.")
  }

  /// Everything that was asked, in order.
  var askedOpinions: [WorkItem] { items.filter { $0.kind == .opinionOnDraft } }
}
