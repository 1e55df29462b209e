import Audit
import Database
import Documents
import Dossiers
import Kernel
import Notifications

/// Asks for the paper part of a dossier (đề nghị mượn hồ sơ giấy): for oneself, or, by the archive, for somebody from
/// outside who came with a paper.
package struct AskLoan: Sendable {
  /// Somebody from outside.
  package struct Outsider: Sendable, Equatable {
    package var name: String
    package var organ: String
    /// Giấy giới thiệu.
    package var paper: String

    package init(name: String, organ: String, paper: String) {
      self.name = name.normalizedLine
      self.organ = organ.normalizedLine
      self.paper = paper.normalizedLine
    }
  }

  package var dossier: Dossier.ID
  package var outsider: Outsider?
  package var documents: String
  package var reason: String
  package var until: Day?

  package init(
    _ dossier: Dossier.ID, for outsider: Outsider? = nil, documents: String = "", reason: String, until: Day?
  ) {
    self.dossier = dossier
    self.outsider = outsider
    self.documents = documents.normalizedLine
    self.reason = reason.normalizedLine
    self.until = until
  }

  /// Why nobody can ask for it; nil when they can.
  static func refusal(of dossier: Dossier, in transaction: any Transaction) throws -> Refusal? {
    if dossier.state == .destroyed { return dossier.obstacle(to: .change) }
    guard let paper = try DossierPaperStore(transaction).find(of: dossier.id) else {
      return Refusal(.conflict, "Hồ sơ \(dossier.code.notation) không có bản giấy trong kho.")
    }
    if try ShelfPlaceStore(transaction).path(of: paper.box).places.last?.unit != nil {
      return Refusal(
        .conflict, "Bản giấy còn ở tủ của \(dossier.unitName), chưa vào kho lưu trữ; hỏi văn thư đơn vị để xem.")
    }
    return nil
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DossierLoan {
    _ = try DossierStore(transaction).lock(dossier, visibleTo: actor)
    let found = try FoundDossier.find(dossier, by: actor, in: transaction)
    if outsider != nil, !found.isArchivist {
      throw Refusal(.forbidden, "Chỉ lưu trữ cơ quan ghi phiếu mượn cho người ngoài cơ quan.")
    }
    if let refusal = try Self.refusal(of: found.dossier, in: transaction) { throw refusal }
    try Secrecy.refuseMarked([documents, reason, outsider?.name ?? "", outsider?.organ ?? "", outsider?.paper ?? ""])
    if let refusal = Refusal(reasons(today: transaction.now.day)) { throw refusal }
    let waits = LoanAccess.needsConsent(found, by: actor, isOutsider: outsider != nil)
    let loan = DossierLoan(
      id: try transaction.nextID(DossierLoan.ID.self, of: "dossier_loans"), agency: found.dossier.agency,
      dossier: dossier, state: waits ? .waiting : .asked, askerPost: actor.post,
      borrowerPost: outsider == nil ? actor.post : nil, borrowerName: outsider?.name ?? actor.nameOnRecord,
      borrowerOrgan: outsider?.organ ?? actor.unitName, borrowerPaper: outsider?.paper ?? "", documents: documents,
      reason: reason, untilOn: until ?? transaction.now.day,
      asked: .init(at: transaction.now, by: actor.titleOnRecord), words: "", version: 1)
    try DossierLoanStore(transaction).add(loan)
    try Audit.record(
      .loanAsked(loan.borrower, loan.untilOn.text, reason), on: .dossier(dossier), by: actor, in: transaction)
    try Notifications.tell(
      .loanAsked, [.agencyRole(loan.agency, waits ? .headOfOffice : .archivist)], on: .dossier(dossier),
      "\(found.dossier.code.notation), \(loan.borrower), đến hết \(loan.untilOn.text)", by: actor, in: transaction)
    return loan
  }

  private func reasons(today: Day) -> [Refusal.Reason] {
    let field = PaperField.self
    var reasons: [Refusal.Reason] = []
    func need(_ text: String, _ most: Int, _ words: String?, _ name: String) {
      if let words, text.isEmpty { reasons.append(.init(words, field: name)) }
      if text.count > most { reasons.append(.init("Dài quá \(most) ký tự.", field: name)) }
    }
    need(reason, DossierLoan.reasonLengthMax, "Ghi mượn để làm gì.", field.reason)
    need(documents, DossierLoan.documentsLengthMax, nil, field.documents)
    if let outsider {
      need(outsider.name, DossierLoan.nameLengthMax, "Ghi họ tên người mượn.", field.borrower)
      need(outsider.organ, DossierLoan.nameLengthMax, "Ghi cơ quan của người mượn.", field.organ)
      need(outsider.paper, DossierLoan.nameLengthMax, "Ghi số, ngày của giấy giới thiệu.", field.paper)
    }
    if until.map({ $0 >= today && $0 <= today + DossierLoan.daysMax }) != true {
      reasons.append(
        .init(
          "Chọn ngày trả từ hôm nay đến \((today + DossierLoan.daysMax).text) (\(DossierLoan.daysMax) ngày).",
          field: field.until))
    }
    return reasons
  }
}
