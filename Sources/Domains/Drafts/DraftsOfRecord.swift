import Access
import Database
import Documents
import Dossiers
import Kernel

/// Drafts that answer a record, carry it out or are written for it, for the page of that record.
package struct DraftsOfRecord: RelatedRecords {
  package init() {}

  package func related(
    to record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RelatedRecord] {
    try DraftStore(transaction).list(from: record, visibleTo: actor).map { draft in
      RelatedRecord(
        record.code == RecordReference.dossierCode ? "Dự thảo" : "Dự thảo trả lời",
        label: "\(draft.facts.type?.name ?? "Văn bản"): \(draft.facts.subject)",
        stateLabel: draft.progress.label, path: DraftPaths.show(draft.id))
    }
  }
}
