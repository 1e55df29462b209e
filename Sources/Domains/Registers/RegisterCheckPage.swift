import Markup

/// Kiểm sổ: the count, first and last number, cancelled ones with reasons, and that no number is missing.
struct RegisterCheckPage {
  struct Cancelled {
    var number: Int
    var day: String
    var actor: String
    var reason: String
  }

  /// A run of numbers that no line explains. There should be none, ever.
  struct Hole {
    var first: Int
    var last: Int
  }

  /// Numbers that the data of an old book does not have.
  struct Gap {
    var first: Int
    var last: Int
    var reason: String
    var day: String
    var actor: String
  }

  /// A number that is kept free for a document still to come.
  struct Reserved {
    var code: String
    var day: String
    var owner: String
    var reason: String
    var expires: String
  }

  static let gapsMax = 200

  var kind = RegisterKind.incoming
  var bookTitle: String
  var year: Int
  var bookPath: String
  /// The minute of the check (biên bản kiểm sổ) as PDF.
  var minutePath: String
  var firstNumber: Int?
  var lastNumber: Int?
  /// Lines in the System, cancelled ones included.
  var lineCount: Int
  /// «1–1247 ở sổ giấy, mở sổ ngày 01/07/2026, lý do: …».
  var paperRangeLine: String?
  /// Of the lines, those that came from an old book.
  var importedCount = 0
  /// Numbers in all gaps together.
  var gapCount = 0
  /// The first of them.
  var gaps: [Gap] = []
  var reserved: [Reserved] = []
  var cancelled: [Cancelled]
  var holes: [Hole]
  /// `HH:mm dd/MM/yyyy` of this check.
  var checkedAt: String
  /// «Sổ đang mở» or «Đã khóa sổ 17:30 31/12/2026».
  var stateLine: String
  /// POST: close the old year's book; nil when it cannot be closed now.
  var closePath: String?
  var closeObstacles: [String] = []
  var seal: FormSeal

  static let keys = [KeyHint("i", "in biên bản kiểm sổ")]

  var html: HTML {
    """
    \(PageHead("Kiểm sổ", line: "\(bookTitle), năm \(year). Kiểm lúc \(checkedAt).", acts: acts).html)
    \(verdict)
    <div class="columns"><section class="sheet-block"><h2>Số liệu</h2>\(facts.html)</section>\(closing)</div>
    \(gaps.isEmpty ? .empty : gapBlock)\(reserved.isEmpty ? .empty : reservedBlock)
    <section class=\"sheet-block\"><h2>Số đã hủy</h2>\(cancelled.isEmpty ? "<p class=\"hint\">Không có số nào bị hủy.</p>" : cancelledTable.html)</section>
    """
  }

  private var acts: [Button] {
    [Button("In biên bản kiểm sổ", style: .primary, path: minutePath, key: "i"), Button("Về sổ", path: bookPath)]
  }

  private var verdict: HTML {
    guard let firstNumber, let lastNumber else {
      return Notice(.caution, "Sổ chưa có số nào nên chưa có gì để kiểm.").html
    }
    guard holes.isEmpty else {
      let runs = holes.map { $0.first == $0.last ? "Số \($0.first)" : "Từ số \($0.first) đến số \($0.last)" }
      return Notice(
        .refused, "Thiếu số không có giải trình. Báo ngay quản trị hệ thống, không vào sổ tiếp cho đến khi rõ.",
        reasons: runs, word: "Sổ không đủ số"
      ).html
    }
    let finding =
      gapCount == 0
      ? "đủ \(lineCount) số, không thiếu, không trùng."
      : "\(lineCount) số, không trùng; \(gapCount) số không có trong dữ liệu nhập từ sổ cũ, ngoài ra không thiếu."
    return Notice(
      .changed, "Từ số \(firstNumber) đến số \(lastNumber): \(finding)",
      word: gapCount == 0 ? "Sổ đủ số" : "Không mất số"
    ).html
  }

  private var facts: DefinitionList {
    DefinitionList([
      .init("Số đầu", text: firstNumber.map(String.init)), .init("Số cuối", text: lastNumber.map(String.init)),
      .init("Số dòng trong sổ", text: String(lineCount)), .init("Trong đó đã hủy", text: String(cancelled.count)),
      .init("Trong đó nhập từ sổ cũ", text: importedCount > 0 ? String(importedCount) : nil),
      .init("Sổ giấy", text: paperRangeLine), .init("Tình trạng", text: stateLine),
    ])
  }

  private var closing: HTML {
    guard closePath != nil || !closeObstacles.isEmpty else { return .empty }
    let button = Button("Khóa sổ năm \(year)", obstacles: closeObstacles)
    let stillTaken = kind == .incoming ? "Sổ năm cũ còn nhận văn bản đến trước 24:00 ngày 31/12. " : ""
    return """
      <section class="sheet-block"><h2>Khóa sổ</h2><p class="hint">\(stillTaken)\
      Khóa rồi không vào thêm được.</p>\(ActForm(action: closePath ?? "", seal: seal, button: button).html)</section>
      """
  }

  private var gapBlock: HTML {
    let table = DataTable(
      caption: "Số không có trong dữ liệu nhập từ sổ cũ",
      columns: [.init("Số", .figures), .init("Ngày nhập", .figures), .init("Người nhập"), .init("Lý do", .long)],
      rows: gaps.map { gap in
        let numbers = gap.first == gap.last ? "\(gap.first)" : "\(gap.first)–\(gap.last)"
        return .init(cells: ["<b>\(numbers)</b>", "\(gap.day)", "\(gap.actor)", "\(gap.reason)"])
      }, walkable: false)
    return """
      <section class="sheet-block"><h2>Chỗ khuyết của sổ cũ</h2><p class="hint">Các số này không có trong dữ liệu khi nhập \
      sổ cũ; không phải số do hệ thống làm mất. Nhập bổ sung thì chỗ khuyết tự hết.</p>\(table.html)</section>
      """
  }

  private var reservedBlock: HTML {
    let table = DataTable(
      caption: "Số đang giữ",
      columns: [
        .init("Số, ký hiệu"), .init("Ngày giữ", .figures), .init("Giữ cho"), .init("Đến hết", .figures),
        .init("Lý do", .long),
      ],
      rows: reserved.map {
        .init(cells: [
          "<b class=\"code\">\($0.code)</b>", "\($0.day)", "\($0.owner)", "\($0.expires)", "\($0.reason)",
        ])
      }, walkable: false)
    return """
      <section class="sheet-block"><h2>Số đang giữ</h2><p class="hint">Đã có dòng trong sổ, chưa có văn bản. Sổ khóa được khi \
      không còn số nào đang giữ.</p>\(table.html)</section>
      """
  }

  private var cancelledTable: DataTable {
    DataTable(
      caption: "Số đã hủy và lý do",
      columns: [.init("Số", .figures), .init("Ngày hủy", .figures), .init("Người hủy"), .init("Lý do", .long)],
      rows: cancelled.map { .init(cells: ["<b>\($0.number)</b>", "\($0.day)", "\($0.actor)", "\($0.reason)"]) },
      walkable: false)
  }
}
