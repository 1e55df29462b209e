import Audit
import Database
import Dossiers
import Kernel
import Notifications

/// Asks to keep a due dossier for some time more (đề nghị giữ lại, HS-10): at most two years past its day.
package struct AskHold: Sendable {
  package var dossier: Dossier.ID
  package var until: Day?
  package var reason: String

  package init(_ dossier: Dossier.ID, until: Day?, reason: String) {
    self.dossier = dossier
    self.until = until
    self.reason = reason.normalizedLine
  }

  /// Why nobody can ask it of this dossier, or not this person; nil when they can.
  package static func refusal(of found: FoundDossier) -> Refusal? {
    if let refusal = found.refusal(of: .submit) { return refusal }
    guard found.dossier.archiving.limitOn != nil else {
      return Refusal(
        .conflict, "Hồ sơ \(found.dossier.code.notation) không thuộc diện nộp lưu nên không cần xin giữ lại.")
    }
    return nil
  }

  /// The day on which it is due by law, and the last day until which it may be kept.
  package static func bounds(
    of dossier: Dossier, in transaction: any Transaction
  ) throws -> (due: Day, latest: Day)? {
    guard let ended = dossier.endedOn else { return nil }
    let terms = try TransferTermsStore(transaction).terms(of: dossier.agency)
    let due = terms.days(workEnded: ended, dossier.facts.kind).limit
    return (due, due.adding(months: DossierHold.monthsMax))
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DossierHold {
    _ = try DossierStore(transaction).lock(dossier, visibleTo: actor)
    let found = try FoundDossier.find(dossier, by: actor, in: transaction)
    if let refusal = Self.refusal(of: found) { throw refusal }
    guard let bounds = try Self.bounds(of: found.dossier, in: transaction) else { throw DossierStore.missing }
    var reasons: [Refusal.Reason] = []
    if reason.isEmpty { reasons.append(.init("Ghi lý do cần giữ lại hồ sơ.", field: ArchiveField.reason)) }
    if reason.count > DossierHold.reasonLengthMax {
      reasons.append(.init("Dài quá \(DossierHold.reasonLengthMax) ký tự.", field: ArchiveField.reason))
    }
    let from = max(transaction.now.day, found.dossier.archiving.limitOn ?? bounds.due)
    if until.map({ $0 > from && $0 <= bounds.latest }) != true {
      reasons.append(
        .init(
          "Chọn ngày sau \(from.text), chậm nhất \(bounds.latest.text) (hai năm kể từ ngày đến hạn).",
          field: ArchiveField.until))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let hold = DossierHold(
      id: try transaction.nextID(DossierHold.ID.self, of: "dossier_holds"), agency: found.dossier.agency,
      dossier: dossier, reason: reason, dueOn: bounds.due, untilOn: until ?? bounds.latest, state: .asked,
      askerPost: actor.post, askedAt: transaction.now, askedBy: actor.titleOnRecord, words: "", version: 1)
    try DossierHoldStore(transaction).add(hold)
    try Audit.record(
      .holdAsked(found.dossier.code.notation, hold.untilOn.text, reason), on: .dossier(dossier), by: actor,
      in: transaction)
    try Notifications.tell(
      .holdAsked, [.agencyRole(hold.agency, .headOfOffice)], on: .dossier(dossier),
      "\(found.dossier.name), đến hết \(hold.untilOn.text): \(reason)", by: actor, in: transaction)
    return hold
  }
}

/// The head consents, or refuses with a reason (HS-10).
package struct DecideHold: Sendable {
  package var hold: DossierHold.ID
  package var isGranted: Bool
  package var words: String
  package var formVersion: Int

  package init(_ hold: DossierHold.ID, isGranted: Bool, words: String, formVersion: Int) {
    self.hold = hold
    self.isGranted = isGranted
    self.words = words.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(
    by actor: Actor, in transaction: any Transaction
  ) throws -> (hold: DossierHold, dossier: Dossier) {
    let store = DossierHoldStore(transaction)
    var current = try store.lock(hold, visibleTo: actor)
    guard DossierHold.mayDecide(actor), actor.agency == current.agency else { throw DossierHold.notDecider }
    guard current.state == .asked else {
      throw Refusal(.conflict, "Đề nghị này đã được trả lời: \(current.state.label.lowercased()).")
    }
    if !isGranted, words.isEmpty {
      throw Refusal(.invalid, "Ghi lý do không đồng ý.", field: ArchiveField.reason)
    }
    if words.count > DossierHold.reasonLengthMax {
      throw Refusal(.invalid, "Dài quá \(DossierHold.reasonLengthMax) ký tự.", field: ArchiveField.reason)
    }
    (current.state, current.words) = (isGranted ? .granted : .refused, words)
    (current.decidedAt, current.decidedBy) = (transaction.now, actor.titleOnRecord)
    try store.save(current, from: formVersion)
    let dossier: Dossier
    if isGranted {
      dossier = try KeepDossier(current.dossier, until: current.untilOn).perform(by: actor, in: transaction)
    } else {
      dossier = try DossierStore(transaction).lock(current.dossier, visibleTo: actor)
      try Audit.record(
        .holdRefused(dossier.code.notation, words), on: .dossier(dossier.id), by: actor, in: transaction)
    }
    let answer = isGranted ? "đồng ý đến hết \(current.untilOn.text)" : "không đồng ý: \(words)"
    try Notifications.tell(
      .holdDecided, [.post(current.askerPost)], on: .dossier(dossier.id), "\(dossier.name): \(answer)", by: actor,
      in: transaction)
    return (current, dossier)
  }
}
