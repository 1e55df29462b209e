import Access
import Database
import Documents
import Kernel

/// Tells search, notifications and lists of other domains about drafts.
package struct DraftSource: RecordSource {
  package let code = RecordReference.draftCode
  package let filedFrom: String? = DraftPaths.list

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    try DraftStore(transaction).list(numbers, visibleTo: actor).map { draft in
      var summary = RecordSummary(
        reference: .draft(draft.id), kindLabel: "Dự thảo", notation: draft.facts.type?.name ?? "",
        date: draft.assignedAt.day, issuer: draft.unitName, subject: draft.facts.subject,
        stateLabel: draft.progress.label,
        urgencyLabel: draft.facts.urgency == .normal ? "" : draft.facts.urgency.mark, path: DraftPaths.show(draft.id),
        blocksClosing: [.issued, .recalled, .cancelled].contains(draft.progress) ? nil : draft.progress.label)
      summary.filing = RecordFiling(typeName: draft.facts.type?.name ?? "", pageCount: 0, isDraft: true)
      summary.answering = draft.answering
      return summary
    }
  }
}

extension Draft {
  /// Its drafter and the head of the unit that drafts it answer for it.
  var answering: RecordAnswering { RecordAnswering(maker: drafter, unit: unit) }
}
