import Kernel

/// Who may do what with a review that they see: pure functions.
package enum DisposalAccess {
  /// How somebody stands to it, each way that fits.
  package enum Standing: String, Sendable, CaseIterable {
    /// Lưu trữ: makes the list.
    case archivist
    /// Lãnh đạo: decides, never on a list of their own.
    case leader
    /// Sits on its council.
    case member
  }

  /// Who may take which step.
  package static let allowed: [DisposalReview.Step: Standing] = [
    .fill: .archivist, .takeOut: .archivist, .appoint: .archivist, .submit: .archivist, .speak: .member,
    .withdraw: .archivist, .decide: .leader, .destroy: .archivist, .cancel: .archivist,
  ]

  package static func standings(
    of actor: Actor, in review: DisposalReview, _ council: [CouncilMember]
  ) -> Set<Standing> {
    var found: Set<Standing> = []
    guard actor.agency == review.agency else { return found }
    if actor.roles.contains(.archivist) { found.insert(.archivist) }
    if actor.isLeader { found.insert(.leader) }
    if council.contains(where: { $0.post == actor.post }) { found.insert(.member) }
    return found
  }

  /// Why this person may not take a step; nil when they may and nothing stands against it.
  package static func refusal(
    of step: DisposalReview.Step, by actor: Actor, in review: DisposalReview, _ council: [CouncilMember]
  ) -> Refusal? {
    guard let wanted = allowed[step], standings(of: actor, in: review, council).contains(wanted) else {
      return Refusal(.forbidden, why(step))
    }
    if step == .decide, actor.account == review.makerAccount {
      return Refusal(.forbidden, "Người lập danh mục không được quyết định hủy theo chính danh mục đó.")
    }
    return review.obstacle(to: step)
  }

  private static func why(_ step: DisposalReview.Step) -> String {
    switch allowed[step] {
    case .leader: "Chỉ lãnh đạo cơ quan quyết định hủy."
    case .member: "Chỉ thành viên hội đồng cho ý kiến."
    default: "Chỉ người làm lưu trữ của cơ quan làm được việc này."
    }
  }

  /// Who looks after reviews of an agency.
  package static func mayMake(_ actor: Actor) -> Bool { actor.roles.contains(.archivist) }

  /// Who may lay and lift orders that keep dossiers as they are (PL6-97).
  package static func mayHold(_ actor: Actor) -> Bool {
    actor.roles.contains(.archivist) || actor.isLeader || actor.isHeadOfOffice
  }

  static let notMaker = Refusal(.forbidden, "Chỉ người làm lưu trữ của cơ quan lập đợt xét hủy.")
  static let notHolder = Refusal(
    .forbidden, "Chỉ lưu trữ, lãnh đạo và chánh văn phòng của cơ quan ghi và bỏ lệnh giữ nguyên.")
}
