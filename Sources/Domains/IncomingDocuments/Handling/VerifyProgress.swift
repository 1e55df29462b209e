import Database
import Kernel
import Work

/// Proves that how far each document stands in the list is what its work says: recomputed from the work itself.
package struct VerifyProgress: Sendable {
  package struct Report: Sendable {
    package var documents = 0
    /// Arrival numbers whose stored summary is another, with both.
    package var wrong: [String] = []
  }

  private static let batch = 500
  private static let namedMax = 20

  private let database: any Database

  package init(database: any Database) { self.database = database }

  /// Blocking; a batch of documents in each transaction.
  package func run() throws -> Report {
    var report = Report()
    var last: Int64 = 0
    while let next = try database.readNow({ try Self.verify(after: last, into: &report, $0) }) { last = next }
    return report
  }

  private static func verify(
    after last: Int64, into report: inout Report, _ transaction: any Transaction
  ) throws -> Int64? {
    let rows = try HandlingStore(transaction).progressForProof(after: last, limit: batch)
    let items = try WorkStore(transaction).itemsForProof(
      of: RecordReference.incomingDocumentCode, rows.map(\.id.number))
    for row in rows {
      report.documents += 1
      let folded = IncomingProgress.folded(
        from: items[row.id.number] ?? [], isFiled: row.isFiled, isRecalled: row.isRecalled)
      guard folded != row.progress, report.wrong.count < namedMax else { continue }
      report.wrong.append("số đến \(row.arrivalNumber): ghi «\(row.progress.label)», theo việc là «\(folded.label)»")
    }
    return rows.last?.id.number
  }
}
