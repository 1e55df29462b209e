import Markup

/// Việc của tôi: one list by deadline, with the document at the cursor beside it.
package struct MyWorkPage {
  /// One thing that waits.
  package struct Item {
    package var id: String
    package var path: String
    /// Fragment shown beside the list when the cursor is here.
    package var previewPath: String?
    /// What is asked, in the words of the trade: «Vào sổ», «Bổ sung tệp».
    package var asked: String
    /// My role in it: «chủ trì»; empty for a desk's work.
    package var role: String = ""
    /// «2803/BTTTT-THH»; empty while it has none.
    package var codeText: String
    package var subject: String
    package var sender: String
    package var urgency: UrgencyMark?
    package var deadline: DeadlineMark?
    /// By when it is to be accepted, once that day is near (chuyển giao).
    package var receipt: DeadlineMark?
    package var progress: ProgressLine?
    package var isUnread = false
    /// Of what I passed on: who has it, whether they opened it.
    package var passedOn: [String] = []
    /// What it may be chosen for, together with others.
    var choice: BatchBar.Choice?
    /// Keys that act on the row at the cursor, and where they lead.
    package var keys: [(key: String, path: String)] = []

    package init(
      id: String, path: String, previewPath: String? = nil, asked: String, role: String = "", codeText: String,
      subject: String, sender: String, urgency: UrgencyMark? = nil, deadline: DeadlineMark? = nil,
      progress: ProgressLine? = nil, isUnread: Bool = false, keys: [(key: String, path: String)] = []
    ) {
      (self.id, self.path, self.previewPath, self.asked, self.role) = (id, path, previewPath, asked, role)
      (self.codeText, self.subject, self.sender, self.urgency) = (codeText, subject, sender, urgency)
      (self.deadline, self.progress, self.isUnread, self.keys) = (deadline, progress, isUnread, keys)
    }
  }

  /// «Quá hạn», «Hôm nay», «Trong tuần», «Sau đó», «Không hạn».
  package struct Group {
    package var title: String
    package var items: [Item]
    /// How many there are, where not all are shown, and where all of them stand.
    package var total: Int?
    /// As the total is shown, where it is only «at least».
    package var totalText: String?
    package var morePath: String?

    package init(
      title: String, items: [Item], total: Int? = nil, totalText: String? = nil, morePath: String? = nil
    ) {
      (self.title, self.items, self.total, self.totalText, self.morePath) = (title, items, total, totalText, morePath)
    }

    /// Worth a heading.
    var isShown: Bool { !items.isEmpty || (total ?? 0) > 0 }
  }

  var chips: Chips
  /// Saved searches that stand here (PL6-66).
  var pinned = Chips(label: "Tìm kiếm đã ghim", [])
  var groups: [Group]
  var pager = Pager()
  var acts: [Button] = []
  /// Shown beside the list before any row is chosen.
  var preview: HTML = .empty
  var livePath: String?
  /// Hands over everything the reader holds; nil when they hold nothing.
  var handOverPath: String?
  /// Nil where nothing can be chosen.
  var bar: BatchBar?
  /// Every box is ticked.
  var isAllChosen = false

  /// What works on this page for its reader.
  var keys: [KeyHint] {
    let rows = Set(groups.flatMap(\.items).flatMap { $0.keys.map(\.key) } + (bar?.keys ?? []))
    let choosing = bar.map { $0.acts.isEmpty ? [] : [KeyHint("x", "chọn dòng")] } ?? []
    return .list + choosing + Self.rowKeys.filter { rows.contains($0.key) }
      + acts.compactMap { act in act.key.map { KeyHint($0, act.label.lowercased()) } }
  }

  private static let rowKeys = [
    KeyHint("a", "nhận việc"), KeyHint("b", "bút phê"), KeyHint("c", "chuyển: trình, phân công, bút phê"),
    KeyHint("e", "kết thúc: hoàn thành, đã biết, đã báo nhận"), KeyHint("l", "lưu hồ sơ"),
    KeyHint("y", "góp ý dự thảo"),
  ]

  var html: HTML {
    let shown = groups.filter(\.isShown)
    return """
      \(PageHead("Việc của tôi", acts: acts).html)
      \(chips.html)\(HTML.when(!pinned.chips.isEmpty, pinned.html))
      <div class="work"><div class="work-list" data-list\(HTML.attribute("data-live", livePath))>\
      \(shown.isEmpty ? empty : HTML.empty)\(bar?.html)\(shown.map(section))\(pager.html)\(handOver)</div>\
      <aside class="work-preview" id="preview" aria-label="Xem trước" aria-live="polite">\(preview.isEmpty ? hint : preview)</aside></div>
      """
  }

  private var handOver: HTML {
    handOverPath.map {
      "<p class=\"hint\"><a href=\"\($0)\">Bàn giao toàn bộ việc</a> cho người khác khi nghỉ dài, chuyển vị trí.</p>"
    }
      ?? .empty
  }

  private var hint: HTML {
    "<p class=\"hint\">Chọn một dòng để xem trang văn bản ở đây.</p>"
  }

  private var empty: HTML {
    EmptyState(
      "Không có việc nào chờ", "Việc mới giao đến hoặc tệp mới tải lên sẽ hiện ở đây.",
      act: acts.first { $0.style == .primary }
    ).html
  }

  private func section(_ group: Group) -> HTML {
    let count = group.totalText ?? "\(group.total ?? group.items.count)"
    let shown: HTML = "<span class=\"count\">\(count)</span>"
    let linked: HTML =
      group.morePath.map { "<a href=\"\($0)\">\(group.title) \(shown)</a>" } ?? "\(group.title) \(shown)"
    return """
      <section class="work-group"><h2>\(linked)</h2><ul>\(group.items.map(row))</ul>\(more(group))</section>
      """
  }

  private func more(_ group: Group) -> HTML {
    guard let path = group.morePath, let total = group.total, total > group.items.count else { return .empty }
    return "<p><a href=\"\(path)\">Xem cả \(group.totalText ?? "\(total)"): \(group.title)</a></p>"
  }

  private func row(_ item: Item) -> HTML {
    let asked: HTML = item.role.isEmpty ? "\(item.asked)" : "\(item.asked) (\(item.role))"
    func path(_ key: String) -> String? { item.keys.first { $0.key == key }?.path }
    let keys: HTML = """
      \(HTML.attribute("data-on-a", path("a")))\(HTML.attribute("data-on-b", path("b")))\
      \(HTML.attribute("data-on-c", path("c")))\(HTML.attribute("data-on-e", path("e")))
      """
    let box: HTML = item.choice.map { BatchBar.box($0, isChosen: isAllChosen) } ?? .empty
    let passed: HTML = .when(
      !item.passedOn.isEmpty, "<ul class=\"passed-lines\">\(item.passedOn.map { "<li>\($0)</li>" as HTML })</ul>")
    return """
      <li id="v\(item.id)" data-row\(HTML.attribute("data-preview", item.previewPath))\(keys)\
      \(HTML.attribute("class", item.isUnread ? "is-unread" : nil))>\(box)<div class="work-main"><p class="work-line">\
      <span class="asked-word">\(asked)</span>\(item.urgency?.html)<span class="code">\(item.codeText)</span>\
      <span class="quiet">\(item.sender)</span></p><a class="subject" href="\(item.path)" data-open>\(item.subject)</a>\
      \(passed)\(item.receipt?.html)\(item.progress?.html)</div>\(item.deadline?.html)</li>
      """
  }
}

/// What the preview beside a list shows of one document: its first page and what to know. A fragment.
struct DocumentPreview {
  var title: String
  var facts: DefinitionList
  var pagePath: String?
  var path: String

  var html: HTML {
    let image: HTML =
      pagePath.map { "<img class=\"preview-page\" src=\"\($0)\" alt=\"Trang đầu của \(title)\">" } ?? .empty
    return "<h2><a href=\"\(path)\">\(title)</a></h2>\(facts.html)\(image)"
  }
}
