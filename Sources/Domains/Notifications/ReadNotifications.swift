import Database
import Kernel

/// Notes that a person has read something they were told: by opening it, or all at once. Nothing else changes, and no
/// audit line is written: the record's own opening has one.
package struct ReadNotification: Sendable {
  package var notification: Notification.ID

  package init(_ notification: Notification.ID) { self.notification = notification }

  /// Gives what was read; refuses what this actor was not told.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Notification {
    let store = NotificationStore(transaction)
    let found = try store.find(notification, toldTo: actor)
    if !found.isRead { try store.markRead([found.id], by: actor.person) }
    return found
  }
}

/// Everything told to this person so far is read.
package struct ReadAllNotifications: Sendable {
  package init() {}

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    try NotificationStore(transaction).markAllRead(by: actor)
  }
}
