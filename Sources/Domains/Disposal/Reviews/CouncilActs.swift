import Access
import Audit
import Database
import Documents
import Dossiers
import Kernel
import Notifications
import Organization
import Work

/// Says who sits on the council (hội đồng xét hủy).
package struct AppointCouncil: Sendable {
  package var review: DisposalReview.ID
  package var seats: [(post: PostID, role: CouncilMember.Role)]
  package var formVersion: Int

  package init(
    _ review: DisposalReview.ID, _ seats: [(post: PostID, role: CouncilMember.Role)], formVersion: Int
  ) {
    self.review = review
    self.seats = seats
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [CouncilMember] {
    let found = try FoundReview.lock(review, .appoint, version: formVersion, by: actor, in: transaction)
    if let refusal = Refusal(obstacles()) { throw refusal }
    let council = try seats.map { seat in
      let holder = try HolderChoice.post(seat.post).holder(in: found.review.agency, transaction)
      return CouncilMember(post: seat.post, name: holder.name, role: seat.role)
    }
    let store = DisposalReviewStore(transaction)
    let record = RecordReference.disposalReview(review)
    let gone = found.council.map(\.post).filter { post in !council.contains { $0.post == post } }
    if !gone.isEmpty { try Access.revoke(gone.map { .post($0) }, of: record, source: record, in: transaction) }
    try Access.grant(
      council.map { Grant(.post($0.post), reason: .work, source: record) }, to: record, in: transaction)
    try store.put(council, of: review)
    try store.save(found.review, from: formVersion)
    let names = council.map { "\($0.name) (\($0.role.label.lowercased()))" }.joined(separator: "; ")
    try Audit.record(.councilAppointed(names), on: record, by: actor, in: transaction)
    return council
  }

  private func obstacles() -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    func need(_ role: CouncilMember.Role, _ field: String) {
      if seats.filter({ $0.role == role }).count != 1 {
        reasons.append(.init("Chọn một người làm \(role.label.lowercased()).", field: field))
      }
    }
    need(.chair, DisposalField.chair)
    need(.secretary, DisposalField.secretary)
    if seats.count < DisposalReview.councilMin {
      reasons.append(.init("Hội đồng có ít nhất \(DisposalReview.councilMin) người.", field: DisposalField.member(1)))
    }
    if Set(seats.map(\.post)).count != seats.count {
      reasons.append(.init("Mỗi người chỉ giữ một vai trong hội đồng.", field: DisposalField.member(1)))
    }
    return reasons
  }
}

/// Lays the list before the council (trình hội đồng).
package struct SubmitReview: Sendable {
  package var review: DisposalReview.ID
  package var formVersion: Int

  package init(_ review: DisposalReview.ID, formVersion: Int) {
    self.review = review
    self.formVersion = formVersion
  }

  static func obstacles(listed: Int, council: [CouncilMember]) -> [String] {
    var reasons: [String] = []
    if listed == 0 { reasons.append("Danh mục chưa có hồ sơ nào.") }
    if council.count < DisposalReview.councilMin { reasons.append("Chưa ghi hội đồng xét hủy.") }
    return reasons
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let found = try FoundReview.lock(review, .submit, version: formVersion, by: actor, in: transaction)
    let listed = try DisposalLineStore(transaction).counts(of: review)[.listed, default: 0]
    let obstacles = Self.obstacles(listed: listed, council: found.council)
    if let refusal = Refusal(obstacles.map { .init($0) }, kind: .conflict) { throw refusal }
    var next = found.review
    next.state = .council
    try DisposalReviewStore(transaction).save(next, from: formVersion)
    try Audit.record(.reviewSubmitted(listed), on: .disposalReview(review), by: actor, in: transaction)
    try Notifications.tell(
      .disposalCouncil, found.council.map { .post($0.post) }, on: .disposalReview(review),
      "\(next.codeText): \(listed) hồ sơ", by: actor, in: transaction)
  }
}

/// A member asks to keep a dossier, takes that back, or agrees to all the rest.
package struct SpeakInCouncil: Sendable {
  package enum Opinion: Sendable, Equatable {
    case keep(Dossier.ID, reason: String)
    case keepNoMore(Dossier.ID)
    /// Agrees to the destruction of whatever they did not ask to keep: they have said all.
    case agree
  }

  package var review: DisposalReview.ID
  package var opinion: Opinion

  package init(_ review: DisposalReview.ID, _ opinion: Opinion) {
    self.review = review
    self.opinion = opinion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    _ = try FoundReview.lock(review, .speak, by: actor, in: transaction)
    let store = DisposalReviewStore(transaction)
    switch opinion {
    case .keep(let dossier, let reason):
      let reason = reason.normalizedLine
      try Secrecy.refuseMarked([reason])
      try FoundReview.requireReason(reason)
      let line = try listed(dossier, in: transaction)
      try store.put(
        KeepOpinion(dossier: dossier.number, post: actor.post, name: actor.titleOnRecord, reason: reason), in: review)
      try record(.keepAsked(line.code, reason), by: actor, in: transaction)
    case .keepNoMore(let dossier):
      let line = try listed(dossier, in: transaction)
      try store.removeOpinion(on: dossier.number, by: actor.post, in: review)
      try record(.keepAskedNoMore(line.code), by: actor, in: transaction)
    case .agree:
      try store.noteSpoken(actor.post, at: transaction.now, in: review)
      try record(.destructionAgreed, by: actor, in: transaction)
    }
  }

  private func listed(_ dossier: Dossier.ID, in transaction: any Transaction) throws -> DisposalLine {
    guard let line = try DisposalLineStore(transaction).find(dossier.number, in: review), line.state == .listed else {
      throw Refusal(.conflict, "Hồ sơ này không còn trong danh mục xét hủy.")
    }
    return line
  }

  private func record(_ event: AuditEvent, by actor: Actor, in transaction: any Transaction) throws {
    try Audit.record(event, on: .disposalReview(review), by: actor, in: transaction)
  }
}

/// Takes the list back from the council, or gives it up.
package struct EndReview: Sendable {
  package var review: DisposalReview.ID
  /// `withdraw` or `cancel`.
  package var step: DisposalReview.Step
  package var reason: String
  package var formVersion: Int

  package init(_ review: DisposalReview.ID, _ step: DisposalReview.Step, reason: String, formVersion: Int) {
    precondition(step == .withdraw || step == .cancel, "ends a review")
    self.review = review
    self.step = step
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    var next = try FoundReview.lock(review, step, version: formVersion, by: actor, in: transaction).review
    try Secrecy.refuseMarked([reason])
    try FoundReview.requireReason(reason)
    let store = DisposalReviewStore(transaction)
    try store.forgetOpinions(of: review)
    if step == .cancel { try DisposalLineStore(transaction).endAll(of: review, reason: reason) }
    next.state = step == .cancel ? .cancelled : .draft
    try store.save(next, from: formVersion)
    try Audit.record(
      step == .cancel ? .reviewCancelled(reason) : .reviewWithdrawn(reason), on: .disposalReview(review), by: actor,
      in: transaction)
  }
}
