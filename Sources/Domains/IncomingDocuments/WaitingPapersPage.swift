import Markup

/// Giấy chờ vào sổ: files dropped at once, each read ahead, none with a number yet.
struct WaitingPapersPage {
  struct Paper {
    var id: String
    var fileName: String
    /// «PDF, 3 trang, 1,2 MB · 08:41 · Trần Thị Hoa».
    var line: String
    var thumbnailPath: String?
    /// Read so far: «Công văn 2803/BTTTT-THH, Bộ Thông tin và Truyền thông».
    var guess: String = ""
    /// The subject as read.
    var subject: String = ""
    /// Under way; nil when read.
    var progress: ProgressLine?
    /// Why it could not be read; it may be registered all the same.
    var trouble: String?
    /// How many suggested fields are «cần xem».
    var doubtfulCount = 0
    /// By when it must stand in the book (DEN-02).
    var deadline: DeadlineMark?
    var registrationPath: String
    var discardPath: String
  }

  /// What another agency of the installation sent: registered by one key, its fields are the issuer's.
  struct Sent {
    var id: String
    var path: String
    var codeText: String
    var subject: String
    var sender: String
    var line: String
    var urgency: UrgencyMark?
    var state: StateMark
    var deadline: DeadlineMark?
    /// «Vào sổ», «Xác nhận đã hủy».
    var asked: String
  }

  var papers: [Paper]
  var sent: [Sent] = []
  /// Multipart POST with `file`, once per file.
  var uploadPath: String
  /// «PDF, Word, ảnh; mỗi tệp không quá 200 MB».
  var limitLine: String
  /// Events carry each paper's progress by `paper-<id>`.
  var livePath: String
  /// Registers without a file: an unopened envelope.
  var withoutFilePath: String
  /// Papers that were sent back.
  var returnedPath: String
  /// What was refused of the last upload, each with its reason.
  var refusals: [String] = []
  var seal: FormSeal

  static let keys: [KeyHint] =
    .list + [KeyHint("t", "chọn tệp"), KeyHint("v", "vào sổ văn bản đầu danh sách")]

  var html: HTML {
    """
    \(PageHead("Chờ vào sổ", line: line, acts: acts).html)
    \(HTML.when(!refusals.isEmpty, Notice(.refused, "Có tệp không nhận được.", reasons: refusals).html))
    \(sentList)\(upload)
    <div data-live="\(livePath)">\(papers.isEmpty ? empty : list)</div>
    """
  }

  private var line: HTML {
    papers.isEmpty ? .empty : "\(papers.count) tệp chưa có số đến. Trang được đọc trước trong lúc chờ."
  }

  private var acts: [Button] {
    let further = [Button("Vào sổ không có tệp", path: withoutFilePath), Button("Đã trả nơi gửi", path: returnedPath)]
    guard let first = papers.first else { return further }
    return [Button("Vào sổ lần lượt", style: .primary, path: first.registrationPath, key: "v")] + further
  }

  private var upload: HTML {
    let field = Field(
      "Thả tệp vào đây hoặc chọn tệp", name: "file", kind: .file(accept: AcceptedFiles.documents, multiple: true),
      hint: limitLine, id: "upload-files", key: "t")
    return """
      <form method="post" action="\(uploadPath)" enctype="multipart/form-data" class="drop" data-upload="\(uploadPath)">\
      \(seal.html)\(field.html)\(Button("Tải lên").html)<ul class="upload-list" data-upload-list aria-live="polite"></ul></form>
      """
  }

  private var empty: HTML {
    EmptyState("Không có văn bản nào chờ", "Quét giấy thành PDF rồi thả nhiều tệp một lúc vào ô trên.").html
  }

  private var sentList: HTML {
    guard !sent.isEmpty else { return .empty }
    let items = sent.map { one -> HTML in
      """
      <li id="goi-\(one.id)" data-row><div class="paper-text"><p class="paper-guess">\(one.urgency?.html) \(one.codeText), \
      \(one.sender) \(one.state.html)</p><p class="subject">\(one.subject)</p><p class="hint">\(one.line)</p>\(one.deadline?.html)</div>\
      <div class="paper-acts"><a class="button button-plain" href="\(one.path)" data-open>\(one.asked)\
      <span class="for-ear"> \(one.codeText)</span></a></div></li>
      """
    }
    return """
      <section class="sheet-block"><h2>Gửi đến trong hệ thống <span class="count">\(sent.count)</span></h2>\
      <ol class="papers papers-sent" data-list>\(items)</ol></section>
      """
  }

  private var list: HTML { "<ol class=\"papers\" data-list>\(papers.map(item))</ol>" }

  private func item(_ paper: Paper) -> HTML {
    let image: HTML =
      paper.thumbnailPath.map { "<img src=\"\($0)\" alt=\"\" loading=\"lazy\">" }
      ?? "<span class=\"no-page\">Chưa có ảnh trang</span>"
    return """
      <li id="paper-\(paper.id)" data-row>\(image)<div class="paper-text">\
      <p class="paper-guess">\(paper.guess.isEmpty ? paper.fileName : paper.guess)</p>\
      \(HTML.when(!paper.subject.isEmpty, "<p class=\"subject\">\(paper.subject)</p>"))\
      <p class="hint">\(paper.guess.isEmpty ? "" : paper.fileName + " · ")\(paper.line)</p>\(status(paper))\(paper.deadline?.html)</div>\
      <div class="paper-acts"><a class="button button-plain" href="\(paper.registrationPath)" data-open>Vào sổ\
      <span class="for-ear"> \(paper.fileName)</span></a>\(discard(paper))</div></li>
      """
  }

  private func status(_ paper: Paper) -> HTML {
    if let trouble = paper.trouble { return StateMark("Không đọc được: \(trouble)", .look).html }
    if let progress = paper.progress { return progress.html }
    if paper.doubtfulCount > 0 { return StateMark("Đã đọc, \(paper.doubtfulCount) ô cần xem", .look).html }
    return StateMark("Đã đọc", .done).html
  }

  private func discard(_ paper: Paper) -> HTML {
    Dialog(
      id: "bo-\(paper.id)", title: "Bỏ \(paper.fileName)?",
      content: """
        <p>Tệp chưa có số đến nên không để lại dòng nào trong sổ.</p>\
        \(ActForm(action: paper.discardPath, seal: seal, button: Button("Bỏ tệp", style: .grave)).html)
        """
    ).html(opener: "Bỏ", style: .quiet)
  }
}
