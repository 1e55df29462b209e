import Kernel
import Work

/// What one act on a draft gave and moved (lần gửi): enough to undo it within its seconds. A signature is none of them.
struct DraftSending: Sendable, Equatable {
  typealias ID = Identifier<DraftSending>

  /// The acts that can be undone.
  enum Act: String, Sendable, CaseIterable {
    case submit, pass, giveBack, passBack

    /// The Vietnamese term.
    var label: String {
      switch self {
      case .submit: "trình dự thảo"
      case .pass: "chuyển tiếp dự thảo"
      case .giveBack: "trả lại dự thảo"
      case .passBack: "chuyển người soạn thảo"
      }
    }
  }

  /// One item that the act gave, or moved.
  struct Touched: Sendable, Equatable, Codable {
    var item: Int64
    /// Of the item as the act left it: whoever touches it afterwards raises it.
    var version: Int
    /// Where it stood; nil for an item that the act gave.
    var before: WorkStanding?
  }

  var id: ID
  var draft: Draft.ID
  var act: Act
  var givenBy: PostID
  var giverName: String
  var givenAt: Instant
  var touched: [Touched]
  var roundBefore: Int
  var undoneAt: Instant?

  /// How long it is offered to be undone; the act allows the line's travel besides (`Notifications.undoTime`).
  static let shown = Duration.seconds(10)

  /// Until when the offer stands.
  var offeredUntil: Instant { givenAt + Self.shown }

  /// What differs between a draft's work before and after an act.
  static func touched(from before: [WorkItem], to after: [WorkItem]) -> [Touched] {
    let known = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
    return after.compactMap { item in
      guard let old = known[item.id] else { return Touched(item: item.id.number, version: item.version) }
      return old.version == item.version
        ? nil : Touched(item: item.id.number, version: item.version, before: old.standing)
    }
  }
}
