import Kernel
import Markup

/// One batch: what the trial run found, how columns are read, and letting the rows in.
struct ImportBatchPage {
  struct Problem {
    var row: Int
    var field: String
    var message: String
  }

  var batch: ImportBatch
  /// The first of them.
  var problems: [Problem]
  /// The first of them.
  var changes: [RowChange] = []
  var columns: ImportColumns
  var changeObstacles: [String]
  var enterObstacles: [String]
  var progress: (done: Int, total: Int?, note: String)?
  var input = FormInput()
  var seal: FormSeal

  static let rowsShown = 50

  private var isOpen: Bool { !batch.isWorking && batch.upload != nil }

  var html: HTML {
    """
    \(batch.kind.tabs)\(PageHead(
      batch.sourceName, line: "\(batch.askedBy), \(batch.askedAt.text). \(batch.state.label).",
      acts: [Button("Các đợt nhập", path: ImportPaths.list(batch.kind))]
    ).html)
    \(input.summary)
    \(verdict)
    \(batch.isWorking || (batch.state == .failed && batch.counts.rows == 0) ? .empty : facts)
    \(isOpen && batch.state == .checked ? entering : .empty)
    \(problems.isEmpty ? .empty : problemBlock)
    \(changes.isEmpty ? .empty : changeBlock)
    \(isOpen && !(batch.state == .failed && columns.columns.isEmpty) ? mapping : .empty)
    """
  }

  private var verdict: HTML {
    switch batch.state {
    case .checking, .entering:
      let shown = progress ?? (0, nil, "Đang chờ đến lượt")
      return """
        <section class="sheet-block" data-live="\(ImportPaths.progress(batch.kind))"><h2>\(batch.state.label)</h2>\
        \(ProgressLine(
          key: "batch-\(batch.id)", text: shown.note.isEmpty ? "Đang chờ đến lượt" : shown.note,
          value: shown.total == nil ? nil : shown.done, max: shown.total ?? 1
        ).html)<p class="hint">Có thể rời trang này; việc vẫn chạy.</p></section>
        """
    case .failed: return Notice(.refused, batch.trouble ?? "", word: "Không nhập được").html
    case .checked:
      guard batch.counts.rows > 0 || batch.kind == .organization else {
        return Notice(
          .caution, "Dưới dòng tên cột không có dòng nào để nhập. Kiểm tra lại tệp: dữ liệu phải ở tờ đầu tiên."
        ).html
      }
      return Notice(batch.counts.problems == 0 ? .changed : .caution, checkedSentence, word: "Đã kiểm tra").html
    case .done:
      switch batch.kind {
      case .documents:
        return Notice(
          .changed, "\(batch.counts.entered) văn bản của tệp này đã ở trong sổ.", path: "/so", pathLabel: "Mở sổ",
          word: "Đã nhập"
        ).html
      case .organization:
        let what = batch.tally.map(\.sentence) ?? ""
        return Notice(
          .changed, "\(what.prefix(1).uppercased())\(what.dropFirst()).", path: AdministrationTabs.structure.path,
          pathLabel: "Xem cơ cấu", word: "Đã nhập"
        ).html
      }
    }
  }

  private var checkedSentence: String {
    let counts = batch.counts
    switch batch.kind {
    case .documents:
      return "\(counts.rows) dòng: \(counts.good) nhập được, \(counts.problems) không nhập được. Chưa ghi gì vào sổ."
    case .organization:
      let tally = batch.tally ?? OrganizationTally()
      return "\(counts.rows) dòng: \(counts.good) có việc để nhập, \(tally.sameRows) không đổi gì,"
        + " \(counts.problems) không nhập được. Nhập thì \(tally.sentence). Chưa ghi gì."
    }
  }

  private var facts: HTML {
    if let tally = batch.tally { return OrganizationTallyPart(tally: tally, isDone: batch.state == .done).html }
    let counts = batch.counts
    return """
      <section class="sheet-block"><h2>Số liệu</h2>\(DefinitionList([
        .init("Số dòng", text: String(counts.rows)), .init("Nhập được", text: String(counts.good)),
        .init("Không nhập được", text: String(counts.problems)), .init("Giống văn bản khác", text: String(counts.duplicates)),
        .init("Đã ở trong sổ", text: String(counts.entered)), .init("Số đến", text: batch.settings.numbering.label),
      ]).html)</section>
      """
  }

  private var entering: HTML {
    let (name, counts, noun) = (ImportPaths.Name.self, batch.counts, batch.kind.rowNoun)
    guard counts.good > 0 || counts.duplicates > 0 else { return .empty }
    var fields: [Field] = []
    if counts.problems > 0 {
      fields.append(Field("Bỏ qua dòng lỗi, chỉ nhập các dòng đúng", name: name.skips, value: "", kind: .checkbox))
    }
    if counts.duplicates > 0 {
      fields.append(
        Field(
          "Vẫn nhập \(counts.duplicates) \(noun) giống nhau, lý do", name: name.reason,
          value: batch.settings.duplicateReason ?? "", hint: "Bỏ trống thì không nhập các \(noun) ấy.", lengthMax: 500))
    }
    let label = batch.kind == .documents ? "Nhập \(counts.good) văn bản vào sổ" : "Nhập \(counts.good) dòng"
    let button = Button(label, style: .primary, key: "ctrl+enter", obstacles: enterObstacles)
    return """
      <section class="sheet-block"><h2>Cho nhập</h2>\(ActForm(
        action: ImportPaths.entering(batch.id, batch.kind), seal: seal,
        content: "\(FieldGroup(fields: fields.map(input.filling)).html)<div class=\"acts\">\(button.html)</div>"
      ).html)</section>
      """
  }

  private var problemBlock: HTML {
    let table = DataTable(
      caption: "Các dòng không nhập được, \(problems.count) lỗi đầu",
      columns: [.init("Dòng", .figures), .init("Trường"), .init("Lý do", .long)],
      rows: problems.map { .init(cells: ["\($0.row)", "\($0.field)", "\($0.message)"]) }, walkable: false)
    return """
      <section class="sheet-block"><h2>Dòng không nhập được</h2>\
      <p><a href="\(ImportPaths.problems(batch.id, batch.kind))" download>Tải bảng lỗi (Excel)</a> có đủ các dòng, lý do và giá trị \
      gốc để sửa.</p>\(table.html)</section>
      """
  }

  private var changeBlock: HTML {
    let table = DataTable(
      caption: "Mục đã có được sửa, \(changes.count) dòng đầu",
      columns: [.init("Dòng", .figures), .init("Thay đổi", .long)],
      rows: changes.map { .init(cells: ["\($0.row)", "\($0.sentence)"]) }, walkable: false)
    return """
      <section class="sheet-block"><h2>\(batch.state == .done ? "Mục đã có, đã sửa" : "Mục đã có sẽ được sửa")</h2>\
      \(table.html)</section>
      """
  }

  private var mapping: HTML {
    let button = Button("Kiểm tra lại với các cột này", obstacles: changeObstacles)
    return """
      <section class="sheet-block"><h2>Cột của tệp</h2><p class="hint">Mỗi cột của tệp ghi vào trường nào.</p>\
      \(ActForm(
        action: ImportPaths.mapping(batch.id, batch.kind), seal: seal,
        content: "\(columns.html(filling: input))<div class=\"acts\">\(button.html)</div>"
      ).html)</section>
      """
  }
}
