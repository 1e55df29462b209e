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

  /// One item that the act gave, or moved.
  struct Touched: Sendable, Equatable, Codable {
    var item: Int64
    /// Of the item as the act left it: whoever touches it afterwards raises it.
    var version: Int
    /// Where it stood; nil for an item that the act gave.
    var before: WorkStanding?
  }

  var id: ID
  var document: IncomingDocument.ID
  var act: Act
  var givenBy: PostID
  var giverName: String
  var givenAt: Instant
  var touched: [Touched]
  /// What a leader wrote in it.
  var directive: Directive.ID?
  var undoneAt: Instant?

  /// How long it is offered to be undone; the act allows the line's travel besides (`Notifications.undoTime`).
  static let shown = Duration.seconds(10)

  /// Until when the offer stands.
  var offeredUntil: Instant { givenAt + Self.shown }

  /// What differs between a document's work before and after an act.
  static func touched(from before: [WorkItem], to after: [WorkItem]) -> [Touched] {
    let known = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
    return after.compactMap { item in
      guard let old = known[item.id] else { return Touched(item: item.id.number, version: item.version) }
      return old.version == item.version
        ? nil : Touched(item: item.id.number, version: item.version, before: old.standing)
    }
  }
}
