import Kernel
import Markup

/// One act on a draft as a screen: what it is about, its first page, and the form.
struct DraftActPage {
  /// Somewhere that can get the document, with what was chosen for it.
  struct Recipient {
    /// `a100`, `u105`.
    var key: String
    var label: String
  }

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
  var recipients: [Recipient] = []
  /// Fields under the recipients.
  var lastFields: [Field] = []
  var label: String
  /// Everything that stands in the way; the button is then disabled.
  var obstacles: [String] = []
  var isGrave = false
  var carriesFiles = false
  var input: FormInput
  var seal: FormSeal

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "gửi")]

  var html: HTML {
    let about: HTML = subject.isEmpty ? .empty : "<p class=\"subject\"><a href=\"\(backPath)\">\(subject)</a></p>"
    return """
      \(PageHead(title, line: "\(line)").html)\
      <div class="\(pagePath == nil ? "" : "handling")"><div class="handling-form">\(about)\(input.summary)\(caution)\
      <p class="hint">\(explanation)</p>\
      \(ActForm(action: action, seal: seal, carriesFiles: carriesFiles, content: "\(hiddenFields)\(group(fields))\(recipientBlock)\(group(lastFields))\(acts)").html)\
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
    \(Button("Thôi", path: backPath).html)</div>
    """
  }

  private var image: HTML {
    pagePath.map { "<div class=\"handling-page\"><img src=\"\($0)\" alt=\"Trang đầu của dự thảo\"></div>" } ?? .empty
  }

  private var recipientBlock: HTML {
    guard !recipients.isEmpty else { return .empty }
    let reasons = (input.reasons[DraftField.recipients] ?? []).map { "<li>\($0)</li>" as HTML }
    return """
      <fieldset class="group places"><legend>Nơi nhận trong hệ thống</legend>\
      \(HTML.when(!reasons.isEmpty, "<ul class=\"reasons\">\(reasons)</ul>"))<ul>\(recipients.map(recipient))</ul></fieldset>
      """
  }

  private func recipient(_ recipient: Recipient) -> HTML {
    let name = DraftFieldNames.recipient(recipient.key)
    let choices = [("", "không gửi"), (DraftFieldNames.sends, "gửi"), (DraftFieldNames.informs, "để biết")]
    let options = choices.map { value, label in
      "<option value=\"\(value)\"\(HTML.flag("selected", value == input[name]))>\(label)</option>" as HTML
    }
    return """
      <li><label for="f-\(name)">\(recipient.label)</label><select id="f-\(name)" name="\(name)">\(options)</select></li>
      """
  }
}

/// Names in the list of recipients, shared by the page and whoever reads its form.
enum DraftFieldNames {
  private static let prefix = "gui-"
  /// Values of a recipient's choice.
  static let sends = "gui"
  static let informs = "biet"

  static func recipient(_ key: String) -> String { prefix + key }

  /// The place that a field stands for; nil for another field.
  static func place(_ name: String) -> DraftRecipient.Place? {
    name.hasPrefix(prefix) ? DraftRecipient.Place(String(name.dropFirst(prefix.count))) : nil
  }
}
