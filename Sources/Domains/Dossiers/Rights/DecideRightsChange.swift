import Access
import Audit
import Database
import Documents
import Kernel
import Notifications

/// What a second competent person says to a change of rights, or its proposer who takes it back (PL6-33). Confirmed, it
/// takes effect in the same transaction.
package struct DecideRightsChange: Sendable {
  package var change: RightsChange.ID
  package var dossier: Dossier.ID
  package var step: RightsChange.Step
  package var words: String
  /// Of the table that was looked at; nil when nobody looked at one.
  package var seal: String?
  package var formVersion: Int

  package init(
    _ change: RightsChange.ID, of dossier: Dossier.ID, _ step: RightsChange.Step, words: String = "",
    seal: String? = nil, formVersion: Int
  ) {
    self.change = change
    self.dossier = dossier
    self.step = step
    self.words = words.normalizedLine
    self.seal = seal
    self.formVersion = formVersion
  }

  package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> RightsChange {
    let found = try FoundDossier.lock(dossier, by: actor, in: transaction)
    let store = RightsChangeStore(transaction)
    var change = try store.lock(change, of: dossier, visibleTo: actor)
    if let refusal = change.refusal(of: step, by: actor, in: found.dossier) { throw refusal }
    try Secrecy.refuseMarked([words])
    if step == .refuse, words.isEmpty {
      throw Refusal(.invalid, "Ghi lý do không đồng ý.", field: DossierField.reason)
    }
    if words.count > RightsChange.wordsLengthMax {
      throw Refusal(.invalid, "Dài quá \(RightsChange.wordsLengthMax) ký tự.", field: DossierField.reason)
    }
    let before = change.wanted.kind == .maker ? "" : Self.standing(change.wanted, found)
    let maker = found.dossier.makerName
    let settled = step == .confirm ? try apply(change, found, by: actor, flows, in: transaction) : found.dossier
    change.state = step == .confirm ? .confirmed : step == .refuse ? .refused : .takenBack
    (change.words, change.decidedAt, change.decidedBy) = (words, transaction.now, actor.titleOnRecord)
    try store.save(change, from: formVersion)
    try record(change, before: before, makers: (maker, settled.makerName), by: actor, in: transaction)
    try tell(change, settled, by: actor, in: transaction)
    return change
  }

  private func apply(
    _ change: RightsChange, _ found: FoundDossier, by actor: Actor, _ flows: DossierFlows,
    in transaction: any Transaction
  ) throws -> Dossier {
    let wanted = change.wanted
    var dossier = found.dossier
    let subject = try wanted.subject(in: found, flows.directory, by: actor, in: transaction)
    if let seal, try seal != RightsForecast.read(found, wanted, name: subject, in: transaction).seal {
      throw Refusal(
        .conflict, "Trong lúc anh/chị xem, bảng người thêm quyền, mất quyền đã đổi. Xem lại bảng mới rồi xác nhận.")
    }
    let people = DossierParticipantStore(transaction)
    switch wanted.kind {
    case .add, .role:
      guard let holder = wanted.holder, let role = wanted.role else { return dossier }
      try people.put(
        .init(holder: holder, name: subject, role: role, addedAt: transaction.now, addedBy: change.proposedBy),
        in: dossier.id)
    case .end: if let holder = wanted.holder { try people.remove(holder, from: dossier.id) }
    case .keepBack, .show:
      if let item = wanted.item { try DossierItemStore(transaction).keepBack(item, wanted.kind == .keepBack) }
    case .maker:
      dossier = try wanted.dossier(after: dossier, in: transaction)
      try DossierStore(transaction).save(dossier, from: found.dossier.version)
      if let holder = wanted.holder { try people.remove(holder, from: dossier.id) }
    }
    try DossierRights.settle(dossier, in: transaction)
    return dossier
  }

  private func record(
    _ change: RightsChange, before: String, makers: (before: String, after: String), by actor: Actor,
    in transaction: any Transaction
  ) throws {
    let (event, after): (AuditEvent, String) =
      switch step {
      case .confirm: (.rightsConfirmed(change.text, change.proposedBy), change.wanted.role?.label ?? "")
      case .refuse: (.rightsRefused(change.text, words), before)
      case .takeBack: (.rightsTakenBack(change.text), before)
      }
    var changes = before == after ? [] : [AuditChange(label: "Vai trò", before: before, after: after)]
    changes += [AuditChange.between("Người lập", makers.before, makers.after)].compactMap(\.self)
    try Audit.record(event, on: .dossier(dossier), by: actor, changes: changes, in: transaction)
  }

  private func tell(
    _ change: RightsChange, _ dossier: Dossier, by actor: Actor, in transaction: any Transaction
  ) throws {
    let record = RecordReference.dossier(dossier.id)
    if step != .takeBack {
      let words = words.isEmpty ? "" : " (\(words))"
      try Notifications.tell(
        .rightsDecided, [.post(change.proposerPost)], on: record,
        "\(change.state.label): \(change.text)\(words)", by: actor, in: transaction)
    }
    if step == .confirm, change.wanted.kind == .add, let holder = change.wanted.holder {
      try Notifications.tell(
        .dossierShared, [holder], on: record, "\(dossier.name) (\(change.wanted.role?.label.lowercased() ?? ""))",
        by: actor, in: transaction)
    }
    if step == .confirm, change.wanted.kind == .maker {
      try Notifications.tell(
        .dossierShared, [.post(dossier.makerPost)], on: record, "\(dossier.name) (người lập)", by: actor,
        in: transaction)
    }
  }

  /// How its subject takes part until then.
  private static func standing(_ wanted: WantedRights, _ found: FoundDossier) -> String {
    found.participants.first { $0.holder == wanted.holder }?.role.label ?? ""
  }
}
