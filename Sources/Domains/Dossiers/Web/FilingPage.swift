import Markup

/// Putting one document into a dossier: the likely ones first, with why.
struct FilingPage {
  struct Choice {
    var id: String
    var notation: String
    var title: String
    var maker: String
    /// Why it is likely; empty for the others.
    var reason: String
    var isIn: Bool
  }

  static let title = "Đưa vào hồ sơ"
  static let keys: [KeyHint] = [
    KeyHint("ctrl+enter", "đưa vào hồ sơ đang chọn"), KeyHint("m", "mở hồ sơ mới từ văn bản này"),
  ]

  var documentName: String
  var documentPath: String
  var choices: [Choice]
  var action: String
  var openingPath: String
  var obstacle: String?
  var input: FormInput
  var seal: FormSeal

  var html: HTML {
    let head = PageHead(
      Self.title, line: "<a href=\"\(documentPath)\">\(documentName)</a>",
      acts: [Button("Mở hồ sơ mới từ văn bản này", path: openingPath, key: "m")])
    if let obstacle { return "\(head.html)\(Notice(.refused, obstacle).html)" }
    if choices.isEmpty {
      return """
        \(head.html)\(EmptyState(
          "Anh/chị chưa có hồ sơ đang lập nào", "Mở một hồ sơ mới; văn bản này nằm sẵn trong đó.",
          act: Button("Mở hồ sơ mới từ văn bản này", path: openingPath)).html)
        """
    }
    return "\(head.html)\(input.summary)\(form)"
  }

  private var form: HTML {
    let chosen = input[DossierField.dossier]
    let rows = choices.map { choice -> HTML in
      let mark: HTML = choice.isIn ? StateMark("Đã nằm trong hồ sơ", .done).html : .empty
      let why: HTML = .when(!choice.reason.isEmpty, "<span class=\"quiet\">\(choice.reason)</span>")
      return """
        <li><label><input type="radio" name="\(DossierField.dossier)" value="\(choice.id)"\
        \(HTML.flag("checked", choice.id == chosen && !choice.isIn))\(HTML.flag("disabled", choice.isIn))>\
        <span><span class="code">\(choice.notation)</span> <span>\(choice.title)</span> <span class="quiet">\(choice.maker)</span> \
        \(mark)\(why)</span></label></li>
        """
    }
    return ActForm(
      action: action, seal: seal,
      content: """
        <fieldset class="group"><legend>Hồ sơ</legend><ul class="filing-choices">\(rows)</ul></fieldset>\
        <div class="acts is-sticky">\(Button("Đưa vào hồ sơ", style: .primary, key: "ctrl+enter").html)</div>
        """
    ).html
  }
}
