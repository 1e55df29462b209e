/// A button that sends its form, or a link that looks like one when it has a `path`.
package struct Button: Sendable, Equatable {
  package enum Style: String, Sendable {
    /// The one thing to do next; at most one on a screen.
    case primary
    case plain
    /// Reads as a link.
    case quiet
    /// Takes something away; asks first.
    case grave
  }

  package var label: String
  package var style: Style
  /// Where a link goes; nil for a submit button.
  package var path: String?
  package var name: String?
  package var value: String?
  /// Another address than the form's.
  package var formAction: String?
  /// The key that presses it: one letter, or `ctrl+enter`, `alt+enter`.
  package var key: String?
  /// Why it cannot be pressed. Every reason is shown and the button is disabled.
  package var obstacles: [String]
  /// Key of the `Dialog` it opens.
  package var opens: String?
  /// Sends the form without the browser's own checks.
  package var skipsChecks: Bool
  /// Sends what was typed into its form, and only the names of the files chosen there.
  package var leavesFiles: Bool
  /// Has the cursor when the page is shown: pressed by Enter.
  package var takesFocus = false

  package init(
    _ label: String, style: Style = .plain, path: String? = nil, name: String? = nil, value: String? = nil,
    formAction: String? = nil, key: String? = nil, obstacles: [String] = [], opens: String? = nil,
    skipsChecks: Bool = false, leavesFiles: Bool = false
  ) {
    self.label = label
    self.style = style
    self.path = path
    self.name = name
    self.value = value
    self.formAction = formAction
    self.key = key
    self.obstacles = obstacles
    self.opens = opens
    self.skipsChecks = skipsChecks
    self.leavesFiles = leavesFiles
  }

  package var html: HTML {
    let keyCap: HTML = key.map { "<kbd aria-hidden=\"true\">\(KeyHint.cap($0))</kbd>" } ?? .empty
    let shared: HTML =
      " class=\"button button-\(style.rawValue)\"\(HTML.attribute("data-key", key))\(HTML.attribute("data-opens", opens))"
    if let path, obstacles.isEmpty {
      return "<a href=\"\(path)\"\(shared)>\(label)\(keyCap)</a>"
    }
    let reasons: HTML = .when(
      !obstacles.isEmpty, "<ul class=\"obstacles\">\(obstacles.map { "<li>\($0)</li>" as HTML })</ul>")
    let type = opens == nil && path == nil ? "submit" : "button"
    let button: HTML = """
      <button type="\(type)"\(shared)\(HTML.attribute("name", name))\(HTML.attribute("value", value))\
      \(HTML.attribute("formaction", formAction))\(HTML.flag("formnovalidate", skipsChecks))\
      \(HTML.attribute("formenctype", leavesFiles ? "application/x-www-form-urlencoded" : nil))\
      \(HTML.flag("disabled", !obstacles.isEmpty))\(HTML.flag("autofocus", takesFocus && obstacles.isEmpty))>\(label)\(keyCap)</button>
      """
    return reasons.isEmpty ? button : "<div class=\"blocked\">\(button)\(reasons)</div>"
  }
}

/// A form that acts: sealed, posted once.
package struct ActForm: Sendable {
  package var action: String
  package var seal: FormSeal
  package var content: HTML
  package var id: String?
  package var className: String
  /// Sent as multipart, for files.
  package var carriesFiles: Bool

  package init(
    action: String, seal: FormSeal, id: String? = nil, className: String = "act", carriesFiles: Bool = false,
    content: HTML
  ) {
    self.action = action
    self.seal = seal
    self.id = id
    self.className = className
    self.carriesFiles = carriesFiles
    self.content = content
  }

  /// A form that is only one button.
  package init(action: String, seal: FormSeal, button: Button) {
    self.init(action: action, seal: seal, className: "act act-one", content: button.html)
  }

  package var html: HTML {
    """
    <form method="post" action="\(action)" class="\(className)" data-once\(HTML.attribute("id", id))\
    \(HTML.attribute("enctype", carriesFiles ? "multipart/form-data" : nil))>\(seal.html)\(content)</form>
    """
  }
}
