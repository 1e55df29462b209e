import Audit
import Database
import Kernel
import Organization
import Work

/// Presents a document to leaders for their directive (trình) (DEN-10): directly, or through the head of office who
/// proposes to whom it goes.
package struct PresentIncomingDocument: Sendable {
  package var document: IncomingDocument.ID
  /// Posts of leaders, or of the head of office.
  package var posts: [PostID]
  /// What the presenter proposes.
  package var proposal: String

  package init(_ document: IncomingDocument.ID, to posts: [PostID], proposal: String = "") {
    self.document = document
    self.posts = posts
    self.proposal = proposal
  }

  /// Gives to whom it went, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [String] {
    let act = try HandlingAct(document, by: actor, in: transaction)
    guard HandlingAccess.mayPresent(act.document, actor) else { throw HandlingAccess.notPresenter }
    if let refusal = Refusal(obstacles(act)) { throw refusal }
    let orders = try posts.map { post in
      let holder = try HolderChoice.post(post).holder(in: act.document.agency, transaction)
      let roles = try OrganizationStore(transaction).post(post).roles
      guard !roles.isDisjoint(with: [.leader, .headOfOffice]) else {
        throw Refusal(
          .invalid, "Chỉ trình lãnh đạo hoặc chánh văn phòng; \(holder.name) thì không.", field: HandlingField.places)
      }
      return WorkOrder(
        to: holder, kind: roles.contains(.leader) ? .directIncoming : .proposeIncoming, role: .decide,
        instruction: proposal)
    }
    let own = act.items.first { $0.isAskedDirective && $0.isHeld(by: actor) }
    try act.work.give(orders, from: own)
    if let own { try act.work.take(.passOn, own) }
    let names = orders.map(\.holder.name)
    try act.end(.incomingPresented(names.joined(separator: "; "), proposal: proposal), sending: .present)
    return names
  }

  private func obstacles(_ act: HandlingAct) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if posts.isEmpty { reasons.append(.init("Hãy chọn ít nhất một lãnh đạo.", field: HandlingField.places)) }
    if Set(posts).count < posts.count {
      reasons.append(.init("Mỗi người chỉ chọn một lần.", field: HandlingField.places))
    }
    for item in act.items
    where item.isAskedDirective && posts.contains(where: { item.holder == .post($0) }) {
      reasons.append(.init("Đã trình \(item.holderName) lúc \(item.givenAt.text).", field: HandlingField.places))
    }
    if proposal.count > HandlingAccess.textLengthMax {
      reasons.append(.init("Đề xuất dài quá \(HandlingAccess.textLengthMax) ký tự.", field: HandlingField.text))
    }
    return reasons
  }
}
