import Access
import Database
import Kernel
import Markup
import WebApp

/// Gathers the list of notifications: what they speak of comes from the directory, within the reader's rights.
enum NotificationsScreen {
  private static let pageSize = 50

  static func read(
    _ query: Form, directory: RecordDirectory, seal: FormSeal, by actor: Actor, in transaction: any Transaction
  ) throws -> NotificationsPage {
    let store = NotificationStore(transaction)
    let unread = try store.unreadCountLater(of: actor, cap: NotificationsPage.countMax + 1)
    let showsUnreadOnly = query["loc"] == "chua-doc"
    let place: KeysetPage =
      if let key = Int64(query["truoc"]) { .before(key) } else { .newest }
    let found = try store.list(of: actor, unreadOnly: showsUnreadOnly, page: place, limit: pageSize + 1)
    let shown = Array(found.prefix(pageSize))
    let records = try directory.summaries(
      of: Array(Set(shown.map(\.subject))), visibleTo: actor, in: transaction)
    var page = NotificationsPage(
      lines: shown.map { line($0, records[$0.subject]) }, unreadCount: try unread.get(),
      showsUnreadOnly: showsUnreadOnly, seal: seal)
    if found.count > pageSize, let last = shown.last {
      let base = showsUnreadOnly ? "\(NotificationsPaths.unread)&" : "\(NotificationsPaths.list)?"
      page.pager = Pager(older: "\(base)truoc=\(last.id)")
    }
    return page
  }

  /// A record that may not be seen any more, or is withheld, is told without its content.
  private static func line(_ told: Notification, _ record: RecordSummary?) -> NotificationsPage.Line {
    let sentence = told.tellerName.isEmpty ? told.event.sentence : "\(told.tellerName) \(told.event.sentence)"
    var line = NotificationsPage.Line(
      id: told.id, sentence: sentence, codeText: "", subject: "", words: told.event.keepsWords ? told.words : "",
      at: told.toldAt.text, isRead: told.isRead)
    guard let record else { return line }
    line.codeText = [record.number, record.notation].filter { !$0.isEmpty }.joined(separator: ", ")
    line.subject = record.subject
    line.words = record.isWithheld ? "" : told.words
    line.path = NotificationsPaths.open(told.id)
    return line
  }
}
