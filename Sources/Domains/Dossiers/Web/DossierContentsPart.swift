import Kernel
import Markup

/// What lies in a dossier: the list of contents as it will be printed.
struct DossierContentsPart {
  struct Row {
    var ordinal: String
    var codeText: String
    var date: String
    var title: String
    var path: String?
    var author: String
    var pages: String
    /// Annexes of a document that came with a package.
    var further: [Further] = []
    var takeOut: HTML
    /// Kept back from who only reads the dossier.
    var isKeptBack = false
    var reading: Reading?
    var isStruck = false
  }

  struct Further {
    var name: String
    var path: String
  }

  /// What is to be known of a file besides what it is.
  enum Reading {
    case waiting
    case unreadable(String)
    case withheld

    var html: HTML {
      switch self {
      case .waiting: " <small>đang đọc chữ</small>"
      case .unreadable(let why): "<small>\(why.capitalizedFirst)</small>"
      case .withheld: " \(StateMark("Niêm giữ", .wrong).html)"
      }
    }
  }

  var rows: [Row]
  var acts: HTML
  /// The reader puts documents in.
  var mayFill = true
  var pager = Pager()
  /// What it is expected to hold, over the first page; while that is nothing, how to say so, under it.
  var expected = DossierExpectationsPart(rows: [], isComplete: true, acts: .empty)
  /// Parts of the dossier, under its own documents.
  var parts: HTML = .empty

  var html: HTML {
    let hasList = !expected.rows.isEmpty
    return """
      \(hasList ? expected.html : .empty)\(acts)\(rows.isEmpty ? empty : table.html)\(pager.html)\
      \(hasList ? .empty : expected.html)\(parts)
      """
  }

  private var empty: HTML {
    EmptyState(
      "Hồ sơ chưa có văn bản nào",
      mayFill
        ? "Bấm «Đưa văn bản vào» để chọn trong các văn bản được gợi ý, hoặc thêm tài liệu không có số."
        : "Người lập và người cùng lập hồ sơ đưa văn bản vào; vào rồi thì hiện ở đây."
    ).html
  }

  private var table: DataTable {
    DataTable(
      caption: "Mục lục văn bản, tài liệu",
      columns: [
        .init("STT", .figures), .init("Số, ký hiệu"), .init("Ngày", .figures), .init("Tên loại và trích yếu", .long),
        .init("Tác giả"), .init("Trang số", .figures), .init("Việc", .narrow, labelHidden: true),
      ],
      rows: rows.map { row in
        let title: HTML = row.path.map { "<a href=\"\($0)\" data-open>\(row.title)</a>" } ?? "\(row.title)"
        let mark: HTML = .when(row.isKeptBack, " \(StateMark("Giữ riêng", .look).html)")
        let further = row.further.map { "<small><a href=\"\($0.path)\">\($0.name)</a></small>" as HTML }
        return .init(
          cells: [
            "\(row.ordinal)", row.codeText.isEmpty ? .empty : "<span class=\"code\">\(row.codeText)</span>",
            "\(row.date)",
            "\(title)\(mark)\(row.reading?.html ?? .empty)\(further)",
            "\(row.author)",
            "\(row.pages)", row.takeOut,
          ], isStruck: row.isStruck)
      })
  }
}
