import Markup

/// Đã trả nơi gửi: every paper that went back, newest first.
struct ReturnedPapersPage {
  struct Line {
    var at: String
    var by: String
    var sender: String
    var codeText: String
    var subject: String
    var reason: String
    var way: String
    var condition: String
    var slipPath: String
    var filePath: String?
    /// The document whose number was cancelled.
    var documentPath: String?
  }

  var lines: [Line]
  var pager: Pager
  /// Notes a paper that was never scanned; nil for whoever may not.
  var newPath: String?

  static let title = "Đã trả nơi gửi"
  static let keys: [KeyHint] = .list + [KeyHint("v", "ghi văn bản giấy trả lại")]

  var html: HTML {
    let acts = newPath.map { [Button("Ghi văn bản giấy trả lại", style: .primary, path: $0, key: "v")] } ?? []
    return """
      \(PageHead(Self.title, line: "Văn bản gửi nhầm hoặc không hợp lệ, không dùng số đến.", acts: acts).html)
      \(lines.isEmpty ? empty : table.html)\(pager.html)
      """
  }

  private var empty: HTML {
    EmptyState("Chưa trả văn bản nào", "Ở «Vào sổ» một tệp đang chờ, bấm «Trả nơi gửi» thay vì cấp số.").html
  }

  private var table: DataTable {
    DataTable(
      caption: "Văn bản đã trả nơi gửi, mới nhất lên đầu",
      columns: [
        .init("Trả lúc", .figures), .init("Nơi gửi"), .init("Số, ký hiệu"), .init("Trích yếu, lý do", .long),
        .init("Cách trả"), .init("Việc", .narrow, labelHidden: true),
      ], rows: lines.map(row))
  }

  private func row(_ line: Line) -> DataTable.Row {
    let condition: HTML = .when(!line.condition.isEmpty, "<small>\(line.condition)</small>")
    let file: HTML = line.filePath.map { "<a href=\"\($0)\" download>Tải tệp</a>" } ?? .empty
    let document: HTML = line.documentPath.map { "<a href=\"\($0)\">Mở văn bản</a>" } ?? .empty
    let subject: HTML = .when(!line.subject.isEmpty, "<span class=\"subject\">\(line.subject)</span>")
    return DataTable.Row(cells: [
      "\(line.at)<small>\(line.by)</small>", "\(line.sender)", "<span class=\"code\">\(line.codeText)</span>",
      "\(subject)<small>Lý do: \(line.reason)</small>\(condition)", "\(line.way)",
      "<a href=\"\(line.slipPath)\" data-open>Phiếu trả</a> \(file) \(document)",
    ])
  }
}
