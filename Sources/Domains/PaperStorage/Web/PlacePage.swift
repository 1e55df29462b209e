import Markup

/// Stores, one place and what stands in it, or one box and the dossiers in it.
struct PlacePage {
  struct Row {
    var box: HTML = .empty
    var path: String
    /// «Giá 2»; of a dossier its code.
    var name: String
    /// Of a dossier its title; of a place where it stands, its note.
    var text: String
    var size: String
    var state: StateMark?
  }

  var title: String
  /// «Kho 1 / Giá 2», each a link.
  var trail: [(name: String, path: String)] = []
  var isBox = false
  var state: StateMark?
  var facts: [DefinitionList.Entry] = []
  var searchText = ""
  var rows: [Row] = []
  var pager = Pager()
  var acts: [Button] = []
  /// Prints labels of what is ticked.
  var labelsPath: String?
  /// Forms of who keeps it.
  var forms: HTML = .empty
  var refusal: HTML = .empty
  var empty: (title: String, line: String)

  static let title = "Kho, giá, hộp"

  var html: HTML {
    """
    \(PageHead(title, line: line, acts: acts).html)\(refusal)\(DefinitionList(facts).html)\(search)\(list)\(pager.html)\(forms)
    """
  }

  private var line: HTML {
    let links = trail.map { "<a href=\"\($0.path)\">\($0.name)</a> / " as HTML }
    return trail.isEmpty ? "Hồ sơ giấy nằm ở đâu, hộp nào còn chỗ." : "\(links)\(title) \(state?.html ?? .empty)"
  }

  private var search: HTML {
    guard trail.isEmpty else { return .empty }
    let field = Field(
      "Tìm theo nhãn", name: PaperField.search, value: searchText,
      hint: "Tên kho, giá hoặc hộp, gõ dấu hay không đều được.",
      width: .half)
    return """
      <form class="filter" method="get" action="\(PaperPaths.places)" role="search" aria-label="Tìm chỗ để tài liệu">\
      \(field.html)\(Button("Tìm").html)</form>
      """
  }

  private var list: HTML {
    guard !rows.isEmpty else { return EmptyState(empty.title, empty.line).html }
    guard let labelsPath else { return table }
    return """
      <form class="act" method="get" action="\(labelsPath)">\(table)<div class="acts">\
      \(Button("In nhãn có mã QR").html)<span class="hint">Không chọn dòng nào thì in nhãn của mọi dòng đang hiện.</span></div></form>
      """
  }

  private var table: HTML {
    let hasBoxes = labelsPath != nil
    let columns: [DataTable.Column] =
      isBox
      ? [.init("Mã hồ sơ"), .init("Tiêu đề hồ sơ", .long), .init("Số tờ", .figures), .init("Trạng thái")]
      : [.init("Tên trên nhãn"), .init("Ghi chú", .long), .init("Bên trong"), .init("Trạng thái")]
    return DataTable(
      caption: isBox ? "Hồ sơ trong hộp" : title,
      columns: (hasBoxes ? [.init("Chọn", .narrow, labelHidden: true)] : []) + columns,
      rows: rows.map { row in
        .init(
          cells: (hasBoxes ? [row.box] : []) + (isBox ? dossier(row) : place(row)) + [
            "\(row.size)", row.state?.html ?? .empty,
          ])
      }
    ).html
  }

  private func dossier(_ row: Row) -> [HTML] {
    ["<span class=\"code\">\(row.name)</span>", "<a href=\"\(row.path)\" data-open>\(row.text)</a>"]
  }

  private func place(_ row: Row) -> [HTML] { ["<a href=\"\(row.path)\" data-open>\(row.name)</a>", "\(row.text)"] }
}
