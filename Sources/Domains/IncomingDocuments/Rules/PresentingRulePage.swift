import Markup

/// One rule: its form, how it came to be, and ending it.
struct PresentingRulePage {
  var title: String
  var action: String
  var fields: [Field]
  var label: String
  /// Ends it; nil for a new one, an ended one, and whoever only reads.
  var endPath: String?
  /// Shown in place of the form to whoever only reads.
  var facts: DefinitionList?
  var story: Story?
  var listPath: String
  var input: FormInput
  var seal: FormSeal

  var html: HTML {
    let back: HTML = .when(facts != nil, "<p><a href=\"\(listPath)\">Mọi quy tắc</a></p>")
    let told: HTML = story.map { "<section class=\"sheet-block\"><h2>Diễn biến</h2>\($0.html)</section>" } ?? .empty
    return "\(PageHead(title).html)\(input.summary)\(facts?.html ?? form)\(ending)\(told)\(back)"
  }

  private var form: HTML {
    ActForm(
      action: action, seal: seal,
      content: """
        \(FieldGroup(nil, fields.map { input.filling($0).html }).html)\
        <div class="acts">\(Button(label, style: .primary, key: "ctrl+enter").html)\(Button("Thôi", path: listPath).html)</div>
        """
    ).html
  }

  private var ending: HTML {
    guard let endPath else { return .empty }
    return Dialog(
      id: "bo-quy-tac", title: "Bỏ quy tắc này?",
      content: """
        <p>Văn bản đã chuyển theo quy tắc giữ nguyên; từ nay văn bản loại này được trình.</p>\
        \(ActForm(action: endPath, seal: seal, button: Button("Bỏ quy tắc", style: .grave)).html)
        """
    ).html(opener: "Bỏ quy tắc", style: .grave)
  }
}
