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
  package /// What the letter of confirmation leads to.
    static func confirmation(_ code: String) -> String
  { "\(confirmations)?\(codeName)=\(code)" }
  static let confirmations = "/tai-khoan/thong-bao/xac-nhan"
  static let confirmationAgain = "/tai-khoan/thong-bao/gui-lai"
  static let codeName = "ma"
  static let preferences = FramePaths.notificationPreferences
  /// POST, for administrators: what could not be sent is tried again.
  package static let retryMail = "/quan-tri/thu/gui-lai"
}
