import Lists
import Markup

/// Văn bản đến: the list, newest number first, with its filters in the address.
struct IncomingDocumentListPage {
  struct Row {
    var id: String
    var path: String
    var arrivalNumber: Int
    var arrivalDay: String
    var issuer: String
    /// «2803/BTTTT-THH».
    var codeText: String
    var issuedDay: String
    var typeName: String
    var subject: String
    var urgency: UrgencyMark?
    /// «Đơn vị hoặc người nhận».
    var toPlaces: String
    var deadline: DeadlineMark?
    var state: StateMark
    /// By when it must be presented, while nobody was asked about it, or received, while it was not (DEN-10).
    var registryMark: DeadlineMark?
    var isUnread = false
    var signer = ""
    var channel = ""
    var pageCount: Int?
    var paperHolder = ""
    var note = ""
    /// A cancelled number keeps its line, with the reason.
    var cancelReason: String?
    /// Registered from an unopened envelope; the file comes later.
    var hasFile = true
    /// What it may be chosen for, together with others.
    var choice: BatchBar.Choice?
  }

  /// Filters that are typed or chosen; the chips are addresses of their own.
  struct Filter {
    /// Where the form goes (GET) and where «Bỏ lọc» leads.
    var path: String
    var words = ""
    var book = ""
    var books: [Field.Choice]
    var type = ""
    var types: [Field.Choice]
    var urgency = ""
    var urgencies: [Field.Choice]
    var progress = ""
    var progresses: [Field.Choice]
    var fate = ""
    var fromDay = ""
    var toDay = ""
    /// Chosen by its chip.
    var isWithoutFile = false
    var isPresented = false
    /// Chosen by its chip.
    var isFollowed = false
    /// Sentences about what was typed and says nothing.
    var problems: [String] = []

    /// Names in the address.
    enum Name {
      static let words = "tim"
      static let book = "so"
      static let type = "loai"
      static let urgency = "khan"
      static let fromDay = "tu"
      static let toDay = "den"
      static let progress = "xu-ly"
      static let fate = "trinh"
      static let presented = "da-trinh"
      static let withoutFile = "chua-co-tep"
      static let followed = "theo-doi"
    }

    var isSet: Bool {
      isWithoutFile || isPresented || isFollowed
        || ![words, book, type, urgency, progress, fate, fromDay, toDay].allSatisfy(\.isEmpty)
    }
  }

  var rows: [Row]
  /// As chosen by the reader.
  var columns: [IncomingDocumentColumn] = IncomingDocumentColumn.usual
  /// Order, columns, keeping the search, taking the rows along.
  var tools: ListTools?
  var filter: Filter
  var chips: Chips
  var pager: Pager
  var registrationPath: String
  var waitingPath: String
  /// Papers that wait for registration.
  var waitingCount: Int
  /// Nil for those who may not read the book, which shows every document of the agency.
  var bookPath: String?
  /// Nil for those who neither lay rules down nor pass documents on by them.
  var rulesPath: String?
  /// Papers that the reader holds.
  var paperCopiesPath: String?
  /// Units' own books; nil for whoever neither keeps nor switches one.
  var unitBooksPath: String?
  /// Where old books are brought in.
  var importPath: String?
  /// Only a registry clerk registers.
  var canRegister: Bool
  /// Nil for those who do nothing with several documents at once.
  var bar: BatchBar?
  /// Every box is ticked.
  var isAllChosen = false

  static let keys: [KeyHint] =
    .list + [KeyHint("v", "vào sổ văn bản mới"), KeyHint("f", "đến ô lọc"), KeyHint("s", "xem sổ đăng ký")]

  /// With those of choosing several rows, where that is possible.
  var keys: [KeyHint] {
    Self.keys
      + (bar == nil
        ? []
        : [
          KeyHint("x", "chọn dòng"), KeyHint("c", "trình các dòng đã chọn"), KeyHint("l", "lưu hồ sơ các dòng đã chọn"),
        ])
  }

  var html: HTML {
    """
    \(PageHead("Văn bản đến", acts: acts).html)
    \(chips.html)
    \(filterForm)
    \(HTML.when(!filter.problems.isEmpty, Notice(.caution, "Có điều kiện chưa dùng được.", reasons: filter.problems).html))
    \(tools?.html)
    \(bar?.html)
    \(rows.isEmpty ? empty : table.html)
    \(pager.html)
    """
  }

  private var acts: [Button] {
    let doors: [(label: String, path: String?, key: String?)] = [
      ("Sổ đăng ký", bookPath, "s"), ("Quy tắc chuyển", rulesPath, nil), ("Sổ nội bộ", unitBooksPath, nil),
      ("Bản giấy tôi giữ", paperCopiesPath, nil),
    ]
    let book = doors.compactMap { door in door.path.map { Button(door.label, path: $0, key: door.key) } }
    guard canRegister else { return book }
    let old = importPath.map { [Button("Nhập sổ cũ", path: $0)] } ?? []
    let waiting = Button(waitingCount > 0 ? "Chờ vào sổ (\(waitingCount))" : "Nhận tệp", path: waitingPath)
    return [Button("Vào sổ", style: .primary, path: registrationPath, key: "v"), waiting] + book + old
  }

  private var filterForm: HTML {
    let all = Field.Choice("", "Tất cả")
    let fields = [
      Field("Lọc theo chữ", name: Filter.Name.words, value: filter.words, width: .third, id: "filter-words", key: "f"),
      Field("Sổ", name: Filter.Name.book, value: filter.book, kind: .select(filter.books), width: .quarter),
      Field("Loại", name: Filter.Name.type, value: filter.type, kind: .select([all] + filter.types), width: .quarter),
      Field(
        "Độ khẩn", name: Filter.Name.urgency, value: filter.urgency, kind: .select([all] + filter.urgencies),
        width: .quarter),
      Field(
        "Tình trạng xử lý", name: Filter.Name.progress, value: filter.progress,
        kind: .select([all] + filter.progresses), width: .quarter),
      Field(
        "Hạn của văn thư", name: Filter.Name.fate, value: filter.fate,
        kind: .select([all] + RegistryFate.allCases.map { .init($0.address, $0.label) }), width: .quarter),
      Field("Đến từ ngày", name: Filter.Name.fromDay, value: filter.fromDay, kind: .day, width: .quarter),
      Field("đến ngày", name: Filter.Name.toDay, value: filter.toDay, kind: .day, width: .quarter),
    ]
    let kept = [
      filter.isWithoutFile ? Filter.Name.withoutFile : nil, filter.isFollowed ? Filter.Name.followed : nil,
      filter.isPresented ? Filter.Name.presented : nil,
    ].compactMap(\.self)
    let chip = kept.map { "<input type=\"hidden\" name=\"\($0)\" value=\"1\">" as HTML }
    let clear: HTML = .when(filter.isSet, "<a href=\"\(filter.path)\">Bỏ lọc</a>")
    return """
      <details class="filter-fold" data-fold-narrow\(HTML.flag("data-set", filter.isSet)) open><summary>Lọc</summary>\
      <form class="filter" method="get" action="\(filter.path)" role="search" aria-label="Lọc danh sách">\
      \(chip)\(fields.map(\.html))<div class="filter-acts">\(Button("Lọc").html)\(clear)</div></form></details>
      """
  }

  private var empty: HTML {
    guard !filter.isSet else {
      return EmptyState(
        "Không có văn bản nào khớp bộ lọc", "Bớt điều kiện, hoặc tra trong mọi sổ và toàn văn ở «Tra cứu».",
        act: Button("Bỏ lọc", path: filter.path)
      ).html
    }
    return EmptyState(
      "Sổ chưa có văn bản nào", "Văn bản vào sổ xong hiện ở đây, số đến mới nhất lên đầu.",
      act: canRegister ? Button("Vào sổ văn bản đầu tiên", style: .primary, path: registrationPath) : nil
    ).html
  }

  private var table: DataTable {
    DataTable(
      caption: "Văn bản đến, số đến mới nhất lên đầu",
      columns: (bar == nil ? [] : [.init("Chọn", .narrow, labelHidden: true)])
        + columns.map { .init($0.label, $0.shape) },
      rows: rows.map(line))
  }

  private func line(_ row: Row) -> DataTable.Row {
    DataTable.Row(
      id: "d\(row.id)", cells: (bar == nil ? [] : [box(row)]) + columns.map { cell($0, row) }, isUnread: row.isUnread,
      isStruck: row.cancelReason != nil)
  }

  private func box(_ row: Row) -> HTML {
    row.choice.map { BatchBar.box($0, isChosen: isAllChosen) } ?? .empty
  }

  private func cell(_ column: IncomingDocumentColumn, _ row: Row) -> HTML {
    switch column {
    case .arrivalNumber: "<b>\(row.arrivalNumber)</b>"
    case .arrivalDay: "\(row.arrivalDay)"
    case .subject: subject(row)
    case .code: "<span class=\"code\">\(row.codeText)</span><small>\(row.typeName), \(row.issuedDay)</small>"
    case .issuer: "\(row.issuer)"
    case .toPlaces: "\(row.toPlaces)"
    case .deadline: row.deadline?.html ?? .empty
    case .state: "\(row.state.html)\(row.registryMark?.html)"
    case .type: "\(row.typeName)"
    case .issuedDay: "\(row.issuedDay)"
    case .urgency: row.urgency?.html ?? "Thường"
    case .signer: "\(row.signer)"
    case .channel: "\(row.channel)"
    case .pageCount: row.pageCount.map { "\($0)" } ?? .empty
    case .paperHolder: "\(row.paperHolder)"
    case .note: "\(row.note)"
    }
  }

  private func subject(_ row: Row) -> HTML {
    let cancelled: HTML = row.cancelReason.map { "<small>Đã hủy số: \($0)</small>" } ?? .empty
    let missing: HTML = .when(!row.hasFile && row.cancelReason == nil, "<small>Chưa có tệp</small>")
    return """
      \(row.urgency?.html)<a href="\(row.path)" data-open class="subject">\(row.subject)</a>\(cancelled)\(missing)
      """
  }
}
