import Kernel
import Markup

/// Cancels a number: shows the line, asks for the reason.
struct CancelNumberPage {
  var book: RegisterBook
  var row: RegisterRow
  var input: FormInput
  var seal: FormSeal

  var title: String { "Hủy \(book.kind.numberName) \(row.number)" }

  var html: HTML {
    """
    \(PageHead(title, line: "\(book.title)", acts: [Button("Về sổ", path: RegistersPaths.book(book.id))]).html)
    \(input.summary)
    <section class="sheet-block">\(line.html)\(form)</section>
    """
  }

  private var line: DefinitionList {
    DefinitionList(
      zip(book.kind.columns, row.contents).map { DefinitionList.Entry($0.title, text: $1.text) })
  }

  private var form: HTML {
    let reason = Field(
      "Lý do hủy", name: "ly-do", kind: .area(rows: 2), hint: "In ở cột Ghi chú của sổ.", required: true, focus: true,
      lengthMax: 500)
    return ActForm(
      action: RegistersPaths.cancellation(book.id, number: row.number), seal: seal,
      content: """
        <p>Số đã cấp không dùng lại được. Dòng này ở lại trong sổ, in màu xám, kèm lý do.</p>\
        \(input.filling(reason).html)\
        <div class="acts">\(Button("Hủy số \(row.number)", style: .grave).html)</div>
        """
    ).html
  }
}
