import Kernel

/// What a later document does to an earlier one of the same issuer (DI-09): directed, recorded by people, undone with a
/// trace. It is in force while the later one is issued; from then on whoever opens the earlier one, at the issuer or at an
/// agency that received it, is told.
package struct DocumentRelation: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<DocumentRelation>

  package enum Kind: String, Sendable, CaseIterable {
    case replace, amend, correct

    /// From the later document: «Thay thế».
    package var label: String {
      switch self {
      case .replace: "Thay thế"
      case .amend: "Sửa đổi, bổ sung"
      case .correct: "Đính chính"
      }
    }

    /// From the earlier one: «Đã bị thay thế bởi».
    package var passive: String {
      switch self {
      case .replace: "Đã bị thay thế bởi"
      case .amend: "Đã được sửa đổi, bổ sung bởi"
      case .correct: "Đã được đính chính bởi"
      }
    }
  }

  /// One side: the issuer's record, as it is called.
  package struct Side: Sendable, Equatable {
    package var document: Int64
    package var codeText: String
    package var day: Day

    package init(document: Int64, codeText: String, day: Day) {
      self.document = document
      self.codeText = codeText
      self.day = day
    }

    /// «12/QĐ-TCĐC ngày 06/11/2026».
    package var text: String { "\(codeText) ngày \(day.text)" }
  }

  package let id: ID
  package var kind: Kind
  package var newer: Side
  package var older: Side
  package var recordedAt: Instant
  package var recordedBy: String
  /// Since the later one is issued; nil before, and after its recall.
  package var inForceSince: Instant?

  package init(
    id: ID, kind: Kind, newer: Side, older: Side, recordedAt: Instant, recordedBy: String, inForceSince: Instant?
  ) {
    self.id = id
    self.kind = kind
    self.newer = newer
    self.older = older
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.inForceSince = inForceSince
  }

  /// «Đã bị thay thế bởi 12/QĐ-TCĐC ngày 06/11/2026».
  package var sentence: String { "\(kind.passive) \(newer.text)" }
}
