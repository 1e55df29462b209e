import Kernel
import Markup

/// Where a source is uploaded, and what was brought in before.
struct ImportBatchesPage {
  struct Line {
    var path: String
    var id: String
    var name: String
    var askedAt: String
    var askedBy: String
    var stateLabel: String
    var counts: ImportBatch.Counts
    var isWorking: Bool
    var progressNote: String
  }

  var kind: ImportBatch.Kind
  var lines: [Line]
  var limitLine: String
  var input = FormInput()
  var seal: FormSeal

  var html: HTML {
    let live = lines.contains(where: \.isWorking) ? ImportPaths.progress(kind) : nil
    return """
      \(kind.tabs)\(head)
      \(input.summary)
      <section class="sheet-block"><h2>Chọn tệp</h2>\(form)</section>
      \(kind == .organization ? templates : .empty)
      <section\(HTML.attribute("data-live", live))>\
      <h2>Các đợt nhập</h2>\(lines.isEmpty ? empty : table.html)</section>
      \(kind == .organization ? meanings : .empty)
      """
  }

  private var head: HTML {
    switch kind {
    case .documents:
      PageHead(
        kind.title,
        line:
          "Đưa sổ đăng ký văn bản đến đã có vào hệ thống. Tệp được kiểm tra trước, chưa ghi gì cho đến khi anh/chị cho nhập.",
        acts: [Button("Về danh sách", path: "/van-ban-den")]
      ).html
    case .organization:
      PageHead(
        kind.title,
        line:
          "Đưa danh sách cơ quan, đơn vị, người và chức danh vào hệ thống. Tệp được kiểm tra trước; anh/chị xem sẽ thêm và sửa gì rồi mới cho nhập."
      ).html
    }
  }

  private var form: HTML {
    ActForm(
      action: ImportPaths.list(kind), seal: seal, carriesFiles: true,
      content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)<div class="acts">\(Button("Kiểm tra tệp", style: .primary, key: "ctrl+enter").html)</div>
        """
    ).html
  }

  private var fields: [Field] {
    let name = ImportPaths.Name.self
    let accept = ".xlsx,.xls,.csv,.jsonl,.json,.txt"
    let mapping = Field(
      "Ánh xạ cột (nếu có)", name: name.mapping, kind: .file(accept: ".json", multiple: false),
      hint: "Không có thì cột được nhận theo tên và chọn lại được sau khi kiểm tra.", width: .half)
    switch kind {
    case .documents:
      let numberings = ImportSettings.Numbering.allCases.map { Field.Choice($0.rawValue, $0.label) }
      return [
        Field(
          "Tệp sổ", name: name.table, kind: .file(accept: accept, multiple: false),
          hint: "Excel, CSV (UTF-8) hoặc JSONL, mỗi dòng một văn bản. \(limitLine)", required: true),
        Field(
          "Tệp của văn bản (nếu có)", name: name.files, kind: .file(accept: ".zip", multiple: false),
          hint: "Một tệp ZIP; cột «Tệp» ghi đường dẫn của từng tệp bên trong.", width: .half),
        mapping,
        Field(
          "Số đến", name: name.numbering, value: ImportSettings.Numbering.own.rawValue, kind: .select(numberings),
          width: .half),
      ]
    case .organization:
      return [
        Field(
          "Tệp danh sách", name: name.table, kind: .file(accept: accept, multiple: false),
          hint:
            "Excel, CSV (UTF-8) hoặc JSONL, mỗi dòng một cơ quan, một đơn vị, hoặc một người cùng chức danh. \(limitLine)",
          required: true),
        mapping, ImportColumns.keepsKnown(false),
      ]
    }
  }

  private var templates: HTML {
    let links = OrganizationTemplate.allCases.map { template in
      Button("\(template.label) (.xlsx)", path: ImportPaths.template(template)).html
    }
    return """
      <section class="sheet-block"><h2>Tệp mẫu</h2><p>Tải về, điền, rồi chọn ở trên: cơ quan trước, rồi đơn vị, rồi người. Mỗi \
      mẫu có một dòng ví dụ không được nhập.</p><div class="acts">\(links)</div></section>
      """
  }

  private var meanings: HTML {
    let table = DataTable(
      caption: "Tên cột được nhận",
      columns: [.init("Cột"), .init("Tên khác"), .init("Nghĩa", .long)],
      rows: OrganizationField.allCases.map { field in
        .init(cells: [
          "\(field.label)", "\(([field.rawValue] + field.otherNames).joined(separator: ", "))", "\(field.meaning)",
        ])
      }, walkable: false)
    return "<section class=\"sheet-block\"><h2>Các cột của tệp</h2>\(table.html)</section>"
  }

  private var empty: HTML {
    switch kind {
    case .documents:
      EmptyState("Chưa nhập sổ cũ nào", "Chọn tệp ở trên; kiểm tra xong anh/chị xem lỗi từng dòng rồi mới cho nhập.")
        .html
    case .organization:
      EmptyState(
        "Chưa nhập danh sách nào",
        "Tải tệp mẫu, điền và chọn ở trên; kiểm tra xong anh/chị xem từng lỗi rồi mới cho nhập."
      ).html
    }
  }

  private var table: DataTable {
    DataTable(
      caption: "Các đợt nhập, mới nhất lên đầu",
      columns: [
        .init("Tệp", .long), .init("Lúc", .figures), .init("Số dòng", .figures), .init("Không nhập được", .figures),
        .init(kind == .documents ? "Trong sổ" : "Đã nhập", .figures), .init("Tình trạng", .long),
      ],
      rows: lines.map { line in
        let state: HTML =
          line.isWorking
          ? ProgressLine(key: "batch-\(line.id)", text: line.progressNote, value: nil, max: 1).html
          : "\(line.stateLabel)"
        return .init(
          id: "dot-\(line.id)",
          cells: [
            "<a href=\"\(line.path)\">\(line.name)</a><small>\(line.askedBy)</small>", "\(line.askedAt)",
            "\(line.counts.rows)", "\(line.counts.problems)", "\(line.counts.entered)", state,
          ])
      }, walkable: false)
  }
}
