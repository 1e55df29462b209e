import Markup

/// The head of a dossier and its parts; each part is a page of its own.
struct DossierPage {
  struct Head {
    var title: String
    /// «G09.2026.01.TCCB».
    var code: String
    var maker: String
    var unit: String
    var retention: String
    var mode: String
    var started: String
    var ended: String?
    var deadline: HTML?
    var state: StateMark
    /// «12 văn bản và tài liệu, 48 trang».
    var size: String
    var note: String
    /// «2: Biên bản họp, Quyết định phê duyệt»; nil when nothing is missing.
    var missing: String?
    /// Where that is mended.
    var expectedPath = ""
    /// What flows above tell of it.
    var lines: [DossierHeadLine] = []
    var acts: [HTML]
  }

  var head: Head
  var tabs: Tabs
  var refusal: HTML = .empty
  var content: HTML

  static let keys: [KeyHint] =
    .list + [
      KeyHint("v", "đưa văn bản vào"), KeyHint("t", "thêm tài liệu không có số"), KeyHint("s", "soạn văn bản"),
      KeyHint("g", "ghi chú"), KeyHint("p", "ghép với thành phần"),
    ]

  var html: HTML {
    "\(PageHead(head.title, line: line, actMarkup: head.acts).html)\(refusal)\(facts)\(tabs.html)\(content)"
  }

  private var line: HTML {
    "<span class=\"code\">\(head.code)</span> \(head.state.html)\(head.deadline.map { " Hạn giải quyết \($0)" as HTML })"
  }

  private var facts: HTML {
    DefinitionList(
      [
        .init("Người lập", text: "\(head.maker), \(head.unit)"), .init("Thời hạn bảo quản", text: head.retention),
        .init("Chế độ sử dụng", text: head.mode),
        .init("Thời gian", text: head.ended.map { "\(head.started) – \($0)" } ?? "từ \(head.started)"),
        .init("Gồm", text: head.size),
        .init("Ghi chú", text: head.note), .init("Còn thiếu", missing),
      ] + head.lines.map(Self.told)
    ).html
  }

  private var missing: HTML {
    head.missing.map { "<a href=\"\(head.expectedPath)\">\($0)</a>" } ?? .empty
  }

  private static func told(_ line: DossierHeadLine) -> DefinitionList.Entry {
    let caution: HTML = line.caution.map { " \(StateMark($0, .look).html)" } ?? .empty
    return .init(line.label, "<a href=\"\(line.path)\">\(line.text)</a>\(caution)")
  }
}

/// What happened in a dossier, newest first, with notes and what came since the reader was last here.
struct DossierStoryPart {
  var notes: [Note]
  var story: Story
  var newCount: Int
  var noteForm: HTML
  var olderPath: String?
  /// To who looked at the dossier, for whoever may go there.
  var accesses: HTML = .empty

  struct Note {
    var text: String
    var author: String
    var time: String
    /// Seen by its author alone, and can still be changed.
    var draftForm: HTML?
  }

  var html: HTML {
    let fresh: HTML = .when(
      newCount > 0, Notice(.caution, "Có \(newCount) diễn biến mới từ lần anh/chị xem trước.", word: "Mới").html)
    return """
      \(fresh)<section><h2>Ghi chú</h2>\(noteForm)\(notes.isEmpty ? "<p class=\"hint\">Chưa có ghi chú nào.</p>" : list)</section>
      <section><h2>Diễn biến</h2>\(HTML.when(!accesses.isEmpty, "<p>\(accesses)</p>"))\(story.html)\(Pager(older: olderPath).html)</section>
      """
  }

  private var list: HTML {
    let items = notes.map { note -> HTML in
      let body: HTML = note.draftForm ?? "<p class=\"note-text\">\(note.text)</p>"
      let mark: HTML = note.draftForm == nil ? .empty : StateMark("Nháp, chỉ anh/chị thấy", .look).html
      return "<li><p class=\"quiet\">\(note.author), \(note.time) \(mark)</p>\(body)</li>"
    }
    return "<ul class=\"notes\">\(items)</ul>"
  }
}

/// Who takes part in a dossier.
struct DossierPeoplePart {
  struct Row {
    var name: String
    var role: String
    var since: String
    var end: HTML
  }

  /// A change of rights that was decided.
  struct Decided {
    var text: String
    var path: String
    var state: StateMark
    var answer: String
  }

  var rows: [Row]
  var form: HTML
  /// Asks for another maker.
  var makerForm: HTML = .empty
  var decided: [Decided] = []
  var why: [String]
  /// The way to everybody's reasons, for whoever may take it.
  var everybody: HTML = .empty

  var html: HTML {
    let earlier = decided.map { one -> HTML in
      "<li><a href=\"\(one.path)\">\(one.text)</a> \(one.state.html) <span class=\"quiet\">\(one.answer)</span></li>"
    }
    return """
      <section><h2>Người tham gia</h2>\(table.html)\(form)</section>\(makerForm)\
      \(HTML.when(!decided.isEmpty, "<section><h2>Thay đổi quyền đã trả lời</h2><ul>\(earlier)</ul></section>"))\
      <section><h2>Vì sao anh/chị xem được hồ sơ này</h2><ul>\(why.map { "<li>\($0)</li>" as HTML })</ul>\(everybody)</section>
      """
  }

  private var table: DataTable {
    DataTable(
      caption: "Người tham gia",
      columns: [
        .init("Đơn vị, cá nhân", .long), .init("Vai trò"), .init("Từ"), .init("Việc", .narrow, labelHidden: true),
      ],
      rows: rows.map { .init(cells: ["\($0.name)", "\($0.role)", "\($0.since)", $0.end]) }, walkable: false)
  }
}

/// Pieces of work on what lies in a dossier.
struct DossierWorkPart {
  struct Row {
    var subject: String
    var path: String
    var holder: String
    var role: String
    var asked: String
    var deadline: String
    var state: StateMark
  }

  var rows: [Row]
  /// Drafts that were begun for the dossier.
  var related = RelatedList([])

  var html: HTML { "<section>\(rows.isEmpty ? empty : table)</section><section>\(related.html)</section>" }

  private var empty: HTML {
    EmptyState("Không có việc nào", "Chưa ai được giao việc trên văn bản của hồ sơ.").html
  }

  private var table: HTML {
    DataTable(
      caption: "Việc trên văn bản của hồ sơ",
      columns: [
        .init("Văn bản", .long), .init("Ai giữ"), .init("Vai trò"), .init("Yêu cầu"), .init("Hạn", .figures),
        .init("Trạng thái"),
      ],
      rows: rows.map {
        .init(cells: [
          "<a href=\"\($0.path)\" data-open>\($0.subject)</a>", "\($0.holder)", "\($0.role)", "\($0.asked)",
          "\($0.deadline)", $0.state.html,
        ])
      }
    ).html
  }
}

/// The end of a dossier: what stands in the way, what to look at, and the form.
struct DossierClosingPart {
  struct Line {
    var text: String
    var path: String?
  }

  struct Review {
    var text: String
    var why: String
    var takeOut: HTML
  }

  var obstacles: [Line]
  var reviews: [Review]
  var prints: HTML
  var form: HTML
  /// When it is due for the archive, handing it over, what the archive said.
  var archiving: HTML = .empty
  /// What is wished for and not there.
  var wishes: [String] = []
  /// Of the same matter, and not in the dossier.
  var left: [String] = []
  /// Where they are put in.
  var fillingPath = ""

  private static let namedMax = 3

  var html: HTML { "\(checks)\(leftOut)\(archiving)\(form)\(prints)" }

  private var leftOut: HTML {
    guard !left.isEmpty else { return .empty }
    let more = left.count > Self.namedMax ? ", và \(left.count - Self.namedMax) văn bản khác" : ""
    let names = left.prefix(Self.namedMax).joined(separator: "; ")
    return Notice(
      .caution, "Cùng việc mà chưa nằm trong hồ sơ: \(names)\(more). Vẫn kết thúc được hồ sơ.", path: fillingPath,
      pathLabel: "Đưa văn bản vào"
    ).html
  }

  private var checks: HTML {
    let lines = obstacles.map { line -> HTML in
      "<li>\(line.text)\(line.path.map { " <a href=\"\($0)\">Mở</a>" as HTML } ?? .empty)</li>"
    }
    let wished: HTML = .when(
      !wishes.isEmpty,
      Notice(
        .caution, "Nên có mà chưa có: \(wishes.joined(separator: ", ")). Vẫn kết thúc được hồ sơ.", word: "Chưa có"
      ).html)
    let found = reviews.map { "<li>\($0.text): \($0.why). \($0.takeOut)</li>" as HTML }
    return """
      \(HTML.when(!lines.isEmpty, "<section><h2>Việc phải xong trước khi kết thúc</h2><ul class=\"obstacles\">\(lines)</ul></section>"))\(wished)\
      \(HTML.when(!found.isEmpty, "<section><h2>Cần rà soát</h2><ul>\(found)</ul></section>"))
      """
  }
}
