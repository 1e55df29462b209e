import Kernel
import Markup

/// One act on a plan as a form: its fields, and everything typed when it was refused.
struct FilePlanFormPage {
  var title: String
  var explanation: String
  var action: String
  var backPath: String
  var fields: [Field]
  /// What is proposed for a field, under the fields.
  var proposals: HTML = .empty
  var label: String
  /// Buttons beside the first.
  var more: [Button] = []
  /// Taking the thing out, below the form.
  var removal: Removal?
  var input: FormInput
  var seal: FormSeal
  var tab: DossierTabs = .plan
  var carriesFiles = false

  struct Removal {
    var action: String
    var label: String
    var obstacles: [String]
    var version: Int
  }

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "lưu")]

  var html: HTML {
    """
    \(DossierTabs.html(current: tab))\(PageHead(title, line: "\(explanation)").html)\
    \(input.summary(losesFiles: carriesFiles))\(ActForm(action: action, seal: seal, carriesFiles: carriesFiles, content: """
      \(FieldGroup(nil, fields.map { input.filling($0).html }).html)\(proposals)\
      <div class="acts is-sticky">\(Button(label, style: .primary, key: "ctrl+enter").html)\(more.map(\.html))\
      \(Button("Thôi", path: backPath).html)</div>
      """).html)\(removal.map(removalForm))
    """
  }

  private func removalForm(_ removal: Removal) -> HTML {
    ActForm(
      action: removal.action, seal: seal.at(version: removal.version),
      button: Button(removal.label, style: .grave, obstacles: removal.obstacles)
    ).html
  }
}
