import Audit
import Database
import Kernel
import Organization
import Work

/// Lays a rule down, or changes one (đặt quy tắc).
package struct LayRule: Sendable {
  /// The rule that is changed; nil for a new one, which is tried last.
  var rule: PresentingRule.ID?
  var terms: PresentingRule.Terms
  /// In whose name work is given: the actor's own post when they lead.
  var leader: PostID?
  var formVersion: Int

  package init(
    rule: PresentingRule.ID? = nil, terms: PresentingRule.Terms, leader: PostID? = nil, formVersion: Int = 0
  ) {
    self.rule = rule
    self.terms = terms
    self.leader = leader
    self.formVersion = formVersion
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> PresentingRule {
    guard PresentingRuleAccess.mayLay(actor) else { throw PresentingRuleAccess.notLayer }
    let store = PresentingRuleStore(transaction)
    let standing = try rule.map { try store.lock($0, visibleTo: actor) }
    if standing?.endedAt != nil { throw Refusal(.conflict, "Quy tắc này đã bỏ nên không sửa được.") }
    var reasons = terms.obstacles()
    let all = try store.list(of: actor.agency)
    if standing == nil, all.count >= PresentingRule.countMax {
      reasons.append(.init("Cơ quan đã có \(PresentingRule.countMax) quy tắc. Hãy bỏ bớt quy tắc không còn dùng."))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let leader = try leading(actor, transaction)
    let holder = try terms.holder?.holder(in: actor.agency, transaction)
    try refuseUnlessFits(transaction)
    var next =
      try standing
      ?? PresentingRule(
        id: try transaction.nextID(of: "presenting_rules"), agency: actor.agency,
        position: (all.map(\.position).max() ?? 0) + 1, terms: terms, leader: leader.id, leaderName: "",
        holderName: "", laidBy: actor.nameOnRecord, laidAt: transaction.now, version: 1)
    next.terms = terms
    (next.leader, next.leaderName) = (leader.id, "\(leader.personName), \(leader.title)")
    next.holderName = holder?.name ?? ""
    if let standing {
      try store.save(next, from: formVersion)
      let changes = next.changes(from: standing)
      try Audit.record(
        .presentingRuleChanged(next), on: .presentingRule(next.id), by: actor, changes: changes, in: transaction)
    } else {
      try store.add(next)
      try Audit.record(
        .presentingRuleLaid(next), on: .presentingRule(next.id), by: actor, changes: next.changes(from: nil),
        in: transaction)
    }
    return next
  }

  private func leading(_ actor: Actor, _ transaction: any Transaction) throws -> Post {
    let post = try OrganizationStore(transaction).post(actor.isLeader ? actor.post : leader ?? actor.post)
    guard post.agency == actor.agency, post.roles.contains(.leader), post.isHeld(on: transaction.now.day) else {
      throw Refusal(.invalid, "Hãy chọn lãnh đạo đứng tên giao việc.", field: PresentingRuleField.leader)
    }
    return post
  }

  /// Presented is a leader only.
  private func refuseUnlessFits(_ transaction: any Transaction) throws {
    guard terms.role == .decide else { return }
    if case .post(let post)? = terms.holder, try OrganizationStore(transaction).post(post).roles.contains(.leader) {
      return
    }
    throw Refusal(
      .invalid, "Chỉ trình thẳng lãnh đạo cơ quan. Nơi khác thì chọn chủ trì hoặc để biết.",
      field: PresentingRuleField.role)
  }
}

/// Ends a rule: it is tried no longer. What it did stays.
struct EndRule: Sendable {
  var rule: PresentingRule.ID
  var formVersion: Int

  @discardableResult
  func perform(by actor: Actor, in transaction: any Transaction) throws -> PresentingRule {
    guard PresentingRuleAccess.mayLay(actor) else { throw PresentingRuleAccess.notLayer }
    let store = PresentingRuleStore(transaction)
    var current = try store.lock(rule, visibleTo: actor)
    guard current.endedAt == nil else { throw Refusal(.conflict, "Quy tắc «\(current.terms.name)» đã bỏ từ trước.") }
    current.endedAt = transaction.now
    try store.save(current, from: formVersion)
    try Audit.record(.presentingRuleEnded(current), on: .presentingRule(rule), by: actor, in: transaction)
    return current
  }
}

/// Has a rule tried one place earlier or later.
struct MoveRule: Sendable {
  var rule: PresentingRule.ID
  var isUp: Bool
  var formVersion: Int

  @discardableResult
  func perform(by actor: Actor, in transaction: any Transaction) throws -> PresentingRule {
    guard PresentingRuleAccess.mayLay(actor) else { throw PresentingRuleAccess.notLayer }
    let store = PresentingRuleStore(transaction)
    var current = try store.lock(rule, visibleTo: actor)
    guard current.version == formVersion else { throw PresentingRuleStore.changedMeanwhile }
    let all = try store.list(of: actor.agency)
    guard let index = all.firstIndex(where: { $0.id == rule }), all.indices.contains(isUp ? index - 1 : index + 1)
    else {
      throw Refusal(.conflict, "Quy tắc «\(current.terms.name)» đã đứng \(isUp ? "đầu" : "cuối") danh sách.")
    }
    var other = try store.lock(all[isUp ? index - 1 : index + 1].id, visibleTo: actor)
    (current.position, other.position) = (other.position, current.position)
    try store.save(current, from: current.version)
    try store.save(other, from: other.version)
    try Audit.record(
      .presentingRuleMoved(current, before: isUp, other), on: .presentingRule(rule), by: actor, in: transaction)
    return current
  }
}

extension PresentingRule {
  func changes(from other: PresentingRule?) -> [AuditChange] {
    let (now, then) = (terms, other?.terms)
    return [
      .between("Tên", then?.name, now.name), .between("Sổ", then?.bookName, now.bookName),
      .between("Loại", then?.typeKey, now.typeKey), .between("Nơi gửi có chữ", then?.issuerWords, now.issuerWords),
      .between("Trích yếu có chữ", then?.subjectWords, now.subjectWords),
      .between("Nơi nhận", other?.holderName, holderName), .between("Vai trò", then?.role.label, now.role.label),
      .between("Số ngày làm việc", then?.termDays.map { "\($0)" }, now.termDays.map { "\($0)" }),
      .between("Căn cứ", then?.basis, now.basis), .between("Đứng tên", other?.leaderName, leaderName),
    ].compactMap { $0 }.filter { !($0.before ?? "").isEmpty || !($0.after ?? "").isEmpty }
  }
}

/// Lines of the audit trail about rules, and of documents that one passed on.
extension AuditEvent {
  static func presentingRuleLaid(_ rule: PresentingRule) -> AuditEvent {
    AuditEvent(
      code: "presentingRule.laid", sentence: "đặt quy tắc chuyển văn bản đến «\(rule.terms.name)»: \(rule.effect)")
  }

  static func presentingRuleChanged(_ rule: PresentingRule) -> AuditEvent {
    AuditEvent(code: "presentingRule.changed", sentence: "sửa quy tắc chuyển văn bản đến «\(rule.terms.name)»")
  }

  static func presentingRuleEnded(_ rule: PresentingRule) -> AuditEvent {
    AuditEvent(code: "presentingRule.ended", sentence: "bỏ quy tắc chuyển văn bản đến «\(rule.terms.name)»")
  }

  static func presentingRuleMoved(_ rule: PresentingRule, before isUp: Bool, _ other: PresentingRule) -> AuditEvent {
    AuditEvent(
      code: "presentingRule.moved",
      sentence: "đưa quy tắc «\(rule.terms.name)» lên \(isUp ? "trước" : "sau") «\(other.terms.name)»")
  }

  static func incomingSentByRule(_ rule: PresentingRule, to places: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.sentByRule",
      sentence: "chuyển theo quy tắc «\(rule.terms.name)» do \(rule.leaderName) đặt: \(places)")
  }
}
