import Access
import Database
import Kernel

/// Tells lists of other domains about transfers.
package struct ArchiveTransferSource: RecordSource {
  package let code = RecordReference.archiveTransferCode

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    try ArchiveTransferStore(transaction).list(numbers, visibleTo: actor).map { transfer in
      RecordSummary(
        reference: .archiveTransfer(transfer.id), kindLabel: "Đợt giao nộp hồ sơ", number: transfer.name,
        date: transfer.submittedAt.day, issuer: transfer.giverName, subject: "Hồ sơ của \(transfer.unitName)",
        stateLabel: transfer.settledAt == nil ? "Chờ lưu trữ nhận" : "Đã xong",
        path: ArchivePaths.transfer(transfer.id))
    }
  }
}
