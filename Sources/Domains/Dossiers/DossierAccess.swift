import Kernel

/// Who may do what with a dossier that they see: pure functions.
package enum DossierAccess {
  /// How somebody stands to a dossier, the strongest that fits.
  package enum Standing: String, Sendable, CaseIterable {
    /// Người lập hồ sơ.
    case maker
    /// The head of the unit in which it is made, who answers for its filing (HS-12).
    case unitHead
    /// Works on it together with the maker; a unit's clerk does too.
    case contributor
    /// Sees it: takes part as a reader, or looks after the agency's filing.
    case reader
  }

  /// Who may take which step.
  package static let allowed: [Dossier.Step: Set<Standing>] = [
    .change: [.maker, .unitHead], .fill: [.maker, .unitHead, .contributor], .note: [.maker, .unitHead, .contributor],
    .share: [.maker, .unitHead], .close: [.maker, .unitHead], .reopen: [.maker, .unitHead],
  ]

  package static func standing(
    of actor: Actor, in dossier: Dossier, _ participants: [DossierParticipant]
  ) -> Standing {
    if actor.post == dossier.makerPost { return .maker }
    if actor.unit == dossier.unit, actor.roles.contains(.unitHead) { return .unitHead }
    if actor.unit == dossier.unit, actor.roles.contains(.unitClerk) { return .contributor }
    let held = Set(actor.principals)
    return participants.contains { $0.role == .contributor && held.contains($0.holder) } ? .contributor : .reader
  }

  package static func may(_ step: Dossier.Step, _ standing: Standing) -> Bool {
    allowed[step]?.contains(standing) ?? false
  }

  /// Why this person may not; nil when they may and nothing stands against it.
  package static func refusal(of step: Dossier.Step, _ standing: Standing, _ dossier: Dossier) -> Refusal? {
    guard may(step, standing) else {
      let who = allowed[step]?.contains(.contributor) == true ? ", người cùng lập" : ""
      return Refusal(
        .forbidden,
        "Chỉ người lập hồ sơ (\(dossier.makerName))\(who) và lãnh đạo \(dossier.unitName) làm được việc này.")
    }
    return dossier.obstacle(to: step)
  }
}
