import Markup

/// A register as the printed book: its ten columns, in its order (Decree 30/2020, Annex IV).
struct RegisterBookPage {
  /// One line of the book, as printed. A cancelled number keeps its line.
  struct Line {
    var number: Int
    /// The columns before the last one, which is the note.
    var cells: [String]
    var note: String
    /// The document; nil when the reader may not open it.
    var path: String?
    var isCancelled = false
    /// Where the number is cancelled with a reason; nil when the reader may not.
    var cancelPath: String?
  }

  var kind = RegisterKind.incoming
  var agencyName: String
  /// «Sổ đăng ký văn bản đến».
  var bookTitle: String
  var year: Int
  var years: [Field.Choice]
  var book: String
  var books: [Field.Choice]
  /// Twelve months and the whole year; each its own address.
  var months: Chips
  var lines: [Line]
  var pager: Pager
  /// GET with `nam`, `so`.
  var choosePath: String
  /// The decree's form as PDF; made in the background when long.
  var printPath: String
  var spreadsheetPath: String
  var checkPath: String
  /// «Sổ mở tiếp từ số 1248; các số 1–1247 ở sổ giấy.»
  var openingLine: String?
  /// A long print under way.
  var printing: ProgressLine?
  var livePath: String?

  private var columns: [DataTable.Column] {
    kind.columns.map { column in
      switch column.shape {
      case .text: .init(column.title)
      case .figures: .init(column.title, .figures)
      case .long: .init(column.title, .long)
      }
    }
  }

  static let keys: [KeyHint] =
    .list + [KeyHint("i", "in sổ theo mẫu Nghị định"), KeyHint("e", "tải Excel"), KeyHint("m", "kiểm sổ")]

  var html: HTML {
    """
    \(PageHead(bookTitle, line: "\(agencyName), năm \(year)", acts: acts).html)
    <div class="book-choice">\(choice)\(months.html)</div>
    \(printing.map { "<p data-live=\"\(livePath ?? "")\">\($0.html)</p>" as HTML })
    \(openingLine.map { "<p class=\"hint book-opening\">\($0)</p>" as HTML })
    <div class="book">\(lines.isEmpty ? empty : table.html)</div>
    \(pager.html)
    """
  }

  private var acts: [Button] {
    [
      Button("In sổ", style: .primary, path: printPath, key: "i"), Button("Excel", path: spreadsheetPath, key: "e"),
      Button("Kiểm sổ", path: checkPath, key: "m"),
    ]
  }

  private var choice: HTML {
    """
    <form method="get" action="\(choosePath)" class="filter" data-submit-on-change>\
    \(Field("Năm", name: "nam", value: String(year), kind: .select(years), width: .quarter).html)\
    \(Field("Sổ", name: "so", value: book, kind: .select(books), width: .half).html)\
    <div class="filter-acts">\(Button("Xem").html)</div></form>
    """
  }

  private var empty: HTML {
    EmptyState("Chưa có dòng nào trong phần này của sổ", "Chọn tháng khác, hoặc xem cả năm.").html
  }

  private var table: DataTable {
    DataTable(caption: "\(bookTitle) năm \(year)", columns: columns, rows: lines.map(row), numbered: true)
  }

  private func row(_ line: Line) -> DataTable.Row {
    let column = kind.numberColumn
    var cells = line.cells.map { "\($0)" as HTML }
    cells[column] =
      line.path.map { "<a href=\"\($0)\" data-open><b>\(line.cells[column])</b></a>" }
      ?? "<b>\(line.cells[column])</b>"
    let cancel: HTML =
      line.cancelPath.map { path in
        Button("Hủy số", style: .quiet, path: path).html
      } ?? .empty
    let note: HTML =
      line.isCancelled ? "<b>Đã hủy số.</b> \(line.note)" : line.note.isEmpty ? cancel : "\(line.note) \(cancel)"
    return DataTable.Row(cells: cells + [note], isStruck: line.isCancelled)
  }
}

extension RegisterKind {
  /// The room that its books stand in.
  var room: Room {
    switch self {
    case .incoming: .incoming
    case .outgoing, .copy: .outgoing
    }
  }
}
