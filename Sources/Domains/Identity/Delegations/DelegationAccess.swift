import Kernel

/// Who may lend whose work, and who may end that.
enum DelegationAccess {
  /// One's own post; a leader any post of the agency, for who fell ill. Whoever stands in lends nothing on.
  static func mayLend(postOf person: PersonID, in agency: AgencyID, _ actor: Actor) -> Bool {
    actor.onBehalfOf == nil && (actor.person == person || (actor.isLeader && actor.agency == agency))
  }

  /// Either of the two, or a leader of the agency.
  static func mayEnd(_ delegation: Delegation, _ actor: Actor) -> Bool {
    actor.onBehalfOf == nil
      && ([delegation.absentPerson, delegation.standInPerson].contains(actor.person)
        || (actor.isLeader && actor.agency == delegation.agency))
  }

  static let notOwn = Refusal(
    .forbidden,
    "Chỉ người giữ chức danh hoặc lãnh đạo cơ quan ủy quyền được; đang làm thay người khác thì không ủy quyền tiếp.")
  static let notConcerned = Refusal(
    .forbidden, "Chỉ người vắng, người làm thay hoặc lãnh đạo cơ quan kết thúc sớm được ủy quyền này.")
}
