import Markup

/// Tables of retention that the agency has, the one in force first.
struct RetentionSchedulesPage {
  struct Line {
    var path: String
    var name: String
    var issuer: String
    var effective: String
    var rules: String
    var state: StateMark
  }

  var lines: [Line]
  var mayKeep: Bool

  static let title = "Bảng thời hạn lưu trữ"
  static let keys: [KeyHint] = [KeyHint("v", "nhập bảng thời hạn")] + .list

  private var new: Button { Button("Nhập từ tệp Excel", style: .primary, path: RetentionPaths.new, key: "v") }

  var html: HTML {
    let line: HTML =
      "Khi thêm hồ sơ vào danh mục, thời hạn được gợi ý theo bảng đang áp dụng: bảng có hiệu lực gần nhất."
    return """
      \(DossierTabs.html(current: .retention))\(PageHead(Self.title, line: line, acts: mayKeep ? [new] : []).html)\
      \(lines.isEmpty ? empty : table)
      """
  }

  private var empty: HTML {
    EmptyState(
      "Chưa có bảng thời hạn nào",
      "Nhập bảng của bộ, ngành hoặc của cơ quan từ tệp Excel: mỗi dòng một loại hồ sơ và thời hạn.",
      act: mayKeep ? new : nil
    ).html
  }

  private var table: HTML {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Tên bảng", .long), .init("Cơ quan, văn bản ban hành"), .init("Hiệu lực từ", .figures),
        .init("Số dòng", .figures), .init("Tình trạng"),
      ],
      rows: lines.map { line in
        .init(
          cells: [
            "<a href=\"\(line.path)\" data-open>\(line.name)</a>", "\(line.issuer)", "\(line.effective)",
            "\(line.rules)", line.state.html,
          ])
      }
    ).html
  }
}
