import Markup

/// «Sổ mượn hồ sơ»: a part of it.
struct LoanListPage {
  struct Row {
    var path: String
    /// «12/2026».
    var number: String
    var notation: String
    var title: String
    var borrower: String
    var due: HTML
    var state: StateMark
  }

  static let title = "Sổ mượn hồ sơ"

  var tabs: Tabs
  var rows: [Row]
  var pager = Pager()
  var acts: [Button]
  var emptyHint = "Mở hồ sơ, bấm vào dòng «Bản giấy» trên đầu trang để đề nghị mượn."

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Ai mượn bản giấy của hồ sơ nào, đến bao giờ, đã trả chưa.", acts: acts).html)\(tabs.html)\
    \(rows.isEmpty ? EmptyState("Không có phiếu mượn nào ở phần này", emptyHint).html : Self.table(rows, Self.title))\(pager.html)
    """
  }

  static func table(_ rows: [Row], _ caption: String) -> HTML {
    DataTable(
      caption: caption,
      columns: [
        .init("Số phiếu", .figures), .init("Hồ sơ", .figures), .init("Tiêu đề hồ sơ", .long), .init("Người mượn"),
        .init("Hạn trả", .figures), .init("Trạng thái"),
      ],
      rows: rows.map { row in
        .init(cells: [
          "\(row.number)", "<span class=\"code\">\(row.notation)</span>",
          "<a href=\"\(row.path)\" data-open>\(row.title)</a>", "\(row.borrower)", row.due, row.state.html,
        ])
      }
    ).html
  }
}

/// One loan: what is asked, what was answered, and what this person does next.
struct LoanPage {
  var title: String
  var state: StateMark
  var due: HTML
  var dossierName: String
  var dossierPath: String
  var paperPath: String
  var facts: [DefinitionList.Entry]
  /// Words come with the act.
  var field: Field?
  var buttons: [Button]
  var action: String
  /// Why the reader does nothing with it.
  var hint: String?
  var input: FormInput
  var seal: FormSeal

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "làm việc đang chờ")]

  var html: HTML {
    let fields: HTML = field.map { FieldGroup(fields: [input.filling($0)]).html } ?? .empty
    let form: HTML =
      buttons.isEmpty
      ? .when(hint != nil, "<p class=\"hint\">\(hint ?? "")</p>")
      : ActForm(action: action, seal: seal, content: "\(fields)<div class=\"acts\">\(buttons.map(\.html))</div>").html
    return """
      \(PageHead(title, line: "<a href=\"\(dossierPath)\">\(dossierName)</a> \(state.html) Hạn trả \(due)", acts: [Button("Bản giấy của hồ sơ", path: paperPath), Button("Sổ mượn hồ sơ", path: PaperPaths.loans)]).html)\
      \(input.summary)\(DefinitionList(facts).html)\(form)
      """
  }
}
