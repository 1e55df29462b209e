import Kernel
import Markup
import WebAPI

/// The part of «Tài khoản của tôi» about access tokens.
struct APITokenList {
  var tokens: [APIToken]
  /// «Văn thư, Phòng Hành chính» by post; missing for a post that has ended.
  var posts: [PostID: String]
  var now: Instant
  var seal: FormSeal

  var html: HTML {
    """
    <section><h2>Mã truy cập cho phần mềm</h2>\
    <p>Phần mềm khác cầm mã này làm việc thay anh/chị, trong phạm vi đã chọn. \
    <a href="\(IdentityPaths.programming)">Giao diện lập trình</a></p>\(table)\
    <p class="acts">\(Button("Tạo mã truy cập", path: IdentityPaths.newToken).html)</p></section>
    """
  }

  private var table: HTML {
    guard !tokens.isEmpty else { return "<p>Chưa có mã nào.</p>" }
    return DataTable(
      caption: "Mã truy cập của tôi",
      columns: [
        .init("Dùng cho", .long), .init("Chức danh", .long), .init("Phạm vi", .long), .init("Hạn dùng", .figures),
        .init("Dùng lần cuối", .figures), .init("Việc", .narrow, labelHidden: true),
      ],
      rows: tokens.map(row), walkable: false
    ).html
  }

  private func row(_ token: APIToken) -> DataTable.Row {
    let scopes = APIScope.allCases.filter(token.scopes.contains).map(\.label).joined(separator: "; ")
    let end: HTML =
      token.isAlive(at: now) ? "\(token.expiresAt.day.text)" : "<b>Đã hết hạn \(token.expiresAt.day.text)</b>"
    let used: HTML = token.lastUsedAt.map { "\($0.text), \(token.lastAddress)" } ?? "chưa dùng"
    return DataTable.Row(cells: [
      "\(token.name)", "\(posts[token.post] ?? "đã thôi giữ: mã không còn dùng được")", "\(scopes)", end, used,
      revocation(token),
    ])
  }

  private func revocation(_ token: APIToken) -> HTML {
    Dialog(
      id: "thu-hoi-\(token.id)", title: "Thu hồi mã «\(token.name)»",
      content: """
        <p>Phần mềm dùng mã này bị từ chối ngay từ yêu cầu tiếp theo. Mã đã thu hồi không dùng lại được; muốn nối lại thì
        tạo mã khác.</p>\
        \(ActForm(action: IdentityPaths.tokenRevocation(token.id), seal: seal, button: Button("Thu hồi mã", style: .grave)).html)
        """
    ).html(opener: "Thu hồi", style: .quiet)
  }
}
