import Markup

/// Making the form that is sent out to be filled, or changing it while nobody has begun.
struct CollectionFormPage {
  static let title = "Biểu thu báo cáo"

  var heading: String
  var documentLine: String
  var documentPath: String
  /// «Thứ Sáu, 20/11/2026»; nil when the document names no day and one is asked for.
  var due: String?
  var columnCount: Int
  /// Forms of before that may be taken over.
  var earlier: [Field.Choice] = []
  var preview: SheetTable?
  var previewHint = ""
  var obstacle: String?
  var action: String
  var input: FormInput
  var seal: FormSeal

  /// What the buttons do.
  enum Act: String {
    case addColumns = "them-cot"
    case preview = "xem"
    case readFile = "doc-tep"
    case save = "luu"
  }

  static let keys = [KeyHint("ctrl+enter", "lưu biểu")]

  var html: HTML {
    let line: HTML =
      "Hỏi bằng văn bản <a href=\"\(documentPath)\">\(documentLine)</a>\(due.map { ", hạn \($0)" } ?? "")"
    let head = PageHead(heading, line: line).html
    if let obstacle { return "\(head)\(Notice(.caution, obstacle, path: documentPath, pathLabel: "Mở văn bản").html)" }
    return """
      \(head)\(reuse)\(input.summary)\(previewBlock)
      \(ActForm(action: action, seal: seal, carriesFiles: true, content: """
        <input type="hidden" name="\(SheetFormField.columnCount)" value="\(columnCount)">\(FieldGroup(fields: top.map(input.filling)).html)\((0..<columnCount).map(column))
        <div class="acts">\(Button(
          "Thêm cột", name: SheetFormField.act, value: Act.addColumns.rawValue, skipsChecks: true).html)</div>
        \(fileBlock)
        <div class="acts is-sticky">\(Button(
          "Lưu biểu", style: .primary, name: SheetFormField.act, value: Act.save.rawValue, key: "ctrl+enter",
          skipsChecks: true).html)\(Button(
            "Xem trước", name: SheetFormField.act, value: Act.preview.rawValue, skipsChecks: true).html)</div>
        """).html)
      """
  }

  private var top: [Field] {
    let name = SheetFormField.self
    var fields = [
      Field("Tên biểu", name: name.title, required: true, lengthMax: SheetForm.titleLengthMax),
      Field(
        "Hướng dẫn điền", name: name.hint, kind: .area(rows: 3), hint: "Nơi được hỏi thấy ngay trên biểu.",
        lengthMax: SheetForm.hintLengthMax),
      Field(
        "Mỗi nơi điền nhiều nhất (dòng)", name: name.rowsMax, value: "1", kind: .number,
        hint: "1: mỗi nơi một dòng. Nhiều hơn: bảng nhiều dòng, tối đa \(SheetForm.mostRows).", required: true,
        width: .half),
    ]
    if due == nil {
      fields.append(
        Field(
          "Hạn gửi số liệu", name: name.dueOn, kind: .day,
          hint: "Văn bản chưa ghi hạn trả lời: hạn này ghi vào văn bản.",
          required: true, width: .half))
    }
    return fields
  }

  private func column(_ index: Int) -> HTML {
    func name(_ part: SheetFormField.ColumnPart) -> String { SheetFormField.column(part, index) }
    let fields = [
      Field("Tên cột", name: name(.title), lengthMax: SheetForm.columnTitleLengthMax, width: .half),
      Field(
        "Loại", name: name(.kind), value: SheetColumn.Kind.text.rawValue,
        kind: .select(SheetColumn.Kind.allCases.map { .init($0.rawValue, $0.label) }), width: .quarter),
      Field("Đơn vị tính", name: name(.unit), lengthMax: 30, width: .quarter),
      Field("Nhỏ nhất", name: name(.least), hint: "Của cột số, cột ngày.", width: .quarter),
      Field("Lớn nhất", name: name(.most), width: .quarter),
      Field(
        "Lựa chọn", name: name(.choices), hint: "Của cột chọn trong danh sách, cách nhau bằng dấu ;", width: .half),
      Field("Bắt buộc nhập", name: name(.required), kind: .checkbox, width: .half),
    ]
    return FieldGroup("Cột \(index + 1)", fields.map { input.filling($0).html }).html
  }

  private var fileBlock: HTML {
    let field = input.filling(
      Field(
        "Lập cột từ tệp Excel", name: SheetFormField.file, kind: .file(accept: ".xlsx", multiple: false),
        hint: "Dòng đầu của trang tính là tên cột. Các cột đang nhập ở trên được thay bằng cột của tệp."))
    return """
      <details class="folded"\(HTML.flag("open", !field.reasons.isEmpty))><summary>Lấy cột từ tệp Excel</summary>\
      \(field.html)<div class="acts">\(Button(
        "Đọc tệp", name: SheetFormField.act, value: Act.readFile.rawValue, skipsChecks: true).html)</div></details>
      """
  }

  private var reuse: HTML {
    guard !earlier.isEmpty else { return .empty }
    let field = Field(
      "Dùng lại biểu đã có", name: SheetFormField.earlier, kind: .select([.init("", "Chọn biểu")] + earlier),
      width: .half)
    return """
      <section class="sheet-block"><form method="get" action="\(action)" class="act">\(FieldGroup(fields: [field]).html)\
      <div class="acts">\(Button("Dùng lại").html)</div></form></section>
      """
  }

  private var previewBlock: HTML {
    guard let preview else { return .empty }
    return """
      <section class="sheet-block" id="xem-truoc"><h2>Nơi được hỏi sẽ thấy</h2>\
      \(HTML.when(!previewHint.isEmpty, "<p class=\"hint\">\(previewHint)</p>"))<div inert>\(preview.html)</div></section>
      """
  }
}
