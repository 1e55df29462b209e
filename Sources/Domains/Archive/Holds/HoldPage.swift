import Markup

/// One asking to keep a dossier, for the head who answers it.
struct HoldPage {
  var dossierName: String
  var dossierPath: String
  var asker: String
  var reason: String
  var due: String
  var until: String
  var state: StateMark
  var answer: String
  var consentAction: String
  var refusalAction: String
  var reasonName: String
  var reasonLengthMax: Int
  /// Why the reader does not answer it; nil when they may.
  var obstacle: String?
  var input: FormInput
  var seal: FormSeal

  static let title = "Đề nghị giữ lại hồ sơ"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "<a href=\"\(dossierPath)\">\(dossierName)</a> \(state.html)").html)\(input.summary)\
    \(DefinitionList([
        .init("Người đề nghị", text: asker), .init("Lý do", text: reason), .init("Đến hạn nộp lưu", text: due),
        .init("Xin giữ đến hết", text: until), .init("Trả lời", text: answer),
      ]).html)\(form)
    """
  }

  /// Gone once it is answered.
  private var form: HTML {
    guard answer.isEmpty else { return .empty }
    let field = Field(
      "Ý kiến", name: reasonName, hint: "Bắt buộc khi không đồng ý.", lengthMax: reasonLengthMax)
    let obstacles = obstacle.map { [$0] } ?? []
    return """
      \(ActForm(action: consentAction, seal: seal, content: """
        \(FieldGroup(fields: [input.filling(field)]).html)\
        <div class="acts">\(Button("Đồng ý", style: .primary, obstacles: obstacles).html)\
        \(HTML.when(obstacle == nil, Button("Không đồng ý", formAction: refusalAction).html))</div>
        """).html)
      """
  }
}
