import Exchange
import Markup

/// An outgoing document: its page first, what is to be done at the right, each recipient on its line.
struct OutgoingDocumentPage {
  /// One stored file of the document.
  struct File {
    var name: String
    /// «PDF, 2 trang, 412 KB».
    var line: String
    var downloadPath: String
    /// Shows this file in the middle; nil for the one shown or one without a view.
    var viewPath: String?
    var trouble: String?
    var isShown = false
  }

  /// One place it goes to.
  struct Recipient {
    var name: String
    var way: String
    var state: StateMark
    /// «gửi 09:12 05/11/2026, biên nhận RB123; đã nhận 10:00 06/11/2026».
    var line: String
    /// By when it is to be done there, while it is not.
    var deadline: DeadlineMark?
  }

  /// Something to do, with every reason why not.
  struct Act {
    var button: Button
    /// Posted at once when set; otherwise the button's own path or the dialog leads on.
    var postTo: String?
    /// Hidden fields of what is posted at once.
    var fields: HTML = .empty
    /// Fields asked for first.
    var dialog: Dialog?
  }

  var codeText: String
  var issuedDay: String
  var bookName: String
  var typeName: String
  /// «Phó Tổng cục trưởng (KT.) Lê Minh Đức».
  var signer: String
  var subject: String
  var urgency: UrgencyMark?
  var state: StateMark
  /// What was tried and refused, and is offered no longer.
  var refusal: HTML = .empty
  /// Why it was recalled, or its number cancelled.
  var ended: String?
  /// By when it must be issued, while it waits.
  var issuing: DeadlineMark?
  var viewer: PageViewer
  var reading: ProgressLine?
  var livePath: String?
  var files: [File]
  var related: [RelatedList.Line] = []
  var similarPath: String?
  var asked = ""
  var primary: Act?
  var acts: [Act]
  var recipients: [Recipient]
  /// Of the lines, when they follow what happens at the receivers.
  var mirrorKey: String?
  /// What a later document did to it: «Đã bị thay thế bởi 12/QĐ-TCĐC ngày …».
  var superseded: [RelationBlock.Line] = []
  var relations = RelationBlock(lines: [])
  var replies: ReplyBlock?
  /// The form for reports that it asks by.
  var sheets = CollectedSheetBlock()
  var story: Story
  var metadata: DefinitionList
  var seal: FormSeal
  var newerPath: String?
  var olderPath: String?

  private static let viewing: [KeyHint] = [
    KeyHint("alt+pagedown", "trang sau"), KeyHint("alt+pageup", "trang trước"), KeyHint("alt+r", "xoay trang"),
    KeyHint("alt+=", "phóng to"), KeyHint("alt+-", "nhỏ lại"),
  ]

  /// The keys of this page, with those of what this reader can do here.
  var keys: [KeyHint] {
    let acts = ([primary].compactMap(\.self) + acts).map(\.button)
    var keys: [KeyHint] = []
    if newerPath != nil { keys.append(KeyHint("n", "văn bản kế trong sổ")) }
    if olderPath != nil { keys.append(KeyHint("p", "văn bản trước trong sổ")) }
    if files.contains(where: \.isShown) { keys.append(KeyHint("d", "tải tệp về")) }
    if !viewer.images.isEmpty { keys += Self.viewing }
    return keys + acts.compactMap { act in act.key.map { KeyHint($0, act.label.lowercased()) } }
  }

  var html: HTML {
    """
    <article class="document\(ended == nil ? "" : " is-cancelled")">
    <header class="document-head"><p class="document-line">\(urgency?.html) <span>Số: <b class="code">\(codeText)</b></span> \
    <span class="figures">\(issuedDay)</span> <span>\(bookName)</span> \(state.html)\(issuing?.html)\(neighbours)</p>
    <h1 class="subject">\(subject)</h1>
    <p class="page-line">\(typeName), \(signer)</p>\(refusal)\(endedNotice)\(supersededNotice)</header>
    <div class="zones"\(HTML.attribute("data-live", livePath))>
    <div class="zone-page">\(reading?.html)\(viewer.html)</div>
    <div class="zone-acts">\(askedBlock)\(sheets.html)\(recipientBlock)\(replies?.html)\(relations.html)
    <section class="sheet-block"><h2>Diễn biến</h2>\(story.html)</section>
    <details class="folded"><summary>Thông tin văn bản</summary>\(metadata.html)</details>\(similar)</div>
    <aside class="zone-files" aria-label="Tệp và trang">\(fileList)\(RelatedList(related).html)\(viewer.thumbnails)</aside>
    </div></article>
    """
  }

  private var neighbours: HTML {
    let older: HTML = olderPath.map { "<a href=\"\($0)\" data-key=\"p\" rel=\"prev\">‹ Số trước</a>" } ?? .empty
    let newer: HTML = newerPath.map { "<a href=\"\($0)\" data-key=\"n\" rel=\"next\">Số sau ›</a>" } ?? .empty
    return .when(olderPath != nil || newerPath != nil, "<span class=\"neighbours\">\(older)\(newer)</span>")
  }

  private var endedNotice: HTML { ended.map { Notice(.caution, $0).html } ?? .empty }

  private var supersededNotice: HTML {
    superseded.map {
      Notice(.caution, "\($0.label) \($0.text).", path: $0.path, pathLabel: "Mở văn bản đó").html
    }.joined()
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
      \(sentence)\(primary.map(markup))<div class="acts">\(acts.map(markup))</div></section>
      """
  }

  private func markup(_ act: Act) -> HTML {
    if let dialog = act.dialog, act.button.obstacles.isEmpty {
      return dialog.html(opener: act.button.label, style: act.button.style, key: act.button.key)
    }
    guard let path = act.postTo else { return act.button.html }
    return ActForm(action: path, seal: seal, className: "act act-one", content: "\(act.fields)\(act.button.html)").html
  }

  private var recipientBlock: HTML {
    guard !recipients.isEmpty else { return .empty }
    let items = recipients.map { recipient -> HTML in
      """
      <li><span><b>\(recipient.name)</b> <span class="quiet">\(recipient.way)</span></span>\(recipient.state.html)\
      <span class="quiet">\(recipient.line)</span>\(recipient.deadline?.html)</li>
      """
    }
    return """
      <section class="sheet-block" id="noi-nhan"\(HTML.attribute("data-live-key", mirrorKey))><h2>Nơi nhận <span class="count">\(recipients.count)</span></h2>\
      <ul class="holders">\(items)</ul></section>
      """
  }
}
