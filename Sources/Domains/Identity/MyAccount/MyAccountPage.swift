import Kernel
import Markup

/// My account: posts, password, screen, sessions.
struct MyAccountPage {
  var loginName: String
  var personName: String
  /// «Văn thư, Phòng Hành chính, Tổng cục…» with the roles.
  var posts: [(label: String, roles: String)]
  var passwordSetOn: String
  var hasSingleKeys: Bool
  var sessions: [SessionLine]
  var current: SessionID?
  var tokens: APITokenList
  var seal: FormSeal

  static let title = "Tài khoản của tôi"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(personName), tên đăng nhập <b>\(loginName)</b>").html)\
    <section><h2>Chức danh</h2><ul>\(posts.map { "<li>\($0.label): \($0.roles)</li>" as HTML })</ul></section>\
    <section><h2>Mật khẩu</h2><p>Đặt lần cuối \(passwordSetOn).</p>\
    <p>\(Button("Đổi mật khẩu", path: IdentityPaths.password).html)</p></section>\
    <section><h2>Thông báo</h2><p>\(Button("Cách nhận thông báo", path: FramePaths.notificationPreferences).html)</p></section>\
    <section><h2>Phím tắt một chữ</h2><p>\(hasSingleKeys ? "Đang bật: j, k, x… chạy khi không gõ trong ô." : "Đang tắt." as HTML)</p>\
    \(ActForm(action: IdentityPaths.singleKeys, seal: seal, button: Button(hasSingleKeys ? "Tắt phím một chữ" : "Bật phím một chữ", name: "bat", value: hasSingleKeys ? "" : "1")).html)</section>\
    <section><h2>Phiên đăng nhập</h2>\(sessionTable)\(endOthers)</section>\
    \(tokens.html)
    """
  }

  private var endOthers: HTML {
    guard sessions.count > 1 else { return .empty }
    let form = ActForm(
      action: IdentityPaths.otherSessions, seal: seal, button: Button("Đăng xuất mọi nơi khác", style: .grave))
    return "<div class=\"acts\">\(form.html)</div>"
  }

  private var sessionTable: HTML {
    DataTable(
      caption: "Phiên đăng nhập của tôi",
      columns: [
        .init("Mở lúc", .figures), .init("Dùng lần cuối", .figures), .init("Địa chỉ", .figures),
        .init("Trình duyệt", .long), .init("Việc", .narrow, labelHidden: true),
      ],
      rows: sessions.map(row), walkable: false
    ).html
  }

  private func row(_ line: SessionLine) -> DataTable.Row {
    let act: HTML =
      line.id == current
      ? "<b>phiên này</b>"
      : ActForm(action: IdentityPaths.session(line.id), seal: seal, button: Button("Đăng xuất", style: .quiet)).html
    return DataTable.Row(cells: [
      "\(line.openedAt.text)", "\(line.lastSeenAt.text)", "\(line.address)", "\(BrowserName.short(line.browser))", act,
    ])
  }
}

/// Recognises a browser for people, from what it calls itself.
enum BrowserName {
  static func short(_ text: String) -> String {
    let programs = [
      ("Edg/", "Edge"), ("OPR/", "Opera"), ("CocCoc", "Cốc Cốc"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
      ("Safari/", "Safari"),
    ]
    let systems = [
      ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"),
      ("Linux", "Linux"),
    ]
    let program = programs.first { text.contains($0.0) }?.1
    let system = systems.first { text.contains($0.0) }?.1
    let known = [program, system].compactMap { $0 }
    return known.isEmpty ? (text.isEmpty ? "Không rõ" : String(text.prefix(60))) : known.joined(separator: " trên ")
  }
}
