import Lists
import Markup

/// Văn bản đi: the list, newest number first, with its filters in the address.
struct OutgoingDocumentListPage {
  struct Row {
    var id: String
    var path: String
    var codeText: String
    var issuedDay: String
    var typeName: String
    var subject: String
    var urgency: UrgencyMark?
    /// The first few, and how many more.
    var recipients: String
    var signer: String
    var signerLine: String
    var unit: String
    var state: StateMark
    /// By when it must be issued, while it waits (DI-08).
    var issuing: DeadlineMark?
    var drafter = ""
    var fileCopyHolder = ""
    var amount: Int?
    var replyDue = ""
    var identifier = ""
    var note = ""
    /// Why it was recalled, or its number cancelled.
    var endReason: String?
    var isCancelled = false
    var hasFile = true
  }

  /// Filters that are typed or chosen; the chips are addresses of their own.
  struct Filter {
    var words = ""
    var book = ""
    var books: [Field.Choice] = []
    var type = ""
    var types: [Field.Choice] = []
    var state = ""
    var states: [Field.Choice] = []
    var urgency = ""
    var urgencies: [Field.Choice] = []
    var fromDay = ""
    var toDay = ""
    /// Sentences about what was typed and says nothing.
    var problems: [String] = []

    var isSet: Bool { ![words, book, type, state, urgency, fromDay, toDay].allSatisfy(\.isEmpty) }
  }

  var rows: [Row]
  /// As chosen by the reader.
  var columns: [OutgoingDocumentColumn] = OutgoingDocumentColumn.usual
  /// Order, columns, keeping the search, taking the rows along.
  var tools: ListTools?
  var filter: Filter
  var chips: Chips
  var pager = Pager()
  /// Nil for those who may not read the book, which shows every document of the agency.
  var bookPath: String?
  /// Only a registry clerk gives numbers.
  var canNumber: Bool

  private static let keys: [KeyHint] = .list + [KeyHint("f", "đến ô lọc")]

  /// Those of what this reader can do here.
  var keys: [KeyHint] { Self.keys + acts.compactMap { act in act.key.map { KeyHint($0, act.label.lowercased()) } } }

  var html: HTML {
    """
    \(PageHead("Văn bản đi", acts: acts).html)
    \(chips.html)
    \(filterForm)
    \(HTML.when(!filter.problems.isEmpty, Notice(.caution, "Có điều kiện chưa dùng được.", reasons: filter.problems).html))
    \(tools?.html)
    \(rows.isEmpty ? empty : table.html)
    \(pager.html)
    """
  }

  private var acts: [Button] {
    var acts: [Button] = []
    if canNumber {
      acts.append(Button("Cấp số", style: .primary, path: OutgoingDocumentPaths.numbering, key: "v"))
    }
    if let bookPath {
      acts += [
        Button("Sổ đăng ký", path: bookPath, key: "s"), Button("Giữ số", path: OutgoingDocumentPaths.reservations),
        Button("Dãy số", path: OutgoingDocumentPaths.series),
        Button("Sổ gửi bưu điện", path: OutgoingDocumentPaths.postalBook), Button("Bản sao", path: FramePaths.copies),
      ]
    }
    acts.append(Button("Thu báo cáo", path: FramePaths.reportCollections))
    return acts
  }

  private var filterForm: HTML {
    let name = OutgoingListName.self
    let all = Field.Choice("", "Tất cả")
    let fields = [
      Field("Lọc theo chữ", name: name.words, value: filter.words, width: .third, id: "filter-words", key: "f"),
      Field("Sổ", name: name.book, value: filter.book, kind: .select(filter.books), width: .quarter),
      Field("Loại", name: name.type, value: filter.type, kind: .select([all] + filter.types), width: .quarter),
      Field(
        "Tình trạng", name: name.state, value: filter.state, kind: .select([all] + filter.states), width: .quarter),
      Field(
        "Độ khẩn", name: name.urgency, value: filter.urgency, kind: .select([all] + filter.urgencies),
        width: .quarter),
      Field("Từ ngày", name: name.fromDay, value: filter.fromDay, kind: .day, width: .quarter),
      Field("đến ngày", name: name.toDay, value: filter.toDay, kind: .day, width: .quarter),
    ]
    let clear: HTML = .when(filter.isSet, "<a href=\"\(OutgoingDocumentPaths.list)\">Bỏ lọc</a>")
    return """
      <details class="filter-fold" data-fold-narrow\(HTML.flag("data-set", filter.isSet)) open><summary>Lọc</summary>\
      <form class="filter" method="get" action="\(OutgoingDocumentPaths.list)" role="search" aria-label="Lọc danh sách">\
      \(fields.map(\.html))<div class="filter-acts">\(Button("Lọc").html)\(clear)</div></form></details>
      """
  }

  private var empty: HTML {
    guard !filter.isSet else {
      return EmptyState(
        "Không có văn bản nào khớp bộ lọc", "Bớt điều kiện, hoặc tra trong mọi sổ và toàn văn ở «Tra cứu».",
        act: Button("Bỏ lọc", path: OutgoingDocumentPaths.list)
      ).html
    }
    return EmptyState(
      "Chưa có văn bản đi nào", "Văn bản đã ký được cấp số xong hiện ở đây, mới nhất lên đầu.",
      act: canNumber
        ? Button("Cấp số văn bản đầu tiên", style: .primary, path: OutgoingDocumentPaths.numbering) : nil
    ).html
  }

  private var table: DataTable {
    DataTable(
      caption: "Văn bản đi, mới nhất lên đầu", columns: columns.map { .init($0.label, $0.shape) },
      rows: rows.map { row in
        DataTable.Row(id: "d\(row.id)", cells: columns.map { cell($0, row) }, isStruck: row.isCancelled)
      })
  }

  private func cell(_ column: OutgoingDocumentColumn, _ row: Row) -> HTML {
    switch column {
    case .code: "<b class=\"code\">\(row.codeText)</b><small>\(row.typeName)</small>"
    case .issuedDay: "\(row.issuedDay)"
    case .subject: subject(row)
    case .recipients: "\(row.recipients)"
    case .signer: "\(row.signer)<small>\(row.signerLine)</small>"
    case .unit: "\(row.unit)"
    case .state: "\(row.state.html)\(row.issuing?.html)"
    case .type: "\(row.typeName)"
    case .urgency: row.urgency?.html ?? "Thường"
    case .drafter: "\(row.drafter)"
    case .fileCopyHolder: "\(row.fileCopyHolder)"
    case .amount: row.amount.map { "\($0)" } ?? .empty
    case .replyDue: "\(row.replyDue)"
    case .identifier: "\(row.identifier)"
    case .note: "\(row.note)"
    }
  }

  private func subject(_ row: Row) -> HTML {
    let ended: HTML =
      row.endReason.map { "<small>\(row.isCancelled ? "Đã hủy số" : "Thu hồi"): \($0)</small>" } ?? .empty
    let missing: HTML = .when(!row.hasFile && row.endReason == nil, "<small>Chưa có tệp</small>")
    return """
      \(row.urgency?.html)<a href="\(row.path)" data-open class="subject">\(row.subject)</a>\(ended)\(missing)
      """
  }
}
