/// The screen around every page of a signed-in person: rail, search box, acting post, account, keys.
package struct Frame: Sendable {
  /// Light or dark, by the system's preference or by choice.
  package enum Theme: String, Sendable, CaseIterable {
    case auto, light, dark

    package var label: String {
      switch self {
      case .auto: "Theo máy"
      case .light: "Sáng"
      case .dark: "Tối"
      }
    }
  }

  /// One post the person may act as.
  package struct PostOption: Sendable, Equatable {
    package var id: String
    /// «Văn thư, Văn phòng Tổng cục».
    package var label: String
    package var isSelected: Bool

    package init(id: String, label: String, selected: Bool) {
      self.id = id
      self.label = label
      isSelected = selected
    }
  }

  /// One entry of the rail, with how many things wait there.
  package struct RailEntry: Sendable, Equatable {
    package var room: Room
    package var count: Int

    package init(_ room: Room, count: Int = 0) {
      self.room = room
      self.count = count
    }
  }

  /// Of the page: the window's title.
  package var title: String
  /// The room the page belongs to; nil for pages of no room (my account).
  package var room: Room?
  /// The rooms this post may enter; the rail shows these and no others.
  package var rail: [RailEntry]
  /// Name of the person.
  package var personName: String
  package var posts: [PostOption]
  /// What stands in the search box.
  package var searchText = ""
  /// What the last act changed, or why it did not.
  package var notice: HTML = .empty
  /// Keys of this screen, for `?`.
  package var keys: [KeyHint] = []
  package var seal: FormSeal
  package var theme: Theme = .auto
  /// Single letters act; a person may switch them off.
  package var letterKeys = true
  /// Minutes without a key or a pointer until the password is asked for; nil never locks.
  package var idleMinutesMax: Int?
  /// Address of this page, to come back to after choosing a post or theme.
  package var path = "/"
  /// Where what can lie in a dossier has its pages, and its kind: a link to one can be dragged onto a dossier.
  package var filed = ""
  package var main: HTML

  package init(
    title: String, room: Room?, rail: [RailEntry], personName: String, posts: [PostOption], seal: FormSeal, main: HTML
  ) {
    self.title = title
    self.room = room
    self.rail = rail
    self.personName = personName
    self.posts = posts
    self.seal = seal
    self.main = main
  }

  /// The full document.
  package var html: HTML {
    Shell(title: title, theme: theme, letterKeys: letterKeys, idleMinutesMax: idleMinutesMax, isLive: true)
      .html(
        """
        <a class="skip" href="#main">Đến nội dung chính</a>
        <header class="top"><a class="brand" href="\(Room.myWork.path)">Châu Bản</a>\(searchBox)\(postLine)\(bell)\(account)</header>
        \(railMarkup)
        <main id="main" tabindex="-1" data-filed="\(filed)">
        <div class="notices" aria-live="polite">\(notice)</div>
        \(main)
        </main>
        \(keyHelp)\(lock)
        """)
  }

  private var searchBox: HTML {
    """
    <form class="search" role="search" action="\(FramePaths.search)" method="get">\
    <label class="for-ear" for="search-box">Tra cứu văn bản</label>\
    <input id="search-box" type="search" name="q" value="\(searchText)" placeholder="Tra cứu: số, trích yếu, nơi gửi…" \
    autocomplete="off" data-key="/" data-combobox="\(FramePaths.searchProposals)"><button type="submit" class="button button-quiet">Tìm</button></form>
    """
  }

  private var postLine: HTML {
    guard posts.count > 1 else {
      return
        "<p class=\"post\"><span class=\"post-word\">Đang làm việc với tư cách:</span> <b>\(posts.first?.label ?? "")</b></p>"
    }
    let options = posts.map {
      "<option value=\"\($0.id)\"\(HTML.flag("selected", $0.isSelected))>\($0.label)</option>" as HTML
    }
    return """
      <form class="post" method="post" action="\(FramePaths.post)" data-once data-submit-on-change>\(hiddenCSRF)\
      <input type="hidden" name="back" value="\(path)">\
      <label class="post-word" for="post-choice">Đang làm việc với tư cách:</label>\
      <select id="post-choice" name="choice">\(options)</select>\
      <button type="submit" class="button button-quiet">Đổi</button></form>
      """
  }

  private var hiddenCSRF: HTML { FormSeal(csrf: seal.csrf).html }

  /// A bell with its word for the ear, and the number of what is unread while there is any.
  private var bell: HTML {
    """
    <a class="bell" href="\(FramePaths.notifications)" title="Thông báo"><svg aria-hidden="true" width="20" height="20" \
    viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5"><path d="M4 14.5h12c-1.2-1.2-1.6-2.6-1.6-5 \
    0-2.7-1.7-4.7-4.4-4.7S5.6 6.8 5.6 9.5c0 2.4-.4 3.8-1.6 5zM8.2 16.8c.4.7 1 1 1.8 1s1.4-.3 1.8-1M10 2.6v2"/></svg>\
    <span class="for-ear">Thông báo</span><span class="badge" data-live-badge="\(FramePaths.notificationsBadge)" \
    data-live-max="\(CountText.bellMax)" hidden>0</span></a>
    """
  }

  private var account: HTML {
    """
    <details class="account" data-menu><summary>\(personName)</summary><div class="menu">\
    <a href="\(FramePaths.account)">Tài khoản của tôi</a>\
    <a href="\(FramePaths.delegations)">Ủy quyền xử lý</a>\
    <a href="\(FramePaths.handover)">Bàn giao khi nghỉ, chuyển công tác</a>\
    <form method="post" action="\(FramePaths.theme)" class="theme">\(hiddenCSRF)\
    <input type="hidden" name="back" value="\(path)">\
    <fieldset><legend>Nền màn hình</legend>\(Theme.allCases.map(themeButton))</fieldset></form>\
    <form method="post" action="\(FramePaths.signOut)">\(hiddenCSRF)\
    <button type="submit" class="button button-plain">Đăng xuất</button></form></div></details>
    """
  }

  private func themeButton(_ choice: Theme) -> HTML {
    """
    <button type="submit" name="theme" value="\(choice.rawValue)" class="button button-quiet" \
    aria-pressed="\(choice == theme ? "true" : "false")">\(choice.label)</button>
    """
  }

  private var railMarkup: HTML {
    let everybodys = rail.filter(\.room.isEverybodys)
    let others = rail.filter { !$0.room.isEverybodys }
    return """
      <nav class="rail" aria-label="Các phòng"><ul>\(everybodys.map(entry))</ul>\
      \(HTML.when(!others.isEmpty, "<ul>\(others.map(entry))</ul>"))\
      <button type="button" class="button button-quiet rail-keys" data-opens="keys" data-key="?" hidden>Phím tắt \
      <kbd aria-hidden="true">?</kbd></button></nav>
      """
  }

  private func entry(_ entry: RailEntry) -> HTML {
    let current = entry.room == room ? "page" : nil
    return """
      <li><a href="\(entry.room.path)"\(HTML.attribute("aria-current", current))>\(entry.room.label)\
      <span class="badge" data-live-badge="\(entry.room.rawValue)"\(HTML.flag("hidden", entry.count == 0))>\
      \(CountText.of(entry.count))</span></a></li>
      """
  }
}
