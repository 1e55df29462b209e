import Database
import Dossiers
import FileVault
import Kernel
import Work

/// Drafts that lie in a dossier end with it (LT-03): versions, files, opinions and every word.
package struct DisposedDrafts: DisposableMatter {
  package let code = RecordReference.draftCode

  package init() {}

  package func keeping(_ number: Int64, in transaction: any Transaction) throws -> String? {
    let open = try Work.openCount(on: .draft(Draft.ID(number)), in: transaction)
    return open > 0 ? "còn \(open) việc chưa xong" : nil
  }

  package func destroy(
    _ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction
  ) throws -> [FileHash] {
    try DestroyDraft(Draft.ID(number), reason: basis.words, subject: basis.words)
      .performForJob(agency: basis.agency, in: transaction)
  }
}
