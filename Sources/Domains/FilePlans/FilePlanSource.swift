import Access
import Database
import Kernel

/// Tells notifications and lists of other domains about plans of dossiers.
package struct FilePlanSource: RecordSource {
  package let code = RecordReference.filePlanCode

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    try FilePlanStore(transaction).list(numbers, visibleTo: actor).map { plan in
      RecordSummary(
        reference: .filePlan(plan.id), kindLabel: "Danh mục hồ sơ", date: plan.madeAt.day, issuer: plan.madeBy,
        subject: plan.title, stateLabel: plan.round.state.label, path: FilePlanPaths.show(plan.year))
    }
  }
}
