import Access
import Audit
import Database
import FilePlans
import Kernel

/// Ends a dossier (kết thúc hồ sơ, HS-05): everything in it was reviewed, its retention is set once more, and its list of
/// contents stands.
package struct CloseDossier: Sendable {
  package var dossier: Dossier.ID
  package var retention: RetentionPeriod?
  package var endedOn: Day?
  /// Whoever closes has looked at what is twice and at drafts, and keeps them knowingly.
  package var isReviewed: Bool
  package var formVersion: Int

  package init(
    _ dossier: Dossier.ID, retention: RetentionPeriod?, endedOn: Day?, isReviewed: Bool, formVersion: Int
  ) {
    self.dossier = dossier
    self.retention = retention
    self.endedOn = endedOn
    self.isReviewed = isReviewed
    self.formVersion = formVersion
  }

  package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> Dossier {
    let found = try FoundDossier.lock(dossier, .close, by: actor, in: transaction)
    var current = found.dossier
    let closing = try DossierClosing.read(found, flows, by: actor, in: transaction)
    let obstacles = closing.obstacles.map { Refusal.Reason($0.text) }
    if let refusal = Refusal(obstacles, kind: .conflict) { throw refusal }
    if let refusal = Refusal(reasons(closing, current, today: transaction.now.day)) { throw refusal }
    current.state = .closed
    current.facts.retention = retention ?? current.facts.retention
    current.endedOn = endedOn ?? closing.endedOn
    (current.closedAt, current.closedBy) = (transaction.now, actor.nameOnRecord)
    try current.setTransferDays(TransferTermsStore(transaction).terms(of: current.agency))
    try DossierStore(transaction).save(current, from: formVersion)
    try DossierIndexing.index(current, in: transaction)
    for record in try DossierItemStore(transaction).records(in: dossier) {
      for follower in flows.followers {
        try follower.filed(record, under: current.code.notation, by: actor, in: transaction)
      }
    }
    try Audit.record(
      .dossierClosed(current.itemCount, current.pageTotal, current.facts.retention.text), on: .dossier(dossier),
      by: actor, in: transaction)
    return current
  }

  private func reasons(_ closing: DossierClosing, _ dossier: Dossier, today: Day) -> [Refusal.Reason] {
    let name = DossierField.self
    var reasons: [Refusal.Reason] = []
    if retention == nil { reasons.append(.init("Xác nhận thời hạn bảo quản.", field: name.retention)) }
    if let longest = closing.longestOfParts, let retention, retention < longest {
      reasons.append(
        .init(
          "Có hồ sơ con bảo quản \(longest.text.lowercased()); hồ sơ chính bảo quản ít nhất như thế.",
          field: name.retention)
      )
    }
    if let ended = endedOn ?? closing.endedOn {
      if ended < dossier.facts.startedOn {
        reasons.append(.init("Ngày kết thúc không thể trước ngày bắt đầu.", field: name.endedOn))
      }
      if ended > today { reasons.append(.init("Ngày kết thúc không thể ở tương lai.", field: name.endedOn)) }
    }
    if !closing.reviews.isEmpty, !isReviewed {
      reasons.append(
        .init("Còn mục cần rà soát: đưa ra, hoặc tích để giữ lại có chủ ý.", field: name.reviewed))
    }
    return reasons
  }
}

/// Takes a closed dossier up again (mở lại hồ sơ).
package struct ReopenDossier: Sendable {
  package var dossier: Dossier.ID
  package var reason: String
  package var formVersion: Int

  package init(_ dossier: Dossier.ID, reason: String, formVersion: Int) {
    self.dossier = dossier
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Dossier {
    var current = try FoundDossier.lock(dossier, .reopen, by: actor, in: transaction).dossier
    if let whole = try current.parent.flatMap({ try SubDossierStore(transaction).parent($0) }), whole.state == .closed {
      throw Refusal(.conflict, "Hồ sơ chính \(whole.notation) đã kết thúc; mở lại hồ sơ chính trước.")
    }
    if reason.isEmpty { throw Refusal(.invalid, "Ghi lý do mở lại hồ sơ.", field: DossierField.reason) }
    try TakeOutOfDossier.requireLength(of: reason)
    (current.state, current.endedOn, current.closedAt, current.closedBy) = (.open, nil, nil, nil)
    current.archiving.clearDays()
    try DossierStore(transaction).save(current, from: formVersion)
    // What was read after the end.
    try DossierReadingStore(transaction).takePageCounts(in: dossier)
    try DossierIndexing.index(current, in: transaction)
    try Audit.record(.dossierReopened(reason), on: .dossier(dossier), by: actor, in: transaction)
    return current
  }
}
