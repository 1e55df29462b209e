import Kernel
import Markup
import Organization

/// Who is told who sees a record, and why (ai xem được, vì sao; PL6-63). It tells of other people, so it is for those who
/// answer for the agency's records: leaders, the head of office, the archive. Never of what they do not see themselves.
package enum WhoSees {
  package static func may(_ actor: Actor) -> Bool {
    actor.isLeader || actor.isHeadOfOffice || actor.roles.contains(.archivist)
  }

  static let refusal = Refusal(
    .forbidden, "Chỉ lãnh đạo, chánh văn phòng và lưu trữ xem được ai xem được hồ sơ, văn bản này và vì sao.")

  /// Why the reader sees the record, with the ways to everybody else's reasons and to who looked at it, for whoever may
  /// take them.
  package static func shown(
    _ reasons: [String], of record: RecordReference, _ answering: RecordAnswering? = nil, to actor: Actor
  ) -> HTML {
    let link: HTML = .when(
      may(actor), " <a href=\"\(FramePaths.whoSees(kind: record.code, number: record.number))\">Ai xem được, vì sao</a>"
    )
    return "\(reasons.joined(separator: "; "))\(link) \(RecordAccesses.link(to: record, answering, for: actor))"
  }

  /// Through what somebody with this post holds a principal.
  static func way(_ principal: Principal, _ post: Post) -> String {
    if principal == .post(post.id) { return "chính người này" }
    if principal == .unit(post.unit) { return "lãnh đạo, văn thư đơn vị" }
    let roles: [(Principal.AgencyRole, Role)] = [
      (.registryClerk, .registryClerk), (.leader, .leader), (.headOfOffice, .headOfOffice), (.archivist, .archivist),
    ]
    let found = roles.first { principal == .agencyRole(post.agency, $0.0) }?.1.label
    return found?.lowercased() ?? "văn thư, lãnh đạo, chánh văn phòng"
  }
}

/// One line of the access table with its time.
struct ToldGrant: Sendable, Equatable {
  var grant: Grant
  var since: Instant
}
