import Kernel
import Markup

/// One act of handling as a screen: the document's first page, what was directed so far, and the form.
struct HandlingPage {
  /// A directive that stands already.
  struct Said {
    var author: String
    var at: String
    var text: String
    /// When it was taken back and why; nil while it stands.
    var recalled: String?
  }

  /// A unit or person that can be named, with what was chosen for it.
  struct Place {
    /// `u105`, `p1009`.
    var key: String
    var label: String
    /// Role as typed; empty for none.
    var role = ""
    var due = ""
  }

  /// The rule that catches the document.
  struct Rule {
    var key: String
    var version: Int
    var name: String
    /// «chuyển thẳng Vụ Khoáng sản (chủ trì, 10 ngày làm việc)».
    var effect: String
    var basis: String
    var action: String
  }

  var title: String
  /// What the act does and does not do.
  var explanation: String
  var document: String
  var subject: String
  var documentPath: String
  var pagePath: String?
  var said: [Said] = []
  var action: String
  /// Fields over the list of places.
  var fields: [Field] = []
  var places: [Place] = []
  /// What the list of places is called: «Giao cho».
  var placesTitle = ""
  var roles: [Field.Choice] = []
  /// Passes it on without presenting it.
  var rule: Rule?
  /// Sentences to tap instead of typing (câu mẫu).
  var phrases: [String] = []
  /// Tells whom the typed text names; nil where nothing is read.
  var readsPlaces: String?
  /// Tells of typed deadlines that are days off; nil where none is typed.
  var daysOffPath: String?
  /// The same without a script, for what was typed so far.
  var daysOff: HTML = .empty
  var label: String
  /// Everything that must end before this can be done; the button is then disabled.
  var obstacles: [String] = []
  var isGrave = false
  /// The form has a place for files.
  var carriesFiles = false
  var input: FormInput
  var seal: FormSeal
  /// The list from which it was opened, to lead back there; nil for the document's own page.
  var back: String?

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "gửi")]

  var html: HTML {
    """
    \(PageHead(title, line: "\(document)").html)\
    <div class="handling"><div class="handling-form"><p class="subject"><a href="\(documentPath)">\(subject)</a></p>\
    \(saidBlock)\(input.summary)\(ruleBlock)<p class="hint">\(explanation)</p>\
    \(ActForm(action: action, seal: seal, carriesFiles: carriesFiles, content: "\(entering)\(backField)\(fieldBlock)\(placeBlock)\(dayOffBlock)\(acts)").html)\
    </div>\(image)</div>
    """
  }

  private var backField: HTML {
    back.map { "<input type=\"hidden\" name=\"\(UndoNotice.backName)\" value=\"\($0)\">" } ?? .empty
  }

  private var ruleBlock: HTML {
    guard let rule else { return .empty }
    var seal = seal
    seal.version = rule.version
    return """
      <section class="sheet-block" aria-label="Quy tắc"><p>Theo quy tắc «\(rule.name)»: <b>\(rule.effect)</b>.</p>\
      <p class="hint">\(rule.basis) Muốn trình thì chọn người ở dưới.</p>\
      \(ActForm(
        action: rule.action, seal: seal,
        content: """
          <input type="hidden" name="\(HandlingField.rule)" value="\(rule.key)">\
          \(Button("Chuyển theo quy tắc", style: .primary, key: "ctrl+shift+enter").html)
          """
      ).html)</section>
      """
  }

  private var saidBlock: HTML {
    guard !said.isEmpty else { return .empty }
    let lines = said.map { line in
      DirectiveQuote(text: line.text, line: "\(line.author), \(line.at)", recalled: line.recalled).html
    }
    return "\(lines)"
  }

  /// What the Enter key in a one-line field presses: the first button of the form, which must not be a phrase.
  private var entering: HTML {
    .when(
      !phrases.isEmpty,
      "<button type=\"submit\" class=\"for-ear\" tabindex=\"-1\" aria-hidden=\"true\">\(label)</button>")
  }

  /// The phrases stand under the text that they go into.
  private var fieldBlock: HTML {
    func group(_ fields: some Collection<Field>) -> HTML {
      fields.isEmpty ? .empty : FieldGroup(nil, fields.map { input.filling($0).html }).html
    }
    guard !phrases.isEmpty, let text = fields.firstIndex(where: { $0.name == HandlingField.text }) else {
      return group(fields)
    }
    return "\(group(fields[...text]))\(phraseBlock)\(group(fields[(text + 1)...]))"
  }

  /// Each works without script too: the form comes back with the sentence in it.
  private var phraseBlock: HTML {
    guard !phrases.isEmpty else { return .empty }
    func buttons(_ name: String, _ label: (String) -> String) -> [HTML] {
      phrases.map { phrase in
        "<li>\(Button(label(phrase), name: name, value: phrase, skipsChecks: true).html)</li>"
      }
    }
    return """
      <section class="phrases" aria-label="Câu mẫu"><ul>\(buttons(HandlingField.addedPhrase) { $0 })</ul>\
      <details><summary>Bớt câu mẫu</summary><ul>\(buttons(HandlingField.removedPhrase) { "Bỏ «\($0)»" })</ul></details></section>
      """
  }

  private var acts: HTML {
    """
    <div class="acts is-sticky">\(Button(label, style: isGrave ? .grave : rule == nil ? .primary : .plain, key: "ctrl+enter", obstacles: obstacles).html)\
    \(Button("Thôi", path: back ?? documentPath).html)</div>
    """
  }

  /// The places that a text names, as a list for a script.
  static func named(_ places: [(key: String, role: String, due: String)]) -> HTML {
    let lines = places.map { place -> HTML in
      "<li data-key=\"\(place.key)\" data-role=\"\(place.role)\" data-due=\"\(place.due)\"></li>"
    }
    return "<ul>\(lines)</ul>"
  }

  private var image: HTML {
    pagePath.map { "<div class=\"handling-page\"><img src=\"\($0)\" alt=\"Trang đầu của \(document)\"></div>" }
      ?? .empty
  }

  private var dayOffBlock: HTML {
    guard let daysOffPath else { return daysOff }
    let watched = [HandlingField.due] + places.map { HandlingForm.dueName($0.key) }
    return """
      <div data-fragment="\(daysOffPath)" data-watch="\(watched.joined(separator: ","))" aria-live="polite">\(daysOff)</div>
      """
  }

  private var placeBlock: HTML {
    guard !places.isEmpty else { return .empty }
    return HandlingPlaces(
      title: placesTitle, places: places, roles: roles, input: input, readsPlaces: readsPlaces
    ).html
  }
}
