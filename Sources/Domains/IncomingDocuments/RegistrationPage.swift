import Documents
import Markup

/// Vào sổ: page image left, fields right in the order of the arrival stamp. Also corrects a registered entry.
struct RegistrationPage {
  /// Where this stands among the papers that wait (giấy chờ vào sổ).
  struct Waiting {
    /// Papers left, this one included.
    var count: Int
    var listPath: String
    var nextPath: String?
    /// POST: throw this paper's file away without a number.
    var discardPath: String
    /// Sends the paper back to its sender.
    var returnPath: String
    /// POST: the paper bears a secrecy mark; nothing of it stays (MAT-05).
    var destroyPath: String
    /// POST `page`, `quarterTurns`: turn a page for good.
    var turnPath: String
    /// POST `fromPage`: pages from there on become a paper of their own.
    var splitPath: String
    /// POST `paper`: append another waiting paper's pages to this one.
    var joinPath: String
    /// POST: pages and suggestions as read by now. Like the three above it gives the form back as typed.
    var lookAgainPath: String
    /// The other waiting papers, for joining.
    var others: [Field.Choice]
  }

  /// «Vào sổ văn bản đến» or «Sửa thông tin đã vào sổ».
  var title = "Vào sổ văn bản đến"
  /// Where the form is posted.
  var action: String
  var seal: FormSeal
  var form: RegistrationForm
  /// The number «Lưu» will take, as it stands now; nil for a correction, or when no book gives one.
  var nextNumber: NextNumber?
  /// Answers with a `NextNumber` for the chosen book and the typed day.
  var nextNumberPath = ""
  /// Number of the corrected entry.
  var correctedNumber: Int?
  var viewer: PageViewer
  /// Reading of the pages still under way.
  var reading: ProgressLine?
  /// Address whose events carry `reading`.
  var livePath: String?
  /// Names of attached files.
  var attachments: [String] = []
  /// Documents already in a book that look like this one.
  var duplicates = DuplicatePanel(matches: [])
  /// Answers with a `DuplicatePanel` for the typed number, symbol, issuer and date.
  var duplicatePath: String
  var waiting: Waiting?
  /// Where «Bỏ qua» leads.
  var cancelPath: String
  /// The pages are not read yet: saving needs the clerk's word that no page bears a secrecy mark (MAT-05).
  var vouches = false
  /// The page answers to a form that was sent: reloading it would send that again.
  var isKept = false
  static let keys: [KeyHint] =
    [
      KeyHint("ctrl+enter", "lưu"), KeyHint("ctrl+shift+enter", "lưu và chuyển"), KeyHint("alt+enter", "lưu và tiếp"),
    ] + readingKeys
  static let correctionKeys: [KeyHint] = [KeyHint("ctrl+enter", "lưu bản sửa")] + readingKeys

  private static let readingKeys: [KeyHint] = [
    KeyHint("enter", "sang ô kế"),
    KeyHint("alt+pagedown", "trang sau"), KeyHint("alt+pageup", "trang trước"), KeyHint("alt+=", "phóng to"),
    KeyHint("alt+-", "nhỏ lại"), KeyHint("alt+r", "xoay trang"),
  ]

  var html: HTML {
    """
    <div class="workbench" data-registration="\(isKept ? "kept" : "")">
    \(left)
    <div class="workbench-side"\(HTML.attribute("data-live", livePath))>
    \(PageHead(title, line: headLine, actMarkup: headActs).html)
    \(reading.map { "<div class=\"notice notice-caution\">\($0.html)</div>" as HTML })
    \(form.input.summary)
    \(ActForm(action: action, seal: seal, id: "registration", className: "registration", carriesFiles: correctedNumber == nil, content: fields).html)
    \(removal)
    </div></div>
    """
  }

  /// A paper that waits is the file itself; what is chosen beside it is attached to it.
  private var carriesFile: Bool { waiting == nil && correctedNumber == nil }

  private var left: HTML { viewer.html }

  private var headLine: HTML {
    if let correctedNumber {
      return "Số đến <b class=\"figures\">\(correctedNumber)</b> giữ nguyên; nội dung cũ được lưu lại trong diễn biến."
    }
    let watched = "\(RegistrationField.book),\(RegistrationField.arrivalDate)"
    return """
      Số đến tiếp theo: <b class="figures next-number" data-next-number data-fragment="\(nextNumberPath)" \
      data-watch="\(watched)" data-form="registration" aria-live="polite">\(nextNumber?.html ?? NextNumber.none)</b>
      """
  }

  private var headActs: [HTML] {
    guard let waiting else { return [] }
    let count: HTML = "<a href=\"\(waiting.listPath)\">Còn \(waiting.count) văn bản chờ vào sổ</a>"
    guard let next = waiting.nextPath else { return [count] }
    return [count, Button("Để sau, sang văn bản kế", style: .quiet, path: next).html]
  }

  private var fields: HTML {
    """
    <div id="duplicate" class="duplicate-slot" data-fragment="\(duplicatePath)" data-watch="\(watched)" \
    aria-live="polite">\(duplicates.html)</div>
    <div class="override">\(override.html)</div>
    <input type="hidden" name="\(RegistrationField.issuerKey)" value="\(form.input[RegistrationField.issuerKey])" \
    data-fill-from="\(RegistrationField.issuer)">
    \((startsAtDuplicate ? form.withoutFocus : form).html)
    \(HTML.when(correctedNumber == nil, arrival))\(HTML.when(carriesFile, fileField))\(HTML.when(waiting != nil, attaching))
    \(HTML.when(!attachments.isEmpty, "<p class=\"hint\">Tệp kèm theo: \(attachments.joined(separator: ", "))</p>"))
    \(HTML.when(correctedNumber != nil, correctionReason.html))
    \(HTML.when(vouches, vouching))
    <p class="hint">Ô có dấu * phải có. Ngày gõ gọn được: 57 là ngày 05/07 năm nay.</p>
    <div class="acts is-sticky">\(buttons)<a href="\(cancelPath)">Bỏ qua</a></div>
    \(arrangement)
    """
  }

  private var watched: String {
    let r = RegistrationField.self
    return [r.numberText, r.notation, r.issuer, r.issuedDate, r.documentIdentifier].joined(separator: ",")
  }

  /// Stands under the likely duplicate, and has the cursor when there is one: it is seen before anything is saved.
  private var override: Field {
    form.input.filling(
      Field(
        "Vẫn vào sổ, vì", name: RegistrationField.overrideReason,
        hint: "Ghi lý do, ví dụ: bản giấy đến sau bản điện tử.", focus: startsAtDuplicate, lengthMax: 500))
  }

  private func hasFocus(_ name: String) -> Bool { !startsAtDuplicate && form.hasFocus(name) }

  private var startsAtDuplicate: Bool {
    let reasons = form.input.reasons
    return !duplicates.matches.isEmpty && (reasons.isEmpty || reasons[RegistrationField.overrideReason] != nil)
  }

  private var vouching: HTML {
    form.input.filling(
      Field(
        Secrecy.vouchLabel, name: RegistrationField.vouchedOpen, kind: .checkbox,
        hint: reading == nil
          ? "Cần tích khi lưu kèm tệp, vì tệp chưa được đọc." : "Tệp chưa đọc xong; tích ô này để lưu ngay.",
        focus: hasFocus(RegistrationField.vouchedOpen))
    ).html
  }

  /// Rare, so folded; but something refused may not hide in a fold (DEN-03).
  private var arrival: HTML {
    let r = RegistrationField.self
    let unopened = Field(
      "Bì không mở (gửi đích danh, tổ chức đoàn thể)", name: r.unopened, kind: .checkbox,
      hint: "Ghi những gì có ngoài bì, chuyển nguyên bì; thêm tệp khi người nhận giao lại.", focus: hasFocus(r.unopened)
    )
    let anomaly = Field(
      "Bất thường của bì, dấu, số", name: r.anomaly, hint: "Ví dụ: bì rách, dấu niêm khác, số ngoài bì khác số trong.",
      focus: hasFocus(r.anomaly), lengthMax: ArrivalCondition.anomalyLengthMax)
    let isSet = [r.unopened, r.anomaly].contains { form.input.reasons[$0] != nil || !form.input[$0].isEmpty }
    return """
      <details class="folded"\(HTML.flag("open", isSet))><summary>Tình trạng khi nhận (bì không mở, bất thường)</summary>\
      \(HTML.when(carriesFile, form.input.filling(unopened).html))\(form.input.filling(anomaly).html)</details>
      """
  }

  /// Annexes, tables: rare, so folded; but something refused may not hide in a fold.
  private var attaching: HTML {
    let isRefused = ["file", RegistrationField.vouchedOpen].contains { form.input.reasons[$0] != nil }
    let files = form.input.filling(
      Field(
        "Tệp kèm theo", name: "file", kind: .file(accept: AcceptedFiles.attachments, multiple: true),
        focus: hasFocus("file")))
    return """
      <details class="folded"\(HTML.flag("open", isRefused))><summary>Tệp kèm theo (phụ lục, bảng tính)</summary>\
      \(files.html)\(HTML.when(!vouches, vouching))</details>
      """
  }

  private var correctionReason: Field {
    form.input.filling(
      Field(
        "Lý do sửa", name: RegistrationField.correctionReason, required: true,
        focus: hasFocus(RegistrationField.correctionReason), lengthMax: 500))
  }

  private var fileField: HTML {
    form.input.filling(
      Field(
        "Tệp văn bản", name: "file", kind: .file(accept: AcceptedFiles.documents, multiple: true),
        hint: "Có thể để trống với bì không mở; thêm tệp sau.", focus: hasFocus("file"))
    ).html
  }

  private var buttons: [HTML] {
    let next = RegistrationField.next
    guard correctedNumber == nil else {
      return [Button("Lưu bản sửa", style: .primary, name: next, value: "show", key: "ctrl+enter").html]
    }
    return [
      Button("Lưu", style: .primary, name: next, value: "show", key: "ctrl+enter").html,
      Button("Lưu và chuyển", name: next, value: "forward", key: "ctrl+shift+enter").html,
      Button("Lưu và tiếp", name: next, value: "again", key: "alt+enter").html,
    ]
  }

  private var arrangement: HTML {
    guard let waiting else { return .empty }
    let again = Button(
      "Xem lại trang và gợi ý, giữ những gì đã gõ", style: .quiet, formAction: waiting.lookAgainPath, skipsChecks: true,
      leavesFiles: true)
    return """
      <input type="hidden" name="\(RegistrationField.proposed)" value="\(form.proposed.text)">
      \(HTML.when(reading != nil, "<p data-look-again>\(again.html)</p>"))
      \(PageArrangement(waiting: waiting, pages: viewer.images.map(\.page), input: form.input).html)
      """
  }

  private var removal: HTML { waiting.map { PaperRemoval(waiting: $0, seal: seal).html } ?? .empty }
}

/// What may be chosen in the browser's file window; the server judges by bytes.
package enum AcceptedFiles {
  package static let documents = ".pdf,.doc,.docx,.jpg,.jpeg,.png,.tif,.tiff"
  package static let attachments = ".pdf,.doc,.docx,.jpg,.jpeg,.png,.tif,.tiff,.xls,.xlsx,.txt"
}
