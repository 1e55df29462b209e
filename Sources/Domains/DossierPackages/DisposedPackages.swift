import Database
import Dossiers
import FileVault
import Kernel

/// Packages that were made of a dossier, gone with it (LT-03) before their week is over.
package struct DisposedPackages: DisposableMatter {
  package init() {}

  package let code = RecordReference.dossierCode

  package func keeping(_ number: Int64, in transaction: any Transaction) throws -> String? { nil }

  package func destroy(_ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction) throws -> [FileHash] {
    try DossierPackageStore(transaction).forget(of: Dossier.ID(number))
  }
}
