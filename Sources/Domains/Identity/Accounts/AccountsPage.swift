import Kernel
import Markup

/// The administrator's list of people with their accounts, or of accounts that need a look.
struct AccountsPage {
  enum Filter: String, CaseIterable {
    case all = "", locked = "khoa", unused = "khong-dung"

    var label: String {
      switch self {
      case .all: "Mọi người"
      case .locked: "Đang khóa"
      case .unused: "Không dùng 30 ngày"
      }
    }
  }

  struct Line {
    var person: PersonID
    var name: String
    var posts: [String]
    var account: Account?
  }

  var typed: String
  var filter: Filter
  var lines: [Line]
  var older: String?
  var now: Instant

  static let title = "Tài khoản"
  static let days = 30

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .accounts))\(PageHead(Self.title, line: "Mỗi người một tài khoản; quyền đi theo chức danh.").html)\
    \(search)\
    \(Chips(label: "Lọc", Filter.allCases.map { Chips.Chip($0.label, path: Self.path($0), selected: $0 == filter) }).html)\
    \(lines.isEmpty ? EmptyState("Không có ai", typed.isEmpty ? "Không có tài khoản nào như vậy." : "Không có người nào tên như vậy trong phạm vi quản trị.").html : table)\
    \(Pager(older: older, olderLabel: "Tiếp theo ›").html)
    """
  }

  static func path(_ filter: Filter) -> String {
    filter == .all ? IdentityPaths.accounts : "\(IdentityPaths.accounts)?loc=\(filter.rawValue)"
  }

  private var search: HTML {
    """
    <form method="get" action="\(IdentityPaths.accounts)" class="filter" role="search">\
    \(Field("Tìm theo họ tên", name: "q", value: typed, width: .half).html)\(Button("Tìm").html)</form>
    """
  }

  private var table: HTML {
    DataTable(
      caption: "Người và tài khoản",
      columns: [
        .init("Họ và tên"), .init("Chức danh", .long), .init("Tên đăng nhập"), .init("Trạng thái"),
        .init("Đăng nhập lần cuối", .figures),
      ],
      rows: lines.map(row)
    ).html
  }

  private func row(_ line: Line) -> DataTable.Row {
    let posts = line.posts.map { "\($0)" as HTML }.joined(separator: "<br>")
    let path = IdentityPaths.accountOf(line.person)
    let state = line.account?.state(at: now)
    return DataTable.Row(
      cells: [
        "<a href=\"\(path)\" data-open>\(line.name)</a>", posts, "\(line.account?.loginName ?? "")",
        "\(state.map { AccountStateMark.html($0) } ?? "chưa có tài khoản")", "\(line.account?.signedInAt?.text ?? "")",
      ])
  }
}

/// An account's state as a word.
enum AccountStateMark {
  static func html(_ state: Account.State) -> HTML {
    switch state {
    case .active: StateMark(state.label, .done).html
    case .fresh: StateMark(state.label, .look).html
    case .lockedByFailures, .lockedByOffice, .closed: StateMark(state.label, .wrong).html
    }
  }
}
