import Markup

/// Choosing what is taken over from another year's plan.
struct CopyFilePlanPage {
  struct Line {
    var name: String
    var label: String
    /// «20 năm, Vụ Khoáng sản».
    var facts: String
    /// What is the matter with its maker; empty when they are there.
    var trouble: String
    var isOn: Bool
  }

  struct Part {
    var name: String
    var title: String
    var isBig: Bool
    var isOn: Bool
    var lines: [Line]
  }

  var year: Int
  /// Of other years, to choose from; the shown one first.
  var years: Chips
  var from: Int?
  var fromKey: String
  var parts: [Part]
  /// Units to form the dossiers of units that are no more; empty when that is not needed.
  var replacements: [Field.Choice]
  var input: FormInput
  var seal: FormSeal

  static let title = "Lấy từ danh mục năm trước"
  static let fromField = "tu-danh-muc"

  var html: HTML {
    let line: HTML =
      "Bỏ chọn những gì không còn. Năm trong tiêu đề đổi thành \(year); sửa tiếp được sau khi lấy."
    return """
      \(DossierTabs.html(current: .plan))\(PageHead(Self.title, line: line).html)\(years.html)\(input.summary)\
      \(parts.isEmpty ? empty : form)
      """
  }

  private var empty: HTML {
    EmptyState(
      "Chưa có danh mục nào để lấy",
      "Cơ quan chưa có danh mục của năm khác trong hệ thống. Danh mục cũ có thể nhập từ tệp Excel.",
      act: Button("Về danh mục năm \(year)", path: FilePlanPaths.show(year))
    ).html
  }

  private var form: HTML {
    let replacing: HTML = .when(
      !replacements.isEmpty,
      FieldGroup(fields: [
        input.filling(
          Field(
            "Đơn vị lập thay cho đơn vị đã giải thể", name: CopyFilePlan.replacementField,
            kind: .select([.init("", "Chọn đơn vị")] + replacements), width: .half))
      ]).html)
    return ActForm(
      action: FilePlanPaths.act(year, .copy), seal: seal,
      content: """
        <input type="hidden" name="\(Self.fromField)" value="\(fromKey)">\(replacing)\(parts.map(section))\
        <div class="acts is-sticky">\(Button("Lấy vào danh mục năm \(year)", style: .primary, key: "ctrl+enter").html)\
        \(Button("Thôi", path: FilePlanPaths.show(year)).html)</div>
        """
    ).html
  }

  private func section(_ part: Part) -> HTML {
    let heading = tick(part.name, part.title, isOn: part.isOn)
    let lines = part.lines.map { line -> HTML in
      let trouble: HTML = .when(!line.trouble.isEmpty, " \(StateMark(line.trouble, .look).html)")
      return """
        <li>\(tick(line.name, line.label, isOn: line.isOn))<span class="hint">\(line.facts)</span>\(trouble)</li>
        """
    }
    let list: HTML = .when(!lines.isEmpty, "<ul class=\"copied-lines\">\(lines)</ul>")
    return
      "<section class=\"copied-part\">\(part.isBig ? "<h2>\(heading)</h2>" : "<h3>\(heading)</h3>" as HTML)\(list)</section>"
  }

  private func tick(_ name: String, _ label: String, isOn: Bool) -> HTML {
    """
    <label class="tick" for="f-\(name)"><input type="checkbox" id="f-\(name)" name="\(name)" value="1"\
    \(HTML.flag("checked", isOn))><span>\(label)</span></label>
    """
  }
}
