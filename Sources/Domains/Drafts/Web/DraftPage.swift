import Kernel
import Markup

/// A draft: its newest pages first, what is asked at the right, its way to the signature, every version at the left.
struct DraftPage {
  /// Something to do.
  struct Act {
    var button: Button
    /// Posted at once when set; otherwise the button's own path leads on.
    var postTo: String?
  }

  /// One station of the way.
  struct Station {
    var label: String
    var holder: String
    var state: StateMark
    /// «Hoàng Văn Thắng, Vụ trưởng: đạt bản 2, 09:12 05/11/2026».
    var lines: [String] = []
    var isHere = false
  }

  /// One version with its files.
  struct Version {
    var label: String
    /// «Bùi Quốc Khánh, Chuyên viên, 09:12 05/11/2026».
    var line: String
    var purpose: String
    /// Shows it in the middle; nil for the one shown.
    var path: String?
    /// What changed since the version before; nil for the first.
    var differencePath: String?
    var files: [File]
  }

  struct File {
    var name: String
    /// «phụ lục, 412 KB».
    var line: String
    /// What was done to it when it was taken in; empty for nothing.
    var remark = ""
    var path: String
    var pdfPath: String?
    /// Shows its pages in the middle; nil for the one shown, and for one that has no pages.
    var viewPath: String?
  }

  var typeName: String
  var unit: String
  var drafter: String
  var subject: String
  var urgency: UrgencyMark?
  var state: StateMark
  /// Why it ended, or what its signature is worth.
  var notice: HTML = .empty
  var viewer: PageViewer
  /// «Bản 2 của 3».
  var shownLine = ""
  var versions: [Version]
  /// What is asked of me, in a sentence; empty when nothing is.
  var asked = ""
  var primary: Act?
  var acts: [Act] = []
  var folded: [Act] = []
  var stations: [Station]
  /// What to know before one acts on it.
  var concerns: HTML = .empty
  /// What the form check says of the newest version.
  var form: HTML = .empty
  var origin: (label: String, path: String)?
  /// The document that it became.
  var became: [RelatedList.Line] = []
  var story: Story
  var metadata: DefinitionList
  var seal: FormSeal

  static let keys: [KeyHint] = [
    KeyHint("alt+pagedown", "trang sau"), KeyHint("alt+pageup", "trang trước"), KeyHint("alt+r", "xoay trang"),
    KeyHint("alt+=", "phóng to"), KeyHint("alt+-", "nhỏ lại"),
  ]

  /// The keys of this page, with those of what this reader can do here.
  var keys: [KeyHint] {
    let acts = ([primary].compactMap(\.self) + acts + folded).map(\.button)
    return Self.keys + acts.compactMap { act in act.key.map { KeyHint($0, act.label.lowercased()) } }
  }

  var html: HTML {
    """
    <article class="document"><header class="document-head"><p class="document-line">\(urgency?.html) <span>Dự thảo <b>\(typeName)</b></span> \
    \(state.html)</p><h1 class="subject">\(subject)</h1>
    <p class="page-line">\(unit) soạn, người soạn thảo \(drafter)</p>\(notice)</header>
    <div class="zones"><div class="zone-page">\(HTML.when(!shownLine.isEmpty, "<p class=\"sought\">\(shownLine)</p>"))\(viewer.html)</div>
    <div class="zone-acts">\(concerns)\(askedBlock)\(form)\(wayBlock)
    <section class="sheet-block"><h2>Diễn biến</h2>\(story.html)</section>
    <details class="folded"><summary>Thông tin dự thảo</summary>\(metadata.html)</details></div>
    <aside class="zone-files" aria-label="Các bản và trang">\(versionList)\(RelatedList(became, title: "Đã thành").html)\(originLink)\(viewer.thumbnails)</aside></div></article>
    """
  }

  private var askedBlock: HTML {
    guard primary != nil || !acts.isEmpty || !asked.isEmpty || !folded.isEmpty else { return .empty }
    let more: HTML = .when(
      !folded.isEmpty,
      "<details class=\"more-acts\"><summary>Việc khác</summary><div class=\"acts\">\(folded.map(markup))</div></details>"
    )
    return """
      <section class="sheet-block asked" aria-label="Việc cần làm">\(HTML.when(!asked.isEmpty, "<p>\(asked)</p>"))\
      \(primary.map(markup))\(HTML.when(!acts.isEmpty, "<div class=\"acts\">\(acts.map(markup))</div>"))\(more)</section>
      """
  }

  private func markup(_ act: Act) -> HTML {
    guard let path = act.postTo else { return act.button.html }
    return ActForm(action: path, seal: seal, button: act.button).html
  }

  private var wayBlock: HTML {
    let shown = stations.map { station -> HTML in
      let lines: HTML = .when(
        !station.lines.isEmpty, "<ul class=\"holder-notes\">\(station.lines.map { "<li>\($0)</li>" as HTML })</ul>")
      return """
        <li\(HTML.attribute("aria-current", station.isHere ? "step" : nil))><span><b>\(station.holder)</b> \
        <span class="quiet">\(station.label.lowercased())</span></span>\(station.state.html)\(lines)</li>
        """
    }
    let none: HTML = "<p class=\"hint\">Chưa trình. Luồng trình chọn khi trình.</p>"
    return """
      <section class="sheet-block"><h2>Luồng trình</h2>\(shown.isEmpty ? none : "<ol class=\"holders\">\(shown)</ol>")</section>
      """
  }

  private var versionList: HTML {
    guard !versions.isEmpty else { return "<h2>Các bản</h2><p class=\"hint\">Chưa có tệp.</p>" }
    return "<h2>Các bản</h2><ul class=\"files\">\(versions.map(version))</ul>"
  }

  private func version(_ version: Version) -> HTML {
    let links = [
      version.path.map { "<a href=\"\($0)\">Xem \(version.label.lowercased())</a>" as HTML },
      version.differencePath.map { "<a href=\"\($0)\">Khác bản trước</a>" as HTML },
    ].compactMap(\.self)
    let view: HTML = .when(!links.isEmpty, "<span class=\"file-acts\">\(links)</span>")
    let files = version.files.map { file -> HTML in
      let pdf: HTML = file.pdfPath.map { "<a href=\"\($0)\">PDF</a>" } ?? .empty
      let view: HTML = file.viewPath.map { "<a href=\"\($0)\" aria-label=\"Xem \(file.name)\">Xem</a>" } ?? .empty
      return """
        <span>\(file.name)</span><span class="quiet">\(file.line)</span>\
        \(HTML.when(!file.remark.isEmpty, "<span class=\"quiet\">\(file.remark)</span>"))\
        <span class="file-acts">\(view)<a href="\(file.path)" download>Tải về</a>\(pdf)</span>
        """
    }
    return """
      <li\(HTML.attribute("aria-current", version.path == nil ? "true" : nil))><b>\(version.label)</b><span class="quiet">\(version.line)</span>\
      \(HTML.when(!version.purpose.isEmpty, "<span>\(version.purpose)</span>"))\(files)\(view)</li>
      """
  }

  private var originLink: HTML {
    origin.map { "<h2>Bắt nguồn từ</h2><ul class=\"related\"><li><a href=\"\($0.path)\">\($0.label)</a></li></ul>" }
      ?? .empty
  }
}

/// What the preview beside a list shows of a draft. A fragment.
struct DraftPreviewPage {
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
