import Kernel
import Markup

/// One act on a draft as a screen: what it is about, its first page, and the form.
struct DraftActPage {
  var title: String
  /// What the act does and does not do.
  var explanation: String
  /// «Công văn, Vụ Khoáng sản soạn»; empty for a draft that is still to be.
  var line = ""
  var subject = ""
  /// Where leaving leads.
  var backPath: String
  var pagePath: String?
  /// What to know first, such as who says otherwise.
  var caution: HTML = .empty
  var action: String
  /// Hidden fields of the form.
  var hidden: [(name: String, value: String)] = []
  var fields: [Field] = []
  /// Fields under the first ones.
  var lastFields: [Field] = []
  var label: String
  /// Everything that stands in the way; the button is then disabled.
  var obstacles: [String] = []
  /// Another way to send the same form.
  var second: Button?
  var isGrave = false
  var carriesFiles = false
  var input: FormInput
  var seal: FormSeal

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "gửi")]

  /// The keys of this screen.
  var keys: [KeyHint] {
    Self.keys + (second.flatMap { act in act.key.map { KeyHint($0, act.label.lowercased()) } }.map { [$0] } ?? [])
  }

  var html: HTML {
    let about: HTML = subject.isEmpty ? .empty : "<p class=\"subject\"><a href=\"\(backPath)\">\(subject)</a></p>"
    return """
      \(PageHead(title, line: "\(line)").html)\
      <div class="\(pagePath == nil ? "" : "handling")"><div class="handling-form">\(about)\(input.summary(losesFiles: carriesFiles))\(caution)\
      <p class="hint">\(explanation)</p>\
      \(ActForm(action: action, seal: seal, carriesFiles: carriesFiles, content: "\(hiddenFields)\(group(fields))\(group(lastFields))\(acts)").html)\
      </div>\(image)</div>
      """
  }

  private var hiddenFields: HTML {
    "\(hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML })"
  }

  private func group(_ fields: [Field]) -> HTML {
    fields.isEmpty ? .empty : FieldGroup(nil, fields.map { input.filling($0).html }).html
  }

  private var acts: HTML {
    """
    <div class="acts is-sticky">\(Button(label, style: isGrave ? .grave : .primary, key: "ctrl+enter", obstacles: obstacles).html)\
    \(second?.html)\(Button("Thôi", path: backPath).html)</div>
    """
  }

  private var image: HTML {
    pagePath.map { "<div class=\"handling-page\"><img src=\"\($0)\" alt=\"Trang đầu của dự thảo\"></div>" } ?? .empty
  }
}
