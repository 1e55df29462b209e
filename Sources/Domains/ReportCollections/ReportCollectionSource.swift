import Access
import Database
import Exchange
import Kernel

/// Tells search and lists of other domains about collections of reports.
package struct ReportCollectionSource: RecordSource {
  package let code = RecordReference.reportCollectionCode

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    try ReportCollectionStore(transaction).list(numbers, askedBy: actor).map { collection in
      RecordSummary(
        reference: .reportCollection(collection.id), kindLabel: "Biểu thu báo cáo", number: collection.codeText,
        notation: "", date: collection.madeAt.day, issuer: collection.madeBy, subject: collection.form.title,
        stateLabel: collection.state.label, urgencyLabel: "", path: ReportCollectionPaths.show(collection.id),
        blocksClosing: nil)
    }
  }
}
