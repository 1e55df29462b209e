import Audit
import Database
import Documents
import Kernel
import Notifications
import Organization
import Work

/// A leader's directive (bút phê): the text and all places it names, with their deadlines, in one act (DEN-11, DEN-13).
package struct GiveDirective: Sendable {
  package var document: IncomingDocument.ID
  package var text: String
  package var places: [DirectedTo]
  /// The leader whose paper directive a clerk keys in (DEN-12); nil when the actor writes their own.
  package var keyedFor: PostID?
  /// The day on that paper, from which its transfer counts (DEN-02); nil for today.
  package var writtenOn: Day?
  /// The handwriting it is keyed in from; already kept in the vault.
  package var handwriting: KeptFile?
  /// The clerk has looked: no secrecy mark on it (MAT-05).
  package var isVouchedOpen = false
  /// Whoever leads owes a written reply.
  package var needsReply: Bool

  package init(
    _ document: IncomingDocument.ID, text: String, places: [DirectedTo], keyedFor: PostID? = nil,
    needsReply: Bool = false
  ) {
    self.document = document
    self.text = text
    self.places = places
    self.keyedFor = keyedFor
    self.needsReply = needsReply
  }

  /// Gives what was given to whom, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let author = try author(of: act.document, actor, transaction)
    var reasons = places.obstacles(today: transaction.now.day)
    if text.isEmpty { reasons.append(.init("Hãy ghi ý kiến chỉ đạo.", field: HandlingField.text)) }
    if text.count > HandlingAccess.textLengthMax {
      reasons.append(.init("Ý kiến dài quá \(HandlingAccess.textLengthMax) ký tự.", field: HandlingField.text))
    }
    reasons += handwritingObstacles + writtenObstacles(act.document, today: transaction.now.day)
    if let refusal = Refusal(reasons) { throw refusal }
    if let other = otherLead(act, author.post) { throw other }
    let orders = try act.orders(for: places, instruction: text, needsReply: needsReply)
    let work = try work(of: author, act)
    let asked = try asked(of: author, act, work)
    try work.give(orders, from: asked)
    let moved = try work.take(waits ? .passOn : .finish, asked, outcome: text)
    if !waits { try act.settle(above: moved, outcome: text) }
    let directive: Directive.ID = try transaction.nextID(of: "directives")
    try HandlingStore(transaction).add(
      Directive(
        id: directive, document: document, author: author.post, authorName: author.name,
        text: text, givenAt: transaction.now, keyedBy: keyedFor == nil ? nil : actor.nameOnRecord,
        writtenOn: keyedFor == nil ? nil : writtenOn ?? transaction.now.day))
    if let handwriting { try HandwritingStore(transaction).add(handwriting, to: directive, on: document) }
    if keyedFor == nil {
      try ReadyPhraseStore(transaction).learn(ReadyPhrase.learnt(from: text), of: author.post, from: document)
    }
    let given = [DirectedTo].text(orders)
    try act.end(
      .incomingDirected(text, keyedFor: keyedFor == nil ? nil : author.name, to: given), sending: .direct,
      directive: directive)
    return given
  }

  /// What a clerk keys in is given in the leader's name: it stands in what they gave, comes back to them, and is theirs
  /// alone to change and to take back (DEN-12).
  private func work(of author: (post: PostID, name: String), _ act: HandlingAct) throws -> Work {
    guard keyedFor != nil else { return act.work }
    let leader = try OrganizationStore(act.transaction).post(author.post)
    return Work(
      on: .incomingDocument(document), by: act.actor, inNameOf: WorkGiver(leader.id, name: leader.personName),
      in: act.transaction)
  }

  /// The leader's own item, at the top of what the directive gives: the one presented, or one made now. They are told
  /// when a clerk keys a directive in for them.
  private func asked(
    of author: (post: PostID, name: String), _ act: HandlingAct, _ work: Work
  ) throws -> WorkItem {
    let open = act.items.first { $0.isAskedDirective && $0.holder == .post(author.post) }
    guard let open else {
      let holder = try HolderChoice.post(author.post).holder(in: act.document.agency, act.transaction)
      return try work.give(
        [WorkOrder(to: holder, kind: .directIncoming, role: .decide, instruction: keyedFor == nil ? "" : text)],
        telling: keyedFor == nil ? nil : .directiveKeyed)[0]
    }
    if keyedFor != nil {
      try Notifications.tell(
        .directiveKeyed, [.post(author.post)], on: work.subject, text, by: act.actor, source: open.id.number,
        in: act.transaction)
    }
    return open
  }

  /// One leads the whole document, whichever leader named it (DEN-11).
  private func otherLead(_ act: HandlingAct, _ author: PostID) -> Refusal? {
    guard places.contains(where: { $0.role == .lead }) else { return nil }
    let leaders = act.items.filter { $0.role == .decide && $0.holder != .post(author) }.map(\.id)
    guard
      let lead = act.items.first(where: { $0.role == .lead && $0.isOpen && $0.parent.map(leaders.contains) == true })
    else { return nil }
    return Refusal(
      .conflict,
      "\(lead.giverName) đã giao \(lead.holderName) chủ trì. Người đã giao thu hồi trước thì mới đổi được nơi chủ trì.")
  }

  private var handwritingObstacles: [Refusal.Reason] {
    guard let handwriting else { return [] }
    var reasons = [Handwriting.obstacle(handwriting)].compactMap { $0 }
    if keyedFor == nil {
      reasons.append(.init("Bút tích chỉ kèm bút phê trên giấy do văn thư nhập.", field: HandlingField.handwriting))
    }
    if !isVouchedOpen {
      reasons.append(
        .init(
          "Hãy xem từng trang của bản chụp rồi tích «\(Secrecy.vouchLabel)».", field: RegistrationField.vouchedOpen))
    }
    return reasons
  }

  private func writtenObstacles(_ document: IncomingDocument, today: Day) -> [Refusal.Reason] {
    guard let writtenOn else { return [] }
    if keyedFor == nil {
      return [.init("Ngày bút phê chỉ ghi cho bút phê trên giấy do văn thư nhập.", field: HandlingField.writtenOn)]
    }
    if writtenOn > today { return [.init("Ngày bút phê không được sau hôm nay.", field: HandlingField.writtenOn)] }
    guard writtenOn >= document.facts.arrivalDate else {
      return [
        .init(
          "Ngày bút phê không được trước ngày đến (\(document.facts.arrivalDate.text)).",
          field: HandlingField.writtenOn)
      ]
    }
    return []
  }

  /// Whether somebody's work is waited for.
  private var waits: Bool { places.contains { $0.role != .inform } }

  private func author(
    of document: IncomingDocument, _ actor: Actor, _ transaction: any Transaction
  ) throws -> (post: PostID, name: String) {
    guard let keyedFor else {
      guard HandlingAccess.mayDirect(document, actor) else { throw HandlingAccess.notLeader }
      return (actor.post, actor.titleOnRecord)
    }
    guard HandlingAccess.mayKeyDirective(document, actor) else { throw HandlingAccess.notClerk }
    let post = try OrganizationStore(transaction).post(keyedFor)
    guard post.agency == document.agency, post.roles.contains(.leader) else {
      throw Refusal(.invalid, "Chỉ nhập thay bút phê của lãnh đạo cơ quan.", field: HandlingField.places)
    }
    return (post.id, "\(post.personName), \(post.title)")
  }
}
