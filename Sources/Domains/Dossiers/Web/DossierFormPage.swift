import Markup

/// Opening a dossier, or setting its head right.
struct DossierFormPage {
  var heading: String
  var line: HTML = .empty
  var action: String
  var saveLabel: String
  var retentions: [Field.Choice]
  var makers: [Field.Choice]
  /// What the next number would be called: «15.KS».
  var nextNotation: String
  var isNew: Bool
  /// Where it stands in the plan; nil outside the plan.
  var plannedLine: String?
  /// Where an entry of the plan is chosen; nil when there is nothing to choose.
  var choosingPath: String?
  /// Templates by which it may be opened; empty for one that is there.
  var templates: [Field.Choice] = []
  /// Why one is chosen already.
  var templateHint: String?
  /// What it begins with: a document, or an entry of the plan.
  var carried: [(name: String, value: String)] = []
  var obstacle: String?
  var input: FormInput
  var seal: FormSeal

  static let keys = [KeyHint("ctrl+enter", "lưu")]

  var html: HTML {
    let choosing = choosingPath.map { [Button("Chọn từ danh mục hồ sơ", path: $0)] } ?? []
    let head = PageHead(heading, line: plannedLine.map { "\($0)" } ?? line, acts: choosing).html
    if let obstacle { return "\(head)\(Notice(.refused, obstacle).html)" }
    let hidden = carried.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML }
    return """
      \(head)\(input.summary)\
      \(ActForm(action: action, seal: seal, content: """
        \(hidden)\(FieldGroup(fields: fields.map(input.filling)).html)
        \(FieldGroup("Thông tin thêm", fields: more.map(input.filling)).html)
        <div class="acts is-sticky">\(Button(saveLabel, style: .primary, key: "ctrl+enter").html)</div>
        """).html)
      """
  }

  private var fields: [Field] {
    let name = DossierField.self
    let template =
      templates.isEmpty
      ? []
      : [
        Field(
          "Mẫu hồ sơ", name: DossierTemplateField.template, kind: .select([.init("", "Không theo mẫu")] + templates),
          hint: templateHint ?? "Trang hồ sơ nhắc còn thiếu gì theo mẫu.")
      ]
    return template + [
      Field(
        "Tiêu đề hồ sơ", name: name.title, kind: .area(rows: 2), hint: "Việc gì, của ai, thời gian nào.",
        required: true, focus: true, lengthMax: DossierFacts.titleLengthMax),
      Field(
        "Thời hạn bảo quản", name: name.retention, kind: .select([.init("", "Chọn thời hạn")] + retentions),
        required: true, width: .third),
      Field("Ngày bắt đầu", name: name.startedOn, kind: .day, required: true, width: .third),
      Field("Hạn giải quyết", name: name.dueOn, kind: .day, width: .third),
      isNew
        ? Field("Người lập hồ sơ", name: name.maker, kind: .select(makers), required: true, width: .half)
        : Field(
          "Người lập hồ sơ", name: name.maker, hint: "Đổi ở tab Người tham gia; người khác xác nhận mới có hiệu lực.",
          readOnly: true, width: .half),
      Field(
        "Số, ký hiệu hồ sơ", name: name.notation,
        hint: plannedLine != nil
          ? "Số của danh mục."
          : isNew ? "Để trống: hệ thống cấp số tiếp theo, \(nextNotation)." : "Để trống: giữ nguyên.",
        readOnly: plannedLine != nil, lengthMax: DossierCode.notationLengthMax, width: .half),
    ]
  }

  private var more: [Field] {
    let name = DossierField.self
    return [
      Field(
        "Loại hồ sơ", name: name.kind, value: DossierFacts.Kind.general.rawValue,
        kind: .select(DossierFacts.Kind.allCases.map { .init($0.rawValue, $0.label) }), width: .third),
      Field(
        "Chế độ sử dụng", name: name.mode, value: DossierFacts.AccessMode.conditional.rawValue,
        kind: .select(DossierFacts.AccessMode.allCases.map { .init($0.rawValue, $0.label) }),
        hint: "Cho người đọc sau này ở lưu trữ; không đổi ai xem được hồ sơ.", width: .third),
      Field("Từ khóa", name: name.keyword, lengthMax: DossierFacts.keywordLengthMax, width: .third),
      Field("Ghi chú", name: name.note, kind: .area(rows: 2), lengthMax: DossierFacts.noteLengthMax),
    ]
  }
}
