import Kernel
import Work

/// What one act of handling gave and moved (lần gửi): enough to undo it within its seconds.
struct Sending: Sendable, Equatable {
  typealias ID = Identifier<Sending>

  /// The acts that can be undone.
  enum Act: String, Sendable, CaseIterable {
    case present, direct, assign, complete

    /// The Vietnamese term.
    var label: String {
      switch self {
      case .present: "trình"
      case .direct: "bút phê"
      case .assign: "phân công"
      case .complete: "hoàn thành"
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

  /// How long it is offered to be undone; the act allows the line's travel besides (`Notifications.undoTime`).
  static let shown = Duration.seconds(10)

  /// Until when the offer stands.
  var offeredUntil: Instant { givenAt + Self.shown }
}
