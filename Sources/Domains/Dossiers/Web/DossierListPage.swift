import Markup

/// Dossiers that the reader makes, or sees.
struct DossierListPage {
  struct Row {
    var path: String
    var notation: String
    var title: String
    var maker: String
    var retention: String
    var started: String
    var deadline: HTML
    var documents: String
    var state: StateMark
    /// How many of the things that must be there are not.
    var missing = 0
  }

  var scopes: Chips
  var stages: Chips
  var rows: [Row]
  var isFiltered: Bool
  var isMine: Bool
  /// Where packages of other systems are brought in; nil for who may not.
  var restoringPath: String?
  /// The report on how dossiers are made; nil for who may not read it.
  var reportPath: String?
  var pager = Pager()

  static let title = "Hồ sơ"
  static let keys: [KeyHint] = .list + [KeyHint("m", "mở hồ sơ mới")]

  var html: HTML {
    let head = PageHead(
      Self.title, line: "Mỗi việc một hồ sơ: văn bản, dự thảo, ý kiến, ghi chú theo thứ tự.",
      acts: [
        Button("Mở hồ sơ", style: .primary, path: DossierPaths.opening, key: "m"),
        Button("Nộp lưu trữ", path: FramePaths.archiveSubmission),
      ] + (restoringPath.map { [Button("Nhập gói hồ sơ", style: .quiet, path: $0)] } ?? [])
        + (reportPath.map { [Button("Báo cáo hồ sơ", style: .quiet, path: $0)] } ?? []))
    return
      "\(DossierTabs.html(current: .dossiers))\(head.html)\(scopes.html)\(stages.html)\(rows.isEmpty ? empty : table.html)\(pager.html)"
  }

  private var empty: HTML {
    if isFiltered {
      return EmptyState(
        "Không có hồ sơ nào", "Không hồ sơ nào ở trạng thái này.",
        act: stages.chips.first.map { Button("Xem mọi trạng thái", path: $0.path) }
      ).html
    }
    return EmptyState(
      isMine ? "Anh/chị chưa lập hồ sơ nào" : "Chưa có hồ sơ nào",
      "Mở hồ sơ từ danh mục của năm, từ một văn bản, hoặc mở mới khi việc nằm ngoài danh mục.",
      act: Button("Mở hồ sơ", path: DossierPaths.opening)
    ).html
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Số, ký hiệu", .figures), .init("Tiêu đề hồ sơ", .long), .init("Người lập"), .init("Bảo quản"),
        .init("Bắt đầu", .figures), .init("Hạn giải quyết", .figures), .init("Văn bản", .figures), .init("Trạng thái"),
      ],
      rows: rows.map { row in
        let missing: HTML = .when(row.missing > 0, " \(StateMark("Còn thiếu \(row.missing)", .look).html)")
        return .init(cells: [
          "<span class=\"code\">\(row.notation)</span>", "<a href=\"\(row.path)\" data-open>\(row.title)</a>",
          "\(row.maker)", "\(row.retention)", "\(row.started)", row.deadline, "\(row.documents)",
          "\(row.state.html)\(missing)",
        ])
      })
  }
}
