import Markup

/// «Cột»: which columns a list shows this person, and in which order (PL6-65). Every press is kept at once.
struct ColumnChoicePage {
  var listTitle: String
  var choice: ColumnChoice
  /// Where the form goes.
  var path: String
  /// The list as it was left.
  var backPath: String
  var seal: FormSeal

  var title: String { "Cột của danh sách «\(listTitle)»" }

  static let keys: [KeyHint] = []

  var html: HTML {
    """
    \(PageHead(
      title, line: "Chỉ riêng anh/chị thấy thay đổi này; tệp kết xuất theo đúng các cột và thứ tự ở đây.",
      acts: [Button("Về danh sách", style: .primary, path: backPath)]).html)
    \(ActForm(action: path, seal: seal, content: form).html)
    """
  }

  private var form: HTML {
    let usual: HTML = .when(
      !choice.isUsual, Button("Về các cột thường dùng", name: ListsPaths.Name.usual, value: "1").html)
    return """
      <section class="sheet-block"><h2>Đang hiện</h2>\
      <ol class="column-choice">\(choice.columns.indices.map(shown))</ol></section>
      <section class="sheet-block"><h2>Chưa hiện</h2>\(hidden)</section>
      <div class="acts">\(usual)</div>
      """
  }

  private func shown(_ index: Int) -> HTML {
    let column = choice.columns[index]
    let acts = [
      index > 0 ? button("Lên trước", ListsPaths.Name.forward, column) : .empty,
      index < choice.columns.count - 1 ? button("Ra sau", ListsPaths.Name.back, column) : .empty,
      column.isFixed ? "<span class=\"hint\">luôn hiện</span>" : button("Ẩn", ListsPaths.Name.hide, column),
    ]
    return "<li><b>\(column.label)</b><span class=\"column-acts\">\(acts)</span></li>"
  }

  private var hidden: HTML {
    let columns = choice.everyColumn.filter { !$0.isShown }.map(\.column)
    guard !columns.isEmpty else { return "<p class=\"hint\">Mọi cột đều đang hiện.</p>" }
    let lines = columns.map { column -> HTML in
      """
      <li><b>\(column.label)</b><span class="column-acts">\(button("Hiện", ListsPaths.Name.show, column))</span></li>
      """
    }
    return "<ul class=\"column-choice\">\(lines)</ul>"
  }

  private func button(_ label: String, _ name: String, _ column: ListColumn) -> HTML {
    """
    <button type="submit" class="button button-plain" name="\(name)" value="\(column.id)" \
    aria-label="\(label): \(column.label)">\(label)</button>
    """
  }
}
