import Kernel
import Markup

/// Ủy quyền xử lý: who stands in for whom, and the form that lends a post.
struct DelegationsPage {
  struct Line {
    var delegation: Delegation
    /// «tôi vắng», «tôi làm thay», empty for what a leader sees of others.
    var part: String
    var state: String
    var isOver: Bool
    /// Ends it early; nil for whoever may not.
    var endPath: String?
    var path: String
  }

  var lines: [Line]
  /// What may be lent by this person.
  var posts: [Field.Choice]
  var standIns: [Field.Choice]
  /// Types of documents that it may be kept to.
  var kinds: [Delegation.Kind] = []
  /// Why nothing is lent from here; the form is then not shown.
  var obstacle: String?
  var input: FormInput
  var seal: FormSeal

  static let title = "Ủy quyền xử lý"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Khi vắng, giao việc của chức danh cho người khác làm thay trong một số ngày. Tự bắt đầu, tự kết thúc theo ngày.").html)\
    <section class="sheet-block"><h2>Ủy quyền mới</h2>\(obstacle.map { "<p class=\"hint\">\($0)</p>" as HTML } ?? form)</section>\
    <section><h2>Đã ủy quyền</h2>\(lines.isEmpty ? empty : table)</section>
    """
  }

  private var form: HTML {
    let r = DelegationField.self
    let scopes = Delegation.Scope.allCases.map { Field.Choice($0.rawValue, $0.label) }
    let fields = [
      Field("Chức danh vắng", name: r.post, kind: .select(posts), required: true, width: .half),
      Field(
        "Người làm thay", name: r.standIn, kind: .select([Field.Choice("", "Chọn người")] + standIns), required: true,
        width: .half),
      Field("Từ ngày", name: r.firstDay, kind: .day, required: true, width: .quarter),
      Field("Đến hết ngày", name: r.lastDay, kind: .day, required: true, width: .quarter),
      Field("Phạm vi", name: r.scope, kind: .select(scopes), width: .half),
      Field(
        "Lý do", name: r.reason, hint: "Ví dụ: nghỉ phép, đi công tác.", required: true,
        lengthMax: Delegation.reasonLengthMax),
    ]
    return """
      \(input.summary)<p class="hint">Người làm thay thấy việc của chức danh này ở «Đang làm việc với tư cách». Mọi việc họ làm ghi tên cả hai \
      người. Quyền ký không đi theo; người làm thay không ủy quyền tiếp được.</p>\
      \(ActForm(action: IdentityPaths.delegations, seal: seal, content: """
        \(FieldGroup(nil, fields.map { input.filling($0).html }).html)\(kindFields)\
        <div class="acts">\(Button("Ủy quyền", style: .primary, key: "ctrl+enter").html)</div>
        """).html)
      """
  }

  /// Folded while nothing is chosen: most lend everything.
  private var kindFields: HTML {
    guard !kinds.isEmpty else { return .empty }
    let boxes = kinds.map { kind in
      input.filling(Field(kind.name, name: DelegationField.kind(kind.key), kind: .checkbox, width: .quarter)).html
    }
    let isOpen = kinds.contains { input.values[DelegationField.kind($0.key)] == "1" }
    return """
      <details class="folded"\(HTML.flag("open", isOpen))><summary>Chỉ một số loại văn bản</summary>\
      <p class="hint">Không tích loại nào là mọi loại. Người làm thay vẫn thấy văn bản loại khác nhưng không xử lý được; việc ấy chờ người vắng.</p>\
      \(FieldGroup(nil, boxes).html)</details>
      """
  }

  private var empty: HTML {
    EmptyState("Chưa có ủy quyền nào", "Ủy quyền của anh/chị, và của người anh/chị làm thay, hiện ở đây.").html
  }

  private var table: HTML {
    DataTable(
      caption: "Ủy quyền, mới nhất lên đầu",
      columns: [
        .init("Người vắng", .long), .init("Người làm thay", .long), .init("Thời gian", .figures), .init("Phạm vi"),
        .init("Tình trạng"), .init("Việc", .narrow, labelHidden: true),
      ], rows: lines.map(row)
    ).html
  }

  private func row(_ line: Line) -> DataTable.Row {
    let part: HTML = line.part.isEmpty ? .empty : "<small>\(line.part)</small>"
    let end: HTML =
      line.endPath.map { ActForm(action: $0, seal: seal, button: Button("Kết thúc sớm", style: .quiet)).html } ?? .empty
    let delegation = line.delegation
    return DataTable.Row(
      cells: [
        "<a href=\"\(line.path)\" data-open>\(delegation.absentName)</a>\(part)<small>\(delegation.reason)</small>",
        "\(delegation.standInName)", "\(delegation.firstDay.text) – \(delegation.lastDay.text)",
        "\(delegation.scopeText)", "\(line.state)", end,
      ], isStruck: line.isOver)
  }
}
