import Markup

/// Bản giấy of one document: who holds it, passing it on, answering for it, where it has been.
struct PaperCopyPage {
  /// What this reader can answer; nil where nothing waits for them.
  enum Answer {
    case receiver(name: String)
    case giver(name: String)
  }

  var document: String
  var documentPath: String
  /// «Vụ Khoáng sản nhận lúc …; đang chuyển …, chờ xác nhận».
  var state: String
  var answer: Answer?
  /// Key of the passing-on that is answered.
  var passing: String = ""
  /// To whom it can be passed on; empty for whoever does not hold it.
  var receivers: [Field.Choice] = []
  var moves: [String]
  var passPath: String
  var receivePath: String
  var refusePath: String
  var takeBackPath: String
  var input: FormInput
  var seal: FormSeal

  static let title = "Bản giấy"

  var html: HTML {
    let moves: HTML =
      self.moves.isEmpty
      ? "<p class=\"hint\">Bản giấy chưa chuyển đi đâu.</p>"
      : "<ol class=\"story\">\(self.moves.map { "<li>\($0)</li>" as HTML })</ol>"
    return """
      \(PageHead(Self.title, line: "<a href=\"\(documentPath)\">\(document)</a>").html)\(input.summary)\
      <section class="sheet-block"><p>Bản giấy: <b>\(state)</b>.</p>\(answering)\(passing(receivers))</section>\
      <section class="sheet-block"><h2>Đã qua tay</h2>\(moves)</section>
      """
  }

  private var key: HTML { "<input type=\"hidden\" name=\"\(PaperCopyField.passing)\" value=\"\(passing)\">" }

  private var answering: HTML {
    switch answer {
    case nil: return .empty
    case .giver(let name):
      return ActForm(
        action: takeBackPath, seal: seal, className: "act act-one",
        content: "\(key)\(Button("Lấy lại, chưa chuyển \(name)").html)"
      ).html
    case .receiver:
      let reason = Field("Lý do không nhận", name: PaperCopyField.reason, lengthMax: HandlingAccess.reasonLengthMax)
      return """
        \(ActForm(
          action: receivePath, seal: seal,
          content: "\(key)<div class=\"acts\">\(Button("Đã nhận bản giấy", style: .primary, key: "a").html)</div>"
        ).html)\
        <details class="folded"\(HTML.flag("open", input.isRefused))><summary>Không nhận</summary>\(ActForm(
          action: refusePath, seal: seal,
          content: "\(key)\(input.filling(reason).html)\(Button("Không nhận bản giấy", style: .grave).html)"
        ).html)</details>
        """
    }
  }

  private func passing(_ receivers: [Field.Choice]) -> HTML {
    guard !receivers.isEmpty else { return .empty }
    let receiver = Field(
      "Chuyển bản giấy cho", name: PaperCopyField.receiver, kind: .select([.init("", "Chọn nơi nhận")] + receivers),
      hint: "Bên nhận xác nhận thì bản giấy mới sang tay họ.", required: true, width: .half)
    return ActForm(
      action: passPath, seal: seal,
      content:
        "\(input.filling(receiver).html)<div class=\"acts\">\(Button("Chuyển", style: .primary, key: "ctrl+enter").html)</div>"
    ).html
  }
}
