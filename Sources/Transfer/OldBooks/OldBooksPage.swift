import Kernel
import Markup

/// «Nhập sổ cũ»: a file to upload, and what was brought in before.
struct OldBooksPage {
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

  var lines: [Line]
  var limitLine: String
  var input = FormInput()
  var seal: FormSeal

  static let title = "Nhập sổ cũ"

  var html: HTML {
    """
    \(PageHead(
      Self.title,
      line: "Đưa sổ đăng ký văn bản đến đã có vào hệ thống. Tệp được kiểm tra trước, chưa ghi gì cho đến khi anh/chị cho nhập.",
      acts: [Button("Về danh sách", path: "/van-ban-den")]
    ).html)
    \(input.summary)
    <section class="sheet-block"><h2>Chọn tệp</h2>\(form)</section>
    <section\(HTML.attribute("data-live", lines.contains(where: \.isWorking) ? OldBookPaths.progress : nil))>\
    <h2>Các đợt nhập</h2>\(lines.isEmpty ? empty : table.html)</section>
    """
  }

  private var form: HTML {
    let name = OldBookPaths.Name.self
    let numberings = OldBookSettings.Numbering.allCases.map { Field.Choice($0.rawValue, $0.label) }
    let fields = [
      Field(
        "Tệp sổ", name: name.table, kind: .file(accept: ".xlsx,.xls,.csv,.jsonl,.json,.txt", multiple: false),
        hint: "Excel, CSV (UTF-8) hoặc JSONL, mỗi dòng một văn bản. \(limitLine)",
        required: true),
      Field(
        "Tệp của văn bản (nếu có)", name: name.files, kind: .file(accept: ".zip", multiple: false),
        hint: "Một tệp ZIP; cột «Tệp» ghi đường dẫn của từng tệp bên trong.",
        width: .half),
      Field(
        "Ánh xạ cột (nếu có)", name: name.mapping, kind: .file(accept: ".json", multiple: false),
        hint: "Không có thì cột được nhận theo tên và chọn lại được sau khi kiểm tra.", width: .half),
      Field(
        "Số đến", name: name.numbering, value: OldBookSettings.Numbering.own.rawValue, kind: .select(numberings),
        width: .half),
    ]
    return ActForm(
      action: OldBookPaths.list, seal: seal, carriesFiles: true,
      content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)<div class="acts">\(Button("Kiểm tra tệp", style: .primary, key: "ctrl+enter").html)</div>
        """
    ).html
  }

  private var empty: HTML {
    EmptyState("Chưa nhập sổ cũ nào", "Chọn tệp ở trên; kiểm tra xong anh/chị xem lỗi từng dòng rồi mới cho nhập.").html
  }

  private var table: DataTable {
    DataTable(
      caption: "Các đợt nhập, mới nhất lên đầu",
      columns: [
        .init("Tệp", .long), .init("Lúc", .figures), .init("Số dòng", .figures), .init("Không nhập được", .figures),
        .init("Trong sổ", .figures), .init("Tình trạng", .long),
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
