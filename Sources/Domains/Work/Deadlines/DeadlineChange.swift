import Kernel

/// A deadline was another before (đổi hạn, gia hạn): every change is kept.
package struct DeadlineChange: Sendable, Equatable {
  package var item: WorkItem.ID
  /// Nil: there was, or is now, none.
  package var from: Instant?
  package var to: Instant?
  package var reason: String
  package var changedBy: String
  package var changedAt: Instant
}

/// Whoever does the work asks for more time (xin gia hạn). The asking is itself a piece of work, held by whoever set the
/// deadline.
package struct ExtensionRequest: Sendable, Equatable {
  /// The work item of whoever decides.
  package var request: WorkItem.ID
  package var item: WorkItem.ID
  package var wantedDue: Instant
  /// Nil while nobody has decided.
  package var isGranted: Bool?
  package var grantedDue: Instant?
}
