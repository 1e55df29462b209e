import Kernel

/// A file that was read and waits to be confirmed; nothing of it stands in a plan or a table yet.
struct PlanImport: Sendable, Equatable {
  typealias ID = Identifier<PlanImport>

  var id: ID
  /// Who brought it confirms it.
  var post: PostID
  /// The plan it is for; nil for a table of retention.
  var plan: FilePlan.ID?
  var fileName: String
  /// Of a table of retention.
  var facts: RetentionSchedule.Facts?
  var sheet: PlanSheet
  var at: Instant
}
