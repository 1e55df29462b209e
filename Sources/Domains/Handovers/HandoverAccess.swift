import Kernel
import Organization
import Work

/// Who may hand over what a post owns, and who may see that it was handed over (HS-11, AN-08).
package enum HandoverAccess {
  /// Whoever holds or held the post; the head of its unit; an administrator of its agency.
  ///
  /// - Parameter path: the post's agency and its superiors.
  package static func mayHandOver(_ post: Post, path: [AgencyID], _ actor: Actor) -> Bool {
    actor.person == post.person || OrganizationAccess.mayAdminister(path: path, actor)
      || (actor.roles.contains(.unitHead) && actor.unit == post.unit)
  }

  /// Those who may hand over one of its posts, whoever pressed, and each receiver.
  package static func maySee(
    _ handover: Handover, givers: [(post: Post, path: [AgencyID])], receivers: Set<PostID>, _ actor: Actor
  ) -> Bool {
    handover.person == actor.person || receivers.contains(actor.post) || handover.post == actor.post
      || givers.contains { mayHandOver($0.post, path: $0.path, actor) }
  }

  /// One of the two sides of a line: reads what was handed over, whether they still may see the record or not. All others
  /// read it within their rights.
  package static func isParty(_ line: HandoverLine, of handover: Handover, _ actor: Actor) -> Bool {
    handover.person == actor.person || (line.outcome == .done && line.to == actor.post)
  }

  static let notHere = Refusal(
    .forbidden,
    "Chỉ chính người này, lãnh đạo đơn vị của họ và quản trị của cơ quan mở được trang bàn giao này.")
  static let notFound = Refusal(.notFound, "Không tìm thấy lần bàn giao này.")
}
