import Kernel
import Work

extension WorkKind {
  /// Soạn thảo văn bản: held by the drafter until the draft is signed.
  package static let writeDraft = WorkKind(code: "draft.write")
  /// Kiểm tra nội dung, ký nháy (ST-07).
  package static let checkDraftContent = WorkKind(code: "draft.content")
  /// Đơn vị phối hợp xem xét.
  package static let coordinateDraft = WorkKind(code: "draft.coordinate")
  /// Kiểm tra thể thức, ký nháy (ST-08).
  package static let checkDraftForm = WorkKind(code: "draft.form")
  /// Lãnh đạo xem xét trước khi trình ký.
  package static let reviewDraft = WorkKind(code: "draft.review")
  /// Duyệt, ký (ST-05).
  package static let signDraft = WorkKind(code: "draft.sign")
  /// Chuyển người soạn thảo sửa: what came back stands with the head of the lead unit first (ST-03).
  package static let passBackDraft = WorkKind(code: "draft.passBack")
  /// Góp ý kiến.
  package static let opinionOnDraft = WorkKind(code: "draft.opinion")
}

/// One station of a draft's way to the signature (bước trình).
package struct DraftStep: Sendable, Equatable {
  /// What is done there; in the order of the way.
  package enum Kind: String, Sendable, CaseIterable {
    case content, coordinate, form, review, sign

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .content: "Kiểm tra nội dung"
      case .coordinate: "Đơn vị phối hợp"
      case .form: "Kiểm tra thể thức"
      case .review: "Lãnh đạo xem xét"
      case .sign: "Ký duyệt"
      }
    }

    /// As the button of whoever holds it says it.
    var act: String {
      switch self {
      case .content: "Đạt nội dung, ký nháy"
      case .coordinate: "Nhất trí"
      case .form: "Đạt thể thức, ký nháy"
      case .review: "Đồng ý, chuyển tiếp"
      case .sign: "Duyệt, ký"
      }
    }

    /// As the way tells that it was found in order there.
    var passedLabel: String {
      switch self {
      case .content, .form: "Đạt"
      case .coordinate: "Nhất trí"
      case .review: "Đồng ý"
      case .sign: "Đã ký"
      }
    }

    var work: WorkKind {
      switch self {
      case .content: .checkDraftContent
      case .coordinate: .coordinateDraft
      case .form: .checkDraftForm
      case .review: .reviewDraft
      case .sign: .signDraft
      }
    }

    init?(_ kind: WorkKind) {
      guard let found = Self.allCases.first(where: { $0.work == kind }) else { return nil }
      self = found
    }
  }

  /// From 1.
  package var position: Int
  package var kind: Kind
  package var holder: WorkHolder
  /// The work that was given there last; nil before it came so far.
  package var item: WorkItem.ID?

  package init(_ position: Int, _ kind: Kind, _ holder: WorkHolder) {
    self.position = position
    self.kind = kind
    self.holder = holder
  }
}

/// What somebody found at a station: the proof of the two checks (ST-07, ST-08). Never changed, at most voided.
package struct DraftCheck: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<DraftCheck>

  package enum Said: String, Sendable, CaseIterable {
    case passed, returned

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .passed: "Đạt"
      case .returned: "Trả lại"
      }
    }
  }

  package let id: ID
  package var round: Int
  package var position: Int
  package var kind: DraftStep.Kind
  /// Number of the version that was looked at.
  package var versionNumber: Int
  package var post: PostID
  package var person: PersonID
  /// «Hoàng Văn Thắng, Vụ trưởng».
  package var name: String
  package var said: Said
  package var note: String
  package var at: Instant
  /// Since when it counts no more, and why.
  package var voidedAt: Instant?
  package var voidReason = ""

  /// In a sentence, in the words of the button that was pressed: «nhất trí», «trả lại».
  var found: String {
    guard said == .passed else { return said.label.lowercased() }
    return kind == .sign ? "ký" : kind.passedLabel.lowercased()
  }

  package var stands: Bool { voidedAt == nil && said == .passed }
}
