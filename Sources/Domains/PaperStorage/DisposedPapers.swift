import Database
import Dossiers
import FileVault
import Kernel

/// The paper part of a dossier that is destroyed: kept from it while somebody has it, forgotten with it (LT-03).
package struct DisposedPapers: DisposableMatter {
  package init() {}

  package let code = RecordReference.dossierCode

  package func keeping(_ number: Int64, in transaction: any Transaction) throws -> String? {
    guard let loan = try DossierLoanStore(transaction).holding(Dossier.ID(number)) else { return nil }
    return "bản giấy đang cho \(loan.borrower) mượn"
  }

  package func destroy(_ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction) throws -> [FileHash] {
    try DossierPaperStore(transaction).forget(Dossier.ID(number))
    try DossierLoanStore(transaction).veil(Dossier.ID(number))
    return []
  }
}
