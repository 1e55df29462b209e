import Markup

/// Sổ nội bộ: which units keep numbers of their own, switched on and off by the agency.
struct UnitBooksPage {
  struct Line {
    var unit: String
    /// «đang dùng từ 05/11/2026», «không dùng».
    var state: String
    var isOn: Bool
    /// The book; nil when there never was one, or for whoever may not read it.
    var bookPath: String?
    /// Switches it; nil for whoever may not.
    var switchPath: String?
  }

  var lines: [Line]
  var seal: FormSeal

  static let title = "Sổ nội bộ của đơn vị"
  static let switchName = "bat"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Số riêng của đơn vị cho văn bản được giao, bắt đầu từ 1 mỗi năm. Không thay số đến của cơ quan.").html)\
    \(lines.isEmpty ? empty : table)
    """
  }

  private var empty: HTML {
    EmptyState("Không có sổ nội bộ nào", "Lãnh đạo, chánh văn phòng hoặc quản trị của cơ quan bật sổ cho đơn vị cần.")
      .html
  }

  private var table: HTML {
    DataTable(
      caption: "Sổ nội bộ theo đơn vị",
      columns: [.init("Đơn vị", .long), .init("Tình trạng"), .init("Việc", .narrow, labelHidden: true)],
      rows: lines.map { line in
        let name: HTML = line.bookPath.map { "<a href=\"\($0)\" data-open>\(line.unit)</a>" } ?? "\(line.unit)"
        let act: HTML =
          line.switchPath.map { path in
            ActForm(
              action: path, seal: seal,
              button: Button(
                line.isOn ? "Tắt sổ" : "Bật sổ", style: .quiet, name: Self.switchName, value: line.isOn ? "" : "1")
            ).html
          } ?? .empty
        return .init(cells: [name, "\(line.state)", act])
      }
    ).html
  }
}
