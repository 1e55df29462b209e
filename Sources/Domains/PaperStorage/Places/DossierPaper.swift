import Dossiers
import Kernel

/// The paper part of a dossier (bản giấy của hồ sơ) and the box in which it lies.
package struct DossierPaper: Sendable, Equatable {
  package static let reasonLengthMax = 500
  package static let sheetsMax = 100_000

  package var dossier: Dossier.ID
  package var agency: AgencyID
  package var box: ShelfPlace.ID
  /// Số tờ; nil when nobody counted.
  package var sheets: Int?
  package var placedAt: Instant
  package var placedBy: String
  package var version: Int
}

/// One move of a paper part: where it was, where it went.
package struct PaperTransfer: Sendable, Equatable {
  package typealias ID = Identifier<PaperTransfer>

  package var id: ID
  package var dossier: Dossier.ID
  package var agency: AgencyID
  /// Empty: it had no place.
  package var from: String
  /// Empty: it has none any more.
  package var to: String
  package var reason: String
  package var movedAt: Instant
  package var movedBy: String
}
