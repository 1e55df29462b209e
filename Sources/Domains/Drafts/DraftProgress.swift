import Kernel
import Work

/// How far a draft is (trạng thái dự thảo): folded from its work and from what was decided, never set.
package enum DraftProgress: String, Sendable, CaseIterable {
  /// Ordered; the drafter has not taken it up yet.
  case assigned
  case drafting
  case content, coordinating, form, reviewing, signing
  /// Came back with a reason.
  case returned
  /// Taken back by the drafter with a reason.
  case withdrawn
  /// Approved by whoever may sign it; waits for its number.
  case signed
  case numbered, issued
  /// What it became was recalled (thu hồi).
  case recalled
  case cancelled

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .assigned: "Đã giao soạn thảo"
    case .drafting: "Đang soạn thảo"
    case .content: "Chờ kiểm tra nội dung"
    case .coordinating: "Chờ đơn vị phối hợp"
    case .form: "Chờ kiểm tra thể thức"
    case .reviewing: "Chờ lãnh đạo xem xét"
    case .signing: "Chờ ký"
    case .returned: "Trả lại để sửa"
    case .withdrawn: "Đã rút lại"
    case .signed: "Đã ký duyệt"
    case .numbered: "Đã cấp số"
    case .issued: "Đã phát hành"
    case .recalled: "Đã thu hồi"
    case .cancelled: "Đã hủy"
    }
  }

  /// On its way to the signature: nobody but whoever holds it may change it.
  package var isSubmitted: Bool { [.content, .coordinating, .form, .reviewing, .signing].contains(self) }

  /// - Parameters:
  ///   - items: all work of the draft, in the order given.
  ///   - isApproved: an approval stands (ST-05, ST-06).
  package static func folded(
    from items: [WorkItem], isApproved: Bool, isCancelled: Bool = false, outgoing: Draft.OutgoingStage? = nil
  ) -> DraftProgress {
    if isCancelled { return .cancelled }
    switch outgoing {
    case .issued: return .issued
    case .recalled: return .recalled
    case .numbered: return .numbered
    case nil: if isApproved { return .signed }
    }
    for item in items where item.isOpen {
      if item.kind == .passBackDraft { return .returned }
      if let kind = DraftStep.Kind(item.kind) { return DraftProgress(kind) }
    }
    // A reason tells a withdrawal from a sending that was undone.
    let chain = items.filter { item in
      let isWay = DraftStep.Kind(item.kind) != nil || item.kind == .passBackDraft
      return isWay && !(item.state == .recalled && item.outcome.isEmpty)
    }
    let last = chain.max {
      ($0.endedAt ?? .init(milliseconds: 0), $0.id) < ($1.endedAt ?? .init(milliseconds: 0), $1.id)
    }
    switch last?.state {
    case .returned: return .returned
    case .recalled: return .withdrawn
    case .done where last?.kind == .passBackDraft: return .returned
    default: break
    }
    return items.last { $0.kind == .writeDraft }?.state == .offered ? .assigned : .drafting
  }

  private init(_ kind: DraftStep.Kind) {
    self =
      switch kind {
      case .content: .content
      case .coordinate: .coordinating
      case .form: .form
      case .review: .reviewing
      case .sign: .signing
      }
  }
}
