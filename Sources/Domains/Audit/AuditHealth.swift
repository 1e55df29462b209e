import Database
import Kernel

/// How far the audit chain has come: for the health page. It proves nothing; `VerifyAudit` does.
package struct AuditHealth: Sendable, Equatable {
  /// Entries that are links of the chain.
  package var sealed: Int64
  /// Entries that wait for the next sealing.
  package var unsealed: Int
  /// The last day whose chain is closed; nil when none is yet.
  package var closedDay: Day?

  package init(sealed: Int64, unsealed: Int, closedDay: Day?) {
    self.sealed = sealed
    self.unsealed = unsealed
    self.closedDay = closedDay
  }

  /// Reads counts only, nothing of what the entries say.
  package static func readForOperations(in transaction: any Transaction) throws -> AuditHealth {
    let store = SealStore(transaction)
    return AuditHealth(
      sealed: try store.head().number, unsealed: try store.unsealedCount(), closedDay: try store.lastClosing()?.day)
  }
}
