import Markup

/// «Tìm kiếm đã lưu»: open, rename, pin, throw away and have back.
struct SavedSearchesPage {
  struct Line {
    var search: SavedSearch
    /// Where it leads; nil when its list is gone.
    var path: String?
    var listTitle: String
  }

  var lines: [Line]
  /// What is about to be kept, when the page was reached from a list.
  var proposed: Proposal?
  var input = FormInput()
  var seal: FormSeal

  /// A list with its filters, waiting for a name.
  struct Proposal {
    var list: String
    var listTitle: String
    var address: String
    var backPath: String
  }

  static let title = "Tìm kiếm đã lưu"
  static let keys: [KeyHint] = [KeyHint].list.filter { $0.key != "x" }

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Mở lại bằng một lần bấm; ghim để có sẵn ở «Việc của tôi». Chỉ riêng anh/chị thấy.").html)
    \(input.summary)
    \(proposed.map(form) ?? .empty)
    \(lines.isEmpty ? empty : table.html)
    """
  }

  private func form(_ proposal: Proposal) -> HTML {
    """
    <section class="sheet-block"><h2>Lưu tìm kiếm trong «\(proposal.listTitle)»</h2>\
    \(ActForm(action: ListsPaths.saved, seal: seal, content: """
      <input type="hidden" name="\(ListsPaths.Name.list)" value="\(proposal.list)">\
      <input type="hidden" name="\(ListsPaths.Name.address)" value="\(proposal.address)">\
      \(FieldGroup(fields: [
        input.filling(Field(
          "Tên", name: ListsPaths.Name.name, hint: "Ví dụ: Công văn hỏa tốc chưa có tệp", required: true,
          lengthMax: SavedSearch.nameLengthMax, width: .half)),
        input.filling(Field("Ghim ở «Việc của tôi»", name: "ghim", kind: .checkbox, width: .half)),
      ]).html)\
      <div class="acts">\(Button("Lưu tìm kiếm", style: .primary, key: "ctrl+enter").html)\
      <a href="\(proposal.backPath)">Thôi, về danh sách</a></div>
      """).html)</section>
    """
  }

  private var empty: HTML {
    guard proposed == nil else { return .empty }
    return EmptyState(
      "Chưa lưu tìm kiếm nào", "Lọc danh sách hoặc tra cứu, rồi bấm «Lưu tìm kiếm» để đặt tên và dùng lại.",
      act: Button("Đến Tra cứu", path: FramePaths.search)
    ).html
  }

  private var table: DataTable {
    DataTable(
      caption: "Tìm kiếm đã lưu, theo tên",
      columns: [.init("Tên", .long), .init("Danh sách"), .init("Việc làm được", .narrow, labelHidden: true)],
      rows: lines.map(row))
  }

  private func row(_ line: Line) -> DataTable.Row {
    let search = line.search
    let isRemoved = search.removedAt != nil
    let pinned: HTML = .when(search.isPinned && !isRemoved, "<small>Đã ghim ở «Việc của tôi»</small>")
    let removed: HTML = .when(isRemoved, "<small>Đã bỏ; lấy lại được trong một ngày</small>")
    let name: HTML =
      if let path = line.path, !isRemoved { "<a href=\"\(path)\" data-open>\(search.name)</a>" } else {
        "\(search.name)"
      }
    return DataTable.Row(
      id: "tim-\(search.id)", cells: ["\(name)\(pinned)\(removed)", "\(line.listTitle)", acts(search)],
      isStruck: isRemoved)
  }

  private func acts(_ search: SavedSearch) -> HTML {
    if search.removedAt != nil { return act(search, "lay-lai", "Lấy lại") }
    return """
      <div class="row-acts">\(search.isPinned ? act(search, "bo-ghim", "Bỏ ghim") : act(search, "ghim", "Ghim"))\
      \(act(search, "bo", "Bỏ"))\
      <details><summary aria-label="Đổi tên: \(search.name)">Đổi tên</summary>\
      \(ActForm(action: ListsPaths.act(search.id, "doi-ten"), seal: seal, content: """
        <div class="field"><div class="field-head"><label for="ten-\(search.id)">Tên mới</label></div>\
        <input id="ten-\(search.id)" name="\(ListsPaths.Name.name)" value="\(search.name)" required \
        maxlength="\(SavedSearch.nameLengthMax)"></div><div class="acts">\(Button("Đổi tên").html)</div>
        """).html)</details></div>
      """
  }

  private func act(_ search: SavedSearch, _ name: String, _ label: String) -> HTML {
    ActForm(
      action: ListsPaths.act(search.id, name), seal: seal,
      content: """
        <button type="submit" class="button button-plain" aria-label="\(label): \(search.name)">\(label)</button>
        """
    ).html
  }
}
