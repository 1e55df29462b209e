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
    /// Looks after the archive of its agency.
    case archivist
    /// Sees it: takes part as a reader, or looks after the agency's filing.
    case reader
  }

  /// Who may take which step.
  package static let allowed: [Dossier.Step: Set<Standing>] = [
    .change: [.maker, .unitHead], .fill: [.maker, .unitHead, .contributor], .note: [.maker, .unitHead, .contributor],
    .share: [.maker, .unitHead], .unshare: [.maker, .unitHead], .close: [.maker, .unitHead],
    .reopen: [.maker, .unitHead],
    .submit: [.maker, .unitHead], .withdraw: [.maker], .giveBack: [.archivist], .accept: [.archivist],
    .handOver: [.maker, .unitHead],
  ]

  /// Whether somebody looks after the archive of the dossier's agency, whatever else they are to it: in a small agency one
  /// person makes dossiers and keeps the archive.
  package static func isArchivist(_ actor: Actor, of dossier: Dossier) -> Bool {
    actor.agency == dossier.agency && actor.roles.contains(.archivist)
  }

  package static func standing(
    of actor: Actor, in dossier: Dossier, _ participants: [DossierParticipant]
  ) -> Standing {
    if actor.post == dossier.makerPost { return .maker }
    if actor.unit == dossier.unit, actor.roles.contains(.unitHead) { return .unitHead }
    if actor.unit == dossier.unit, actor.roles.contains(.unitClerk) { return .contributor }
    let held = Set(actor.principals)
    if participants.contains(where: { $0.role == .contributor && held.contains($0.holder) }) { return .contributor }
    return isArchivist(actor, of: dossier) ? .archivist : .reader
  }

  package static func may(_ step: Dossier.Step, _ standing: Standing, isArchivist: Bool = false) -> Bool {
    guard let allowed = allowed[step] else { return false }
    return allowed.contains(standing) || (isArchivist && allowed.contains(.archivist))
  }

  /// Why this person may not; nil when they may and nothing stands against it.
  package static func refusal(
    of step: Dossier.Step, _ standing: Standing, isArchivist: Bool = false, _ dossier: Dossier
  ) -> Refusal? {
    guard may(step, standing, isArchivist: isArchivist) else {
      if allowed[step]?.contains(.archivist) == true {
        return Refusal(.forbidden, "Chỉ lưu trữ cơ quan nhận hồ sơ hoặc trả lại hồ sơ đã nộp.")
      }
      if allowed[step] == [.maker] {
        return Refusal(.forbidden, "Chỉ người lập hồ sơ (\(dossier.makerName)) làm được việc này.")
      }
      let who = allowed[step]?.contains(.contributor) == true ? ", người cùng lập" : ""
      return Refusal(
        .forbidden,
        "Chỉ người lập hồ sơ (\(dossier.makerName))\(who) và lãnh đạo \(dossier.unitName) làm được việc này.")
    }
    return dossier.obstacle(to: step)
  }
}
