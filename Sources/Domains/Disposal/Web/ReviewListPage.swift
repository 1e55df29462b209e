import Markup

/// Reviews of dossiers whose retention is over, and how a new one begins.
struct ReviewListPage {
  struct Row {
    var path: String
    var code: String
    var name: String
    var madeBy: String
    var madeOn: String
    var decision: String
    var state: StateMark
  }

  static let title = "Xét hủy hồ sơ hết thời hạn"

  /// «12», «1.000+»: dossiers that stand in no list yet may be among them.
  var expiredCount: String
  var rows: [Row]
  /// Nil for whom makes no lists.
  var form: HTML?
  var holdsPath: String?
  var pager = Pager()

  var html: HTML {
    let line: HTML =
      "<a href=\"\(Room.archive.path)\">Lưu trữ</a>. Hồ sơ đã hết thời hạn bảo quản, không có lệnh giữ nguyên: <b>\(expiredCount)</b>."
    let acts = holdsPath.map { [Button("Lệnh giữ nguyên", path: $0)] } ?? []
    return """
      \(PageHead(Self.title, line: line, acts: acts).html)\(form ?? .empty)\
      \(rows.isEmpty ? empty : table)\(pager.html)
      """
  }

  private var empty: HTML {
    EmptyState(
      "Chưa có đợt xét hủy nào",
      "Lưu trữ lập danh mục từ các hồ sơ hết thời hạn, hội đồng xét, lãnh đạo quyết định, rồi hệ thống mới hủy."
    ).html
  }

  private var table: HTML {
    DataTable(
      caption: "Các đợt xét hủy",
      columns: [
        .init("Số", .figures), .init("Tên đợt", .long), .init("Người lập"), .init("Ngày lập", .figures),
        .init("Quyết định"), .init("Bước"),
      ],
      rows: rows.map { row in
        .init(cells: [
          "<span class=\"code\">\(row.code)</span>", "<a href=\"\(row.path)\" data-open>\(row.name)</a>",
          "\(row.madeBy)", "\(row.madeOn)", "\(row.decision)", row.state.html,
        ])
      }
    ).html
  }
}
