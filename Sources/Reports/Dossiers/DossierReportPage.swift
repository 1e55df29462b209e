import Kernel
import Lists
import Markup
import WebApp

/// «Báo cáo lập hồ sơ»: a line for each unit or maker, every figure opens its rows (HS-12).
struct DossierReportPage {
  struct Line {
    var name: String
    /// To the makers of a unit.
    var path: String?
    /// All, then one for each fate, then what lies in no dossier.
    var figures: [Figure]
    var isSum = false
  }

  var agencyName: String
  var countedAt: String
  var chips: [Chips]
  var tools: ListTools?
  var lines: [Line]
  /// What the first column holds.
  var who: String
  /// Documents that lie in no dossier are counted by unit alone.
  var hasUnfiled = true
  var isCut = false

  var parts = ReportPart.ofUnits

  static let title = "Báo cáo lập hồ sơ"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(agencyName). Tính đến \(countedAt).").html)\(ReportPart.tabs(.dossiers, parts))\
    \(chips.map(\.html))\(tools?.html)\
    \(HTML.when(isCut, Notice(.caution, "Có trên \(DossierReport.unfiledCap.grouped) văn bản chưa vào hồ sơ; bảng đếm \(DossierReport.unfiledCap.grouped) văn bản mới nhất mỗi loại.").html))\
    \(lines.isEmpty ? EmptyState("Chưa có hồ sơ nào", "Hồ sơ mở trong năm và văn bản chưa vào hồ sơ hiện ở đây. Chọn năm khác để xem hồ sơ cũ.").html : table.html)\
    <p class="hint report-note">Năm là năm trong mã hồ sơ, năm đến hoặc năm ban hành của văn bản. Văn bản chưa vào hồ sơ: văn bản \
    đến đã giải quyết xong, văn bản đi đã phát hành mà không nằm trong hồ sơ nào.</p>
    """
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [.init(who, .long), .init("Tổng số hồ sơ")] + DossierFate.allCases.map { .init($0.label) }
        + (hasUnfiled ? UnfiledKind.allCases.map { .init($0.label) } : []),
      rows: lines.map { line in
        let name: HTML = line.path.map { "<a href=\"\($0)\">\(line.name)</a>" } ?? "\(line.name)"
        return DataTable.Row(cells: [line.isSum ? "<b>\(line.name)</b>" : name] + line.figures.map(\.html))
      }, walkable: false)
  }
}

/// The dossiers or documents behind a figure of the report on dossiers.
struct DossierReportRowsPage {
  struct Row {
    var path: String
    /// «01.TCCB», or number and symbol of a document.
    var codeText: String
    var day: String
    var title: String
    /// Who makes the dossier, or who issued the document.
    var who: String
    var state: StateMark
  }

  /// What is shown, in words.
  var line: String
  var codeHead = "Số, ký hiệu hồ sơ"
  var whoHead = "Người lập"
  var rows: [Row]
  var pager = Pager()
  var back: Button

  static let title = "Hồ sơ, văn bản trong báo cáo"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(line)", acts: [back]).html)\
    \(rows.isEmpty ? EmptyState("Không có gì ở đây", "Hồ sơ, văn bản đúng với điều kiện này sẽ hiện ở đây.").html : table.html)\
    \(pager.html)
    """
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [
        .init(codeHead), .init("Ngày", .figures), .init("Tiêu đề, trích yếu", .long), .init(whoHead),
        .init("Trạng thái"),
      ],
      rows: rows.map { row in
        DataTable.Row(cells: [
          "<b class=\"code\">\(row.codeText)</b>", "\(row.day)",
          "<a class=\"subject\" href=\"\(row.path)\" data-open>\(row.title)</a>", "\(row.who)", row.state.html,
        ])
      })
  }
}
