import Kernel

/// Something that a post or a desk was told (thông báo): which event, about which record, by whom.
package struct Notification: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<Notification>

  package let id: ID
  package var event: NotificationEvent
  package var subject: RecordReference
  /// What was said with it: an instruction, a reason, a deadline.
  package var words: String
  /// Empty when the system told it.
  package var tellerName: String
  package var toldAt: Instant
  /// Whether this reader has seen it; a desk's others have not.
  package var isRead: Bool
}

/// To whom one event is told, and with which words.
package struct Telling: Sendable {
  package var principal: Principal
  package var words: String
  /// Key of the piece of work it speaks of, so that it can be taken back with it; 0 for none.
  package var source: Int64

  package init(_ principal: Principal, _ words: String = "", source: Int64 = 0) {
    self.principal = principal
    self.words = words
    self.source = source
  }
}
