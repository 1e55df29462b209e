import Kernel
import Markup
import Registers

/// «Dãy số»: how the agency numbers its documents, as its head decided, and the form that lays a series down (DI-02).
struct SeriesPage {
  struct Row {
    var name: String
    /// «Quyết định, Chỉ thị» or the body's name with its abbreviation.
    var scope: String
    var basis: String
    /// «từ 2026», «2026–2027», «từ 01/01/2027».
    var years: String
    var laid: String
    var isEnded: Bool
    /// POST: gives it up; nil when it is given up or the reader may not.
    var endPath: String?
  }

  var rows: [Row]
  /// Types that may be chosen.
  var types: [Field.Choice]
  var mayLay: Bool
  /// What a new series of types would say: «từ ngày cấp số đầu tiên của năm 2026», «từ 01/01/2027».
  var begins: String
  var input: FormInput
  var seal: FormSeal

  static let title = "Dãy số văn bản đi"
  static let keys: [KeyHint] = .list + [KeyHint("ctrl+enter", "lập dãy số")]

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Văn bản không thuộc dãy riêng nào lấy số ở «\(RegisterKind.outgoing.bookName)».", acts: [Button("Về văn bản đi", path: OutgoingDocumentPaths.list)]).html)
    \(input.summary)\(rows.isEmpty ? empty : table.html)\(mayLay ? form : .empty)
    """
  }

  private var empty: HTML {
    EmptyState(
      "Một dãy số chung", "Mọi văn bản hành chính lấy số chung một dãy, bắt đầu từ 01 ngày 01 tháng 01 mỗi năm."
    ).html
  }

  private var table: DataTable {
    DataTable(
      caption: "Các dãy số riêng",
      columns: [
        .init("Sổ", .long), .init("Dùng cho"), .init("Căn cứ"), .init("Năm"), .init("Người lập"),
        .init("Việc làm được", .narrow, labelHidden: true),
      ],
      rows: rows.map { row in
        let end: HTML =
          row.endPath.map { path in
            ActForm(action: path, seal: seal, button: Button("Thôi dùng", style: .quiet)).html
          } ?? .empty
        return DataTable.Row(
          cells: ["\(row.name)", "\(row.scope)", "\(row.basis)", "\(row.years)", "\(row.laid)", end],
          isStruck: row.isEnded)
      })
  }

  private var form: HTML {
    let field = SeriesField.self
    let chosen = Set(input[field.types].split(separator: ",").map(String.init))
    let boxes = types.map { type -> HTML in
      """
      <label class="tick"><input type="checkbox" name="\(field.types)" value="\(type.value)"\
      \(HTML.flag("checked", chosen.contains(type.value)))> \(type.label)</label>
      """
    }
    let reasons = (input.reasons[field.types] ?? []).map { "<ul class=\"reasons\"><li>\($0)</li></ul>" as HTML }
    return """
      <section class="sheet-block"><h2>Lập dãy số riêng</h2>\
      \(ActForm(action: OutgoingDocumentPaths.series, seal: seal, content: """
        <fieldset class="ticks"><legend>Theo tên loại, \(begins)</legend>\(boxes)\(reasons)</fieldset>\
        \(FieldGroup("hoặc theo tổ chức tư vấn có con dấu cơ quan, dùng ngay", fields: [
          input.filling(Field("Tên tổ chức", name: field.body, hint: "Hội đồng, Ban, Tổ ghi là tên cơ quan ban hành.", lengthMax: 200, width: .half)),
          input.filling(Field("Viết tắt trong ký hiệu", name: field.abbreviation, lengthMax: 20, width: .quarter)),
        ]).html)\
        \(FieldGroup(fields: [
          input.filling(Field("Tên sổ", name: field.name, hint: "Ví dụ: Sổ đăng ký quyết định.", required: true, lengthMax: OutgoingSeries.nameLengthMax, width: .half)),
          input.filling(Field("Căn cứ", name: field.basis, hint: "Quyết định của người đứng đầu cơ quan.", required: true, lengthMax: 300, width: .half)),
        ]).html)\
        <div class="acts">\(Button("Lập dãy số", style: .primary, key: "ctrl+enter").html)</div>
        """).html)</section>
      """
  }
}
