import Access
import Audit
import Database
import Exchange
import Kernel
import Notifications
import Work

/// The receiver's side of a recall (thu hồi, DI-10): what has no number is withdrawn from the intake; what has one stays in
/// the book as it is, frozen and marked, its work stopped down every branch. Whoever had it reads it on, and is told which
/// document it is. Everything that was is kept (PL6-83).
package struct CancelRecalled: Sendable {
  package var source: RecordReference
  package var reason: String

  package init(_ source: RecordReference, reason: String) {
    self.source = source
    self.reason = reason
  }

  /// By the issuer's act, which has locked its own record. Gives how many agencies are asked.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Int {
    let store = PacketStore(transaction)
    let packets = try store.lock(of: source).filter { $0.state != .returned && $0.recall == nil }
    guard !packets.isEmpty else { return 0 }
    try store.recall(packets, reason: reason, by: actor)
    for packet in packets {
      // What it was taken for an answer to is open again.
      try ReplyRequestStore(transaction).unpair(source, of: packet.agency)
      let subject = try packet.incoming.map { try cancel(IncomingDocument.ID($0), by: actor, in: transaction) }
      try Notifications.tell(
        .packetRecalled, [.agencyRole(packet.agency, .registryClerk)], on: subject ?? .packet(packet.id), reason,
        by: actor, source: packet.id.number, in: transaction)
    }
    return packets.count
  }

  private func cancel(
    _ id: IncomingDocument.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> RecordReference {
    let reference = RecordReference.incomingDocument(id)
    guard let document = try IncomingDocumentStore(transaction).lockForJob(id), document.recalled == nil else {
      return reference
    }
    let words = "nơi gửi thu hồi: \(reason)"
    let items = try WorkStore(transaction).items(of: reference)
    let work = Work(on: reference, by: actor, in: transaction)
    let stopped = try items.filter { item in item.isOpen && !items.contains { $0.id == item.parent && $0.isOpen } }
      .flatMap { try work.stop($0, reason: words) }
    // Whoever has it, or has finished with it, keeps seeing it, and should know what it is worth now.
    let finished = items.filter { $0.state == .done && $0.openedAt != nil }
    try Notifications.tell(
      .packetRecalled, (stopped + finished).map(\.holder), on: reference, reason, by: actor, in: transaction)
    let handling = HandlingStore(transaction)
    try handling.markRecalled(id, reason: reason)
    try handling.fold(id)
    if let frozen = try IncomingDocumentStore(transaction).lockForJob(id), frozen.state != .quarantined {
      try IncomingIndexing.index(frozen, in: transaction)
    }
    try Audit.record(.recalledByIssuer(reason), on: reference, by: actor, in: transaction)
    return reference
  }
}

/// The receiver's clerk tells the issuer that a recalled document is cancelled here (DI-10): electronic copies are frozen by
/// the system, paper and what was passed on outside are the clerk's to collect.
package struct ConfirmRecall: Sendable {
  package var packet: Packet.ID

  package init(_ packet: Packet.ID) { self.packet = packet }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    let store = PacketStore(transaction)
    let current = try store.lock(packet, visibleTo: actor)
    if let obstacle = Self.obstacle(current) { throw obstacle }
    try store.confirmRecall(packet, by: actor)
    let subject = current.incoming.map { RecordReference.incomingDocument(.init($0)) } ?? .packet(packet)
    try Audit.record(.recallConfirmed, on: subject, by: actor, in: transaction)
  }

  static func obstacle(_ packet: Packet) -> Refusal? {
    guard let recall = packet.recall else { return Refusal(.conflict, "Nơi gửi không thu hồi văn bản này.") }
    return recall.confirmedAt.map {
      Refusal(.conflict, "\(recall.confirmedBy ?? "") đã xác nhận lúc \($0.text).")
    }
  }
}

extension IncomingDocument.Recalled {
  /// Why nothing is done with it any more.
  func refusal(_ number: Int) -> Refusal {
    Refusal(
      .conflict,
      "Số đến \(number) đã bị nơi gửi thu hồi lúc \(at.text), lý do: \(reason). Văn bản giữ nguyên để tra cứu, không xử lý tiếp."
    )
  }
}
