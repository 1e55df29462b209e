import Exchange
import Markup

/// A document that another agency of the installation sent, before it has a number here: its page, the issuer's fields as
/// they are, and one key to register it.
struct PacketPage {
  /// What the receiver may do; nil for one that waits no longer.
  struct Acts {
    var registerPath: String
    var returnPath: String
    /// Why it came: nothing here, or why it cannot be registered.
    var input: FormInput
    var returnInput: FormInput
    var books: [Field.Choice]
    var toPlacesSource: String
  }

  /// A document in the book that this one may be.
  struct Known {
    var panel: DuplicatePanel
    /// POST with the document: takes the packet in under its number.
    var joinPath: String
    /// Key and «số đến 12».
    var choices: [Field.Choice]
  }

  static let title = "Văn bản gửi đến trong hệ thống"

  var codeText: String
  var subject: String
  var sender: String
  var urgency: UrgencyMark?
  var state: StateMark
  /// «gửi 08:30 05/11/2026, Nguyễn Thị Hoa».
  var line: String
  var viewer: PageViewer
  var files: [IncomingDocumentPage.File]
  var metadata: DefinitionList
  /// By when it must stand in the book.
  var deadline: DeadlineMark?
  var nextNumber: NextNumber?
  var acts: Acts?
  var known: Known?
  /// Why nothing is to be done with it, when that is so; and what the clerk still answers for.
  var ended: String?
  /// The document that it became.
  var endedPath: String?
  /// That a later document replaced, amended or corrected it.
  var superseded: [Notice] = []
  var confirmPath: String?
  /// The next one that waits.
  var nextPath: String?
  var listPath: String
  /// Forms for reports that it came with.
  var sheets = CollectedSheetBlock()
  var seal: FormSeal

  var keys: [KeyHint] {
    var keys: [KeyHint] = []
    if acts != nil {
      keys = [
        KeyHint("enter", "vào sổ"), KeyHint("ctrl+enter", "vào sổ"), KeyHint("ctrl+shift+enter", "vào sổ và chuyển"),
        KeyHint("alt+enter", "vào sổ, sang văn bản kế"),
      ]
    }
    if confirmPath != nil { keys.append(KeyHint("h", "xác nhận đã hủy")) }
    if nextPath != nil { keys.append(KeyHint("n", "văn bản kế trong danh sách chờ")) }
    return keys + [KeyHint("d", "tải tệp về")]
  }

  var html: HTML {
    """
    <article class="document">
    <header class="document-head"><p class="document-line">\(urgency?.html) <span>Số: <b class="code">\(codeText)</b></span> \
    \(state.html)\(deadline?.html)\(next)</p>
    <h1 class="subject">\(subject)</h1>
    <p class="page-line">\(sender), \(line)</p>\(endedNotice)\(superseded.map(\.html))</header>
    <div class="zones"><div class="zone-page">\(viewer.html)</div>
    <div class="zone-acts">\(knownBlock)\(actBlock)\(confirmBlock)\(sheets.html)
    <section class="sheet-block"><h2>Thông tin văn bản</h2><p class="hint">Do nơi gửi ghi khi phát hành, không sửa được.</p>\
    \(metadata.html)</section></div>
    <aside class="zone-files" aria-label="Tệp và trang"><h2>Tệp</h2><ul class="files">\(files.map(item))</ul>\
    \(viewer.thumbnails)</aside></div></article>
    """
  }

  private var endedNotice: HTML {
    ended.map { Notice(.caution, $0, path: endedPath, pathLabel: "Mở văn bản đã vào sổ").html } ?? .empty
  }

  private var next: HTML {
    nextPath.map { "<span class=\"neighbours\"><a href=\"\($0)\" data-key=\"n\" rel=\"next\">Văn bản kế ›</a></span>" }
      ?? .empty
  }

  private func item(_ file: IncomingDocumentPage.File) -> HTML {
    """
    <li\(HTML.attribute("aria-current", file.isShown ? "true" : nil))><b>\(file.name)</b><span class="quiet">\(file.line)</span>\
    <span class="file-acts"><a href="\(file.downloadPath)" download\(HTML.attribute("data-key", file.isShown ? "d" : nil))>\
    Tải về</a></span></li>
    """
  }

  private var knownBlock: HTML {
    guard let known, acts != nil else { return .empty }
    let choice = Field(
      "Là văn bản đã có", name: PacketField.document, kind: .select(known.choices), id: "goi-van-ban")
    return """
      \(known.panel.html)\(ActForm(action: known.joinPath, seal: seal, content: """
        \(choice.html)<p class="hint">Không dùng thêm số; nơi gửi thấy số đến đã có.</p>\
        \(Button("Nhập vào số đến đã có").html)
        """).html)
      """
  }

  private var actBlock: HTML {
    guard let acts else { return .empty }
    let r = PacketField.self
    var fields: [Field] = []
    if acts.books.count > 1 { fields.append(Field("Sổ", name: r.book, kind: .select(acts.books), id: "goi-so")) }
    if known != nil {
      fields.append(
        Field(
          "Vẫn vào sổ thành văn bản riêng, vì", name: r.overrideReason, focus: true, lengthMax: 500, id: "goi-van-vao"))
    }
    fields.append(
      Field(
        "Đơn vị hoặc người nhận", name: r.toPlaces, kind: .combobox(source: acts.toPlacesSource),
        hint: "Để trống được; ghi khi chuyển.", lengthMax: 1000, id: "goi-don-vi"))
    var primary = Button("Vào sổ", style: .primary, name: r.next, value: "show", key: "ctrl+enter")
    primary.takesFocus = known == nil && !acts.input.isRefused
    let number: HTML =
      "<p>Số đến tiếp theo: <b class=\"figures next-number\">\(nextNumber?.html ?? NextNumber.none)</b></p>"
    let buttons = [
      primary, Button("Vào sổ và chuyển", name: r.next, value: "forward", key: "ctrl+shift+enter"),
      Button("Vào sổ, sang văn bản kế", name: r.next, value: "again", key: "alt+enter"),
    ]
    return """
      <section class="sheet-block asked" aria-label="Việc cần làm">\(acts.input.summary)\
      \(ActForm(action: acts.registerPath, seal: seal, id: "packet", content: """
        \(number)<div class="acts">\(buttons.map(\.html))</div>\(FieldGroup(nil, fields.map { acts.input.filling($0).html }).html)
        """).html)<div class="acts">\(returning(acts))</div></section>
      """
  }

  private func returning(_ acts: Acts) -> HTML {
    let reason = Field(
      "Lý do trả", name: PacketField.reason, hint: "Ví dụ: gửi nhầm cơ quan; không thuộc thẩm quyền.", required: true,
      focus: acts.returnInput.isRefused, lengthMax: 500, id: "goi-ly-do")
    return Dialog(
      id: "tra-goi", title: "Trả \(codeText) cho nơi gửi?", input: acts.returnInput,
      content: """
        <p>Không số đến nào được dùng. Nơi gửi thấy lý do ngay.</p>\
        \(ActForm(action: acts.returnPath, seal: seal, content: """
          \(acts.returnInput.filling(reason).html)\(Button("Trả nơi gửi", style: .grave).html)
          """).html)
        """
    ).html(opener: "Trả nơi gửi", style: .grave)
  }

  private var confirmBlock: HTML {
    guard let confirmPath else { return .empty }
    let button = Button("Xác nhận đã hủy", style: .primary, key: "h")
    return """
      <section class="sheet-block asked" aria-label="Việc cần làm"><p>Thu hồi bản giấy, bản in đã chuyển trong cơ quan (nếu \
      có), rồi báo nơi gửi.</p>\(ActForm(action: confirmPath, seal: seal, button: button).html)</section>
      """
  }
}
