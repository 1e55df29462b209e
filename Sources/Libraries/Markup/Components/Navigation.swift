/// Choices that change the address: filters of a list. A number shown is the length of the list behind it.
package struct Chips: Sendable {
  package struct Chip: Sendable {
    package var label: String
    package var path: String
    package var isSelected: Bool
    /// As shown: «12», «1.000+».
    package var count: String?
    /// Under which name the page's live events tell the count anew.
    package var badge: String?

    package init(_ label: String, path: String, selected: Bool = false, count: String? = nil, badge: String? = nil) {
      self.badge = badge
      self.label = label
      self.path = path
      isSelected = selected
      self.count = count
    }
  }

  package var label: String
  package var chips: [Chip]

  package init(label: String, _ chips: [Chip]) {
    self.label = label
    self.chips = chips
  }

  package var html: HTML {
    "<nav class=\"chips\" aria-label=\"\(label)\"><ul>\(chips.map(item))</ul></nav>"
  }

  private func item(_ chip: Chip) -> HTML {
    let count: HTML =
      chip.count.map {
        " <span class=\"count\"\(HTML.attribute("data-live-badge", chip.badge))\(HTML.flag("data-live-zero", chip.badge != nil))>\($0)</span>"
      } ?? .empty
    return """
      <li><a href="\(chip.path)"\(HTML.attribute("aria-current", chip.isSelected ? "true" : nil))>\(chip.label)\(count)</a></li>
      """
  }
}

/// Parts of one thing, each at its own address.
package struct Tabs: Sendable {
  package var label: String
  package var tabs: [Chips.Chip]

  package init(label: String, _ tabs: [Chips.Chip]) {
    self.label = label
    self.tabs = tabs
  }

  package var html: HTML {
    "<nav class=\"tabs\" aria-label=\"\(label)\"><ul>\(tabs.map(item))</ul></nav>"
  }

  private func item(_ tab: Chips.Chip) -> HTML {
    let count: HTML = tab.count.map { " <span class=\"count\">\($0)</span>" } ?? .empty
    let current = tab.isSelected ? "page" : nil
    return "<li><a href=\"\(tab.path)\"\(HTML.attribute("aria-current", current))>\(tab.label)\(count)</a></li>"
  }
}

/// Newer and older parts of a keyset list.
package struct Pager: Sendable {
  package var newerPath: String?
  package var olderPath: String?
  /// As shown: «50 văn bản», «1.000+ văn bản».
  package var summary: String?

  /// What the link to the following rows says: lists by name have nothing older.
  package var olderLabel: String

  package init(
    newer: String? = nil, older: String? = nil, summary: String? = nil, olderLabel: String = "Cũ hơn ›"
  ) {
    newerPath = newer
    olderPath = older
    self.summary = summary
    self.olderLabel = olderLabel
  }

  package var html: HTML {
    guard newerPath != nil || olderPath != nil || summary != nil else { return .empty }
    let newer: HTML = newerPath.map { "<a rel=\"prev\" href=\"\($0)\">‹ Mới hơn</a>" } ?? .empty
    let older: HTML = olderPath.map { "<a rel=\"next\" href=\"\($0)\">\(olderLabel)</a>" } ?? .empty
    return """
      <nav class="pager" aria-label="Phần khác của danh sách"><span>\(newer)</span>\
      <span class="pager-summary">\(summary ?? "")</span><span>\(older)</span></nav>
      """
  }
}

/// The top of a screen: its title, a line under it, and what can be done here.
package struct PageHead: Sendable {
  package var title: String
  package var line: HTML
  package var acts: [HTML]

  package init(_ title: String, line: HTML = .empty, acts: [Button] = []) {
    self.init(title, line: line, actMarkup: acts.map(\.html))
  }

  package init(_ title: String, line: HTML = .empty, actMarkup: [HTML]) {
    self.title = title
    self.line = line
    acts = actMarkup
  }

  package var html: HTML {
    """
    <div class="page-head"><div><h1>\(title)</h1>\(HTML.when(!line.isEmpty, "<p class=\"page-line\">\(line)</p>"))</div>\
    \(HTML.when(!acts.isEmpty, "<div class=\"page-acts\">\(acts)</div>"))</div>
    """
  }
}
