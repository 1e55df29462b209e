import Access
import Audit
import Database
import Kernel
import Notifications

/// The archive gives a dossier back to be mended (trả lại hồ sơ nộp lưu): the reason stands on it until it is handed over
/// again.
package struct GiveBackDossier: Sendable {
  package var dossier: Dossier.ID
  package var reason: String
  package var formVersion: Int

  package init(_ dossier: Dossier.ID, reason: String, formVersion: Int) {
    self.dossier = dossier
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Dossier {
    var current = try FoundDossier.lock(dossier, .giveBack, by: actor, in: transaction).dossier
    if reason.isEmpty { throw Refusal(.invalid, "Ghi lý do trả lại hồ sơ.", field: DossierField.reason) }
    try TakeOutOfDossier.requireLength(of: reason)
    current.state = .closed
    (current.archiving.submittedAt, current.archiving.submittedBy) = (nil, nil)
    current.archiving.returnReason = reason
    (current.archiving.returnedAt, current.archiving.returnedBy) = (transaction.now, actor.titleOnRecord)
    try DossierStore(transaction).save(current, from: formVersion)
    try DossierRights.showToArchive(current, in: transaction)
    try DossierIndexing.index(current, in: transaction)
    try Audit.record(.dossierGivenBack(reason), on: .dossier(dossier), by: actor, in: transaction)
    try Notifications.tell(
      .dossierGivenBack, [.post(current.makerPost)], on: .dossier(dossier), "\(current.name): \(reason)", by: actor,
      in: transaction)
    return current
  }
}

/// The archive takes a dossier over (nhận vào lưu trữ): it is the archive's, to be read only by everybody (HS-08). What
/// differs from the plan, or is not whole, is taken knowingly, with a word about it.
package struct AcceptDossier: Sendable {
  package static let noteLengthMax = 1000

  package var dossier: Dossier.ID
  package var note: String
  package var formVersion: Int

  package init(_ dossier: Dossier.ID, note: String = "", formVersion: Int) {
    self.dossier = dossier
    self.note = note.normalizedParagraphs
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, flows: DossierFlows, in transaction: any Transaction) throws -> Dossier {
    var current = try FoundDossier.lock(dossier, .accept, by: actor, in: transaction).dossier
    if let whole = try current.parent.flatMap({ try SubDossierStore(transaction).parent($0) }),
      [.open, .closed].contains(whole.state)
    {
      throw Refusal(
        .conflict,
        "Hồ sơ con \(current.code.notation) vào lưu trữ cùng hồ sơ chính \(whole.notation), mà hồ sơ chính chưa nộp; trả lại để nộp cả hai."
      )
    }
    let differences = try ArchiveCheck.read(current, flows.directory, by: actor, in: transaction).differences
    if !differences.isEmpty, note.isEmpty {
      let found = differences.compactMap(\.difference).joined(separator: "; ")
      throw Refusal(
        .invalid, "Hồ sơ \(current.code.notation): \(found). Ghi ý kiến rồi nhận, hoặc trả lại.",
        field: DossierField.note)
    }
    if note.count > Self.noteLengthMax {
      throw Refusal(.invalid, "Dài quá \(Self.noteLengthMax) ký tự.", field: DossierField.note)
    }
    current.state = .archived
    (current.archiving.archivedAt, current.archiving.archivedBy) = (transaction.now, actor.titleOnRecord)
    try DossierStore(transaction).save(current, from: formVersion)
    try DossierIndexing.index(current, in: transaction)
    try Audit.record(
      .dossierAccepted(differences.count, note), on: .dossier(dossier), by: actor, in: transaction)
    try Notifications.tell(
      .dossierAccepted, [.post(current.makerPost)], on: .dossier(dossier), current.name, by: actor, in: transaction)
    return current
  }
}

/// Lets a unit keep a closed dossier past the day on which it is due (HS-10). Whoever calls has the consent.
package struct KeepDossier: Sendable {
  package var dossier: Dossier.ID
  package var until: Day

  package init(_ dossier: Dossier.ID, until: Day) {
    self.dossier = dossier
    self.until = until
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Dossier {
    let store = DossierStore(transaction)
    var current = try store.lock(dossier, visibleTo: actor)
    guard current.state == .closed, current.archiving.limitOn != nil else {
      throw Refusal(
        .conflict,
        "Hồ sơ \(current.code.notation) \(current.state.label.lowercased()), không còn là hồ sơ đến hạn nộp lưu.")
    }
    (current.archiving.keptUntil, current.archiving.limitOn) = (until, until)
    try store.save(current, from: current.version)
    try Audit.record(.dossierKept(until: until.text), on: .dossier(dossier), by: actor, in: transaction)
    return current
  }
}
