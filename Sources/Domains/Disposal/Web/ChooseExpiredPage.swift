import Markup

/// Dossiers whose retention is over, to be put into a list: some of them, or all.
struct ChooseExpiredPage {
  struct Row {
    var value: String
    var code: String
    var title: String
    var path: String
    var retention: String
    var ended: String
    var over: String
    /// It stands in a list already.
    var isListed: Bool
  }

  static let title = "Chọn hồ sơ hết thời hạn"

  var reviewName: String
  var backPath: String
  var fillPath: String
  var fillAllPath: String
  var rows: [Row]
  var notice: HTML = .empty
  var pager = Pager()
  var seal: FormSeal

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Đưa vào danh mục «\(reviewName)».", acts: [Button("Về đợt xét hủy", path: backPath)]).html)\
    \(notice)\(rows.isEmpty ? empty : forms)
    """
  }

  private var empty: HTML {
    EmptyState(
      "Không có hồ sơ nào hết thời hạn",
      "Hồ sơ đã vào lưu trữ, và hồ sơ bảo quản dưới 5 năm ở đơn vị, hiện ở đây khi qua hết ngày cuối thời hạn."
    ).html
  }

  private var forms: HTML {
    """
    \(ActForm(action: fillAllPath, seal: seal, className: "act act-one", content: Button("Đưa tất cả hồ sơ hết thời hạn vào danh mục").html).html)\
    \(ActForm(action: fillPath, seal: seal, content: """
      \(table)\(pager.html)<div class="acts is-sticky">\(Button("Đưa hồ sơ đã chọn vào danh mục", style: .primary, key: "ctrl+enter").html)</div>
      """).html)
    """
  }

  private var table: HTML {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Chọn", .narrow, labelHidden: true), .init("Mã hồ sơ", .figures), .init("Tiêu đề hồ sơ", .long),
        .init("Bảo quản"),
        .init("Kết thúc", .figures), .init("Hết thời hạn", .figures),
      ],
      rows: rows.map { row in
        let box: HTML =
          row.isListed
          ? "<span class=\"quiet\">đã đưa</span>"
          : """
          <label class="pick"><input type="checkbox" name="\(DisposalField.dossier)" value="\(row.value)">\
          <span class="for-ear">Chọn hồ sơ \(row.code)</span></label>
          """
        return .init(cells: [
          box, "<span class=\"code\">\(row.code)</span>", "<a href=\"\(row.path)\">\(row.title)</a>",
          "\(row.retention)", "\(row.ended)", "\(row.over)",
        ])
      }, walkable: false
    ).html
  }
}
