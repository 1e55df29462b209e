/// What belongs to a record, in a list: what each is to it, its name as a link, how far it is.
package struct RelatedList: Sendable {
  package struct Line: Sendable {
    package var relation: String
    package var label: String
    /// «Đang soạn thảo»; empty for nothing to say.
    package var state: String
    package var path: String

    package init(_ relation: String, label: String, state: String = "", path: String) {
      self.relation = relation
      self.label = label
      self.state = state
      self.path = path
    }
  }

  package var title: String
  package var lines: [Line]

  package init(_ lines: [Line], title: String = "Văn bản liên quan") {
    self.title = title
    self.lines = lines
  }

  /// Nothing where nothing belongs to it.
  package var html: HTML {
    guard !lines.isEmpty else { return .empty }
    let items = lines.map { line -> HTML in
      let state: HTML = .when(!line.state.isEmpty, " <span class=\"quiet\">\(line.state)</span>")
      return "<li>\(line.relation): <a href=\"\(line.path)\">\(line.label)</a>\(state)</li>"
    }
    return "<h2>\(title)</h2><ul class=\"related\">\(items)</ul>"
  }
}
