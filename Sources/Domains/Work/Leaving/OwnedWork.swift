import Access
import Database
import Kernel
import Notifications
import Organization

/// Open work of one flow that a post holds itself, as something to hand over when its holder leaves (HS-11).
package struct OwnedWork: OwnedThings {
  /// Which pieces of the flow's work.
  package enum Part: Sendable, Equatable {
    case of(Set<WorkKind>)
    case but(Set<WorkKind>)
    /// To read only: nobody waits for it.
    case toKnow

    func holds(_ item: WorkItem) -> Bool {
      switch self {
      case .toKnow: item.role == .inform
      case .of(let kinds): item.role != .inform && kinds.contains(item.kind)
      case .but(let kinds): item.role != .inform && !kinds.contains(item.kind)
      }
    }
  }

  package let code: String
  package let title: String
  package let staysBecause: String?
  private let flow: any HeldRowSource
  private let part: Part
  /// Who of some posts may take over from an owner.
  private let suits: @Sendable (Post, Actor) -> Bool

  /// - Parameter stays: why nobody takes such work over; nil where somebody does.
  package init(
    _ code: String, _ title: String, of flow: any HeldRowSource, _ part: Part, stays: String? = nil,
    suits: @escaping @Sendable (Post, Actor) -> Bool = { _, _ in true }
  ) {
    self.code = code
    self.title = title
    staysBecause = stays
    self.flow = flow
    self.part = part
    self.suits = suits
  }

  package var isDuty: Bool { part != .toKnow }

  package func count(of post: PostID, in transaction: any Transaction) throws -> Int {
    try WorkStore(transaction).countOwned(by: post, flow.code, part, limit: OwnedByPosts.countMax + 1)
  }

  package func things(
    of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [OwnedThing] {
    let items = try WorkStore(transaction).owned(by: owner.post, flow.code, part, after: key, limit: limit)
    let rows = try flow.rows(of: items, for: owner, in: transaction)
    return items.map { item in
      let row = rows[item.id]
      return OwnedThing(
        key: item.id.number, record: item.subject, code: row?.codeText ?? "",
        subject: row?.subject ?? "(không còn xem được)", dueAt: item.dueAt,
        state: "\(item.role.label), \(item.state.label.lowercased())", path: row?.path ?? "")
    }
  }

  package func receivers(of owner: Actor, among posts: [Post]) -> [Post] { posts.filter { suits($0, owner) } }

  package func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws {
    guard let receiver else { throw Refusal(.invalid, "Chưa chọn người nhận.") }
    let store = WorkStore(transaction)
    guard let item = try store.items([WorkItem.ID(key)]).first, item.subject.code == flow.code else {
      throw Refusal(.notFound, "Không tìm thấy việc này.")
    }
    try flow.handOver(item, to: receiver.id, reason: reason, by: owner, in: transaction)
    // What its holder asked on the way comes back to whoever holds it now, and so does what they gave to themselves.
    try store.passGiven([item.id] + store.openBelow(item.id), from: owner.post, to: receiver.id)
    // Whoever gets much at once is told once.
    try Notifications.takeBack(
      sources: [item.id.number], since: transaction.now, on: item.subject, in: transaction)
  }
}
