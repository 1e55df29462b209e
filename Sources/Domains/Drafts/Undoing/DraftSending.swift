import Kernel
import Notifications
import Work

/// What one act on a draft gave and moved (lần gửi): enough to undo it within its seconds. A signature is none of them.
struct DraftSending: Sendable, Equatable {
  typealias ID = Identifier<DraftSending>

  /// The acts that can be undone.
  enum Act: String, Sendable, CaseIterable {
    case submit, pass, giveBack, passBack, handOver

    /// The Vietnamese term.
    var label: String {
      switch self {
      case .submit: "trình dự thảo"
      case .pass: "chuyển tiếp dự thảo"
      case .giveBack: "trả lại dự thảo"
      case .passBack: "chuyển người soạn thảo"
      case .handOver: "bàn giao"
      }
    }

    /// What is left to do once it can be undone no longer.
    var instead: String {
      switch self {
      case .submit: "hãy dùng «Rút lại» kèm lý do"
      case .pass, .giveBack, .passBack: "hãy trao đổi với người đang giữ"
      case .handOver: "hãy báo người nhận bàn giao lại"
      }
    }
  }

  var id: ID
  var draft: Draft.ID
  var act: Act
  var givenBy: PostID
  var giverName: String
  var givenAt: Instant
  var touched: [TouchedWork]
  var roundBefore: Int
  var undoneAt: Instant?

  /// Until when the offer stands.
  var offeredUntil: Instant { givenAt + Notifications.undoShown }
}
