import Markup

/// The form at one place: filled in there, looked at by whoever asked.
struct SheetAnswerPage {
  struct Sending {
    /// «Lần 2, 10:15 06/11/2026, Nguyễn Văn An, 12 dòng».
    var label: String
    var path: String
    var isShown: Bool
  }

  var title: String
  /// «Theo văn bản», «của Tổng cục …».
  var documentLine: String
  var documentPath: String
  /// For whoever asked: back to all places.
  var collectionPath: String?
  var placeName: String
  var due: String
  var state: StateMark
  var hint: String
  /// Why it was given back.
  var returned: String?
  /// Why nothing can be filled in now, or by this reader.
  var closed: String?
  var table: SheetTable
  var rowsMax: Int
  var morePath: String?
  var isSentBefore = false
  var draftLine = ""
  var sendings: [Sending] = []
  var action = ""
  var filePath = ""
  var templatePath: String?
  var giveBack: Dialog?
  var input: FormInput
  var seal: FormSeal

  /// What the buttons do.
  enum Act: String {
    case save = "luu"
    case more = "them-dong"
    case send = "gui"
  }

  var keys: [KeyHint] { table.isEditable ? [KeyHint("ctrl+enter", "gửi số liệu")] : [] }

  var html: HTML {
    let line: HTML = """
      \(placeName), theo văn bản <a href="\(documentPath)">\(documentLine)</a>, hạn \(due) \(state.html)
      """
    let back: [HTML] = collectionPath.map { [Button("Về bảng tổng hợp", path: $0).html] } ?? []
    return """
      \(PageHead(title, line: line, actMarkup: back + [giveBack?.html(opener: "Trả lại để sửa")].compactMap(\.self)).html)
      \(returned.map { Notice(.caution, "Nơi thu trả lại để sửa. Lý do: \($0)").html })\(closed.map { Notice(.caution, $0).html })
      \(input.summary)\(HTML.when(!hint.isEmpty, "<p class=\"hint\">\(hint)</p>"))
      \(table.isEditable ? form : shown)\(fileBlock)\(sendingList)
      """
  }

  private var shown: HTML {
    "<section class=\"sheet-block\"><h2>Số liệu</h2>\(table.rows.isEmpty ? "<p>Không có dòng số liệu nào.</p>" : table.html)</section>"
  }

  private var form: HTML {
    let more: HTML = .when(
      morePath != nil,
      Button("Thêm dòng", name: SheetFormField.act, value: Act.more.rawValue, skipsChecks: true).html)
    let nothing: HTML = .when(
      table.isMany,
      input.filling(
        Field("Không phát sinh số liệu", name: SheetFormField.nothing, kind: .checkbox)
      ).html)
    return ActForm(
      action: action, seal: seal,
      content: """
        \(HTML.when(!draftLine.isEmpty, "<p class=\"hint\">\(draftLine)</p>"))
        <input type="hidden" name="\(SheetFormField.rowCount)" value="\(table.rows.count)">\(table.html)
        \(HTML.when(table.isMany, "<p class=\"hint\">Nhiều nhất \(rowsMax) dòng; dòng để trống được bỏ qua. Dấu * là phải nhập.</p>"))\(nothing)
        <div class="acts is-sticky">\(Button(
          isSentBefore ? "Gửi lại" : "Gửi số liệu", style: .primary, name: SheetFormField.act, value: Act.send.rawValue,
          key: "ctrl+enter", skipsChecks: true).html)\(Button(
            "Lưu nháp", name: SheetFormField.act, value: Act.save.rawValue, skipsChecks: true).html)\(more)</div>
        """
    ).html
  }

  private var fileBlock: HTML {
    guard let templatePath else { return .empty }
    let field = input.filling(
      Field(
        "Tệp đã điền", name: SheetFormField.file, kind: .file(accept: ".xlsx", multiple: false),
        hint: "Tệp đúng hết thì thay số liệu đang điền ở trên; có chỗ sai thì chỉ ra từng ô và giữ nguyên số liệu cũ."))
    return """
      <section class="sheet-block"><h2>Điền bằng Excel</h2>\
      <p>\(Button("Tải tệp mẫu (.xlsx)", path: templatePath).html)</p>\
      \(ActForm(action: filePath, seal: seal, carriesFiles: true, content: """
        \(field.html)<div class="acts">\(Button("Đọc tệp").html)</div>
        """).html)</section>
      """
  }

  private var sendingList: HTML {
    guard !sendings.isEmpty else { return .empty }
    let items = sendings.map { sending -> HTML in
      sending.isShown
        ? "<li aria-current=\"true\">\(sending.label)</li>"
        : "<li><a href=\"\(sending.path)\">\(sending.label)</a></li>"
    }
    return "<section class=\"sheet-block\"><h2>Các lần gửi</h2><ul class=\"holders\">\(items)</ul></section>"
  }
}
