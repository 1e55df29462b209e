import Markup

/// The book of one unit and year, as it is printed.
struct UnitBookPage {
  struct Line {
    var number: Int
    var day: String
    /// «1247»; empty of what the unit may see no longer.
    var arrivalNumber: String
    var codeText: String
    var issuer: String
    var subject: String
    /// Who works on it in the unit.
    var officers: String
    var path: String?
  }

  var unit: String
  var year: Int
  var lines: [Line]
  /// Kept no longer since then.
  var closed: String?
  var years: Chips
  var printPath: String
  var pager = Pager()

  var title: String { "Sổ nội bộ của \(unit), năm \(year)" }

  static let keys: [KeyHint] = .list + [KeyHint("i", "in sổ")]
  static let columnTitles = [
    "Số nội bộ", "Ngày", "Số đến", "Số, ký hiệu", "Nơi gửi", "Trích yếu", "Người xử lý",
  ]

  var html: HTML {
    let acts = lines.isEmpty ? [] : [Button("In sổ", path: printPath, key: "i")]
    return """
      \(PageHead(title, acts: acts).html)\(years.html)\
      \(closed.map { Notice(.caution, "Sổ đã tắt \($0); các số đã cấp vẫn giữ.").html } ?? .empty)\
      \(lines.isEmpty ? empty : table)\(pager.html)
      """
  }

  private var empty: HTML {
    EmptyState("Chưa có số nào", "Số được cấp khi đơn vị nhận việc hoặc phân công.").html
  }

  private var table: HTML {
    let shapes: [DataTable.Column.Shape] = [.figures, .figures, .figures, .text, .text, .long, .text]
    return DataTable(
      caption: title, columns: zip(Self.columnTitles, shapes).map { .init($0, $1) },
      rows: lines.map { line in
        let subject: HTML =
          line.path.map { "<a href=\"\($0)\" data-open class=\"subject\">\(line.subject)</a>" }
          ?? "<span class=\"quiet\">\(line.subject)</span>"
        return .init(cells: [
          "<b>\(line.number)</b>", "\(line.day)", "\(line.arrivalNumber)",
          line.codeText.isEmpty ? .empty : "<span class=\"code\">\(line.codeText)</span>",
          "\(line.issuer)", subject, "\(line.officers)",
        ])
      }, numbered: true
    ).html
  }
}
