import Markup

/// Choosing documents for a dossier: proposed ones with why, or whatever is looked for; several at once.
struct FillingPage {
  struct Row {
    var value: String
    var codeText: String
    var date: String
    var subject: String
    var path: String
    var kind: String
    var issuer: String
    var reason: String
    var isChosen: Bool
    /// It lies there already.
    var lies: Bool
  }

  static let title = "Đưa văn bản vào hồ sơ"
  static let keys: [KeyHint] =
    .list + [KeyHint("x", "chọn dòng"), KeyHint("ctrl+enter", "đưa các văn bản đã chọn vào hồ sơ")]

  var dossierName: String
  var contentsPath: String
  var action: String
  var typed: String
  var rows: [Row]
  /// Why nothing can be put in now.
  var obstacle: String?
  var input: FormInput
  var seal: FormSeal

  var html: HTML {
    let head = PageHead(Self.title, line: "<a href=\"\(contentsPath)\">\(dossierName)</a>")
    if let obstacle { return "\(head.html)\(Notice(.refused, obstacle).html)" }
    return "\(head.html)\(input.summary)\(searching)\(rows.isEmpty ? empty : choosing)"
  }

  private var searching: HTML {
    """
    <form class="filter" method="get" action="\(action)">\
    \(Field("Tìm văn bản khác", name: DossierField.search, value: typed).html)\(Button("Tìm").html)\
    \(HTML.when(!typed.isEmpty, Button("Về gợi ý", style: .quiet, path: action).html))</form>
    """
  }

  private var empty: HTML {
    typed.isEmpty
      ? EmptyState(
        "Không có văn bản nào để gợi ý",
        "Mọi văn bản gần đây anh/chị xem được đã nằm trong hồ sơ. Tìm theo số, ký hiệu, trích yếu ở trên."
      ).html
      : EmptyState("Không tìm thấy văn bản nào", "Thử ít từ hơn, hoặc tìm theo số và ký hiệu.").html
  }

  private var choosing: HTML {
    ActForm(
      action: action, seal: seal,
      content: """
        <input type="hidden" name="\(DossierField.search)" value="\(typed)">\(table.html)\
        <div class="acts is-sticky">\(Button("Đưa vào hồ sơ", style: .primary, key: "ctrl+enter").html)</div>
        """
    ).html
  }

  private var table: DataTable {
    DataTable(
      caption: typed.isEmpty ? "Gợi ý cho hồ sơ này" : "Văn bản tìm thấy",
      columns: [
        .init("Chọn", .narrow, labelHidden: true), .init("Số, ký hiệu"), .init("Ngày", .figures),
        .init("Trích yếu", .long),
        .init("Nơi ban hành"), .init("Vì sao"),
      ],
      rows: rows.map { row in
        let box: HTML = """
          <label class="pick"><input type="checkbox" name="\(DossierField.record)" value="\(row.value)" \
          aria-label="Chọn \(row.codeText) \(row.subject)"\(HTML.flag("checked", row.isChosen && !row.lies))\
          \(HTML.flag("disabled", row.lies))></label>
          """
        return .init(cells: [
          box, "<span class=\"code\">\(row.codeText)</span><small>\(row.kind)</small>", "\(row.date)",
          "<a href=\"\(row.path)\" data-open>\(row.subject)</a>", "\(row.issuer)",
          row.lies ? StateMark("Đã nằm trong hồ sơ", .done).html : "\(row.reason)",
        ])
      })
  }
}
