import Kernel

/// What people write down in a dossier: kept to oneself while it is a draft, then for everybody and for good (ghi chú).
package struct DossierNote: Sendable, Equatable {
  package typealias ID = Identifier<DossierNote>

  package static let lengthMax = 4000

  package var id: ID
  package var dossier: Dossier.ID
  package var text: String
  package var isFinal: Bool
  package var authorPost: PostID
  package var authorName: String
  package var writtenAt: Instant
  package var finalAt: Instant?
  package var version: Int
}
