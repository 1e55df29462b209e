import Markup

/// Phòng Lưu trữ: what waits to be taken over, what is kept, what is due, what may be kept longer, transfers.
struct ArchiveRoomPage {
  struct Row {
    var box: HTML = .empty
    var path: String
    var notation: String
    var title: String
    var unit: String
    var retention: String
    /// «12 văn bản, 48 trang».
    var size: String
    var mark: HTML
    var side: HTML = .empty
  }

  struct TransferRow {
    var path: String
    var name: String
    var unit: String
    var giver: String
    var day: String
    var size: String
    var state: StateMark
  }

  /// What the list says, besides its rows.
  struct Words {
    var mark: String
    var empty: String
    var emptyHint: String
  }

  var tabs: Tabs
  var filter: HTML = .empty
  var chips: HTML = .empty
  var words: Words
  var rows: [Row] = []
  var transfers: [TransferRow]?
  /// Takes over what is chosen; nil for who only looks.
  var acceptance: (action: String, seal: FormSeal)?
  var acts: [Button]
  var refusal: HTML = .empty
  var pager = Pager()

  static let title = "Lưu trữ"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Hồ sơ các đơn vị nộp lưu, hồ sơ đang bảo quản, hồ sơ đến hạn nộp.", acts: acts).html)\
    \(tabs.html)\(refusal)\(filter)\(chips)\(list)\(pager.html)
    """
  }

  private var list: HTML {
    if let transfers { return transfers.isEmpty ? empty : transferTable(transfers).html }
    if rows.isEmpty { return empty }
    guard let acceptance else { return table.html }
    return ActForm(
      action: acceptance.action, seal: acceptance.seal,
      content: """
        \(table.html)<div class="acts is-sticky">\(Button("Nhận các hồ sơ đã chọn", style: .primary, key: "ctrl+enter").html)\
        <span class="hint">Hồ sơ khác danh mục hoặc chưa đủ thì mở từng hồ sơ để ghi ý kiến.</span></div>
        """
    ).html
  }

  private var empty: HTML { EmptyState(words.empty, words.emptyHint).html }

  private var table: DataTable {
    let hasBoxes = acceptance != nil
    return DataTable(
      caption: Self.title,
      columns: (hasBoxes ? [.init("Chọn", .narrow, labelHidden: true)] : []) + [
        .init("Số, ký hiệu", .figures), .init("Tiêu đề hồ sơ", .long), .init("Đơn vị"), .init("Bảo quản"),
        .init("Gồm"), .init(words.mark, .figures),
      ],
      rows: rows.map { row in
        .init(
          cells: (hasBoxes ? [row.box] : []) + [
            "<span class=\"code\">\(row.notation)</span>", "<a href=\"\(row.path)\" data-open>\(row.title)</a>",
            "\(row.unit)", "\(row.retention)", "\(row.size)", "\(row.mark) \(row.side)",
          ])
      })
  }

  private func transferTable(_ rows: [TransferRow]) -> DataTable {
    DataTable(
      caption: "Đợt giao nộp",
      columns: [
        .init("Đợt", .figures), .init("Đơn vị", .long), .init("Người giao"), .init("Ngày nộp", .figures), .init("Gồm"),
        .init("Trạng thái"),
      ],
      rows: rows.map { row in
        .init(cells: [
          "<a href=\"\(row.path)\" data-open>\(row.name)</a>", "\(row.unit)", "\(row.giver)", "\(row.day)",
          "\(row.size)", row.state.html,
        ])
      })
  }
}
