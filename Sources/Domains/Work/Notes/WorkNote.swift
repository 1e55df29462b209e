import Kernel

/// What whoever does a piece of work writes down on the way (PL6-1d): how far it is, what stands in the way, what they propose.
package struct WorkNote: Sendable, Equatable {
  package typealias ID = Identifier<WorkNote>

  package enum Kind: String, Sendable, CaseIterable {
    case progress, difficulty
    /// The third part of the handling slip (phiếu giải quyết văn bản đến).
    case proposal

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .progress: "Tiến độ"
      case .difficulty: "Khó khăn, vướng mắc"
      case .proposal: "Ý kiến đề xuất"
      }
    }
  }

  package var id: ID
  package var item: WorkItem.ID
  package var subject: RecordReference
  package var kind: Kind
  package var text: String
  package var author: PostID
  /// «Bùi Quốc Khánh», as called at that time.
  package var authorName: String
  package var writtenAt: Instant
}
