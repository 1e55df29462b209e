import Kernel
import Lists
import Markup
import WebApp

/// «Lượt truy cập» of the system: sign-ins and people by unit, day or person; every figure opens its rows (PL6-62).
struct AccessReportPage {
  struct Line {
    var name: String
    /// To the people of a unit.
    var path: String?
    /// Sign-ins, people.
    var figures: [Figure]
    var isSum = false
  }

  var form: PeriodForm
  var agencyName: String
  var periodLine: String
  /// Which of the two reports; empty for who reads one of them.
  var reports: Chips?
  var chips: Chips
  var tools: ListTools?
  var lines: [Line]
  /// What the first column holds.
  var who: String
  var isCut = false
  var parts = ReportPart.ofUnits

  static let title = "Lượt truy cập hệ thống"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(agencyName). \(periodLine)").html)\(ReportPart.tabs(.accesses, parts))\
    \(reports?.html)\(form.html)\(chips.html)\(tools?.html)\(HTML.when(isCut, AccessReportPage.waiting))\
    \(lines.isEmpty ? EmptyState("Chưa ai vào hệ thống", "Trong kỳ này chưa có lượt đăng nhập nào. Chọn kỳ khác ở trên.").html : table.html)\
    <p class="hint report-note">Người truy cập là người có ít nhất một thao tác được ghi lại trong kỳ, kể cả khi phiên mở từ hôm trước. \
    Một người có thao tác ở nhiều ngày, nhiều đơn vị chỉ tính một lần ở dòng cộng.</p>
    """
  }

  /// Lines wait that are in no figure yet.
  static let waiting: HTML = Notice(
    .caution, "Nhật ký đang được đếm tiếp sau một đợt nhập lớn; số liệu của kỳ này còn tăng. Xem lại sau ít phút."
  ).html

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [.init(who, .long), .init("Lượt đăng nhập", .figures), .init("Người truy cập", .figures)],
      rows: lines.map { line in
        let name: HTML = line.path.map { "<a href=\"\($0)\">\(line.name)</a>" } ?? "\(line.name)"
        return DataTable.Row(cells: [line.isSum ? "<b>\(line.name)</b>" : name] + line.figures.map(\.html))
      }, walkable: false)
  }
}

/// The sign-ins or the people behind a figure.
struct AccessReportRowsPage {
  var title: String
  /// What is shown, in words.
  var line: String
  var columns: [String]
  var rows: [[String]]
  var pager = Pager()
  var back: Button

  var html: HTML {
    """
    \(PageHead(title, line: "\(line)", acts: [back]).html)\
    \(rows.isEmpty ? EmptyState("Không có gì ở đây", "Không có lượt nào đúng với điều kiện này.").html : table.html)\
    \(pager.html)
    """
  }

  private var table: DataTable {
    DataTable(
      caption: title, columns: columns.enumerated().map { .init($1, $0 == 0 ? .long : .text) },
      rows: rows.map { .init(cells: $0.map { "\($0)" }) })
  }
}

/// «Hồ sơ, văn bản được xem»: most looked at, and what nobody looked at (PL6-61).
struct AccessedRecordsPage {
  struct Row {
    var kind: String
    var codeText: String
    var title: String
    var path: String
    /// Looked at, taken along, printed.
    var figures: [Figure]
  }

  struct Unseen {
    var label: String
    var figure: Figure
  }

  var form: PeriodForm
  var agencyName: String
  var periodLine: String
  var reports: Chips?
  var chips: Chips
  var tools: ListTools?
  var rows: [Row]
  var unseen: [Unseen]
  var isCut = false
  var parts = ReportPart.ofUnits

  static let title = "Hồ sơ, văn bản được xem"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(agencyName). \(periodLine)").html)\(ReportPart.tabs(.accesses, parts))\
    \(reports?.html)\(form.html)\(HTML.when(isCut, AccessReportPage.waiting))\
    <section><h2>Chưa ai xem trong kỳ</h2>\(unseenTable.html)\
    <p class="hint">Tính trong \(AccessReportStore.unseenAmong.grouped) hồ sơ, văn bản mới nhất mỗi loại có đến ngày cuối kỳ.</p></section>\
    <section><h2>Xem nhiều nhất</h2>\(chips.html)\(tools?.html)\
    \(rows.isEmpty ? EmptyState("Chưa có lượt xem nào", "Trong kỳ này chưa ai xem hồ sơ, văn bản loại này.").html : table.html)</section>
    """
  }

  private var unseenTable: DataTable {
    DataTable(
      caption: "Chưa ai xem trong kỳ", columns: unseen.map { .init($0.label, .figures) },
      rows: [.init(cells: unseen.map(\.figure.html))], walkable: false)
  }

  private var table: DataTable {
    DataTable(
      caption: "Xem nhiều nhất",
      columns: [
        .init("Loại"), .init("Số, ký hiệu"), .init("Tiêu đề, trích yếu", .long), .init("Lượt xem", .figures),
        .init("Lượt tải về", .figures), .init("Lượt in", .figures),
      ],
      rows: rows.map { row in
        DataTable.Row(
          cells: [
            "\(row.kind)", "<b class=\"code\">\(row.codeText)</b>",
            "<a class=\"subject\" href=\"\(row.path)\" data-open>\(row.title)</a>",
          ] + row.figures.map(\.html))
      })
  }
}
