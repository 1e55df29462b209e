import Access
import Audit
import Database
import Documents
import Dossiers
import FilePlans
import Kernel

/// Begins a list of dossiers whose retention is over (lập đợt xét hủy).
package struct BeginReview: Sendable {
  package var name: String

  package init(name: String) { self.name = name.normalizedLine }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DisposalReview {
    guard DisposalAccess.mayMake(actor) else { throw DisposalAccess.notMaker }
    try Secrecy.refuseMarked([name])
    if name.isEmpty { throw Refusal(.invalid, "Đặt tên cho đợt xét hủy.", field: DisposalField.name) }
    if name.count > DisposalReview.nameLengthMax {
      throw Refusal(.invalid, "Dài quá \(DisposalReview.nameLengthMax) ký tự.", field: DisposalField.name)
    }
    let store = DisposalReviewStore(transaction)
    let year = transaction.now.day.year
    let review = DisposalReview(
      id: try transaction.nextID(DisposalReview.ID.self, of: "disposal_reviews"), agency: actor.agency, year: year,
      number: try store.takeNumber(actor.agency, year: year), name: name, state: .draft, makerAccount: actor.account,
      makerPost: actor.post, madeBy: actor.titleOnRecord, madeAt: transaction.now, version: 1)
    try store.add(review)
    let roles: [Principal.AgencyRole] = [.archivist, .leader, .headOfOffice]
    try Access.grant(
      roles.map { Grant(.agencyRole(actor.agency, $0), reason: .filing) }, to: .disposalReview(review.id),
      in: transaction)
    try Audit.record(
      .reviewBegun(review.codeText, name), on: .disposalReview(review.id), by: actor, in: transaction)
    return review
  }
}

/// Puts dossiers whose retention is over into the list: chosen ones, or all there are.
package struct FillReview: Sendable {
  package enum Choice: Sendable, Equatable {
    case all
    case some([Dossier.ID])
  }

  package var review: DisposalReview.ID
  package var choice: Choice
  package var formVersion: Int

  package init(_ review: DisposalReview.ID, _ choice: Choice, formVersion: Int) {
    self.review = review
    self.choice = choice
    self.formVersion = formVersion
  }

  /// Gives how many were put in.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Int {
    let found = try FoundReview.lock(review, .fill, version: formVersion, by: actor, in: transaction)
    let lines = DisposalLineStore(transaction)
    let dossiers = try chosen(by: actor, in: transaction)
    let busy = try lines.listed(among: dossiers.map(\.id.number))
    let free = dossiers.filter { busy[$0.id.number] == nil }
    if free.isEmpty {
      throw Refusal(.invalid, "Chưa chọn hồ sơ nào còn ngoài danh mục.", field: DisposalField.dossier)
    }
    let there = try lines.counts(of: review)[.listed, default: 0]
    if there + free.count > DisposalLineStore.linesMax {
      throw Refusal(.conflict, "Một đợt có tối đa \(DisposalLineStore.linesMax) hồ sơ; hãy lập đợt khác.")
    }
    for dossier in free {
      guard let locked = try EndedDossierStore(transaction).lock(dossier.id) else { continue }
      if let refusal = locked.disposalRefusal(today: transaction.now.day) { throw refusal }
      try lines.put(DisposalLine(locked, in: review))
      try Audit.record(
        .dossierListed(found.review.codeText), on: .dossier(dossier.id), by: actor, in: transaction)
    }
    try DisposalReviewStore(transaction).save(found.review, from: formVersion)
    try Audit.record(.reviewFilled(free.count), on: .disposalReview(review), by: actor, in: transaction)
    return free.count
  }

  private func chosen(by actor: Actor, in transaction: any Transaction) throws -> [Dossier] {
    switch choice {
    case .some(let ids): return try DossierStore(transaction).list(ids.map(\.number), visibleTo: actor)
    case .all:
      let store = EndedDossierStore(transaction)
      return try store.expired(limit: DisposalLineStore.linesMax, by: actor)
    }
  }
}

extension Dossier {
  /// Why it is not in a list of what is to be destroyed; nil when it may be.
  func disposalRefusal(today: Day) -> Refusal? {
    if let destructionRefusal { return destructionRefusal }
    guard let end = retentionEndsOn, end <= today else {
      let until = retentionEndsOn.map { "đến hết ngày \(($0 - 1).text)" } ?? "vĩnh viễn"
      return Refusal(.conflict, "Hồ sơ \(code.notation) còn phải bảo quản \(until).")
    }
    return nil
  }
}

extension DisposalLine {
  init(_ dossier: Dossier, in review: DisposalReview.ID) {
    self.init(
      review: review, dossier: dossier.id.number, code: dossier.code.text, title: dossier.facts.title,
      retention: dossier.facts.retention.text, endedOn: dossier.endedOn ?? dossier.facts.startedOn,
      itemCount: dossier.itemCount, pageTotal: dossier.pageTotal, state: .listed, reason: "", destroyedCount: 0,
      keptCount: 0)
  }
}
