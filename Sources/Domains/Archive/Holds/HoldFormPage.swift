import Markup

/// Asking to keep a due dossier for some time more (HS-10), with what was asked before.
struct HoldFormPage {
  struct Line {
    var text: String
    var reason: String
    var state: StateMark
    var answer: String
    var path: String
  }

  var dossierName: String
  var dossierPath: String
  var due: HTML
  /// «chậm nhất 27/11/2028».
  var bound: String
  var lines: [Line]
  var action: String
  var untilName: String
  var reasonName: String
  var reasonLengthMax: Int
  /// Why it cannot be asked; nil when it can.
  var obstacle: String?
  var input: FormInput
  var seal: FormSeal

  static let title = "Xin giữ lại hồ sơ đến hạn nộp lưu"
  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "gửi đề nghị")]

  var html: HTML {
    let fields = [
      Field("Giữ đến hết ngày", name: untilName, kind: .day, hint: bound, required: true, width: .half),
      Field("Lý do", name: reasonName, kind: .area(rows: 2), required: true, lengthMax: reasonLengthMax),
    ]
    return """
      \(PageHead(Self.title, line: "<a href=\"\(dossierPath)\">\(dossierName)</a> Hạn nộp lưu \(due)").html)\(input.summary)\
      <p class="hint">Lãnh đạo hoặc chánh văn phòng đồng ý thì hạn nộp lưu lùi đến ngày ấy; lưu trữ thấy hồ sơ trong danh sách được giữ lại.</p>\
      \(ActForm(action: action, seal: seal, content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)<div class="acts">\(Button("Gửi đề nghị", style: .primary, key: "ctrl+enter", obstacles: obstacle.map { [$0] } ?? []).html)\(Button("Thôi", path: dossierPath).html)</div>
        """).html)\(earlier)
      """
  }

  private var earlier: HTML {
    guard !lines.isEmpty else { return .empty }
    let items = lines.map { line -> HTML in
      "<li><a href=\"\(line.path)\">\(line.text)</a>: \(line.reason) \(line.state.html) <span class=\"quiet\">\(line.answer)</span></li>"
    }
    return "<section><h2>Đề nghị đã gửi</h2><ul>\(items)</ul></section>"
  }
}
