import Kernel

/// A search kept under a name (tìm kiếm đã lưu): a list with its filters (PL6-66). Seen by its person alone.
package struct SavedSearch: Sendable, Equatable {
  package typealias ID = Identifier<SavedSearch>

  package var id: ID
  package var name: String
  /// Code of the list.
  package var list: String
  /// The query of its address.
  package var address: String
  /// Stands on «Việc của tôi».
  package var isPinned: Bool
  /// Thrown away, and still to be had back.
  package var removedAt: Instant?

  static let nameLengthMax = 80
  /// More would need a search of their own.
  static let countMax = 100
  /// How long a thrown away one can be had back.
  static let keptAfterRemoval = Duration.seconds(86_400)
}
