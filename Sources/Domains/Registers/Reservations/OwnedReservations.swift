import Audit
import Database
import Kernel
import Organization

/// Numbers kept free that a registry clerk answers for, handed over to another clerk (HS-11).
package struct OwnedReservations: OwnedThings {
  package init() {}

  package let code = "numberReservation"
  package let title = "Số đang giữ"

  package func count(of post: PostID, in transaction: any Transaction) throws -> Int {
    try NumberReservationStore(transaction).count(keptBy: post, limit: OwnedByPosts.countMax + 1)
  }

  package func things(
    of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [OwnedThing] {
    try NumberReservationStore(transaction).kept(by: owner, after: key, limit: limit).map { kept in
      OwnedThing(
        key: kept.id.number, record: .numberReservation(kept.id), code: kept.codeText,
        subject: "Giữ cho \(kept.owner): \(kept.reason)", dueAt: Instant(kept.expiresOn + 1), state: "đang giữ",
        path: RegistersPaths.reservations)
    }
  }

  package func receivers(of owner: Actor, among posts: [Post]) -> [Post] {
    posts.filter { $0.roles.contains(.registryClerk) }
  }

  package func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws {
    guard let receiver else { throw Refusal(.invalid, "Chưa chọn người nhận.") }
    let store = NumberReservationStore(transaction)
    let kept = try store.lock(NumberReservation.ID(key), keptBy: owner)
    guard kept.state == .open else { throw Refusal(.conflict, "Số \(kept.codeText) không còn được giữ.") }
    guard receiver.agency == kept.agency, receiver.roles.contains(.registryClerk) else {
      throw Refusal(.conflict, "Số đang giữ chỉ bàn giao cho văn thư của cơ quan.")
    }
    try store.pass(kept.id, to: receiver.id)
    try Audit.record(
      .reservationHandedOver(kept, to: "\(receiver.personName), \(receiver.title)"), on: .numberReservation(kept.id),
      by: owner, in: transaction)
  }
}

extension AuditEvent {
  fileprivate static func reservationHandedOver(_ kept: NumberReservation, to name: String) -> AuditEvent {
    AuditEvent(
      code: "numberReservation.handedOver", sentence: "bàn giao việc giữ số \(kept.codeText) cho \(name)")
  }
}
