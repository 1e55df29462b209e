import Markup

/// What came of a collection: how many sent, who did not, and what all sent together.
struct ReportCollectionPage {
  /// One place on its line.
  struct Place {
    var name: String
    var path: String
    var state: StateMark
    /// «10:15 06/11/2026, Nguyễn Văn An».
    var sent: String
    var rows: String
    /// «đã đôn đốc 2 lần», «lý do trả lại: …».
    var note: String
  }

  /// A line of the merged sheet.
  struct Line {
    var place: String
    var path: String
    var values: [String]
  }

  var title: String
  var documentLine: String
  var documentPath: String
  var due: String
  var state: StateMark
  var hint: String
  var ended: String?
  /// Counts of places, each opening its rows.
  var chips: Chips
  var isFiltered: Bool
  var places: [Place]
  /// Recipients that cannot fill it in here.
  var outside: [String]
  var headings: [String]
  var numeric: [Bool]
  var lines: [Line]
  var lineCount: Int
  /// Of columns of numbers, empty for the others.
  var sums: [String]
  var acts: [HTML]
  var refusal: HTML = .empty
  var story: Story

  var html: HTML {
    let line: HTML = "Theo văn bản <a href=\"\(documentPath)\">\(documentLine)</a>, hạn \(due) \(state.html)"
    return """
      \(PageHead(title, line: line, actMarkup: acts).html)\(refusal)\(ended.map { Notice(.caution, $0).html })
      \(HTML.when(!hint.isEmpty, "<p class=\"hint\">\(hint)</p>"))\(chips.html)\(placeTable)\(outsideLine)
      \(isFiltered ? .empty : merged)
      \(isFiltered ? .empty : "<section class=\"sheet-block\"><h2>Diễn biến</h2>\(story.html)</section>")
      """
  }

  private var placeTable: HTML {
    guard !places.isEmpty else {
      return EmptyState("Không có nơi nào", "Không nơi nhận nào ở trạng thái này.").html
    }
    return DataTable(
      caption: "Nơi được hỏi",
      columns: [
        .init("Nơi được hỏi", .long), .init("Tình trạng"), .init("Gửi lúc", .figures), .init("Số dòng", .figures),
        .init("Ghi chú"),
      ],
      rows: places.map { place in
        .init(cells: [
          "<a href=\"\(place.path)\" data-open>\(place.name)</a>", place.state.html, "\(place.sent)", "\(place.rows)",
          "\(place.note)",
        ])
      }
    ).html
  }

  private var outsideLine: HTML {
    .when(
      !outside.isEmpty,
      "<p class=\"hint\">Ngoài hệ thống, không điền được biểu này: \(outside.joined(separator: "; ")).</p>")
  }

  private var merged: HTML {
    guard lineCount > 0 else {
      return """
        <section class="sheet-block" id="tong-hop"><h2>Bảng tổng hợp</h2>\
        <p>Chưa có số liệu. Số liệu của từng nơi hiện ở đây ngay khi nơi đó gửi.</p></section>
        """
    }
    let rows = lines.enumerated().map { index, line in
      DataTable.Row(
        cells: ["\(index + 1)", "<a href=\"\(line.path)\">\(line.place)</a>"]
          + line.values.map { "\($0)" as HTML })
    }
    let sum = DataTable.Row(
      cells: ["", "<b>Cộng \(lineCount) dòng</b>"] + sums.map { $0.isEmpty ? .empty : "<b>\($0)</b>" as HTML })
    let table = DataTable(
      caption: "Bảng tổng hợp",
      columns: [.init("STT", .figures), .init("Nơi gửi")]
        + zip(headings, numeric).map { .init($0, $1 ? .figures : .text) },
      rows: rows + [sum], walkable: false)
    let rest: HTML = .when(
      lines.count < lineCount,
      "<p class=\"hint\">Trang này hiện \(lines.count) dòng đầu; tệp Excel có đủ \(lineCount) dòng. Dòng cộng tính cả bảng.</p>"
    )
    return """
      <section class="sheet-block" id="tong-hop"><h2>Bảng tổng hợp <span class="count">\(lineCount)</span></h2>\(rest)\
      <div class="table-frame">\(table.html)</div></section>
      """
  }
}
