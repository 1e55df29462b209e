import Kernel
import Work

/// What somebody who was asked says of one version of a draft (góp ý). Never changed.
package struct DraftOpinion: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<DraftOpinion>

  /// Where they stand.
  package enum Stance: String, Sendable, CaseIterable {
    case agree, disagree, other

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .agree: "Nhất trí"
      case .disagree: "Không nhất trí"
      case .other: "Ý kiến khác"
      }
    }
  }

  package let id: ID
  /// The work that it ends.
  package var item: WorkItem.ID
  package var versionNumber: Int
  package var stance: Stance
  package var text: String
  /// «Điều 3 khoản 2»; empty for the whole.
  package var place: String
  /// The words of the draft that it is about; empty for none.
  package var excerpt: String
  package var author: PostID
  /// «Trịnh Công Hải, Vụ trưởng».
  package var authorName: String
  package var at: Instant
  /// What is said of single articles and paragraphs, in the order of the form.
  package var comments: [Comment] = []

  /// A word on one place of the text.
  package struct Comment: Sendable, Equatable {
    /// «Điều 3 khoản 2», as it stands in the version that was seen.
    package var place: String
    package var text: String

    package init(_ place: String, _ text: String) {
      self.place = place
      self.text = text
    }
  }
}
