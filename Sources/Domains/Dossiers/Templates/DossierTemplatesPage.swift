import Markup

/// Templates of dossiers that the agency and its units have, those in use first.
struct DossierTemplatesPage {
  struct Line {
    var path: String
    var name: String
    var use: String
    var owner: String
    var retention: String
    /// «5 thành phần, 3 bắt buộc».
    var contents: String
    var openingPath: String?
    var isInUse: Bool
  }

  static let title = "Mẫu hồ sơ"
  static let keys: [KeyHint] = [KeyHint("v", "lập mẫu hồ sơ")] + .list

  var lines: [Line]
  var mayMake: Bool

  private var new: Button { Button("Lập mẫu hồ sơ", style: .primary, path: DossierTemplatePaths.new, key: "v") }

  var html: HTML {
    let line: HTML =
      "Mỗi mẫu nói hồ sơ của một loại việc cần có những gì. Mở hồ sơ theo mẫu thì trang hồ sơ nhắc còn thiếu gì."
    return """
      \(DossierTabs.html(current: .templates))\(PageHead(Self.title, line: line, acts: mayMake ? [new] : []).html)\
      \(lines.isEmpty ? empty : table)
      """
  }

  private var empty: HTML {
    EmptyState(
      "Chưa có mẫu hồ sơ nào",
      "Lập một mẫu cho loại việc lặp lại, ví dụ thẩm định đề án: tờ trình, biên bản họp, quyết định phê duyệt.",
      act: mayMake ? new : nil
    ).html
  }

  private var table: HTML {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Tên mẫu", .long), .init("Dùng khi"), .init("Của"), .init("Bảo quản"), .init("Thành phần"),
        .init("Việc", .narrow, labelHidden: true),
      ],
      rows: lines.map { line in
        let opening: HTML = line.openingPath.map { Button("Mở hồ sơ", style: .quiet, path: $0).html } ?? .empty
        let state: HTML = .when(!line.isInUse, " \(StateMark("Ngừng dùng").html)")
        return .init(
          cells: [
            "<a href=\"\(line.path)\" data-open>\(line.name)</a>\(state)", "\(line.use)", "\(line.owner)",
            "\(line.retention)", "\(line.contents)", opening,
          ], isStruck: !line.isInUse)
      }
    ).html
  }
}
