import Markup

/// A copy: its pages first (those of the document until it is made), what is to be done at the right.
struct DocumentCopyPage {
  /// Something to do, with every reason why not.
  struct Act {
    var button: Button
    /// Posted at once when set; otherwise the dialog asks first.
    var postTo: String?
    var dialog: Dialog?
  }

  /// «12/SY-TCĐC», or «Đề nghị sao y» before it has a number.
  var title: String
  var formName: String
  var day: String
  var subject: String
  /// «Công văn 05/BNV-VP ngày 05/11/2026 của Bộ Nội vụ».
  var documentLine: String
  var documentPath: String?
  var state: StateMark
  var refusal: HTML = .empty
  /// Why it was refused, taken back or cancelled; why its file cannot be made.
  var ended: String?
  var reading: ProgressLine?
  var livePath: String?
  var viewer: PageViewer
  /// What the pages in the middle are.
  var viewerLine: String
  var downloadPath: String?
  var asked: String
  var acts: [Act]
  var story: Story
  var metadata: DefinitionList
  var seal: FormSeal

  private static let viewing: [KeyHint] = [
    KeyHint("alt+pagedown", "trang sau"), KeyHint("alt+pageup", "trang trước"), KeyHint("alt+r", "xoay trang"),
    KeyHint("alt+=", "phóng to"), KeyHint("alt+-", "nhỏ lại"),
  ]

  /// The keys of this page, with those of what this reader can do here.
  var keys: [KeyHint] {
    var keys = viewer.images.isEmpty ? [] : Self.viewing
    if downloadPath != nil { keys.append(KeyHint("d", "tải bản sao về")) }
    return keys + acts.compactMap { act in act.button.key.map { KeyHint($0, act.button.label.lowercased()) } }
  }

  var html: HTML {
    """
    <article class="document">
    <header class="document-head"><p class="document-line"><span>\(formName) <b class="code">\(title)</b></span> \
    <span class="figures">\(day)</span> \(state.html)</p>
    <h1 class="subject">\(subject)</h1>
    <p class="page-line">\(documentLink)</p>\(refusal)\(ended.map { Notice(.caution, $0).html })</header>
    <div class="zones"\(HTML.attribute("data-live", livePath))>
    <div class="zone-page">\(reading?.html)\(viewer.html)</div>
    <div class="zone-acts">\(askedBlock)
    <section class="sheet-block"><h2>Nội dung đề nghị</h2>\(metadata.html)</section>
    <section class="sheet-block"><h2>Diễn biến</h2>\(story.html)</section></div>
    <aside class="zone-files" aria-label="Tệp và trang"><p class="hint">\(viewerLine)</p>\(download)\(viewer.thumbnails)</aside>
    </div></article>
    """
  }

  private var documentLink: HTML {
    documentPath.map { "<a href=\"\($0)\">\(documentLine)</a>" } ?? "\(documentLine)"
  }

  private var download: HTML {
    downloadPath.map { "<p><a href=\"\($0)\" download data-key=\"d\">Tải bản sao về</a></p>" } ?? .empty
  }

  private var askedBlock: HTML {
    guard !acts.isEmpty || !asked.isEmpty else { return .empty }
    let sentence: HTML = asked.isEmpty ? .empty : "<p>\(asked)</p>"
    return """
      <section class="sheet-block asked" aria-label="Việc cần làm">\(sentence)<div class="acts">\(acts.map(markup))</div></section>
      """
  }

  private func markup(_ act: Act) -> HTML {
    if let dialog = act.dialog, act.button.obstacles.isEmpty {
      return dialog.html(opener: act.button.label, style: act.button.style, key: act.button.key)
    }
    guard let path = act.postTo else { return act.button.html }
    return ActForm(action: path, seal: seal, button: act.button).html
  }
}
