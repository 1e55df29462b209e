import Kernel
import Markup

/// Addresses of notifications and of how one wants to be told.
package enum NotificationsPaths {
  package static let list = FramePaths.notifications
  package static let unread = "\(list)?loc=chua-doc"
  /// Marks it as read and goes on to its record.
  static func open(_ id: Notification.ID) -> String { "\(list)/\(id)" }
  /// POST: everything is read.
  static let readAll = "\(list)/da-doc"
  package static let preferences = FramePaths.notificationPreferences
  /// POST, for administrators: what could not be sent is tried again.
  package static let retryMail = "/quan-tri/thu/gui-lai"
}
