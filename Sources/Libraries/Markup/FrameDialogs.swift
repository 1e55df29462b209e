extension Frame {
  /// Keys that work on every screen.
  private static let everywhere: [KeyHint] = [
    KeyHint("/", "đến ô tra cứu"), KeyHint("?", "xem phím tắt"),
    KeyHint("escape", "đóng hộp thoại, rời ô đang gõ"),
  ]

  /// The keys of this screen, opened by `?`.
  var keyHelp: HTML {
    let entries = (keys + Self.everywhere).map {
      "<div><dt><kbd>\(KeyHint.cap($0.key))</kbd></dt><dd>\($0.meaning)</dd></div>" as HTML
    }
    return """
      <dialog id="keys" class="sheet" aria-labelledby="keys-title"><h2 id="keys-title">Phím tắt của màn hình này</h2>\
      <dl class="keys">\(entries)</dl>\
      <p class="hint">Phím một chữ không chạy khi đang gõ trong ô. Có thể tắt ở «Tài khoản của tôi».</p>\
      <form method="dialog"><button class="button button-plain">Đóng</button></form></dialog>
      """
  }

  /// Covers the page after idle minutes; what was typed stays under it.
  var lock: HTML {
    guard idleMinutesMax != nil else { return .empty }
    return """
      <dialog id="lock" class="lock" aria-labelledby="lock-title"><form method="post" action="\(FramePaths.unlock)">\
      <h2 id="lock-title">Màn hình đã khóa</h2><p>Không có thao tác nào trong một lúc. Nhập mật khẩu của \
      <b>\(personName)</b> để làm tiếp; những gì đang nhập vẫn còn.</p>\(FormSeal(csrf: seal.csrf).html)\
      \(Field("Mật khẩu", name: "password", kind: .password, autocomplete: "current-password", id: "lock-password").html)\
      <p class="reasons" data-lock-reason role="alert"></p>\
      <div class="acts"><button type="submit" class="button button-primary">Mở khóa</button></div></form></dialog>
      """
  }
}

/// The bare document every screen is put into.
struct Shell {
  var title: String
  var theme: Frame.Theme
  var letterKeys = true
  var idleMinutesMax: Int?
  var isLive = false
  var bodyClass = "framed"

  func html(_ body: HTML) -> HTML {
    """
    <!doctype html>
    <html lang="vi" data-theme="\(theme.rawValue)"\(HTML.attribute("data-letter-keys", letterKeys ? nil : "off"))>
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark"><title>\(title) · Châu Bản</title>
    <link rel="icon" href="/tinh/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="\(FramePaths.styles)"><script type="module" src="\(FramePaths.script)"></script></head>
    <body class="\(bodyClass)"\(HTML.attribute("data-idle-minutes", idleMinutesMax.map(String.init)))\
    \(HTML.attribute("data-still-here", idleMinutesMax == nil ? nil : FramePaths.stillHere))\
    \(HTML.attribute("data-live", isLive ? FramePaths.live : nil))>
    \(body)
    </body></html>
    """
  }
}

/// Pages before or outside the frame: sign-in, errors, the lock after idle minutes.
package struct BareFrame: Sendable {
  /// The product's name, above every such page.
  package static let brand = "Châu Bản"

  package var title: String
  package var theme: Frame.Theme
  /// Two columns on a wide screen.
  package var isBroad: Bool
  package var main: HTML

  package init(title: String, theme: Frame.Theme = .auto, broad: Bool = false, main: HTML) {
    self.title = title
    self.theme = theme
    isBroad = broad
    self.main = main
  }

  package var html: HTML {
    Shell(title: title, theme: theme, bodyClass: "bare")
      .html(
        """
        <header class="bare-top"><span class="brand">\(Self.brand)</span>\
        <span class="brand-line">Quản lý văn bản và hồ sơ công việc</span></header>
        <main id="main" class="bare-sheet\(isBroad ? " is-broad" : "")">\(main)</main>
        """)
  }
}
