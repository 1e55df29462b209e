import Audit
import Database
import Documents
import Jobs
import Kernel
import Organization
import Work

/// Asks that everything of a person, or what is chosen of it, goes to others (bàn giao khi nghỉ, chuyển công tác): what is
/// wrong with the form is said before anything is done; what is wrong with a single thing is said in its line.
package struct BeginHandover: Sendable {
  /// To whom the things of one kind of one post go.
  package enum Choice: Sendable, Equatable {
    case to(PostID)
    case nobody
  }

  /// One kind of one post.
  package struct Group: Hashable, Sendable {
    package var post: PostID
    package var code: String

    package init(_ post: PostID, _ code: String) {
      self.post = post
      self.code = code
    }
  }

  package var person: PersonID
  package var reason: Handover.Reason?
  package var note: String
  /// For every kind that is not chosen apart.
  package var receiver: PostID?
  package var choices: [Group: Choice]
  /// What posts may own, of every domain.
  package var owned: OwnedByPosts

  package init(
    _ person: PersonID, to receiver: PostID? = nil, reason: Handover.Reason?, note: String = "",
    choices: [Group: Choice] = [:], owned: OwnedByPosts
  ) {
    self.person = person
    self.receiver = receiver
    self.reason = reason
    self.note = note.normalizedLine
    self.choices = choices
    self.owned = owned
  }

  /// Few are done before the answer; the job then only finds what a stopped server left behind.
  package static let atOnceMax = 20
  private static let leftBehind = Duration.seconds(20)
  private static let pageMax = 200

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Handover {
    let organization = OrganizationStore(transaction)
    let posts = try LeavingPosts.of(person, for: actor, in: transaction)
    if let refusal = Refusal(try obstacles(posts, in: transaction)) { throw refusal }
    guard let first = posts.first, let reason else { throw HandoverAccess.notHere }
    let lines = try lines(of: posts, by: actor, organization, in: transaction)
    guard lines.contains(where: { owned[$0.kind]?.staysBecause == nil }) else {
      let stays = lines.first.flatMap { owned[$0.kind]?.staysBecause }
      throw Refusal(.conflict, stays ?? "Không có gì để bàn giao cho người đã chọn. Hãy tải lại trang.")
    }
    let handover = Handover(
      id: try transaction.nextID(of: "handovers"), agency: first.agency, agencyName: first.agencyName, person: person,
      personName: first.personName, reason: reason, note: note, account: actor.account, post: actor.post,
      askedBy: actor.titleOnRecord, askedAt: transaction.now)
    try HandoverStore(transaction).add(handover, lines)
    let event = AuditEvent.handoverBegun(handover.personName, lines.count, reason: handover.reasonText)
    for record in [RecordReference.handover(handover.id), .person(person)] {
      try Audit.record(event, on: record, by: actor, in: transaction)
    }
    try Jobs.add(
      RunHandoverJob.self, payload: RunHandoverJob.Payload(handover: handover.id), in: transaction,
      notBefore: lines.count <= Self.atOnceMax ? transaction.now + Self.leftBehind : nil,
      subject: .handover(handover.id), shownTitle: "Bàn giao của \(handover.personName) (\(lines.count) việc, tài liệu)"
    )
    return handover
  }

  private func obstacles(_ posts: [Post], in transaction: any Transaction) throws -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if reason == nil { reasons.append(.init("Hãy chọn lý do bàn giao.", field: HandoverField.reason)) }
    if reason == .other, note.isEmpty { reasons.append(.init("Hãy ghi lý do khác là gì.", field: HandoverField.note)) }
    if note.count > Handover.noteLengthMax {
      reasons.append(.init("Dài quá \(Handover.noteLengthMax) ký tự.", field: HandoverField.note))
    }
    try Secrecy.refuseMarked([note])
    func check(_ receiver: PostID, _ field: String, from: PostID?) throws {
      let post = try OrganizationStore(transaction).post(receiver)
      if !post.isHeld(on: transaction.now.day) || !posts.contains(where: { $0.agency == post.agency }) {
        reasons.append(.init("Người nhận phải đang giữ chức danh trong cùng cơ quan.", field: field))
      } else if receiver == from || (from == nil && posts.allSatisfy { $0.id == receiver }) {
        reasons.append(.init("Người nhận phải là chức danh khác.", field: field))
      }
    }
    if let receiver { try check(receiver, HandoverField.receiver, from: nil) }
    for (group, choice) in choices.sorted(by: { ($0.key.post.number, $0.key.code) < ($1.key.post.number, $1.key.code) })
    {
      guard case .to(let receiver) = choice else { continue }
      try check(receiver, HandoverField.receiver(of: group.post, group.code), from: group.post)
    }
    if receiver == nil, !choices.values.contains(where: { $0 != .nobody }) {
      reasons.append(.init("Hãy chọn người nhận, cho tất cả hoặc cho từng nhóm.", field: HandoverField.receiver))
    }
    return reasons
  }

  /// A line for each thing that somebody was chosen for, as it is called now.
  private func lines(
    of posts: [Post], by actor: Actor, _ organization: OrganizationStore, in transaction: any Transaction
  ) throws -> [HandoverLine] {
    var lines: [HandoverLine] = []
    for left in try owned.left(of: posts, in: transaction) {
      guard let kind = owned[left.code] else { continue }
      let receiver = try self.receiver(of: left, kind, organization)
      // What stays is told beside what went, when everything was to go.
      let isTold = receiver != nil || !kind.needsReceiver || (kind.staysBecause != nil && self.receiver != nil)
      guard isTold, lines.count < Handover.linesMax else { continue }
      let owner = Actor.inPlace(ofHolderOf: left.post, actor)
      var key: Int64 = 0
      while true {
        let things = try kind.things(of: owner, after: key, limit: Self.pageMax, in: transaction)
        for thing in things.prefix(Handover.linesMax - lines.count) {
          lines.append(HandoverLine(lines.count + 1, thing, kind, from: left.post, to: receiver))
        }
        guard things.count == Self.pageMax, lines.count < Handover.linesMax, let last = things.last else { break }
        key = last.key
      }
    }
    return lines
  }

  /// Nil where it stays, and where nobody takes it over. Whoever was chosen for all gets nothing of their own posts and
  /// nothing of another agency.
  private func receiver(
    of left: OwnedByPosts.Left, _ kind: any OwnedThings, _ organization: OrganizationStore
  ) throws -> Post? {
    guard kind.needsReceiver, kind.staysBecause == nil else { return nil }
    switch choices[Group(left.post.id, left.code)] {
    case .nobody: return nil
    case .to(let receiver): return try organization.post(receiver)
    case nil:
      guard let receiver, receiver != left.post.id else { return nil }
      let post = try organization.post(receiver)
      return post.agency == left.post.agency ? post : nil
    }
  }
}

extension HandoverLine {
  init(_ position: Int, _ thing: OwnedThing, _ kind: any OwnedThings, from: Post, to: Post?) {
    self.init(
      position: position, kind: kind.code, kindTitle: kind.title, key: thing.key, from: from.id,
      fromName: from.label, to: to?.id, toName: to.map { "\($0.personName), \($0.label)" } ?? "",
      record: thing.record, codeText: thing.code, subject: thing.subject, dueAt: thing.dueAt, stateText: thing.state,
      path: thing.path)
  }
}

/// Which posts of a person, held or ended, an actor may hand over from.
enum LeavingPosts {
  static func of(_ person: PersonID, for actor: Actor, in transaction: any Transaction) throws -> [Post] {
    let organization = OrganizationStore(transaction)
    let all = try organization.posts(of: person, withEnded: true)
    guard !all.isEmpty else {
      throw Refusal(.notFound, "Không tìm thấy người này, hoặc người này chưa giữ chức danh nào.")
    }
    let posts = try all.filter {
      HandoverAccess.mayHandOver($0, path: try organization.path(of: $0.agency), actor)
    }
    guard !posts.isEmpty else { throw HandoverAccess.notHere }
    return posts
  }
}
