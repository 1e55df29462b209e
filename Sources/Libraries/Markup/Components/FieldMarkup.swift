extension Field {
  /// Label, input, hint and reasons; the input names the last two as its description.
  package var html: HTML {
    let classes = "field field-\(width.rawValue)\(reasons.isEmpty ? "" : " is-refused")"
    if case .checkbox = kind {
      return """
        <div class="\(classes)"><label class="tick" for="\(id)">\(input)<span>\(label)</span></label>\(notes)</div>
        """
    }
    return """
      <div class="\(classes)"><div class="field-head"><label for="\(id)">\(label)\(requiredMark)</label>\
      \(confidenceMark)</div>\(input)\(notes)</div>
      """
  }

  private var requiredMark: HTML {
    .when(isRequired, " <span class=\"required\" aria-hidden=\"true\">*</span>")
  }

  private var confidenceMark: HTML {
    guard let confidence else { return .empty }
    let name = confidence == .sure ? "sure" : "doubtful"
    return "<span class=\"confidence confidence-\(name)\" id=\"\(id)-confidence\">\(confidence.label)</span>"
  }

  private var notes: HTML {
    var notes = HTML()
    if let hint { notes += "<p class=\"hint\" id=\"\(id)-hint\">\(hint)</p>" }
    if !reasons.isEmpty {
      notes += "<ul class=\"reasons\" id=\"\(id)-reasons\">\(reasons.map { "<li>\($0)</li>" as HTML })</ul>"
    }
    return notes
  }

  private var describedBy: String? {
    var ids: [String] = []
    if confidence != nil { ids.append("\(id)-confidence") }
    if hint != nil { ids.append("\(id)-hint") }
    if !reasons.isEmpty { ids.append("\(id)-reasons") }
    return ids.isEmpty ? nil : ids.joined(separator: " ")
  }

  /// Attributes that every kind of input has.
  private var common: HTML {
    var html: HTML = " id=\"\(id)\" name=\"\(name)\""
    html += .attribute("aria-describedby", describedBy)
    html += .attribute("aria-invalid", reasons.isEmpty ? nil : "true")
    html += .attribute("data-boxes", boxes)
    html += .attribute("data-confidence", confidence.map { $0 == .sure ? "sure" : "doubtful" })
    html += .attribute("data-key", key)
    html += .flag("required", isRequired)
    html += .flag("autofocus", takesFocus)
    return html
  }

  private var typed: HTML {
    var html = common
    html += .attribute("maxlength", lengthMax.map(String.init))
    html += .flag("readonly", isReadOnly)
    html += .attribute("autocomplete", autocomplete ?? "off")
    return html
  }

  private var input: HTML {
    switch kind {
    case .text: plain("text")
    case .number: plain("text", extra: " inputmode=\"numeric\" class=\"figures\"")
    case .email: plain("email")
    case .telephone: plain("tel")
    case .password: plain("password")
    case .newPassword: plain("password")
    case .day: plain("text", extra: " inputmode=\"numeric\" class=\"figures\" data-day")
    case .combobox(let source): combobox(source)
    case .lines(let rows, let source): lines(rows, source)
    case .area(let rows): "<textarea rows=\"\(rows)\"\(typed)>\n\(value)</textarea>"
    case .select(let choices): select(choices)
    case .checkbox:
      "<input type=\"checkbox\" value=\"1\"\(common)\(HTML.flag("checked", value == "1"))>"
    case .file(let accept, let multiple):
      "<input type=\"file\" accept=\"\(accept)\"\(common)\(HTML.flag("multiple", multiple))>"
    }
  }

  private func plain(_ type: StaticString, extra: HTML = .empty) -> HTML {
    "<input type=\"\(HTML(stringLiteral: type))\" value=\"\(value)\"\(typed)\(extra)>"
  }

  private func combobox(_ source: String) -> HTML {
    """
    <div class="combobox"><input type="text" value="\(value)"\(typed) data-combobox="\(source)"></div>
    """
  }

  private func lines(_ rows: Int, _ source: String) -> HTML {
    """
    <div class="combobox"><textarea rows="\(rows)"\(typed) data-combobox="\(source)">\n\(value)</textarea></div>
    """
  }

  private func select(_ choices: [Choice]) -> HTML {
    // A value that left the list since the record was written stays choosable, so that saving changes nothing unasked.
    let isKnown = choices.contains { $0.value == value }
    let all = isKnown || value.isEmpty ? choices : choices + [Choice(value, value)]
    let options = all.map {
      "<option value=\"\($0.value)\"\(HTML.flag("selected", $0.value == value))>\($0.label)</option>" as HTML
    }
    return "<select\(common)>\(options)</select>"
  }
}

/// Fields that belong together, under a heading.
package struct FieldGroup: Sendable {
  package var title: String?
  package var fields: [HTML]

  package init(_ title: String? = nil, _ fields: [HTML]) {
    self.title = title
    self.fields = fields
  }

  package init(_ title: String? = nil, fields: [Field]) {
    self.init(title, fields.map(\.html))
  }

  package var html: HTML {
    guard let title else { return "<div class=\"fields\">\(fields)</div>" }
    return "<fieldset class=\"group\"><legend>\(title)</legend><div class=\"fields\">\(fields)</div></fieldset>"
  }
}
