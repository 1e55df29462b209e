import Markup

/// The plan of dossiers of a year: headings, dossiers under them, what can be done with it now.
struct FilePlanPage {
  /// A dossier on its line.
  struct Line {
    var id: String
    var notation: String
    /// The number may still change.
    var isProvisional: Bool
    var title: String
    var retention: String
    var maker: String
    /// «bổ sung lần 1».
    var addition: String
    var note: String
    var editPath: String?
    /// What the buttons that move it send; nil where it does not move.
    var up: String?
    var down: String?
  }

  /// A heading with what stands under it.
  struct Part {
    var id: String
    /// «I. Tổ chức cán bộ (TCCB)», «1. Tuyển dụng».
    var title: String
    var isBig: Bool
    /// «bổ sung lần 1».
    var addition = ""
    var lines: [Line]
    var editPath: String?
    var addPath: String?
    var up: String?
    var down: String?
  }

  var year: Int
  var years: Chips
  var state: StateMark
  /// What was decided and when, as sentences.
  var facts: [String]
  var notice: HTML = .empty
  var returned: String?
  var parts: [Part]
  var totals: String
  var acts: [HTML]
  /// What is done now and then.
  var tools: [Button]
  /// The one-button form in which lines are moved, while they are.
  var arranging: (action: String, seal: FormSeal)?
  var filter: Filter
  var story: Story

  /// What is shown of it.
  struct Filter {
    var search = ""
    var unit = ""
    var units: [Field.Choice] = []
    var isOn = false
    var shown = 0
  }

  static func title(_ year: Int) -> String { "Danh mục hồ sơ năm \(year)" }

  static let keys: [KeyHint] = [KeyHint("v", "thêm hồ sơ")] + .list

  var html: HTML {
    let line: HTML = "\(state.html)\(facts.map { " <span>\($0).</span>" as HTML })"
    return """
      \(DossierTabs.html(current: .plan))\(PageHead(Self.title(year), line: line, actMarkup: acts).html)\(notice)\
      \(returned.map { Notice(.caution, $0, word: "Trả lại để sửa").html })\(years.html)\
      \(HTML.when(!tools.isEmpty, "<div class=\"acts plan-tools\">\(tools.map(\.html))</div>"))\(filterForm)\
      \(parts.isEmpty ? empty : body)\
      <p class="hint plan-totals">\(totals)</p>\
      <section class="sheet-block"><h2>Diễn biến</h2>\(story.html)</section>
      """
  }

  private var empty: HTML {
    filter.isOn
      ? EmptyState("Không có hồ sơ phù hợp", "Bỏ bớt điều kiện tìm để xem cả danh mục.").html
      : EmptyState(
        "Danh mục chưa có đề mục nào",
        "Thêm đề mục lớn (theo đơn vị hoặc lĩnh vực), rồi hồ sơ dưới đề mục. Nhanh hơn: lấy từ năm trước hoặc từ tệp Excel."
      ).html
  }

  private var filterForm: HTML {
    guard arranging == nil, !parts.isEmpty || filter.isOn else { return .empty }
    let fields = [
      Field("Tìm trong danh mục", name: FilePlanField.search, value: filter.search, width: .half),
      Field(
        "Đơn vị lập", name: FilePlanField.unit, value: filter.unit,
        kind: .select([.init("", "Mọi đơn vị")] + filter.units), width: .half),
    ]
    return """
      <form method="get" action="\(FilePlanPaths.show(year))" class="act filter" role="search">\
      \(FieldGroup(fields: fields).html)<div class="acts">\(Button("Tìm").html)\
      \(HTML.when(filter.isOn, Button("Xem cả danh mục", path: FilePlanPaths.show(year)).html))</div></form>\
      \(HTML.when(filter.isOn, "<p class=\"hint\">\(filter.shown) hồ sơ phù hợp.</p>"))
      """
  }

  private var body: HTML {
    let sections = parts.map(section)
    guard let arranging else { return "<div class=\"plan\">\(sections)</div>" }
    return """
      <p class="hint">Bấm «Lên», «Xuống» để đổi chỗ. Số của hồ sơ chạy theo thứ tự này.</p>\
      \(ActForm(action: arranging.action, seal: arranging.seal, content: "<div class=\"plan\">\(sections)</div>").html)
      """
  }

  private func section(_ part: Part) -> HTML {
    let heading: HTML =
      part.isBig
      ? "<h2 id=\"\(part.id)\">\(part.title)</h2>" : "<h3 id=\"\(part.id)\">\(part.title)</h3>"
    var acts: [HTML] = mover(part.up, "Lên", part.title) + mover(part.down, "Xuống", part.title)
    if let path = part.addPath {
      acts.append("<a href=\"\(path)\">Thêm hồ sơ<span class=\"for-ear\"> vào \(part.title)</span></a>")
    }
    if let path = part.editPath {
      acts.append("<a href=\"\(path)\">Sửa đề mục<span class=\"for-ear\"> \(part.title)</span></a>")
    }
    let addition: HTML = .when(!part.addition.isEmpty, StateMark(part.addition, .look).html)
    let head: HTML =
      "<div class=\"plan-heading\">\(heading)\(addition)\(HTML.when(!acts.isEmpty, "<div class=\"acts\">\(acts)</div>"))</div>"
    return "\(head)\(part.lines.isEmpty ? .empty : table(part))"
  }

  private func table(_ part: Part) -> HTML {
    DataTable(
      caption: part.title,
      columns: [
        .init("Số, ký hiệu", .figures), .init("Tiêu đề hồ sơ", .long), .init("Thời hạn"), .init("Người lập"),
        .init("Ghi chú"), .init("Việc", .narrow, labelHidden: true),
      ],
      rows: part.lines.map { line in
        let title: HTML = line.editPath.map { "<a href=\"\($0)\" data-open>\(line.title)</a>" } ?? "\(line.title)"
        let marks: HTML = .when(!line.addition.isEmpty, " \(StateMark(line.addition, .look).html)")
        return .init(
          id: line.id,
          cells: [
            line.isProvisional
              ? "<span class=\"code\">\(line.notation)</span> <small class=\"hint\">tạm</small>"
              : "<span class=\"code\">\(line.notation)</span>",
            "\(title)\(marks)", "\(line.retention)", "\(line.maker)", "\(line.note)",
            "\(mover(line.up, "Lên", line.title))\(mover(line.down, "Xuống", line.title))",
          ])
      }
    ).html
  }

  private func mover(_ value: String?, _ label: String, _ what: String) -> [HTML] {
    guard arranging != nil, let value else { return [] }
    return [
      """
      <button type="submit" class="button button-quiet" name="\(FilePlanField.move)" value="\(value)" \
      aria-label="\(label): \(what)">\(label)</button>
      """
    ]
  }
}

/// Before the plan of a year is made.
struct NewFilePlanPage {
  var year: Int
  var years: Chips
  var mayMake: Bool
  var input: FormInput
  var seal: FormSeal

  var html: HTML {
    """
    \(DossierTabs.html(current: .plan))\(PageHead(FilePlanPage.title(year)).html)\(years.html)\(input.summary)\
    \(mayMake ? form : empty)
    """
  }

  private var empty: HTML {
    EmptyState(
      "Chưa có danh mục hồ sơ năm \(year)",
      "Lưu trữ, văn thư hoặc chánh văn phòng lập danh mục; khi đó đơn vị được mời đăng ký hồ sơ của mình."
    ).html
  }

  private var form: HTML {
    let field = Field(
      "Số của hồ sơ", name: FilePlanField.numbering, value: FilePlan.Numbering.plan.rawValue,
      kind: .select(FilePlan.Numbering.allCases.map { .init($0.rawValue, $0.label) }),
      hint: "Chọn một lần cho cả năm; đổi được cho đến khi ban hành.", width: .half)
    return """
      \(EmptyState(
        "Chưa có danh mục hồ sơ năm \(year)",
        "Danh mục ban hành đầu năm, là căn cứ để mọi người mở hồ sơ. Lập xong, các đơn vị được mời đăng ký hồ sơ của mình."
      ).html)\(ActForm(action: FilePlanPaths.act(year, .make), seal: seal, content: """
        \(FieldGroup(fields: [input.filling(field)]).html)\
        <div class="acts">\(Button("Lập danh mục năm \(year)", style: .primary).html)</div>
        """).html)
      """
  }
}
