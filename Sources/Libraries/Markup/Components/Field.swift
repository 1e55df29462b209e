/// One labelled input with its hint and the reasons it was refused.
package struct Field: Sendable, Equatable {
  /// What is typed or chosen.
  package enum Kind: Sendable, Equatable {
    case text, number, email, telephone, password, newPassword
    /// A day typed as `57`, `5/7`, `05/07/2026`; completed by script, understood by the server too.
    case day
    case area(rows: Int)
    case select([Choice])
    /// `value` is «1» when ticked.
    case checkbox
    /// Files; `accept` as in HTML.
    case file(accept: String, multiple: Bool)
    /// Free text with proposals from `source`, an HTML fragment of `<li data-value="…">` for `?q=`.
    case combobox(source: String)
    /// Several lines, with proposals for the line that is typed, as in `combobox`.
    case lines(rows: Int, source: String)
  }

  /// One entry of a select.
  package struct Choice: Sendable, Equatable {
    package var value: String
    package var label: String

    package init(_ value: String, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// How sure a suggestion read from the page is.
  package enum Confidence: Sendable, Equatable {
    case sure, doubtful

    /// The word shown.
    package var label: String {
      switch self {
      case .sure: "chắc"
      case .doubtful: "cần xem"
      }
    }
  }

  /// Share of the form's width, on a wide screen.
  package enum Width: String, Sendable { case full, half, third, quarter }

  package var label: String
  package var name: String
  package var value: String
  package var kind: Kind
  package var hint: String?
  package var reasons: [String]
  package var confidence: Confidence?
  /// Where the suggestion was read: JSON `[{"page":1,"left":0.1,"top":…,"width":…,"height":…}]`, fractions of the page.
  package var boxes: String?
  package var isRequired = false
  package var isReadOnly = false
  package var takesFocus = false
  package var lengthMax: Int?
  package var width: Width
  /// HTML autocomplete token; off when nil.
  package var autocomplete: String?
  /// The key that goes to it.
  package var key: String?
  /// The input's id; unique on the page. By default `f-` and the name.
  package var id: String

  package init(
    _ label: String, name: String, value: String = "", kind: Kind = .text, hint: String? = nil,
    reasons: [String] = [], confidence: Confidence? = nil, boxes: String? = nil, required: Bool = false,
    readOnly: Bool = false, focus: Bool = false, lengthMax: Int? = nil, width: Width = .full,
    autocomplete: String? = nil, id: String? = nil, key: String? = nil
  ) {
    self.label = label
    self.name = name
    self.value = value
    self.kind = kind
    self.hint = hint
    self.reasons = reasons
    self.confidence = confidence
    self.boxes = boxes
    isRequired = required
    isReadOnly = readOnly
    takesFocus = focus
    self.lengthMax = lengthMax
    self.width = width
    self.autocomplete = autocomplete
    self.key = key
    self.id = id ?? "f-\(name)"
  }
}
