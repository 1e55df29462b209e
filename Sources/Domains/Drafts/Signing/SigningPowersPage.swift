import Kernel
import Markup

/// Thẩm quyền ký: who may sign what, in which capacity, until when.
struct SigningPowersPage {
  struct Line {
    var holder: String
    var capacity: String
    /// «Công văn, Giấy mời»; «mọi loại».
    var types: String
    var scope: String
    var basis: String
    /// «từ 01/01/2026»; «01/01/2026 đến hết 31/12/2026».
    var term: String
    /// Not in force today.
    var isOver: Bool
    var version: Int
    var endPath: String
  }

  var lines: [Line]
  var mayKeep: Bool
  /// The reader administers too, and sees the other parts of «Quản trị».
  var isAdministrator = false
  var seal: FormSeal

  static let title = "Thẩm quyền ký"
  static let keys: [KeyHint] = [KeyHint("v", "thêm thẩm quyền ký")]

  private static let explanation: HTML =
    "Lúc ký, hệ thống đối chiếu người ký, tư cách, loại văn bản và ngày với bảng này; không có dòng phù hợp thì không ký được."

  private var new: Button { Button("Thêm thẩm quyền ký", style: .primary, path: DraftPaths.newSigningPower, key: "v") }

  var html: HTML {
    """
    \(HTML.when(isAdministrator, AdministrationTabs.html(current: .signing)))\(PageHead(Self.title, line: Self.explanation, acts: (mayKeep ? [new] : []) + [Button("Về dự thảo", path: DraftPaths.list)]).html)\
    \(lines.isEmpty ? empty : table)
    """
  }

  private var empty: HTML {
    EmptyState(
      "Chưa ai có thẩm quyền ký", "Chưa dự thảo nào ký được. Hãy thêm người đứng đầu (ký trực tiếp) trước.",
      act: mayKeep ? new : nil
    ).html
  }

  private var table: HTML {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Người ký"), .init("Tư cách"), .init("Loại văn bản", .long), .init("Lĩnh vực, phạm vi"), .init("Căn cứ"),
        .init("Hiệu lực", .figures), .init("Việc", .narrow, labelHidden: true),
      ],
      rows: lines.map { line in
        let end: HTML =
          mayKeep
          ? ActForm(
            action: line.endPath, seal: seal.at(version: line.version), button: Button("Chấm dứt", style: .quiet)
          ).html : .empty
        return .init(
          cells: [
            "\(line.holder)", "\(line.capacity)", "\(line.types)", "\(line.scope)", "\(line.basis)", "\(line.term)",
            end,
          ], isStruck: line.isOver)
      }, walkable: false
    ).html
  }
}

/// One of the rules of drafts as a form: a power to sign, a usual way.
struct DraftRulePage {
  var title: String
  var explanation: String
  var tab: AdministrationTabs
  /// The reader administers too, and sees the other parts of «Quản trị».
  var isAdministrator = false
  var action: String
  var backPath: String
  var fields: [Field]
  /// Boxes to tick, under a heading.
  var boxes: [Field] = []
  var boxesTitle = ""
  var boxReasons: [String] = []
  var label: String
  var input: FormInput
  var seal: FormSeal

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "lưu")]

  var html: HTML {
    let reasons: HTML = .when(
      !boxReasons.isEmpty, "<ul class=\"reasons\">\(boxReasons.map { "<li>\($0)</li>" as HTML })</ul>")
    let ticked: HTML =
      boxes.isEmpty ? .empty : "\(FieldGroup(boxesTitle, boxes.map { input.filling($0).html }).html)\(reasons)"
    return """
      \(HTML.when(isAdministrator, AdministrationTabs.html(current: tab)))\(PageHead(title).html)\(input.summary)<p class="hint">\(explanation)</p>\
      \(ActForm(action: action, seal: seal, content: """
        \(FieldGroup(nil, fields.map { input.filling($0).html }).html)\(ticked)\
        <div class="acts is-sticky">\(Button(label, style: .primary, key: "ctrl+enter").html)\(Button("Thôi", path: backPath).html)</div>
        """).html)
      """
  }
}
