import Synchronization

/// Gives record keys that grow with arrival: (seconds since 2000-01-01 UTC) × 1024 + n.
///
/// Within a process a table's keys never repeat and never go back, also when the clock does. `slot` (0…7) keeps
/// processes that write at the same time apart: key mod 8 = slot.
package final class IdentifierSource: Sendable {
  private static let epochSeconds: Int64 = 946_684_800
  /// How many processes can write side by side.
  package static let slotCount = 8
  private static let slots = Int64(slotCount)
  private let slot: Int64
  private let last = Mutex<[String: Int64]>([:])

  package init(slot: Int) {
    precondition(slot >= 0 && slot < Self.slots)
    self.slot = Int64(slot)
  }

  /// The lowest key a record that arrived at `instant` can have.
  package static func floor(at instant: Instant) -> Int64 {
    (instant.milliseconds.floorDivided(by: 1000) - epochSeconds) * 1024
  }

  /// Whether the table's last key is already known to this process.
  package func knows(_ table: String) -> Bool { last.withLock { $0[table] != nil } }

  /// Tells the greatest key found stored in the table.
  package func seed(_ table: String, greatest: Int64) {
    last.withLock { $0[table] = max($0[table] ?? 0, greatest) }
  }

  /// The next key of a table for a record that arrives now.
  package func next(_ table: String, at instant: Instant) -> Int64 {
    last.withLock {
      let lowest = max(Self.floor(at: instant), ($0[table] ?? 0) + 1)
      let key = lowest + (slot - lowest % Self.slots + Self.slots) % Self.slots
      $0[table] = key
      return key
    }
  }
}

extension Int64 {
  /// Division that rounds towards minus infinity.
  package func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
  }
}
