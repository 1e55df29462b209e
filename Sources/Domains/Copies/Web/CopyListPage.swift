import Kernel
import Markup

/// Bản sao: what was asked for, newest first.
struct CopyListPage {
  struct Line {
    var id: String
    var path: String
    /// «12/SY-TCĐC»; empty before it has a number.
    var codeText: String
    var form: String
    /// «Công văn 05/BNV-VP ngày 05/11/2026 của Bộ Nội vụ».
    var copied: String
    var subject: String
    var asker: String
    var decider: String
    var state: StateMark
    var day: String
    var isStruck = false
  }

  var chips: Chips
  var form: String
  var state: String
  var lines: [Line]
  var pager = Pager()
  /// The register, for whoever reads books.
  var bookPath: String?

  static let title = "Bản sao"

  var keys: [KeyHint] { .list + (bookPath == nil ? [] : [KeyHint("s", "sổ đăng ký bản sao")]) }

  var html: HTML {
    let book = bookPath.map { [Button("Sổ đăng ký bản sao", path: $0, key: "s")] } ?? []
    return """
      \(PageHead(Self.title, line: "Sao y, sao lục, trích sao. Đề nghị sao từ trang của văn bản đến hoặc văn bản đi.", acts: book).html)\
      \(chips.html)\(filter)\(lines.isEmpty ? empty : table)\(pager.html)
      """
  }

  private var filter: HTML {
    let all = Field.Choice("", "Tất cả")
    let fields = [
      Field(
        "Hình thức sao", name: CopyListName.form, value: form,
        kind: .select([all] + CopyForm.allCases.map { .init($0.rawValue, $0.label) }), width: .quarter),
      Field(
        "Tình trạng", name: CopyListName.state, value: state,
        kind: .select([all] + DocumentCopy.State.allCases.map { .init($0.rawValue, $0.label) }), width: .quarter),
    ]
    let clear: HTML = .when(
      !form.isEmpty || !state.isEmpty, "<a href=\"\(DocumentCopyPaths.list)\">Bỏ lọc</a>")
    return """
      <form class="filter" method="get" action="\(DocumentCopyPaths.list)" role="search" aria-label="Lọc danh sách">\
      \(fields.map(\.html))<div class="filter-acts">\(Button("Lọc").html)\(clear)</div></form>
      """
  }

  private var empty: HTML {
    form.isEmpty && state.isEmpty
      ? EmptyState(
        "Chưa có bản sao nào", "Mở văn bản cần sao rồi chọn «Sao văn bản». Đề nghị và bản sao xong hiện ở đây."
      ).html
      : EmptyState(
        "Không có bản sao nào khớp bộ lọc", "Bớt điều kiện để thấy các bản sao khác.",
        act: Button("Bỏ lọc", path: DocumentCopyPaths.list)
      ).html
  }

  private var table: HTML {
    DataTable(
      caption: "Bản sao, mới nhất lên đầu",
      columns: [
        .init("Bản sao"), .init("Văn bản được sao", .long), .init("Người đề nghị"), .init("Người quyết định"),
        .init("Trạng thái"), .init("Ngày", .figures),
      ],
      rows: lines.map { line in
        let code: HTML = line.codeText.isEmpty ? .empty : "<b class=\"code\">\(line.codeText)</b>"
        return .init(
          id: "s\(line.id)",
          cells: [
            "\(code)<small>\(line.form)</small>",
            "<a class=\"subject\" href=\"\(line.path)\" data-open>\(line.subject)</a><small>\(line.copied)</small>",
            "\(line.asker)", "\(line.decider)", line.state.html, "\(line.day)",
          ], isStruck: line.isStruck)
      }
    ).html
  }
}
