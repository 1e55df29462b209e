import Kernel
import Markup

/// Luồng trình: the way that drafts of each type usually go.
struct UsualWaysPage {
  struct Line {
    var type: String
    var content: String
    var coordinating: String
    var form: String
    var review: String
    var laidBy: String
    var version: Int
    var endPath: String
  }

  var lines: [Line]
  var mayKeep: Bool
  /// The reader administers too, and sees the other parts of «Quản trị».
  var isAdministrator = false
  var seal: FormSeal

  static let title = "Luồng trình"
  static let keys: [KeyHint] = [KeyHint("v", "đặt luồng trình")]

  private static let explanation: HTML =
    "Luồng điền sẵn khi trình dự thảo; người soạn thảo đổi được. Loại không có dòng riêng theo dòng «Các loại khác», không có nữa thì: lãnh đạo đơn vị, chánh văn phòng, người ký."

  private var new: Button { Button("Đặt luồng trình", style: .primary, path: DraftPaths.newUsualWay, key: "v") }

  var html: HTML {
    """
    \(HTML.when(isAdministrator, AdministrationTabs.html(current: .ways)))\(PageHead(Self.title, line: Self.explanation, acts: (mayKeep ? [new] : []) + [Button("Về dự thảo", path: DraftPaths.list)]).html)\
    \(lines.isEmpty ? empty : table)
    """
  }

  private var empty: HTML {
    EmptyState(
      "Chưa đặt luồng trình nào", "Mọi dự thảo điền sẵn: lãnh đạo đơn vị soạn thảo, chánh văn phòng, người ký.",
      act: mayKeep ? new : nil
    ).html
  }

  private var table: HTML {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Loại văn bản"), .init("Kiểm tra nội dung"), .init("Phối hợp"), .init("Kiểm tra thể thức"),
        .init("Xem xét"), .init("Người đặt"), .init("Việc", .narrow, labelHidden: true),
      ],
      rows: lines.map { line in
        let end: HTML =
          mayKeep
          ? ActForm(action: line.endPath, seal: seal.at(version: line.version), button: Button("Bỏ", style: .quiet))
            .html
          : .empty
        return .init(
          cells: [
            "\(line.type)", "\(line.content)", "\(line.coordinating)", "\(line.form)", "\(line.review)",
            "\(line.laidBy)", end,
          ])
      }, walkable: false
    ).html
  }
}
