import Markup

/// Quy tắc chuyển: what goes straight to whom, in the order in which it is tried, and what each would have caught.
struct PresentingRulesPage {
  struct Line {
    var id: String
    var name: String
    /// «Sổ: …; loại: Công văn; trích yếu có: cát, sỏi».
    var conditions: String
    /// «chuyển thẳng Vụ Khoáng sản (chủ trì, 10 ngày làm việc)».
    var effect: String
    /// «Trần Văn Quang, Tổng cục trưởng; Quy chế làm việc, điều 12».
    var basis: String
    /// Why it is not tried now.
    var trouble: String?
    var version: Int
    var path: String
    var movePath: String
    /// Of the documents tried: those it caught.
    var caught: [Caught] = []
  }

  struct Caught {
    var label: String
    var path: String
  }

  var lines: [Line]
  /// How many of the newest documents were tried; nil when nothing was.
  var triedCount: Int?
  /// Of those: caught by none, hence presented.
  var uncaughtCount = 0
  var mayLay: Bool
  var newPath: String
  var trialPath: String
  var seal: FormSeal

  static let title = "Quy tắc chuyển văn bản đến"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Văn bản khớp quy tắc được chuyển thẳng, không phải trình từng lần. Thử từ trên xuống; quy tắc khớp đầu tiên được dùng.", acts: acts).html)
    \(triedLine)\(lines.isEmpty ? empty : "<ol class=\"rules\">\(lines.enumerated().map(item))</ol>")
    """
  }

  private var acts: [Button] {
    let trial = lines.isEmpty ? [] : [Button("Chạy thử", path: trialPath, key: "t")]
    return (mayLay ? [Button("Đặt quy tắc", style: .primary, path: newPath, key: "v")] : []) + trial
  }

  static let keys: [KeyHint] = [KeyHint("v", "đặt quy tắc"), KeyHint("t", "chạy thử")]

  private var triedLine: HTML {
    guard let triedCount else { return .empty }
    return """
      <p class="sheet-block" role="status">Thử trên \(triedCount) văn bản đến mới nhất: \(triedCount - uncaughtCount) văn bản khớp, \
      \(uncaughtCount) văn bản vẫn phải trình. Chưa có gì được chuyển.</p>
      """
  }

  private var empty: HTML {
    EmptyState(
      "Chưa có quy tắc nào",
      "Mọi văn bản đến đều được trình. Lãnh đạo đặt quy tắc cho loại văn bản đã rõ nơi giải quyết.",
      act: mayLay ? Button("Đặt quy tắc đầu tiên", style: .primary, path: newPath) : nil
    ).html
  }

  private func item(_ index: Int, _ line: Line) -> HTML {
    let trouble: HTML = line.trouble.map { Notice(.caution, $0).html } ?? .empty
    return """
      <li class="sheet-block"><h2><a href="\(line.path)">\(line.name)</a></h2><p>\(line.conditions)</p>\
      <p><b>\(line.effect)</b></p><p class="hint">\(line.basis)</p>\(trouble)\(moves(index, line))\(caught(line))</li>
      """
  }

  private func moves(_ index: Int, _ line: Line) -> HTML {
    guard mayLay, lines.count > 1 else { return .empty }
    var seal = seal
    seal.version = line.version
    func button(_ label: String, _ value: String) -> HTML {
      Button(label, style: .quiet, name: PresentingRuleField.direction, value: value).html
    }
    let buttons: [HTML] = [
      index > 0 ? button("Thử trước một bậc", "len") : .empty,
      index < lines.count - 1 ? button("Thử sau một bậc", "xuong") : .empty,
    ]
    return ActForm(action: line.movePath, seal: seal, className: "act act-one", content: "\(buttons)").html
  }

  private func caught(_ line: Line) -> HTML {
    guard triedCount != nil else { return .empty }
    guard !line.caught.isEmpty else { return "<p class=\"hint\">Không bắt văn bản nào.</p>" }
    let links = line.caught.map { "<li class=\"caught\"><a href=\"\($0.path)\">\($0.label)</a></li>" as HTML }
    return "<details open><summary>Bắt \(line.caught.count) văn bản</summary><ul>\(links)</ul></details>"
  }
}
