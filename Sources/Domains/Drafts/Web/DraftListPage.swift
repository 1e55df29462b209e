import Kernel
import Markup

/// Dự thảo: what this person writes, checks and signs, newest first.
struct DraftListPage {
  struct Line {
    var id: String
    var path: String
    var previewPath: String
    var typeName: String
    var subject: String
    var urgency: UrgencyMark?
    var unit: String
    var drafter: String
    var state: StateMark
    var day: String
  }

  var chips: Chips
  var lines: [Line]
  var pager = Pager()
  /// Links to who may sign and to the usual ways, for whoever keeps them.
  var rules: [Button] = []

  static let title = "Dự thảo"

  var keys: [KeyHint] { .list + [KeyHint("v", "soạn văn bản")] }

  var html: HTML {
    let new = Button("Soạn văn bản", style: .primary, path: DraftPaths.new, key: "v")
    return """
      \(PageHead(Self.title, acts: [new] + rules).html)\(chips.html)\(lines.isEmpty ? empty(new) : table)\(pager.html)
      """
  }

  private func empty(_ new: Button) -> HTML {
    EmptyState(
      "Không có dự thảo nào ở đây", "Dự thảo anh/chị soạn, kiểm tra, ký sẽ hiện ở đây.", act: new
    ).html
  }

  private var table: HTML {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Loại"), .init("Trích yếu", .long), .init("Đơn vị, người soạn"), .init("Trạng thái"),
        .init("Ngày", .figures),
      ],
      rows: lines.map { line in
        .init(
          id: "d\(line.id)",
          cells: [
            "\(line.typeName)",
            "\(line.urgency?.html)<a class=\"subject\" href=\"\(line.path)\" data-open>\(line.subject)</a>",
            "\(line.unit)<br><span class=\"quiet\">\(line.drafter)</span>", line.state.html, "\(line.day)",
          ])
      }
    ).html
  }
}
