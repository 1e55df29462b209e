import Kernel
import Markup

/// «Đề nghị sao»: the page of what is copied at the left, what is asked for at the right; for an extract the lines of
/// each page to choose from.
struct CopyAskingPage {
  /// One page of the document and its lines.
  struct Sheet {
    var page: Int
    var lines: [(value: String, text: String)]
  }

  /// A copy that was asked for before.
  struct Earlier {
    var line: String
    var path: String
    var state: StateMark
  }

  var title: String
  /// «Công văn 05/BNV-VP ngày 05/11/2026 của Bộ Nội vụ».
  var documentLine: String
  var documentPath: String
  /// Why it cannot be copied at all.
  var obstacles: [String]
  var forms: Tabs
  var files: Tabs?
  var form: CopyForm
  /// What the file itself says it is.
  var markLine: String?
  var asksVouching: Bool
  var viewer: PageViewer
  var sheets: [Sheet]
  var chosen: Set<String>
  var ways: [Field.Choice]
  var deciders: [Field.Choice]
  var earlier: [Earlier]
  var action: String
  var input: FormInput
  var seal: FormSeal

  static let keys: [KeyHint] = [
    KeyHint("ctrl+enter", "gửi đề nghị sao"), KeyHint("alt+pagedown", "trang sau"),
    KeyHint("alt+pageup", "trang trước"),
  ]

  var html: HTML {
    """
    \(PageHead(title, line: "<a href=\"\(documentPath)\">\(documentLine)</a>").html)\
    \(obstacles.isEmpty ? .empty : Notice(.refused, "Chưa sao được văn bản này.", reasons: obstacles).html)\
    \(forms.html)\(files?.html)<div class="columns copying"><div class="copying-page">\(viewer.html)</div>\
    <div>\(markLine.map { Notice(.caution, $0).html })\(input.summary)\(obstacles.isEmpty ? formPart : .empty)\(earlierPart)</div></div>
    """
  }

  private var formPart: HTML {
    let field = CopyField.self
    let vouching: HTML = .when(
      asksVouching,
      input.filling(
        Field("Đã xem: tệp này là bản sao y", name: field.vouchedCopy, kind: .checkbox, required: true)
      ).html)
    return ActForm(
      action: action, seal: seal,
      content: """
        <input type="hidden" name="\(field.form)" value="\(form.rawValue)">\(partsPart)\
        \(FieldGroup(fields: [
          input.filling(Field("Cách sao", name: field.way, kind: .select(ways), required: true)),
          input.filling(Field("Nơi nhận bản sao", name: field.recipients, kind: .area(rows: 4), hint: "Mỗi nơi một dòng, theo thứ tự in ở «Nơi nhận».", required: true)),
          input.filling(Field("Số lượng bản", name: field.amount, value: "1", kind: .number, required: true, width: .quarter)),
          input.filling(Field("Người quyết định, ký bản sao", name: field.decider, kind: .select(deciders), required: true)),
          input.filling(Field("Mục đích sao", name: field.purpose, kind: .area(rows: 2), lengthMax: DocumentCopyAccess.noteLengthMax)),
        ]).html)\(vouching)\
        <div class="acts is-sticky">\(Button("Gửi đề nghị sao", style: .primary, key: "ctrl+enter").html)\(Button("Thôi", path: documentPath).html)</div>
        """
    ).html
  }

  private var partsPart: HTML {
    guard form == .extractCopy else { return .empty }
    let reasons = (input.reasons[CopyField.parts] ?? []).map { "<ul class=\"reasons\"><li>\($0)</li></ul>" as HTML }
    return """
      <section class="copy-parts" aria-label="Phần trích sao"><p class="hint">Chọn cả trang, hoặc từng dòng. Những gì không chọn \
      không có trong tệp bản trích sao.</p>\(reasons)\(sheets.map(sheetPart))</section>
      """
  }

  private func sheetPart(_ sheet: Sheet) -> HTML {
    let isChosen = ([("\(sheet.page)", "")] + sheet.lines).contains { chosen.contains($0.0) }
    let lines: HTML =
      sheet.lines.isEmpty
      ? "<p class=\"hint\">Trang này không có chữ đọc được để chọn từng dòng; chỉ trích cả trang.</p>"
      : "\(sheet.lines.map { box($0.value, $0.text.isEmpty ? "<i>khoảng không có chữ</i>" : "\($0.text)") })"
    return """
      <details\(HTML.flag("open", isChosen || sheet.page == 1))><summary>Trang \(sheet.page)</summary>\
      \(Button("Xem trang \(sheet.page)", style: .quiet, path: "#trang-\(sheet.page)").html)<fieldset class="ticks copy-lines">\
      <legend class="for-ear">Trang \(sheet.page)</legend>\(box("\(sheet.page)", "<b>Cả trang \(sheet.page)</b>"))\(lines)</fieldset></details>
      """
  }

  private func box(_ value: String, _ label: HTML) -> HTML {
    """
    <label class="tick"><input type="checkbox" name="\(CopyField.parts)" value="\(value)"\
    \(HTML.flag("checked", chosen.contains(value)))> <span>\(label)</span></label>
    """
  }

  private var earlierPart: HTML {
    guard !earlier.isEmpty else { return .empty }
    let items = earlier.map { "<li><a href=\"\($0.path)\">\($0.line)</a> \($0.state.html)</li>" as HTML }
    return "<section class=\"sheet-block\"><h2>Đã sao văn bản này</h2><ul class=\"holders\">\(items)</ul></section>"
  }
}
