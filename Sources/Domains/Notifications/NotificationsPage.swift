import Kernel
import Markup

/// Thông báo: what this post was told, newest first; unread in bold and with its word.
struct NotificationsPage {
  struct Line {
    var id: Notification.ID
    /// «Hoàng Văn Thắng giao việc», «Quá hạn».
    var sentence: String
    /// Number of the record; empty when it may not be seen any more.
    var codeText: String
    var subject: String
    var words: String
    var at: String
    var isRead: Bool
    /// Nil when the record may not be seen any more: nothing of it is told then.
    var path: String?
  }

  var lines: [Line]
  var unreadCount: Int
  var showsUnreadOnly = false
  var pager = Pager()
  var seal: FormSeal

  static let title = "Thông báo"
  static let countMax = 1000
  static let keys: [KeyHint] = .list

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Theo chức danh đang làm việc; ai đọc, người ấy hết báo.", actMarkup: acts).html)\
    \(chips.html)<div class="work-list" data-list>\(lines.isEmpty ? empty : list)\(pager.html)</div>
    """
  }

  private var acts: [HTML] {
    let readAll = ActForm(
      action: NotificationsPaths.readAll, seal: seal, button: Button("Đánh dấu đã đọc tất cả"))
    let choose = Button("Cách nhận thông báo", path: NotificationsPaths.preferences)
    return unreadCount == 0 ? [choose.html] : [readAll.html, choose.html]
  }

  private var chips: Chips {
    let count = unreadCount > Self.countMax ? "1.000+" : "\(unreadCount)"
    return Chips(
      label: "Lọc thông báo",
      [
        .init("Tất cả", path: NotificationsPaths.list, selected: !showsUnreadOnly),
        .init("Chưa đọc", path: NotificationsPaths.unread, selected: showsUnreadOnly, count: count),
      ])
  }

  private var empty: HTML {
    showsUnreadOnly
      ? EmptyState("Đã đọc hết", "Việc mới giao, hạn sắp đến, ý kiến mới sẽ hiện ở đây.").html
      : EmptyState("Chưa có thông báo", "Việc mới giao, hạn sắp đến, ý kiến mới sẽ hiện ở đây.").html
  }

  private var list: HTML { "<section class=\"work-group told\"><ul>\(lines.map(row))</ul></section>" }

  private func row(_ line: Line) -> HTML {
    let mark: HTML = line.isRead ? .empty : StateMark("chưa đọc", .look).html
    let words: HTML = line.words.isEmpty ? .empty : "<p class=\"told-words\">«\(line.words)»</p>"
    let subject: HTML =
      line.path.map { "<a class=\"subject\" href=\"\($0)\" data-open>\(line.subject)</a>" }
      ?? "<p class=\"quiet\">Văn bản này anh/chị không còn được xem.</p>"
    return """
      <li id="b\(line.id)" data-row\(HTML.attribute("class", line.isRead ? nil : "is-unread"))><div class="work-main">\
      <p class="work-line"><span class="asked-word">\(line.sentence)</span><span class="code">\(line.codeText)</span>\
      \(mark)</p>\(subject)\(words)</div><div class="told-at"><span class="figures">\(line.at)</span>\(readAct(line))</div></li>
      """
  }

  /// What cannot be opened is read by saying so.
  private func readAct(_ line: Line) -> HTML {
    guard line.path == nil, !line.isRead else { return .empty }
    return ActForm(action: NotificationsPaths.open(line.id), seal: seal, button: Button("Đã đọc", style: .quiet)).html
  }
}
