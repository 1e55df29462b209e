import Markup

/// How often one record was looked at, taken along and printed, by whom and when (PL6-61).
struct RecordAccessesPage {
  struct Person {
    var name: String
    var unit: String
    /// One for each way, with the way to its lines; no way to lines that are none.
    var figures: [(text: String, path: String?)]
    var last: String
  }

  struct Line {
    var time: String
    var who: String
    var unit: String
    var sentence: String
  }

  static let title = "Lượt truy cập"

  var recordName: String
  var recordPath: String
  var action: String
  var chips: Chips
  /// First and last day as typed.
  var days: (from: String, to: String) = ("", "")
  var problem: String?
  /// «12 lượt của 5 người».
  var summary: String
  var people: [Person]
  /// More had access than are named.
  var isCut = false
  var ways: [String]
  /// «Bùi Quốc Khánh, tải về», and the way back to all; nil for all.
  var chosen: (words: String, all: String)?
  var lines: [Line]
  var pager = Pager()
  /// Where rights are explained, for whoever may go there.
  var acts: [Button] = []

  var html: HTML {
    """
    \(PageHead(Self.title, line: "<a href=\"\(recordPath)\">\(recordName)</a>", acts: acts).html)\(chips.html)\(form)\
    \(byPerson)\(inOrder)\
    <p class="hint">Lượt xem gồm mở trang và xem nhanh cạnh danh sách. «Xem quyền, lượt truy cập» không tính vào tổng. Mỗi \
    lần mở trang này đều được ghi lại.</p>
    """
  }

  private var form: HTML {
    let fields = [
      Field("Từ ngày", name: AskedAccesses.Name.from, value: days.from, kind: .day, width: .quarter),
      Field("đến ngày", name: AskedAccesses.Name.to, value: days.to, kind: .day, width: .quarter),
    ]
    return """
      <form class="filter" method="get" action="\(action)" aria-label="Chọn ngày">\(fields.map(\.html))\
      <div class="filter-acts">\(Button("Xem").html)</div></form>\(problem.map { Notice(.caution, $0).html })
      """
  }

  private var byPerson: HTML {
    guard chosen == nil else { return .empty }
    if people.isEmpty {
      return EmptyState("Chưa ai truy cập", "Trong những ngày này không ai xem, tải về hay in. Chọn kỳ khác ở trên.")
        .html
    }
    let table = DataTable(
      caption: "Theo người",
      columns: [.init("Người", .long), .init("Đơn vị")] + ways.map { .init($0, .figures) }
        + [.init("Lần cuối", .figures)],
      rows: people.map { one in
        let figures = one.figures.map { figure -> HTML in
          figure.path.map { "<a class=\"figures\" href=\"\($0)\">\(figure.text)</a>" }
            ?? "<span class=\"quiet\">\(figure.text)</span>"
        }
        return .init(cells: ["\(one.name)", "\(one.unit)"] + figures + ["\(one.last)"])
      }, walkable: false)
    return """
      <section><h2>Theo người</h2><p>\(summary)</p>\(table.html)\
      \(HTML.when(isCut, "<p class=\"hint\">Bảng nêu \(people.count) người truy cập nhiều nhất.</p>"))</section>
      """
  }

  private var inOrder: HTML {
    guard chosen != nil || !lines.isEmpty else { return .empty }
    let all: HTML =
      chosen.map { "<p>Đang xem: \($0.words). <a href=\"\($0.all)\">Xem tất cả</a></p>" } ?? .empty
    let table = DataTable(
      caption: "Theo thời gian",
      columns: [.init("Lúc", .figures), .init("Ai", .long), .init("Đơn vị"), .init("Làm gì", .long)],
      rows: lines.map { .init(cells: ["\($0.time)", "\($0.who)", "\($0.unit)", "\($0.sentence)"]) })
    let none = EmptyState("Không có lượt nào", "Trong những ngày này không có lượt truy cập nào như vậy.").html
    return """
      <section><h2>Theo thời gian</h2>\(all)\(lines.isEmpty ? none : table.html)\(pager.html)</section>
      """
  }
}
