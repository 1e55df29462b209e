import Database
import Kernel
import Work

/// Proves that the stored state of each draft is what its work and approval say: recomputed from them.
package struct VerifyDrafts: Sendable {
  package struct Report: Sendable {
    package var drafts = 0
    /// Subjects whose stored state is another, with both.
    package var wrong: [String] = []
  }

  private static let batch = 500
  private static let namedMax = 20

  private let database: any Database

  package init(database: any Database) { self.database = database }

  /// Blocking; a batch of drafts in each transaction.
  package func run() throws -> Report {
    var report = Report()
    var last: Int64 = 0
    while let next = try database.readNow({ try Self.verify(after: last, into: &report, $0) }) { last = next }
    return report
  }

  private static func verify(
    after last: Int64, into report: inout Report, _ transaction: any Transaction
  ) throws -> Int64? {
    let rows = try DraftStore(transaction).progressForProof(after: last, limit: batch)
    let items = try WorkStore(transaction).itemsForProof(of: RecordReference.draftCode, rows.map(\.draft.id.number))
    for (draft, isApproved) in rows {
      report.drafts += 1
      let folded = DraftProgress.folded(
        from: items[draft.id.number] ?? [], isApproved: isApproved, isCancelled: draft.cancelReason != nil,
        outgoing: draft.outgoing)
      guard folded != draft.progress, report.wrong.count < namedMax else { continue }
      report.wrong.append(
        "dự thảo \(draft.id): ghi «\(draft.progress.label)», theo việc là «\(folded.label)»")
    }
    return rows.last?.draft.id.number
  }
}
