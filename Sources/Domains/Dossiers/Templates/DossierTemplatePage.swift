import FilePlans
import Markup

/// One template: its form for who keeps it, its lines for everybody else.
struct DossierTemplatePage {
  struct Line {
    var place: String
    var name: String
    var type: String
    var direction: String
    var need: String
    var amount: String
  }

  /// What the form's buttons do.
  enum Act: String { case addLines = "them-dong", save = "luu" }

  static let keys = [KeyHint("ctrl+enter", "lưu")]

  var heading: String
  var line: HTML = .empty
  var action: String
  /// Why it is shown without a form; nil when it may be written.
  var readOnlyReason: String?
  var lines: [Line] = []
  var lineCount: Int
  /// To be chosen once, when it is made; empty afterwards.
  var owners: [Field.Choice] = []
  var types: [Field.Choice]
  var retentions: [Field.Choice]
  var headings: [String]
  var acts: [HTML] = []
  var input: FormInput
  var seal: FormSeal

  var html: HTML {
    let head = "\(DossierTabs.html(current: .templates))\(PageHead(heading, line: line, actMarkup: acts).html)" as HTML
    if let readOnlyReason { return "\(head)<p class=\"hint\">\(readOnlyReason)</p>\(table)" }
    return """
      \(head)\(input.summary)\
      \(ActForm(action: action, seal: seal, content: """
        <input type="hidden" name="\(DossierTemplateField.lineCount)" value="\(lineCount)">\
        \(FieldGroup(fields: top.map(input.filling)).html)\((0..<lineCount).map(group))
        <div class="acts">\(Button(
          "Thêm dòng", name: DossierTemplateField.act, value: Act.addLines.rawValue, skipsChecks: true).html)</div>
        <div class="acts is-sticky">\(Button(
          "Lưu mẫu", style: .primary, name: DossierTemplateField.act, value: Act.save.rawValue, key: "ctrl+enter").html)\
        \(Button("Thôi", path: DossierTemplatePaths.list).html)</div>
        """).html)
      """
  }

  private var top: [Field] {
    let name = DossierTemplateField.self
    let owner =
      owners.isEmpty
      ? [] : [Field("Của", name: name.owner, kind: .select(owners), required: true, width: .half)]
    return [
      Field(
        "Tên mẫu", name: name.name, hint: "Loại việc, ví dụ «Thẩm định đề án thăm dò».", required: true, focus: true,
        lengthMax: DossierTemplate.Facts.nameLengthMax),
      Field("Dùng khi", name: name.use, lengthMax: DossierTemplate.Facts.useLengthMax),
    ] + owner + [
      Field(
        "Thời hạn bảo quản đề nghị", name: name.retention,
        kind: .select([.init("", "Chọn khi mở hồ sơ")] + retentions), width: .half),
      Field(
        "Đề nghị cho đề mục", name: name.heading, value: "",
        hint: headings.isEmpty
          ? "Tên đề mục trong danh mục hồ sơ; hồ sơ mở từ đề mục ấy được gợi ý mẫu này."
          : "Trong danh mục năm nay có: \(headings.joined(separator: "; ")).", width: .half),
    ]
  }

  private func group(_ index: Int) -> HTML {
    func name(_ part: DossierTemplateField.LinePart) -> String { DossierTemplateField.line(part, index) }
    let fields = [
      Field("Tên thành phần", name: name(.name), lengthMax: ExpectedContent.nameLengthMax, width: .half),
      Field("Loại văn bản", name: name(.type), kind: .select([.init("", "Mọi loại")] + types), width: .quarter),
      Field(
        "Nguồn", name: name(.direction), value: ExpectedContent.Direction.any.rawValue,
        kind: .select(ExpectedContent.Direction.allCases.map { .init($0.rawValue, $0.label) }), width: .quarter),
      Field("Mức độ", name: name(.need), value: "1", kind: .select(Self.needs), width: .quarter),
      Field("Số lượng", name: name(.amount), value: "0", kind: .select(Self.amounts), width: .quarter),
      Field("Thứ tự", name: name(.place), value: "\(index + 1)", kind: .number, width: .quarter),
    ]
    return FieldGroup("Thành phần \(index + 1)", fields.map { input.filling($0).html }).html
  }

  static let needs: [Field.Choice] = [.init("1", "Bắt buộc"), .init("0", "Nên có")]
  static let amounts: [Field.Choice] = [.init("0", "Một"), .init("1", "Nhiều")]

  private var table: HTML {
    DataTable(
      caption: "Thành phần của mẫu",
      columns: [
        .init("STT", .figures), .init("Tên thành phần", .long), .init("Loại văn bản"), .init("Nguồn"),
        .init("Mức độ"), .init("Số lượng"),
      ],
      rows: lines.map {
        .init(cells: ["\($0.place)", "\($0.name)", "\($0.type)", "\($0.direction)", "\($0.need)", "\($0.amount)"])
      }, walkable: false
    ).html
  }
}
