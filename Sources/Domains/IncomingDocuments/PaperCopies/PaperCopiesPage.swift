import Markup

/// Bản giấy tôi đang giữ, and what is on its way to me.
struct PaperCopiesPage {
  struct Line {
    var number: String
    var codeText: String
    var subject: String
    /// «Văn thư chuyển lúc …», «giữ từ …».
    var state: String
    var path: String
  }

  var coming: [Line]
  var held: [Line]

  static let title = "Bản giấy tôi đang giữ"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Giữ giấy lâu nhất lên đầu.").html)\
    \(HTML.when(!coming.isEmpty, "<section><h2>Chờ tôi xác nhận</h2>\(table("Bản giấy chờ tôi xác nhận", coming))</section>"))\
    <section><h2>Đang giữ</h2>\(held.isEmpty ? empty : table("Bản giấy tôi đang giữ", held))</section>
    """
  }

  private var empty: HTML {
    EmptyState("Không giữ bản giấy nào", "Bản giấy nhận bằng «Đã nhận bản giấy» hiện ở đây cho đến khi chuyển đi.").html
  }

  private func table(_ caption: String, _ lines: [Line]) -> HTML {
    DataTable(
      caption: caption,
      columns: [.init("Số đến", .figures), .init("Số, ký hiệu"), .init("Trích yếu", .long), .init("Bản giấy")],
      rows: lines.map { line in
        .init(cells: [
          "<b>\(line.number)</b>", "<span class=\"code\">\(line.codeText)</span>",
          "<a href=\"\(line.path)\" data-open class=\"subject\">\(line.subject)</a>", "\(line.state)",
        ])
      }
    ).html
  }
}
