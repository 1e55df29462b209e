import Archive
import Copies
import Database
import DossierPackages
import Dossiers
import Drafts
import FileVault
import IncomingDocuments
import Kernel
import OutgoingDocuments
import PaperStorage
import ReportCollections

/// Every flow whose documents end with the dossiers in which they lie (LT-03).
enum DisposedMatters {
  static let all: [any DisposableMatter] = [
    DisposedIncoming(), CopiesOfDisposed(code: RecordReference.incomingDocumentCode), DisposedOutgoing(),
    CopiesOfDisposed(code: RecordReference.outgoingDocumentCode), CollectionsOfDisposed(), DisposedDrafts(),
    DraftsOfOutgoing(), DisposedTransfers(), DisposedPackages(), DisposedPapers(),
  ]
}

/// Copies go with their document (COPY-04).
private struct CopiesOfDisposed: DisposableMatter {
  let code: String

  func keeping(_ number: Int64, in transaction: any Transaction) throws -> String? {
    try DestroyedCopies().areAtWork(of: RecordReference(code: code, number: number), in: transaction)
      ? "còn bản sao đang làm" : nil
  }

  func destroy(_ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction) throws -> [FileHash] {
    try DestroyedCopies().recordIsDisposed(
      RecordReference(code: code, number: number), reason: basis.decision, agency: basis.agency, in: transaction)
  }
}

/// Figures that were collected by a document are kept with it.
private struct CollectionsOfDisposed: DisposableMatter {
  let code = RecordReference.outgoingDocumentCode

  func keeping(_ number: Int64, in transaction: any Transaction) throws -> String? {
    try CollectedReports().isCollected(by: OutgoingDocument.ID(number), in: transaction)
      ? "là căn cứ của một đợt thu báo cáo" : nil
  }

  func destroy(_ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction) throws -> [FileHash] { [] }
}
