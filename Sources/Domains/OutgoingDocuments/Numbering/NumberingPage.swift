import Documents
import Drafts
import IncomingDocuments
import Kernel
import Markup
import Registers

/// «Cấp số»: a signed document gets its number, symbol and date; or what was entered is corrected before it is issued.
struct NumberingPage {
  var types: [Field.Choice]
  var bodies: [String]
  var units: [Field.Choice]
  var places: PlaceFields
  /// Reserved numbers that may be taken.
  var reservations: [Field.Choice]
  /// What the signed draft says, when one gets its number.
  var draft: Signed?
  /// The number that is corrected; nil when a new one is given.
  var correctedCode: String?
  var action: String
  var cancelPath: String
  /// The pages of what gets its number or is corrected, beside the fields; nil when there are none to see.
  var viewer: PageViewer?
  /// What the fields would get now.
  var next: HTML
  /// What the table of who may sign says of the typed signer.
  var power: HTML = .empty
  var input: FormInput
  var seal: FormSeal

  /// A signed draft: what is taken over from it and its signature.
  struct Signed {
    var key: String
    var typeKey: String
    var unit: String
    var facts: DefinitionList
  }

  static let keys = [KeyHint("ctrl+enter", "cấp số"), KeyHint("alt+enter", "cấp số và tiếp")]
  static let correctionKeys = [KeyHint("ctrl+enter", "lưu bản sửa")]

  var title: String { correctedCode.map { "Sửa văn bản \($0)" } ?? "Cấp số văn bản đi" }

  var html: HTML {
    guard let viewer else { return form }
    return "<div class=\"workbench\">\(viewer.html)<div class=\"workbench-side\">\(form)</div></div>"
  }

  private var form: HTML {
    """
    \(PageHead(title, line: line).html)\(input.summary)
    \(ActForm(action: action, seal: seal, carriesFiles: correctedCode == nil, content: fields).html)
    """
  }

  private var line: HTML {
    correctedCode == nil
      ? "Số cấp sau khi văn bản đã ký; ngày văn bản là ngày cấp số."
      : "Số, ký hiệu, ngày, tên loại đã cấp không sửa được; sai thì hủy số, có ghi lý do."
  }

  private var fields: HTML {
    """
    \(draft.map(takenOver))\(HTML.when(correctedCode == nil, numbered))
    \(HTML.when(draft == nil, signed + described))\(draft == nil ? sent : kept)\(rest)
    \(HTML.when(correctedCode == nil && draft == nil, files))\(HTML.when(correctedCode != nil, reason.html))
    <p class="hint">Ô có dấu * phải có. Ngày gõ gọn được: 57 là ngày 05/07 năm nay.</p>
    <div class="acts is-sticky">\(buttons)<a href="\(cancelPath)">Bỏ qua</a></div>
    """
  }

  private func takenOver(_ draft: Signed) -> HTML {
    """
    \(HTML.when(correctedCode == nil, signedKeys(draft)))\
    <section class="sheet-block"><h2>Dự thảo đã ký duyệt</h2><p class="hint">Người ký đã thấy những điều này, nên không sửa ở \
    đây được; sai thì \(correctedCode == nil ? "báo người soạn thảo mở lại dự thảo để sửa, ký lại" : "hủy số, mở lại dự thảo để ký lại").</p>\(draft.facts.html)</section>
    """
  }

  private func signedKeys(_ draft: Signed) -> HTML {
    """
    <input type="hidden" name="\(NumberingField.draft)" value="\(draft.key)">\
    <input type="hidden" name="\(NumberingField.type)" value="\(draft.typeKey)">\
    <input type="hidden" name="\(NumberingField.unit)" value="\(draft.unit)">
    """
  }

  private func field(_ field: Field) -> Field { input.filling(field) }

  private var numbered: HTML {
    let f = NumberingField.self
    let chosen = [
      field(
        Field(
          "Tên loại", name: f.type, kind: .select([.init("", "Chọn tên loại")] + types), required: true, focus: true,
          width: .third)),
      field(
        Field("Đơn vị soạn thảo", name: f.unit, kind: .select([.init("", "Không có")] + units), width: .third)),
    ]
    let notation = field(
      Field(
        "Ký hiệu", name: f.notation, hint: "Để trống: hệ thống ghi theo tên loại, cơ quan, đơn vị.", lengthMax: 30,
        width: .third))
    var group = draft == nil ? chosen + [notation] : []
    if draft == nil, !bodies.isEmpty {
      group.append(
        field(
          Field(
            "Tổ chức ban hành", name: f.body,
            kind: .select([.init("", "Cơ quan")] + bodies.map { .init($0, $0) }),
            hint: "Hội đồng, Ban có dãy số riêng.", width: .third)))
    }
    if !reservations.isEmpty {
      group.append(
        field(
          Field(
            "Lấy số", name: ReservationField.chosen, kind: .select([.init("", "Số tiếp theo")] + reservations),
            hint: "Số đã giữ mang ngày đã giữ.", width: .third)))
    }
    return """
      \(FieldGroup("Số và ký hiệu", fields: group).html)
      <p class="next-number" data-fragment="\(OutgoingDocumentPaths.nextNumber)" \
      data-watch="\(f.type),\(f.unit),\(f.notation),\(f.body),\(ReservationField.chosen)" aria-live="polite">\(next)</p>
      """
  }

  private var signed: HTML {
    let f = NumberingField.self
    let group = FieldGroup(
      "Người ký",
      fields: [
        field(Field("Họ và tên", name: f.signerName, required: true, lengthMax: 50, width: .third)),
        field(Field("Chức vụ", name: f.signerPosition, required: true, lengthMax: 100, width: .third)),
        field(
          Field(
            "Tư cách ký", name: f.capacity,
            kind: .select(SigningCapacity.allCases.map { .init($0.rawValue, $0.label) }), width: .third)),
        field(
          Field(
            "Ngày ký", name: f.signedOn, kind: .day, hint: "Để trống là hôm nay. Hạn phát hành tính từ ngày này.",
            width: .third)),
        field(
          Field(
            "Bản gốc", name: f.form,
            kind: .select([.init("giay", "Bản giấy, quét thành tệp"), .init("dien-tu", "Văn bản điện tử")]),
            width: .third)),
      ]
    )
    let watched = [f.signerName, f.signerPosition, f.capacity, f.signedOn, f.type].joined(separator: ",")
    return """
      \(group.html)<div class="signer-power" data-fragment="\(OutgoingDocumentPaths.signerPower)" data-watch="\(watched)" \
      aria-live="polite">\(power)</div>
      """
  }

  private var described: HTML {
    let f = NumberingField.self
    let urgencies = [("normal", "Thường"), ("urgent", "Khẩn"), ("veryUrgent", "Thượng khẩn"), ("express", "Hỏa tốc")]
    return FieldGroup(
      "Nội dung",
      fields: [
        field(Field("Trích yếu", name: f.subject, kind: .area(rows: 2), required: true, lengthMax: 500)),
        field(
          Field(
            "Độ khẩn", name: f.urgency, kind: .select(urgencies.map { .init($0.0, $0.1) }),
            hint: "Văn bản khẩn phát hành ngay sau khi ký.", width: .third)),
        field(Field("Hạn trả lời", name: f.replyDueDate, kind: .day, width: .third)),
        field(Field("Người soạn thảo", name: f.drafterName, lengthMax: 100, width: .third)),
      ]
    ).html
  }

  private var sent: HTML {
    let named = places.fields(hint: "Đơn vị trong cơ quan xem được ngay khi phát hành.").map(field)
    return FieldGroup("Nơi nhận", fields: named + [way] + copies).html
  }

  /// Of what was signed as a draft: the registry's own fields.
  private var kept: HTML { FieldGroup("Gửi và lưu", fields: (correctedCode == nil ? [way] : []) + copies).html }

  private var way: Field {
    field(
      Field(
        "Gửi ra ngoài bằng", name: NumberingField.way,
        kind: .select(SendingWay.chosen.map { .init($0.rawValue, $0.label) }), hint: "Đổi được từng nơi khi ghi gửi.",
        width: .third))
  }

  private var copies: [Field] {
    let f = NumberingField.self
    return [
      field(Field("Số lượng bản", name: f.amount, kind: .number, width: .third)),
      field(
        Field("Đơn vị, người nhận bản lưu", name: f.fileCopyHolder, value: "Văn thư", lengthMax: 200, width: .third)),
    ]
  }

  /// Rare, so folded; but something refused may not hide in a fold.
  private var rest: HTML {
    let f = NumberingField.self
    let isSet = [f.note, f.language].contains { input.reasons[$0] != nil || !input[$0].isEmpty }
    let group = FieldGroup(fields: [
      field(Field("Ngôn ngữ", name: f.language, value: "Tiếng Việt", lengthMax: 30, width: .third)),
      field(Field("Ghi chú", name: f.note, hint: "In ở cột Ghi chú của sổ.", lengthMax: 500)),
    ])
    return """
      <details class="folded"\(HTML.flag("open", isSet))><summary>Thông tin khác</summary>\(group.html)</details>
      """
  }

  private var files: HTML {
    FieldGroup(
      "Tệp",
      fields: [
        field(
          Field(
            "Văn bản và phụ lục", name: "file", kind: .file(accept: AcceptedFiles.attachments, multiple: true),
            hint: input.isRefused
              ? "Tệp đã chọn không giữ lại được. Hãy chọn lại."
              : "Văn bản trước, phụ lục sau. Có thể thêm sau khi đóng dấu và quét; chưa có tệp thì chưa phát hành được."
          )),
        field(
          Field(
            "Đã xem từng trang: không có dấu mật", name: NumberingField.vouchedOpen, kind: .checkbox,
            hint: "Cần tích khi có tệp.")),
      ]
    ).html
  }

  private var reason: Field {
    field(Field("Lý do sửa", name: NumberingField.correctionReason, required: true, lengthMax: 500))
  }

  private var buttons: [HTML] {
    guard correctedCode == nil else {
      return [Button("Lưu bản sửa", style: .primary, name: "next", value: "show", key: "ctrl+enter").html]
    }
    return [
      Button("Cấp số", style: .primary, name: "next", value: "show", key: "ctrl+enter").html,
      Button("Cấp số và tiếp", name: "next", value: "again", key: "alt+enter").html,
    ]
  }
}

/// The symbol and number that the typed fields would get. A fragment of «Cấp số».
struct NextCode {
  var codeText: String
  var bookTitle: String
  /// Day of a reserved number.
  var day: String?

  var html: HTML {
    let dated: HTML = day.map { ", ngày \($0)" } ?? .empty
    return "Sẽ cấp: <b class=\"code\">Số: \(codeText)</b> <span class=\"quiet\">\(bookTitle)\(dated)</span>"
  }

  static let none: HTML = "<span class=\"quiet\">Chọn tên loại để xem số, ký hiệu sẽ cấp.</span>"
}
