import Audit
import Database
import Kernel
import Organization

/// Lends a post's work to another person of the agency, from one day through another (ủy quyền xử lý).
package struct LendPost: Sendable {
  package var post: PostID
  package var standIn: PostID
  package var firstDay: Day
  package var lastDay: Day
  package var scope: Delegation.Scope
  /// Only documents of these types; empty: of all.
  package var kinds: [Delegation.Kind] = []
  package var reason: String

  package init(
    _ post: PostID, to standIn: PostID, from firstDay: Day, through lastDay: Day, scope: Delegation.Scope = .all,
    reason: String
  ) {
    self.post = post
    self.standIn = standIn
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.scope = scope
    self.reason = reason
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Delegation {
    let store = DelegationStore(transaction)
    try store.lockPost(post)
    let organization = OrganizationStore(transaction)
    let (absent, other) = (try organization.post(post), try organization.post(standIn))
    guard DelegationAccess.mayLend(postOf: absent.person, in: absent.agency, actor) else {
      throw DelegationAccess.notOwn
    }
    if let refusal = Refusal(try obstacles(absent, other, in: transaction)) { throw refusal }
    let delegation = Delegation(
      id: try transaction.nextID(of: "delegations"), agency: absent.agency, absentPost: post,
      absentPerson: absent.person, absentName: "\(absent.personName), \(absent.title)", standInPost: standIn,
      standInPerson: other.person, standInName: other.personName, firstDay: firstDay, lastDay: lastDay, scope: scope,
      kinds: kinds, reason: reason, madeBy: actor.personName, madeAt: transaction.now)
    try store.add(delegation)
    try Audit.record(.postLent(delegation), on: .delegation(delegation.id), by: actor, in: transaction)
    return delegation
  }

  private func obstacles(_ absent: Post, _ other: Post, in transaction: any Transaction) throws -> [Refusal.Reason] {
    let today = transaction.now.day
    var reasons: [Refusal.Reason] = []
    func add(_ message: String, _ field: String) { reasons.append(.init(message, field: field)) }
    if !absent.isHeld(on: today) { add("Chức danh này không còn ai giữ.", DelegationField.post) }
    if scope.roles(of: absent.roles).isEmpty {
      add("Chức danh \(absent.label) không có việc nào thuộc phạm vi «\(scope.label)».", DelegationField.scope)
    }
    if other.agency != absent.agency || !other.isHeld(on: today) {
      add("Người làm thay phải đang giữ chức danh trong cùng cơ quan.", DelegationField.standIn)
    } else if other.person == absent.person {
      add("Người làm thay phải là người khác.", DelegationField.standIn)
    }
    if firstDay < today { add("Ngày bắt đầu không được trước hôm nay.", DelegationField.firstDay) }
    if lastDay < firstDay { add("Ngày cuối không được trước ngày bắt đầu.", DelegationField.lastDay) }
    if lastDay.number - firstDay.number >= Delegation.daysMax {
      add("Mỗi lần ủy quyền nhiều nhất \(Delegation.daysMax) ngày.", DelegationField.lastDay)
    }
    if reason.isEmpty { add("Hãy ghi lý do, ví dụ: nghỉ phép, đi công tác.", DelegationField.reason) }
    if reason.count > Delegation.reasonLengthMax {
      add("Lý do dài quá \(Delegation.reasonLengthMax) ký tự.", DelegationField.reason)
    }
    if let standing = try DelegationStore(transaction).overlapping(of: post, firstDay, lastDay) {
      add(
        "Đã ủy quyền cho \(standing.standInName) từ \(standing.firstDay.text) đến \(standing.lastDay.text). Hãy kết thúc sớm hoặc chọn ngày khác.",
        DelegationField.firstDay)
    }
    return reasons
  }
}

/// Ends it before its last day: the stand-in acts no more from their next press on.
package struct EndDelegation: Sendable {
  package var delegation: Delegation.ID

  package init(_ delegation: Delegation.ID) { self.delegation = delegation }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Delegation {
    let store = DelegationStore(transaction)
    let current = try store.lock(delegation, visibleTo: actor)
    guard DelegationAccess.mayEnd(current, actor) else { throw DelegationAccess.notConcerned }
    guard current.endedAt == nil, current.lastDay >= transaction.now.day else {
      throw Refusal(.conflict, "Ủy quyền này \(current.stateText(on: transaction.now.day)).")
    }
    try store.end(current, by: actor)
    try Audit.record(.postTakenBack(current), on: .delegation(current.id), by: actor, in: transaction)
    return current
  }
}

/// Names of the fields of the form.
enum DelegationField {
  static let post = "chuc-danh"
  static let standIn = "nguoi-thay"
  static let firstDay = "tu-ngay"
  static let lastDay = "den-ngay"
  static let scope = "pham-vi"
  /// One for each type of documents.
  static func kind(_ key: String) -> String { "loai-\(key)" }
  static let reason = "ly-do"
}
