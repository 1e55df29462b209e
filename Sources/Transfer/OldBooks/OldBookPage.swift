import Kernel
import Markup

/// One batch: what the trial run found, how columns are read, and letting the rows in.
struct OldBookPage {
  struct Problem {
    var row: Int
    var field: String
    var message: String
  }

  struct Column {
    var head: String
    /// Chosen field; empty when the column is left out.
    var field: String
  }

  var batch: ImportBatch
  /// The first of them.
  var problems: [Problem]
  var columns: [Column]
  var choices: [Field.Choice]
  /// Fields that may get a value for rows that have none: name, label, value.
  var fallbacks: [(name: String, label: String, value: String)]
  var changeObstacles: [String]
  var enterObstacles: [String]
  var progress: (done: Int, total: Int?, note: String)?
  var input = FormInput()
  var seal: FormSeal

  static let problemsShown = 50

  var isWorking: Bool { batch.state == .checking || batch.state == .entering }

  var html: HTML {
    """
    \(PageHead(
      batch.sourceName, line: "\(batch.askedBy), \(batch.askedAt.text). \(batch.state.label).",
      acts: [Button("Các đợt nhập", path: OldBookPaths.list)]
    ).html)
    \(input.summary)
    \(verdict)
    \(isWorking || (batch.state == .failed && batch.counts.rows == 0) ? .empty : facts)
    \(isWorking || batch.upload == nil || batch.state == .failed ? .empty : entering)
    \(problems.isEmpty ? .empty : problemBlock)
    \(isWorking || batch.upload == nil || (batch.state == .failed && columns.isEmpty) ? .empty : mapping)
    """
  }

  private var verdict: HTML {
    switch batch.state {
    case .checking, .entering:
      let shown = progress ?? (0, nil, "Đang chờ đến lượt")
      return """
        <section class="sheet-block" data-live="\(OldBookPaths.progress)"><h2>\(batch.state.label)</h2>\
        \(ProgressLine(
          key: "batch-\(batch.id)", text: shown.note.isEmpty ? "Đang chờ đến lượt" : shown.note,
          value: shown.total == nil ? nil : shown.done, max: shown.total ?? 1
        ).html)<p class="hint">Có thể rời trang này; việc vẫn chạy.</p></section>
        """
    case .failed: return Notice(.refused, batch.trouble ?? "", word: "Không nhập được").html
    case .checked:
      let counts = batch.counts
      guard counts.rows > 0 else {
        return Notice(
          .caution, "Dưới dòng tên cột không có dòng nào để nhập. Kiểm tra lại tệp: dữ liệu phải ở tờ đầu tiên."
        ).html
      }
      return Notice(
        counts.problems == 0 ? .changed : .caution,
        "\(counts.rows) dòng: \(counts.good) nhập được, \(counts.problems) không nhập được. Chưa ghi gì vào sổ.",
        word: "Đã kiểm tra"
      ).html
    case .done:
      return Notice(
        .changed, "\(batch.counts.entered) văn bản của tệp này đã ở trong sổ.", path: "/so", pathLabel: "Mở sổ",
        word: "Đã nhập"
      ).html
    }
  }

  private var facts: HTML {
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
    let name = OldBookPaths.Name.self
    let counts = batch.counts
    var fields: [Field] = []
    if counts.problems > 0 {
      fields.append(
        Field(
          "Bỏ qua dòng lỗi, chỉ nhập các dòng đúng", name: name.skips, value: "",
          kind: .checkbox))
    }
    if counts.duplicates > 0 {
      fields.append(
        Field(
          "Vẫn nhập \(counts.duplicates) văn bản giống nhau, lý do", name: name.reason,
          value: batch.settings.duplicateReason ?? "",
          hint: "Bỏ trống thì không nhập các văn bản ấy.", lengthMax: 500))
    }
    let button = Button(
      "Nhập \(counts.good) văn bản vào sổ", style: .primary, key: "ctrl+enter", obstacles: enterObstacles)
    guard counts.good > 0 || counts.duplicates > 0 else { return .empty }
    return """
      <section class="sheet-block"><h2>Cho nhập</h2>\(ActForm(
        action: OldBookPaths.entering(batch.id), seal: seal,
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
      <p><a href="\(OldBookPaths.problems(batch.id))" download>Tải bảng lỗi (Excel)</a> có đủ các dòng, lý do và giá trị gốc \
      để sửa.</p>\(table.html)</section>
      """
  }

  private var mapping: HTML {
    let name = OldBookPaths.Name.self
    let columnFields = columns.enumerated().map { index, column in
      Field(
        column.head, name: name.column(index), value: column.field,
        kind: .select(choices), width: .third)
    }
    let fallbackFields = fallbacks.map { fallback in
      Field(
        "\(fallback.label) khi dòng bỏ trống", name: name.fallback(fallback.name),
        value: fallback.value, lengthMax: 200, width: .half)
    }
    let numbering = Field(
      "Số đến", name: name.numbering, value: batch.settings.numbering.rawValue,
      kind: .select(OldBookSettings.Numbering.allCases.map { Field.Choice($0.rawValue, $0.label) }), width: .half)
    return """
      <section class="sheet-block"><h2>Cột của tệp</h2><p class="hint">Mỗi cột của tệp ghi vào trường nào của sổ.</p>\
      \(ActForm(
        action: OldBookPaths.mapping(batch.id), seal: seal,
        content: """
          \(FieldGroup(fields: columnFields.map(input.filling)).html)\(FieldGroup(fields: (fallbackFields + [numbering]).map(input.filling)).html)\
          <div class="acts">\(Button("Kiểm tra lại với các cột này", obstacles: changeObstacles).html)</div>
          """
      ).html)</section>
      """
  }
}
