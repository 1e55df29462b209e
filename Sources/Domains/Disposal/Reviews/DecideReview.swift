import Audit
import Database
import Documents
import Dossiers
import FileVault
import Jobs
import Kernel
import Notifications

/// A leader decides that what is in the list is destroyed (quyết định hủy): its number and day as printed, its file. From
/// then on the list is frozen.
package struct DecideReview: Sendable {
  package var review: DisposalReview.ID
  package var code: String
  package var on: Day?
  package var file: KeptFile?
  package var formVersion: Int

  package init(_ review: DisposalReview.ID, code: String, on: Day?, file: KeptFile?, formVersion: Int) {
    self.review = review
    self.code = code.normalizedLine
    self.on = on
    self.file = file
    self.formVersion = formVersion
  }

  /// What must be done first: every member has spoken, nothing is contested, and all of it may still be destroyed.
  /// - Parameter holding: the dossiers are held until the transaction ends; a page holds nothing.
  static func obstacles(
    _ review: DisposalReview, _ council: [CouncilMember], holding: Bool = false, in transaction: any Transaction
  ) throws -> [String] {
    let lines = try DisposalLineStore(transaction).all(of: review.id, .listed)
    var reasons: [String] = lines.isEmpty ? ["Danh mục không còn hồ sơ nào."] : []
    let silent = council.filter { $0.spokeAt == nil }.map(\.name)
    if !silent.isEmpty { reasons.append("Chưa cho ý kiến: \(silent.joined(separator: "; ")).") }
    let codes = Dictionary(uniqueKeysWithValues: lines.map { ($0.dossier, $0.code) })
    let contested = Set(try DisposalReviewStore(transaction).opinions(of: review.id).map(\.dossier))
      .compactMap { codes[$0] }.sorted()
    if !contested.isEmpty {
      reasons.append(
        "Hội đồng đề nghị giữ lại: \(contested.joined(separator: ", ")). Lưu trữ đưa ra hoặc giữ thêm trước khi quyết định."
      )
    }
    return try reasons + unfit(lines, holding: holding, in: transaction)
  }

  /// At most a few, by name.
  private static let namedMax = 10

  private static func unfit(
    _ lines: [DisposalLine], holding: Bool, in transaction: any Transaction
  ) throws -> [String] {
    let store = EndedDossierStore(transaction)
    let refused = try lines.lazy.compactMap { line in
      let id = Dossier.ID(line.dossier)
      return try (holding ? store.lock(id) : store.find(id))?.disposalRefusal(today: transaction.now.day)?.message
    }.prefix(namedMax)
    return Array(refused)
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DisposalReview {
    let found = try FoundReview.lock(review, .decide, version: formVersion, by: actor, in: transaction)
    let obstacles = try Self.obstacles(found.review, found.council, holding: true, in: transaction)
    if let refusal = Refusal(obstacles.map { .init($0) }, kind: .conflict) { throw refusal }
    try Secrecy.refuseMarked([code])
    var reasons = typed(found.review, today: transaction.now.day)
    if file == nil { reasons.append(.init("Chọn tệp quyết định hủy đã ký.", field: DisposalField.file)) }
    if let refusal = Refusal(reasons) { throw refusal }
    guard let on, let file else { throw DisposalReviewStore.missing }
    try StoredFileStore(transaction).add(file.stored)
    var next = found.review
    next.state = .approved
    next.decision = .init(
      code: code, on: on, decidedBy: actor.titleOnRecord, decidedAt: transaction.now,
      file: .init(name: file.name, kind: file.kind, bytes: file.stored.bytes, hash: file.stored.hash))
    try DisposalReviewStore(transaction).save(next, from: formVersion)
    let count = try DisposalLineStore(transaction).counts(of: review)[.listed, default: 0]
    try Audit.record(
      .reviewDecided(next.decision?.text ?? "", count), on: .disposalReview(review), by: actor, in: transaction)
    try Notifications.tell(
      .disposalDecided, [.post(next.makerPost)], on: .disposalReview(review), next.codeText, by: actor,
      in: transaction)
    return next
  }

  private func typed(_ review: DisposalReview, today: Day) -> [Refusal.Reason] {
    let name = DisposalField.self
    var reasons: [Refusal.Reason] = []
    if code.isEmpty { reasons.append(.init("Ghi số, ký hiệu quyết định.", field: name.decisionCode)) }
    if code.count > DisposalReview.codeLengthMax {
      reasons.append(.init("Dài quá \(DisposalReview.codeLengthMax) ký tự.", field: name.decisionCode))
    }
    guard let on else { return reasons + [.init("Ghi ngày quyết định.", field: name.decisionOn)] }
    if on > today { reasons.append(.init("Ngày quyết định không thể ở tương lai.", field: name.decisionOn)) }
    if on < review.madeAt.day {
      reasons.append(.init("Ngày quyết định không thể trước ngày lập danh mục.", field: name.decisionOn))
    }
    return reasons
  }
}

/// Begins the destruction of what was decided (tiến hành hủy): a job does it, a small step at a time.
package struct BeginDestruction: Sendable {
  package var review: DisposalReview.ID
  package var formVersion: Int

  package init(_ review: DisposalReview.ID, formVersion: Int) {
    self.review = review
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    var next = try FoundReview.lock(review, .destroy, version: formVersion, by: actor, in: transaction).review
    next.state = .destroying
    try DisposalReviewStore(transaction).save(next, from: formVersion)
    let count = try DisposalLineStore(transaction).counts(of: review)[.listed, default: 0]
    try Audit.record(.destructionBegun(count), on: .disposalReview(review), by: actor, in: transaction)
    try Jobs.add(
      DestroyReviewJob.self, payload: DestroyReviewJob.Payload(review: review), in: transaction,
      subject: .disposalReview(review), shownTitle: "Hủy \(count) hồ sơ của đợt \(next.codeText)")
  }
}
