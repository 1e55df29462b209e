import Database
import FileVault
import Kernel

/// By what decision something is destroyed (quyết định hủy, LT-03): what stands ever after where its words stood.
package struct DisposalBasis: Sendable, Equatable {
  package var agency: AgencyID
  /// «Quyết định số 12/QĐ-TCĐC ngày 05/11/2026».
  package var decision: String

  package init(agency: AgencyID, decision: String) {
    self.agency = agency
    self.decision = decision
  }

  /// «Đã hủy theo Quyết định số 12/QĐ-TCĐC ngày 05/11/2026».
  package var words: String { "\(Self.head)\(decision)" }

  /// How these words begin.
  package static let head = "Đã hủy theo "
}

/// A flow whose documents end with the last dossier in which they lie. Several may speak for one kind: each is asked, each
/// forgets its part; what a flow holds of dossiers themselves goes under the code of dossiers. `App` brings them together.
package protocol DisposableMatter: Sendable {
  /// The code of its references.
  var code: String { get }

  /// What keeps a document besides another dossier; nil when nothing does. The words end a sentence.
  func keeping(_ number: Int64, in transaction: any Transaction) throws -> String?

  /// Forgets everything the document said; the line of the book stays. Gives the hashes of files that nothing names any
  /// more.
  func destroy(_ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction) throws -> [FileHash]
}
