import Kernel
import Markup

/// The template of one type: what is in force, another one in its place, what was before.
struct TemplatePage {
  var type: DocumentType
  /// Newest first.
  var history: [AgencyTemplate]
  /// Why the person may not change it; empty when they may.
  var obstacles: [String]
  /// The tabs of «Quản trị» are for who administers.
  var isAdministrator: Bool
  var input: FormInput
  var seal: FormSeal

  private var own: AgencyTemplate? { history.first { $0.endedAt == nil } }

  static func title(_ type: DocumentType) -> String { "Mẫu \(type.name.lowercased())" }

  var html: HTML {
    """
    \(HTML.when(isAdministrator, AdministrationTabs.html(current: .templates)))\
    \(PageHead(Self.title(type), line: "\(state)", acts: [Button("Tải mẫu đang dùng", path: TemplatePaths.file(type))]).html)\(input.summary)
    \(lackingNotice)
    <section class="sheet-block"><h2>Thay bằng mẫu của cơ quan</h2>\(form)\(returning)</section>
    <section class="sheet-block"><h2>Các trường</h2><p>Đặt trường vào chỗ cần điền, viết liền như dưới đây; hoặc dùng ô nội \
    dung (content control) của Word có thẻ (tag) cùng tên.</p>\(fields.html)</section>
    \(HTML.when(!history.isEmpty, "<section class=\"sheet-block\"><h2>Các mẫu đã đặt</h2>\(past.html)</section>"))
    """
  }

  private var state: String {
    own.map { "Đang dùng mẫu của cơ quan: \($0.fileName)" } ?? "Đang dùng mẫu của hệ thống"
  }

  private var returning: HTML {
    guard own != nil else { return .empty }
    return """
      <div class="acts">\(ActForm(
        action: TemplatePaths.usual(type), seal: seal,
        button: Button("Dùng lại mẫu của hệ thống", obstacles: obstacles)
      ).html)</div>
      """
  }

  private var lackingNotice: HTML {
    guard let own else { return .empty }
    let lacking = own.lacking(for: type)
    let unknown = TemplateField.unknown(in: own.fieldNames)
    let lines: [String] =
      (lacking.isEmpty
        ? []
        : [
          "Mẫu thiếu trường \(lacking.map { "{{\($0.rawValue)}} (\($0.label))" }.joined(separator: ", ")): người soạn phải tự gõ."
        ])
      + (unknown.isEmpty
        ? [] : ["Trường \(unknown.map { "{{\($0)}}" }.joined(separator: ", ")) hệ thống không biết nên sẽ để nguyên."])
    return lines.map { Notice(.caution, $0).html }.joined()
  }

  private var form: HTML {
    let field = Field(
      "Tệp mẫu (.docx)", name: TemplatePaths.fileField, kind: .file(accept: ".docx,.doc", multiple: false),
      hint: "Soạn trong Word theo thể thức của cơ quan, có các trường ở dưới.", required: true)
    return ActForm(
      action: TemplatePaths.show(type), seal: seal, carriesFiles: true,
      content: """
        \(input.filling(field).html)<div class="acts">\
        \(Button("Dùng mẫu này", style: .primary, key: "ctrl+enter", obstacles: obstacles).html)</div>
        """
    ).html
  }

  private var fields: DataTable {
    DataTable(
      caption: "Các trường", columns: [.init("Trường"), .init("Nội dung", .long), .init("Cần có")],
      rows: TemplateField.allCases.map { field in
        .init(cells: [
          "<code>{{\(field.rawValue)}}</code>", "\(field.label)",
          field.isRequired(for: type) ? "có" : "<span class=\"hint\">không bắt buộc</span>",
        ])
      }, walkable: false)
  }

  private var past: DataTable {
    DataTable(
      caption: "Các mẫu đã đặt", columns: [.init("Tệp", .long), .init("Người đặt"), .init("Từ"), .init("Đến")],
      rows: history.map { template in
        .init(cells: [
          "\(template.fileName)", "\(template.addedBy)", "\(template.addedAt.text)",
          "\(template.endedAt?.text ?? "đang dùng")",
        ])
      }, walkable: false)
  }
}
