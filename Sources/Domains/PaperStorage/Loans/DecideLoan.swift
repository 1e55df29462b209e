import Audit
import Database
import Documents
import Dossiers
import Kernel
import Notifications

/// Takes one step with a loan: consent, lend, refuse, ask no more, hand out, take back.
package struct DecideLoan: Sendable {
  package var loan: DossierLoan.ID
  package var step: DossierLoan.Step
  /// Why not, or in which condition the papers came back.
  package var words: String
  package var formVersion: Int

  package init(_ loan: DossierLoan.ID, _ step: DossierLoan.Step, words: String = "", formVersion: Int) {
    self.loan = loan
    self.step = step
    self.words = words.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(
    by actor: Actor, in transaction: any Transaction
  ) throws -> (loan: DossierLoan, dossier: Dossier) {
    let store = DossierLoanStore(transaction)
    // The dossier first, as every act on papers: two who lend one dossier come one after the other.
    let seen = try store.find(loan, visibleTo: actor)
    let dossier = try DossierStore(transaction).lock(seen.dossier, visibleTo: actor)
    let old = try store.find(loan, visibleTo: actor, lock: true)
    if let refusal = LoanAccess.refusal(of: step, by: actor, in: old) { throw refusal }
    if let refusal = try obstacle(old, dossier, store) { throw refusal }
    try Secrecy.refuseMarked([words])
    try requireWords()
    var next = old
    next.state = DossierLoan.lifecycle[step]?.to ?? old.state
    let mark = DossierLoan.Mark(at: transaction.now, by: actor.titleOnRecord)
    switch step {
    case .consent: next.consented = mark
    case .allow: next.allowed = mark
    case .handOut:
      next.handedOut = mark
      next.year = transaction.now.day.year
      next.number = try store.takeNumber(old.agency, year: transaction.now.day.year)
    case .refuse, .withdraw, .giveBack: (next.ended, next.words) = (mark, words)
    }
    try store.save(next, from: formVersion)
    try Audit.record(event(next), on: .dossier(old.dossier), by: actor, in: transaction)
    try tell(next, dossier, by: actor, in: transaction)
    return (next, dossier)
  }

  /// Papers are lent when nobody else has them and they are in the archive.
  private func obstacle(_ loan: DossierLoan, _ dossier: Dossier, _ store: DossierLoanStore) throws -> Refusal? {
    guard [.allow, .handOut].contains(step) else { return nil }
    if let refusal = try AskLoan.refusal(of: dossier, in: store.transaction) { return refusal }
    if let other = try store.holding(loan.dossier), other.id != loan.id {
      return Refusal(
        .conflict,
        "Bản giấy đang ở «\(other.state.label.lowercased())»: \(other.borrower), đến hết \(other.untilOn.text). Nhận lại rồi mới cho mượn tiếp được."
      )
    }
    return nil
  }

  private func requireWords() throws {
    let field = step == .giveBack ? PaperField.condition : PaperField.reason
    if words.isEmpty, step == .refuse { throw Refusal(.invalid, "Ghi lý do không cho mượn.", field: field) }
    if words.isEmpty, step == .giveBack {
      throw Refusal(.invalid, "Ghi tình trạng bản giấy khi nhận lại: đủ, thiếu tờ nào, rách.", field: field)
    }
    if words.count > DossierLoan.reasonLengthMax {
      throw Refusal(.invalid, "Dài quá \(DossierLoan.reasonLengthMax) ký tự.", field: field)
    }
  }

  private func event(_ loan: DossierLoan) -> AuditEvent {
    switch step {
    case .consent: .loanConsented(loan.borrower)
    case .allow: .loanAllowed(loan.borrower)
    case .refuse: .loanRefused(loan.borrower, words)
    case .withdraw: .loanWithdrawn(words)
    case .handOut: .loanHandedOut(loan.name, loan.borrower, loan.untilOn.text)
    case .giveBack: .loanGivenBack(loan.borrower, words)
    }
  }

  private func tell(
    _ loan: DossierLoan, _ dossier: Dossier, by actor: Actor, in transaction: any Transaction
  ) throws {
    let notation = dossier.code.notation
    switch step {
    case .consent:
      try Notifications.tell(
        .loanAsked, [.agencyRole(loan.agency, .archivist)], on: .dossier(dossier.id),
        "\(notation), \(loan.borrower), lãnh đạo đã đồng ý", by: actor, in: transaction)
    case .allow, .refuse:
      let answer = step == .allow ? "đồng ý, đến kho nhận bản giấy" : "không cho mượn: \(words)"
      try Notifications.tell(
        .loanAnswered, [.post(loan.askerPost)], on: .dossier(dossier.id), "\(notation): \(answer)", by: actor,
        in: transaction)
    case .withdraw, .handOut, .giveBack: break
    }
  }
}
