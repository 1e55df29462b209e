import Kernel
import Markup

/// One form for many documents: what is chosen, which of it can be done, what is to be said of all.
struct WorkBatchPage {
  /// One chosen document.
  struct Line {
    var target: String
    var code: String
    var subject: String
    var path: String
    /// Why it will be left out; empty when it can be done as it stands.
    var obstacle = ""
  }

  var act: WorkBatch.Act
  var lines: [Line]
  var fields: [Field] = []
  var placesTitle = ""
  var places: [HandlingPage.Place] = []
  var roles: [Field.Choice] = []
  var input: FormInput
  var seal: FormSeal
  var back: String

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "làm với tất cả")]
  static let actName = "lam"
  static let targetName = "viec"

  var title: String { "\(act.label) \(possible.count) văn bản" }

  private var possible: [Line] { lines.filter(\.obstacle.isEmpty) }
  private var impossible: [Line] { lines.filter { !$0.obstacle.isEmpty } }

  var html: HTML {
    """
    \(PageHead(title, line: "Mỗi văn bản được làm riêng: văn bản nào không làm được thì báo lý do, các văn bản khác vẫn xong.").html)\
    <div class="batch">\(input.summary)\
    \(ActForm(action: WorkBatchPaths.batches, seal: seal, content: "\(hidden)\(FieldGroup(nil, fields.map { input.filling($0).html }).html)\(placeBlock)\(acts)").html)\
    \(list("Sẽ làm", possible))\(list("Không làm được", impossible))</div>
    """
  }

  private var hidden: HTML {
    let targets = possible.map { "<input type=\"hidden\" name=\"\(Self.targetName)\" value=\"\($0.target)\">" as HTML }
    return """
      <input type="hidden" name="\(Self.actName)" value="\(act.address)">\
      <input type="hidden" name="\(UndoNotice.backName)" value="\(back)">\(targets)
      """
  }

  private var placeBlock: HTML {
    guard !places.isEmpty else { return .empty }
    return HandlingPlaces(title: placesTitle, places: places, roles: roles, input: input).html
  }

  private var acts: HTML {
    let obstacles = possible.isEmpty ? ["Không văn bản nào trong số đã chọn làm được việc này."] : []
    return """
      <div class="acts">\(Button("\(act.label) \(possible.count) văn bản", style: .primary, key: "ctrl+enter", obstacles: obstacles).html)\
      \(Button("Thôi", path: back).html)</div>
      """
  }

  private func list(_ title: String, _ lines: [Line]) -> HTML {
    guard !lines.isEmpty else { return .empty }
    return """
      <section class="work-group"><h2>\(title) <span class="count">\(lines.count)</span></h2><ul>\(lines.map(row))</ul></section>
      """
  }

  private func row(_ line: Line) -> HTML {
    let why: HTML = .when(!line.obstacle.isEmpty, "<p class=\"batch-why\">\(line.obstacle)</p>")
    return """
      <li><div class="work-main"><p class="work-line"><span class="code">\(line.code)</span></p>\
      <a class="subject" href="\(line.path)">\(line.subject)</a>\(why)</div></li>
      """
  }
}
