import Database
import Dossiers
import FileVault
import Kernel

/// What transfers and requests to hold back say of a dossier, forgotten with it (LT-03): their numbers, days and counts
/// stay.
package struct DisposedTransfers: DisposableMatter {
  package init() {}

  package let code = RecordReference.dossierCode

  package func keeping(_ number: Int64, in transaction: any Transaction) throws -> String? { nil }

  package func destroy(_ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction) throws -> [FileHash] {
    try ArchiveTransferStore(transaction).veil(Dossier.ID(number), words: basis.words)
    try DossierHoldStore(transaction).veil(Dossier.ID(number))
    return []
  }
}
