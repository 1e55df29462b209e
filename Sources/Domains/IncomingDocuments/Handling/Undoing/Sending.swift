import Kernel
import Notifications
import Work

/// What one act of handling gave and moved (lần gửi): enough to undo it within its seconds.
struct Sending: Sendable, Equatable {
  typealias ID = Identifier<Sending>

  /// The acts that can be undone.
  enum Act: String, Sendable, CaseIterable {
    case present, byRule, direct, assign, askOpinion, giveOpinion, handOver, replaceLead, giveBack, complete

    /// The Vietnamese term.
    var label: String {
      switch self {
      case .present: "trình"
      case .byRule: "chuyển theo quy tắc"
      case .direct: "bút phê"
      case .assign: "phân công"
      case .askOpinion: "xin ý kiến"
      case .giveOpinion: "cho ý kiến"
      case .handOver: "bàn giao"
      case .replaceLead: "đổi chủ trì"
      case .giveBack: "trả lại"
      case .complete: "hoàn thành"
      }
    }

    /// What is left to do once it can be undone no longer.
    var instead: String {
      switch self {
      case .present, .byRule, .direct, .assign, .askOpinion, .replaceLead: "hãy dùng «Thu hồi» kèm lý do"
      case .complete: "hãy dùng «Mở lại» kèm lý do"
      case .giveBack: "hãy báo người giao giao lại"
      case .giveOpinion: "hãy báo người hỏi"
      case .handOver: "hãy báo người nhận bàn giao"
      }
    }
  }

  var id: ID
  var document: IncomingDocument.ID
  var act: Act
  var givenBy: PostID
  var giverName: String
  var givenAt: Instant
  var touched: [TouchedWork]
  /// What a leader wrote in it.
  var directive: Directive.ID?
  var undoneAt: Instant?

  /// Until when the offer stands.
  var offeredUntil: Instant { givenAt + Notifications.undoShown }
}
