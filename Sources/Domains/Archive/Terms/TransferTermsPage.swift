import Markup

/// Within which time dossiers of the agency go to the archive (HS-06, LT-06).
struct TransferTermsPage {
  /// One of the terms as its form asks for it.
  struct Term {
    var label: String
    var name: String
    var value: String
    var hint: String
  }

  var terms: [Term]
  /// Who set them, when; nil while the law's own hold.
  var setBy: String?
  var action: String
  var backPath: String?
  /// The reader administers too, and sees the other parts of «Quản trị».
  var isAdministrator = false
  var input: FormInput
  var seal: FormSeal

  static let title = "Thời hạn nộp lưu"
  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "lưu")]

  var html: HTML {
    let fields = terms.map {
      input.filling(
        Field($0.label, name: $0.name, value: $0.value, kind: .number, hint: $0.hint, required: true, width: .half))
    }
    let line: HTML =
      "Tính từ ngày kết thúc công việc. Đặt lại thì hạn của hồ sơ chưa nộp đổi theo; hồ sơ được giữ lại thì không."
    let back = backPath.map { [Button("Về lưu trữ", path: $0)] } ?? []
    return """
      \(HTML.when(isAdministrator, AdministrationTabs.html(current: .archiving)))\(PageHead(Self.title, line: line, acts: back).html)\
      \(input.summary)\(HTML.when(setBy != nil, "<p class=\"hint\">\(setBy ?? "")</p>"))\
      \(ActForm(action: action, seal: seal, content: """
        \(FieldGroup(fields: fields).html)<div class="acts is-sticky">\(Button("Lưu thời hạn", style: .primary, key: "ctrl+enter").html)</div>
        """).html)
      """
  }
}
