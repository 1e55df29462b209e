import Audit
import Database
import Kernel
import Organization
import Work

/// Another stands in a rule where somebody who leaves stood (bàn giao): as the leader in whose name work is given, or as
/// where documents go (HS-11). What the rule did stays under the old name.
struct HandOverRule: Sendable {
  var rule: PresentingRule.ID
  var successor: Post
  var reason: String

  @discardableResult
  func perform(by actor: Actor, in transaction: any Transaction) throws -> PresentingRule {
    let store = PresentingRuleStore(transaction)
    guard let current = try store.held(rule, naming: actor.post), current.agency == successor.agency else {
      throw Refusal(.conflict, "Quy tắc này không còn nêu tên người bàn giao.")
    }
    let name = current.terms.name
    let (leads, receives) = (current.leader == actor.post, current.terms.holder == .post(actor.post))
    guard !(leads || current.terms.role == .decide) || successor.roles.contains(.leader) else {
      throw Refusal(
        .conflict,
        leads
          ? "Quy tắc «\(name)» giao việc thay lãnh đạo; chỉ lãnh đạo cơ quan nhận, hoặc bỏ quy tắc."
          : "Quy tắc «\(name)» trình thẳng lãnh đạo; chỉ lãnh đạo cơ quan nhận, hoặc bỏ quy tắc.")
    }
    var next = current
    if leads { (next.leader, next.leaderName) = (successor.id, "\(successor.personName), \(successor.title)") }
    if receives {
      let holder = HolderChoice.post(successor.id)
      next.terms.holder = holder
      next.holderName = try holder.holder(in: current.agency, transaction).name
    }
    try store.save(next, from: current.version)
    try Audit.record(
      .presentingRuleHandedOver(next, to: successor, reason), on: .presentingRule(rule), by: actor,
      changes: next.changes(from: current), in: transaction)
    return next
  }
}

/// Rules for passing documents on that name a post (HS-11): they would give work to nobody, or in nobody's name.
struct OwnedRules: OwnedThings {
  let code = "presentingRule"
  let title = "Quy tắc chuyển văn bản đến có nêu tên"

  func count(of post: PostID, in transaction: any Transaction) throws -> Int {
    try PresentingRuleStore(transaction).naming(post, after: 0, limit: OwnedByPosts.countMax + 1).count
  }

  func things(
    of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [OwnedThing] {
    try PresentingRuleStore(transaction).naming(owner.post, after: key, limit: limit).map { rule in
      OwnedThing(
        key: rule.id.number, record: nil, code: "Quy tắc", subject: "\(rule.terms.name): \(rule.effect)",
        state: rule.leader == owner.post ? "đứng tên giao việc" : "nơi nhận", path: IncomingDocumentPaths.rules)
    }
  }

  /// A leader's place is taken by a leader.
  func receivers(of owner: Actor, among posts: [Post]) -> [Post] {
    owner.isLeader ? posts.filter { $0.roles.contains(.leader) } : posts
  }

  func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws {
    guard let receiver else { throw Refusal(.invalid, "Chưa chọn người nhận.") }
    try HandOverRule(rule: .init(key), successor: receiver, reason: reason).perform(by: owner, in: transaction)
  }
}

extension AuditEvent {
  fileprivate static func presentingRuleHandedOver(
    _ rule: PresentingRule, to post: Post, _ reason: String
  ) -> AuditEvent {
    AuditEvent(
      code: "presentingRule.handedOver",
      sentence:
        "bàn giao quy tắc chuyển văn bản đến «\(rule.terms.name)» cho \(post.personName), \(post.title), lý do: \(reason)"
    )
  }
}
