import Kernel
import Markup

/// One act of handling as a screen: the document's first page, what was directed so far, and the form.
struct HandlingPage {
  /// A directive that stands already.
  struct Said {
    var author: String
    var at: String
    var text: String
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
  /// Tells whom the typed text names; nil where nothing is read.
  var readsPlaces: String?
  var label: String
  /// Everything that must end before this can be done; the button is then disabled.
  var obstacles: [String] = []
  var isGrave = false
  /// The form has a place for files.
  var carriesFiles = false
  var input: FormInput
  var seal: FormSeal

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "gửi")]

  var html: HTML {
    """
    \(PageHead(title, line: "\(document)").html)\
    <div class="handling"><div class="handling-form"><p class="subject"><a href="\(documentPath)">\(subject)</a></p>\
    \(saidBlock)\(input.summary)<p class="hint">\(explanation)</p>\
    \(ActForm(action: action, seal: seal, carriesFiles: carriesFiles, content: "\(FieldGroup(nil, fields.map { input.filling($0).html }).html)\(placeBlock)\(acts)").html)\
    </div>\(image)</div>
    """
  }

  private var saidBlock: HTML {
    guard !said.isEmpty else { return .empty }
    let lines = said.map { line in
      "<blockquote class=\"directive\"><p>\(line.text)</p><footer>\(line.author), \(line.at)</footer></blockquote>"
        as HTML
    }
    return "\(lines)"
  }

  private var acts: HTML {
    """
    <div class="acts">\(Button(label, style: isGrave ? .grave : .primary, key: "ctrl+enter", obstacles: obstacles).html)\
    \(Button("Thôi", path: documentPath).html)</div>
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

  // MARK: places

  private var placeBlock: HTML {
    guard !places.isEmpty else { return .empty }
    let reasons = ((input.reasons[HandlingField.places] ?? []) + (input.reasons[HandlingField.due] ?? [])).map {
      "<li>\($0)</li>" as HTML
    }
    // Without script this fills the list from the text; with it the list follows while one types.
    let reading: HTML = .when(
      readsPlaces != nil,
      "<p class=\"without-script\">\(Button("Điền nơi nhận theo ý kiến", name: HandlingField.reads, value: "1", skipsChecks: true).html)</p>"
    )
    return """
      <fieldset class="group places"\(HTML.attribute("data-reads-places", readsPlaces))><legend>\(placesTitle)</legend>\(reading)\
      \(HTML.when(!reasons.isEmpty, "<ul class=\"reasons\">\(reasons)</ul>"))\
      <ul>\(places.map(place))</ul></fieldset>
      """
  }

  private func place(_ place: Place) -> HTML {
    let (role, due) = (HandlingForm.roleName(place.key), HandlingForm.dueName(place.key))
    let chosen = input.isRefused ? input[role] : place.role
    let day = input.isRefused ? input[due] : place.due
    if roles.count == 1 {
      let box = Field(
        place.label, name: role, value: chosen.isEmpty ? "" : "1", kind: .checkbox, id: "f-\(role)")
      return "<li>\(box.html)</li>"
    }
    let options = ([Field.Choice("", "không giao")] + roles).map { choice in
      "<option value=\"\(choice.value)\"\(HTML.flag("selected", choice.value == chosen))>\(choice.label)</option>"
        as HTML
    }
    return """
      <li><label for="f-\(role)">\(place.label)</label><select id="f-\(role)" name="\(role)">\(options)</select>\
      <label class="due" for="f-\(due)"><span>Hạn</span><span class="for-ear"> của \(place.label)</span></label>\
      <input id="f-\(due)" name="\(due)" value="\(day)" inputmode="numeric" autocomplete="off" data-day></li>
      """
  }
}
