import Dossiers
import Kernel

/// Who may do what with a loan that they see: pure functions.
package enum LoanAccess {
  /// How somebody stands to it, each way that fits.
  package enum Standing: String, Sendable, CaseIterable {
    /// Lưu trữ: lends and takes back.
    case keeper
    /// Leads the agency or its office: consents.
    case head
    /// Asked for it, or has it.
    case borrower
  }

  package static func standings(of actor: Actor, in loan: DossierLoan) -> Set<Standing> {
    var found: Set<Standing> = []
    guard actor.agency == loan.agency else { return found }
    if actor.roles.contains(.archivist) { found.insert(.keeper) }
    if actor.isLeader || actor.isHeadOfOffice { found.insert(.head) }
    if actor.post == loan.borrowerPost || actor.post == loan.askerPost { found.insert(.borrower) }
    return found
  }

  /// Whether a loan needs a leader's word: a dossier used under conditions, lent to somebody who does not take part.
  package static func needsConsent(_ found: FoundDossier, by actor: Actor, isOutsider: Bool) -> Bool {
    guard found.dossier.facts.mode == .conditional else { return false }
    if isOutsider { return true }
    if actor.isLeader || actor.isHeadOfOffice { return false }
    let held = Set(actor.principals)
    let takesPart = found.participants.contains { held.contains($0.holder) }
    return !takesPart && ![.maker, .unitHead, .contributor].contains(found.standing)
  }

  /// Why this person may not take a step; nil when they may and nothing stands against it.
  package static func refusal(of step: DossierLoan.Step, by actor: Actor, in loan: DossierLoan) -> Refusal? {
    let standings = standings(of: actor, in: loan)
    let (wanted, why): (Standing, String) =
      switch step {
      case .consent: (.head, "Chỉ lãnh đạo và chánh văn phòng đồng ý cho mượn hồ sơ sử dụng có điều kiện.")
      case .refuse where loan.state == .waiting: (.head, "Chỉ lãnh đạo và chánh văn phòng trả lời đề nghị này.")
      case .allow, .refuse, .handOut, .giveBack: (.keeper, "Chỉ lưu trữ cơ quan cho mượn và nhận lại hồ sơ giấy.")
      case .withdraw: (.borrower, "Chỉ người đề nghị mượn rút được đề nghị của mình.")
      }
    guard standings.contains(wanted) else { return Refusal(.forbidden, why) }
    return loan.obstacle(to: step)
  }
}
