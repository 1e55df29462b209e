import Markup

/// The paper part of a dossier: where it lies, where it lay, who borrowed it, and asking for it.
struct PaperPage {
  struct Move {
    var time: String
    var from: String
    var to: String
    var reason: String
    var by: String
  }

  var dossierName: String
  var dossierPath: String
  var place: HTML
  var facts: [DefinitionList.Entry]
  var caution: HTML = .empty
  var acts: [Button] = []
  var moves: [Move]
  var loans: [LoanListPage.Row]
  var forms: HTML
  var refusal: HTML = .empty

  static let title = "Bản giấy của hồ sơ"
  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "gửi đề nghị mượn")]

  var html: HTML {
    """
    \(PageHead(Self.title, line: "<a href=\"\(dossierPath)\">\(dossierName)</a>", acts: acts).html)\(refusal)\(caution)\
    \(DefinitionList([.init("Đang để ở", place)] + facts).html)\(forms)\(lent)\(story)
    """
  }

  private var lent: HTML {
    guard !loans.isEmpty else { return .empty }
    return "<section><h2>Các lần mượn</h2>\(LoanListPage.table(loans, "Các lần mượn"))</section>"
  }

  private var story: HTML {
    guard !moves.isEmpty else { return .empty }
    let table = DataTable(
      caption: "Bản giấy đã qua những đâu",
      columns: [
        .init("Lúc", .figures), .init("Từ"), .init("Đến", .long), .init("Lý do"), .init("Người làm"),
      ],
      rows: moves.map { .init(cells: ["\($0.time)", "\($0.from)", "\($0.to)", "\($0.reason)", "\($0.by)"]) },
      walkable: false)
    return "<section><h2>Bản giấy đã qua những đâu</h2>\(table.html)</section>"
  }
}
