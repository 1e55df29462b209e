import Markup

/// Choosing what is handed to the archive: several of a unit at once are one transfer.
struct SubmissionPage {
  struct Row {
    var box: HTML
    var path: String
    var notation: String
    var title: String
    var maker: String
    var retention: String
    var due: HTML
    var target: HTML
    /// Why the archive gave it back; nil when it did not.
    var returned: String?
    var holdPath: String
  }

  var rows: [Row]
  var transfers: [ArchiveRoomPage.TransferRow] = []
  var action: String
  var refusal: HTML = .empty
  var pager = Pager()
  var seal: FormSeal

  static let title = "Nộp hồ sơ vào lưu trữ"
  static let keys: [KeyHint] = .list + [KeyHint("ctrl+enter", "nộp các hồ sơ đã chọn")]

  var html: HTML {
    let head = PageHead(
      Self.title,
      line:
        "Hồ sơ đã kết thúc, bảo quản từ 5 năm trở lên. Nộp cùng lúc là một đợt: một mục lục, một biên bản giao nhận.",
      acts: [Button("Về hồ sơ", path: Room.dossiers.path)])
    return "\(head.html)\(refusal)\(rows.isEmpty ? empty : form)\(pager.html)\(earlier)"
  }

  private var empty: HTML {
    EmptyState(
      "Không có hồ sơ nào để nộp", "Kết thúc hồ sơ trước; hồ sơ bảo quản dưới 5 năm ở lại đơn vị, không phải nộp."
    ).html
  }

  private var form: HTML {
    ActForm(
      action: action, seal: seal,
      content: """
        \(table.html)<div class="acts is-sticky">\(Button("Nộp các hồ sơ đã chọn", style: .primary, key: "ctrl+enter").html)</div>
        """
    ).html
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Chọn", .narrow, labelHidden: true), .init("Số, ký hiệu", .figures), .init("Tiêu đề hồ sơ", .long),
        .init("Người lập"), .init("Bảo quản"), .init("Hạn nộp", .figures), .init("Việc", .narrow, labelHidden: true),
      ],
      rows: rows.map { row in
        let returned: HTML =
          row.returned.map { " \(StateMark("Bị trả lại", .look).html) <span class=\"quiet\">\($0)</span>" } ?? .empty
        return .init(cells: [
          row.box, "<span class=\"code\">\(row.notation)</span>",
          "<a href=\"\(row.path)\" data-open>\(row.title)</a>\(returned)", "\(row.maker)", "\(row.retention)",
          "\(row.due) \(row.target)", Button("Xin giữ lại", style: .quiet, path: row.holdPath).html,
        ])
      })
  }

  private var earlier: HTML {
    guard !transfers.isEmpty else { return .empty }
    let items = transfers.map { transfer -> HTML in
      "<li><a href=\"\(transfer.path)\">\(transfer.name)</a>, \(transfer.day), \(transfer.size) \(transfer.state.html)</li>"
    }
    return "<section><h2>Các đợt đã nộp</h2><ul>\(items)</ul></section>"
  }
}
