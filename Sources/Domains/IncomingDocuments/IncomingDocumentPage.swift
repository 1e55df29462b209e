import Exchange
import Markup

/// A registered incoming document: its page first, what is asked at the right, everything else folded.
struct IncomingDocumentPage {
  /// One stored file of the document.
  struct File {
    var name: String
    /// «PDF, 2 trang, 412 KB».
    var line: String
    var downloadPath: String
    /// Shows this file in the middle; nil for the one shown or one without a view.
    var viewPath: String?
    /// Why there is no view: «Tệp hỏng, không đọc được trang nào».
    var trouble: String?
    var isShown = false
  }

  /// Something to do, each with every reason why not.
  struct Act {
    var button: Button
    /// Posted at once when set; otherwise the button's own path or the dialog leads on.
    var postTo: String?
    /// Fields asked for first.
    var dialog: Dialog?
  }

  /// One recipient: role, state, read when, deadline.
  struct Holder {
    var name: String
    var role: String
    var state: StateMark
    var openedLine: String
    var deadline: DeadlineMark?
    /// How many stand above it: it was passed on from there.
    var depth = 0
    /// What was said of it on the way.
    var notes: [String] = []
    /// What this reader can do with it: take back, urge, open again.
    var acts: [Button] = []
  }

  /// A leader's directive, printed in vermilion.
  struct Directed {
    var text: String
    /// «Trần Văn Quang, Tổng cục trưởng, 09:12 05/11/2026; văn thư Nguyễn Thị Hoa nhập thay».
    var line: String
    /// The handwriting it was keyed in from.
    var scan: Scan?
    /// «10:20 26/11/2026: giao nhầm», when it was taken back and why; nil while it stands.
    var recalled: String?

    struct Scan {
      var pagePath: String
      var filePath: String
      var pageCount: Int
    }
  }

  /// Pages that hold what was looked for.
  struct Sought {
    var words: String
    var pages: [Int]
    /// The document without its words lit.
    var plainPath: String
  }

  var arrivalNumber: Int
  var arrivalDay: String
  var bookName: String
  var codeText: String
  var issuer: String
  var typeName: String
  var subject: String
  var urgency: UrgencyMark?
  var state: StateMark
  /// What was tried and refused, and is offered no longer.
  var refusal: HTML = .empty
  /// What was out of the ordinary when it came.
  var arrival: HTML = .empty
  /// «Đã bị thay thế bởi 12/QĐ-TCĐC ngày 06/11/2026».
  var superseded: [Notice] = []
  /// That its issuer took it back: it stays as it is, and nothing is done with it.
  var ended: String?
  /// The reason, when the number was cancelled.
  var cancelReason: String?
  var viewer: PageViewer
  var sought: Sought?
  /// Pages still being drawn or read.
  var reading: ProgressLine?
  var livePath: String?
  var files: [File]
  var related: [RelatedList.Line] = []
  /// Forms for reports that it came with.
  var sheets = CollectedSheetBlock()
  /// Gives «Văn bản tương tự» as a fragment, asked for when the page stands.
  var similarPath: String?
  /// What is asked of me, in a sentence; empty when nothing is.
  var asked: String = ""
  var primary: Act?
  var acts: [Act]
  /// What is seldom done.
  var folded: [Act] = []
  var directives: [Directed] = []
  var holders: [Holder]
  var story: Story
  /// «Thông tin văn bản», in the order of the decree's table.
  var metadata: DefinitionList
  var seal: FormSeal
  var newerPath: String?
  var olderPath: String?

  static let keys: [KeyHint] = [
    KeyHint("n", "văn bản kế trong sổ"), KeyHint("p", "văn bản trước trong sổ"), KeyHint("s", "sửa thông tin"),
    KeyHint("d", "tải tệp về"), KeyHint("i", "in có dấu đến"), KeyHint("alt+pagedown", "trang sau"),
    KeyHint("alt+pageup", "trang trước"), KeyHint("alt+r", "xoay trang"), KeyHint("alt+=", "phóng to"),
    KeyHint("alt+-", "nhỏ lại"),
  ]

  /// The keys of this page, with those of what this reader can do here.
  var keys: [KeyHint] {
    let acts = ([primary].compactMap(\.self) + acts + folded).map(\.button)
    return Self.keys
      + acts.compactMap { act in
        guard let key = act.key, !Self.keys.contains(where: { $0.key == key }) else { return nil }
        return KeyHint(key, act.label.lowercased())
      }
  }

  var html: HTML {
    """
    <article class="document\(cancelReason == nil ? "" : " is-cancelled")">
    <header class="document-head"><p class="document-line">\(urgency?.html) <span>Số đến <b class="figures">\(arrivalNumber)</b></span> \
    <span class="figures">\(arrivalDay)</span> <span>\(bookName)</span> \(state.html)\(neighbours)</p>
    <h1 class="subject">\(subject)</h1>
    <p class="page-line">\(typeName) <b class="code">\(codeText)</b> của \(issuer)</p>\(refusal)\(arrival)\(endedNotice)\(superseded.map(\.html))\(cancelled)</header>
    <div class="zones"\(HTML.attribute("data-live", livePath))>
    <div class="zone-page">\(reading?.html)\(soughtLine)\(viewer.html)</div>
    <div class="zone-acts">\(directiveBlock)\(askedBlock)\(sheets.html)\(holderBlock)
    <section class="sheet-block"><h2>Diễn biến</h2>\(story.html)</section>
    <details class="folded"><summary>Thông tin văn bản</summary>\(metadata.html)</details>\(similar)</div>
    <aside class="zone-files" aria-label="Tệp và trang">\(fileList)\(RelatedList(related).html)\(viewer.thumbnails)</aside>
    </div></article>
    """
  }

  private var soughtLine: HTML {
    guard let sought else { return .empty }
    let pages = sought.pages.map { "<a href=\"#trang-\($0)\">\($0)</a>" as HTML }
    return """
      <p class="sought">Có «\(sought.words)» ở trang \(pages.joined(separator: ", ")). \
      <a href="\(sought.plainPath)">Tắt đánh dấu</a></p>
      """
  }

  private var neighbours: HTML {
    let older: HTML = olderPath.map { "<a href=\"\($0)\" data-key=\"p\" rel=\"prev\">‹ Số trước</a>" } ?? .empty
    let newer: HTML = newerPath.map { "<a href=\"\($0)\" data-key=\"n\" rel=\"next\">Số sau ›</a>" } ?? .empty
    return .when(olderPath != nil || newerPath != nil, "<span class=\"neighbours\">\(older)\(newer)</span>")
  }

  private var endedNotice: HTML { ended.map { Notice(.caution, $0).html } ?? .empty }

  private var cancelled: HTML {
    guard let cancelReason else { return .empty }
    return Notice(.caution, "Số đến \(arrivalNumber) đã hủy; dòng vẫn giữ trong sổ. Lý do: \(cancelReason)").html
  }

  private var fileList: HTML {
    guard !files.isEmpty else { return "<p class=\"hint\">Chưa có tệp.</p>" }
    return "<h2>Tệp</h2><ul class=\"files\">\(files.map(fileItem))</ul>"
  }

  private func fileItem(_ file: File) -> HTML {
    let view: HTML = file.viewPath.map { "<a href=\"\($0)\">Xem</a>" } ?? .empty
    let trouble: HTML = file.trouble.map { "<span class=\"state state-look\">\($0)</span>" } ?? .empty
    return """
      <li\(HTML.attribute("aria-current", file.isShown ? "true" : nil))><b>\(file.name)</b><span class="quiet">\(file.line)</span>\
      \(trouble)<span class="file-acts">\(view)<a href="\(file.downloadPath)" download\
      \(HTML.attribute("data-key", file.isShown ? "d" : nil))>Tải về</a></span></li>
      """
  }

  private var similar: HTML {
    similarPath.map { "<div data-fragment=\"\($0)\" data-load></div>" } ?? .empty
  }

  private var askedBlock: HTML {
    guard primary != nil || !acts.isEmpty || !asked.isEmpty else { return .empty }
    let sentence: HTML = asked.isEmpty ? .empty : "<p>\(asked)</p>"
    return """
      <section class="sheet-block asked" aria-label="Việc cần làm">\
      \(sentence)\(primary.map(markup))<div class="acts">\(acts.map(markup))</div>\(foldedActs)</section>
      """
  }

  private var foldedActs: HTML {
    guard !folded.isEmpty else { return .empty }
    return
      "<details class=\"more-acts\"><summary>Việc khác</summary><div class=\"acts\">\(folded.map(markup))</div></details>"
  }

  private func markup(_ act: Act) -> HTML {
    if let dialog = act.dialog, act.button.obstacles.isEmpty {
      return dialog.html(opener: act.button.label, style: act.button.style)
    }
    guard let path = act.postTo, act.button.obstacles.isEmpty else { return act.button.html }
    return ActForm(action: path, seal: seal, button: act.button).html
  }

  private var holderBlock: HTML {
    guard !holders.isEmpty else { return .empty }
    return """
      <section class="sheet-block"><h2>Ai đang giữ</h2><ul class="holders">\(holders.map(holder))</ul></section>
      """
  }

  private func holder(_ holder: Holder) -> HTML {
    let notes = holder.notes.map { "<li>\($0)</li>" as HTML }
    let said: HTML = notes.isEmpty ? .empty : "<ul class=\"holder-notes\">\(notes)</ul>"
    let acts: HTML =
      holder.acts.isEmpty ? .empty : "<div class=\"holder-acts\">\(holder.acts.map(\.html))</div>"
    return """
      <li\(HTML.attribute("class", holder.depth == 0 ? nil : "is-passed is-passed-\(min(holder.depth, 3))"))><span><b>\(holder.name)</b> \
      <span class="quiet">\(holder.role)</span></span>\(holder.state.html)\
      <span class="quiet">\(holder.openedLine)</span>\(holder.deadline?.html)\(said)\(acts)</li>
      """
  }

  private var directiveBlock: HTML {
    guard !directives.isEmpty else { return .empty }
    let said = directives.map { directive -> HTML in
      let scan: HTML =
        directive.scan.map { scan in
          """
          <a href="\(scan.filePath)" class="handwriting"><img src="\(scan.pagePath)" loading="lazy" alt=""> \
          Bút tích, \(scan.pageCount) trang</a>
          """
        } ?? .empty
      return DirectiveQuote(
        text: directive.text, line: directive.line, recalled: directive.recalled, beside: scan
      ).html
    }
    return "<section class=\"sheet-block\" aria-label=\"Ý kiến chỉ đạo\">\(said)</section>"
  }
}
