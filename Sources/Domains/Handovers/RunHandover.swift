import Audit
import Database
import Identity
import Kernel
import Notifications
import Organization
import Work

/// Hands over what a handover names, a thing at a time: each in a transaction of its own, with its line. Whatever stops
/// it, every thing has gone or not, and its line says which.
package struct RunHandover: Sendable {
  private static let chunk = 50

  package var handover: Handover
  package var owned: OwnedByPosts

  package init(_ handover: Handover, owned: OwnedByPosts) {
    self.handover = handover
    self.owned = owned
  }

  /// Does all that waits. `told` hears after each.
  package func perform(over database: any Database, telling told: () async throws -> Void = {}) async throws {
    while true {
      let waiting = try await database.read { [handover] in
        try HandoverStore($0).lines(of: handover.id, .waiting, limit: Self.chunk)
      }
      guard !waiting.isEmpty else { break }
      for line in waiting {
        try await perform(line, over: database)
        try await told()
      }
    }
    try await database.write { try finish(in: $0) }
  }

  private func perform(_ line: HandoverLine, over database: any Database) async throws {
    do {
      try await database.write { transaction in
        let store = HandoverStore(transaction)
        guard var taken = try store.take(line.position, of: handover.id) else { return }
        try handOver(taken, in: transaction)
        (taken.outcome, taken.doneAt) = (.done, transaction.now)
        try store.save(taken, of: handover.id)
      }
    } catch let refusal as Refusal {
      try await database.write { transaction in
        let store = HandoverStore(transaction)
        guard var taken = try store.take(line.position, of: handover.id) else { return }
        (taken.outcome, taken.refusal) = (.refused, refusal.message)
        try store.save(taken, of: handover.id)
      }
    }
  }

  /// Within the rights that whoever pressed has by now.
  private func handOver(_ line: HandoverLine, in transaction: any Transaction) throws {
    let organization = OrganizationStore(transaction)
    let from = try organization.post(line.from)
    guard let presser = try StandingActor.find(handover.account, as: handover.post, in: transaction),
      HandoverAccess.mayHandOver(from, path: try organization.path(of: from.agency), presser)
    else { throw Refusal(.forbidden, "\(handover.askedBy) không còn quyền bàn giao việc này.") }
    guard let kind = owned[line.kind] else {
      throw Refusal(.conflict, "«\(line.kindTitle)» không còn bàn giao ở đây.")
    }
    if let reason = kind.staysBecause { throw Refusal(.conflict, reason) }
    let to = try line.to.map { try organization.post($0) }
    if let to, !to.isHeld(on: transaction.now.day) {
      throw Refusal(.conflict, "\(to.personName) không còn giữ chức danh \(to.label).")
    }
    try kind.handOver(
      line.key, to: to, reason: handover.reasonText, by: .inPlace(ofHolderOf: from, presser), in: transaction)
  }

  /// Tells each receiver once, with counts.
  private func finish(in transaction: any Transaction) throws {
    let store = HandoverStore(transaction)
    guard try store.finish(handover.id) else { return }
    let received = try store.received(of: handover.id)
    let words = Dictionary(grouping: received, by: \.to).mapValues { lines in
      "Của \(handover.personName): " + lines.map { "\($0.kindTitle): \($0.count)" }.joined(separator: "; ")
    }
    let presser = try StandingActor.find(handover.account, as: handover.post, in: transaction)
    try Notifications.tell(
      .handoverReceived, words.sorted { $0.key.number < $1.key.number }.map { Telling(.post($0.key), $0.value) },
      on: .handover(handover.id), by: presser, in: transaction)
    let counts = try store.counts(of: handover.id)
    let event = AuditEvent.handoverFinished(
      handover.personName, done: counts[.done, default: 0], refused: counts[.refused, default: 0])
    for record in [RecordReference.handover(handover.id), .person(handover.person)] {
      if let presser {
        try Audit.record(event, on: record, by: presser, in: transaction)
      } else {
        try Audit.recordSystem(event, on: record, agency: handover.agency, in: transaction)
      }
    }
  }
}
