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
  /// The list from which it was opened, to lead back there; nil for the document's own page.
  var back: String?

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "gửi")]

  var html: HTML {
    """
    \(PageHead(title, line: "\(document)").html)\
    <div class="handling"><div class="handling-form"><p class="subject"><a href="\(documentPath)">\(subject)</a></p>\
    \(saidBlock)\(input.summary)<p class="hint">\(explanation)</p>\
    \(ActForm(action: action, seal: seal, carriesFiles: carriesFiles, content: "\(backField)\(FieldGroup(nil, fields.map { input.filling($0).html }).html)\(placeBlock)\(acts)").html)\
    </div>\(image)</div>
    """
  }

  private var backField: HTML {
    back.map { "<input type=\"hidden\" name=\"\(UndoNotice.backName)\" value=\"\($0)\">" } ?? .empty
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

  private var placeBlock: HTML {
    guard !places.isEmpty else { return .empty }
    return HandlingPlaces(
      title: placesTitle, places: places, roles: roles, input: input, readsPlaces: readsPlaces
    ).html
  }
}
