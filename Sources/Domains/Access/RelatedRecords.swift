import Database
import Kernel

/// A record that came out of another one, or came before it, as the other's page shows it.
package struct RelatedRecord: Sendable, Equatable {
  /// What it is to the other: «Dự thảo trả lời».
  package var relation: String
  /// Its number or type, and its subject.
  package var label: String
  package var stateLabel: String
  package var path: String

  package init(_ relation: String, label: String, stateLabel: String = "", path: String) {
    self.relation = relation
    self.label = label
    self.stateLabel = stateLabel
    self.path = path
  }

  /// A record as the directory tells of it.
  package init(_ relation: String, _ summary: RecordSummary) {
    let name = [summary.number, summary.notation].first { !$0.isEmpty } ?? summary.kindLabel
    self.init(relation, label: "\(name): \(summary.subject)", stateLabel: summary.stateLabel, path: summary.path)
  }
}

/// A flow that knows which of its records belong to one of another flow. `App` hands it to whoever shows the other.
package protocol RelatedRecords: Sendable {
  /// What the actor may see of them, oldest first.
  func related(
    to record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RelatedRecord]
}
