/// Nothing to show: says so, why, and what to do next.
package struct EmptyState: Sendable {
  package var title: String
  package var line: String
  package var act: Button?

  package init(_ title: String, _ line: String, act: Button? = nil) {
    self.title = title
    self.line = line
    self.act = act
  }

  package var html: HTML {
    "<div class=\"empty\"><p class=\"empty-title\">\(title)</p><p>\(line)</p>\(act?.html)</div>"
  }
}

/// The life of a record as sentences, newest first.
package struct Story: Sendable {
  package struct Line: Sendable {
    /// `HH:mm dd/MM/yyyy`.
    package var time: String
    /// ISO 8601, for machines.
    package var isoTime: String
    /// Who, with the post and on behalf of whom.
    package var actor: String
    /// What: «vào sổ số đến 1247».
    package var sentence: String
    /// Of what it tells, where a story tells of several things: «12/BC-SCT: Báo cáo …», and its page.
    package var about: (name: String, path: String)?
    /// What was before and what is after, shown when asked for.
    package var details: [String]
    /// A leader's directive (bút phê): shown in vermilion.
    package var isDirective: Bool

    package init(
      time: String, isoTime: String, actor: String, sentence: String, details: [String] = [], isDirective: Bool = false
    ) {
      self.time = time
      self.isoTime = isoTime
      self.actor = actor
      self.sentence = sentence
      self.details = details
      self.isDirective = isDirective
    }
  }

  package var lines: [Line]

  package init(_ lines: [Line]) { self.lines = lines }

  package var html: HTML {
    guard !lines.isEmpty else { return "<p class=\"hint\">Chưa có diễn biến nào.</p>" }
    return "<ol class=\"story\">\(lines.map(item))</ol>"
  }

  private func item(_ line: Line) -> HTML {
    let details: HTML = .when(
      !line.details.isEmpty,
      "<details><summary>Chi tiết</summary><ul>\(line.details.map { "<li>\($0)</li>" as HTML })</ul></details>")
    return """
      <li\(HTML.attribute("class", line.isDirective ? "is-directive" : nil))>\
      <time datetime="\(line.isoTime)">\(line.time)</time> <b>\(line.actor)</b> \(line.sentence)\
      \(line.about.map { "<a class=\"about\" href=\"\($0.path)\">\($0.name)</a>" as HTML })\(details)</li>
      """
  }
}

/// Names and values, such as the metadata of a document. Empty values are left out.
package struct DefinitionList: Sendable {
  package struct Entry: Sendable {
    package var name: String
    package var value: HTML

    package init(_ name: String, _ value: HTML) {
      self.name = name
      self.value = value
    }

    package init(_ name: String, text: String?) {
      self.init(name, text.map(HTML.init(text:)) ?? .empty)
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  package var html: HTML {
    let shown = entries.filter { !$0.value.isEmpty }
    return "<dl class=\"facts\">\(shown.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" as HTML })</dl>"
  }
}

/// Something that is asked about twice, or needs a few fields: opens over the page. Without script the link leads to it
/// and it shows in its place.
package struct Dialog: Sendable {
  /// Unique on the page.
  package var id: String
  package var title: String
  package var content: HTML
  /// Its form as it came back: refused, the dialog stands open with the reasons over the form.
  package var input: FormInput
  /// Where leaving it leads once it came back refused: the address is then the act's, not the page's.
  package var pagePath: String

  package init(id: String, title: String, input: FormInput = FormInput(), pagePath: String = "#main", content: HTML) {
    self.id = id
    self.title = title
    self.input = input
    self.pagePath = pagePath
    self.content = content
  }

  /// The words that open it, and the dialog. A refused one is made modal by script and stands in its place without.
  package func html(opener: String, style: Button.Style = .plain, key: String? = nil) -> HTML {
    """
    \(Button(opener, style: style, path: "#\(id)", key: key, opens: id).html)\
    <dialog id="\(id)" class="sheet\(input.isRefused ? " is-refused" : "")" aria-labelledby="\(id)-title">\
    <h2 id="\(id)-title">\(title)</h2>\(input.summary)\(content)\
    <p class="dialog-leave"><a href="\(input.isRefused ? pagePath : "#main")" data-closes>Thôi, không làm</a></p></dialog>
    """
  }
}
