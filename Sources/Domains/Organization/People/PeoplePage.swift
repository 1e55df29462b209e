import Kernel
import Markup

/// The administrator's list of people; it searches while one types.
struct PeoplePage {
  var typed: String
  var rows: [PersonRow]
  /// Position of the last row when there are more.
  var next: String?
  /// The agency to which «Thêm người» adds.
  var agency: AgencyID

  static let title = "Người và chức danh"

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .people))\
    \(PageHead(Self.title, acts: [Button("Thêm người", path: OrganizationPaths.people(agency))]).html)\
    <form method="get" action="\(OrganizationPaths.people)" role="search"><div class="filter">\
    \(Field("Tìm theo họ tên", name: "q", value: typed, hint: "Gõ có dấu hoặc không dấu; tên cũ cũng tìm được.", focus: true, width: .half).html)\
    \(Button("Tìm").html)</div>\
    <div data-fragment="\(OrganizationPaths.peopleList)" data-watch="q" aria-live="polite">\(list)</div></form>
    """
  }

  /// The part that changes while one types.
  var list: HTML {
    guard !rows.isEmpty else {
      return EmptyState(
        "Không có ai", typed.isEmpty ? "Chưa thêm người nào." : "Không có người nào tên như vậy trong phạm vi quản trị."
      ).html
    }
    let more = next.map { "\(OrganizationPaths.people)?q=\(Self.queryValue(typed))&sau=\($0)" }
    return table + Pager(older: more, olderLabel: "Tiếp theo ›").html
  }

  private var table: HTML {
    DataTable(
      caption: "Người, theo tên",
      columns: [.init("Họ và tên"), .init("Chức danh", .long), .init("Mã cán bộ", .figures)],
      rows: rows.map { row in
        DataTable.Row(cells: [
          "<a href=\"\(OrganizationPaths.person(row.person.id))\" data-open>\(row.person.fullName)</a>",
          row.posts.map { "\($0)" as HTML }.joined(separator: "<br>"), "\(row.person.staffCode ?? "")",
        ])
      }
    ).html
  }

  /// Percent-escaped for a query.
  private static func queryValue(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      return isPlain
        ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
