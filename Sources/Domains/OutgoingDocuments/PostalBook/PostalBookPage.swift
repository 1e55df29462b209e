import Lists
import Markup

/// Sổ gửi văn bản đi bưu điện, with the decree's six columns (form 6.2).
struct PostalBookPage {
  struct Line {
    var day: String
    var codeText: String
    var path: String
    var recipient: String
    var envelopes: String
    var receipt: String
    var note: String
  }

  var agencyName: String
  var lines: [Line]
  var fromDay: String
  var toDay: String
  var tools: ListTools?
  var pager: Pager

  static let title = "Sổ gửi văn bản đi bưu điện"
  static let keys: [KeyHint] = .list

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(agencyName)", acts: [Button("Về văn bản đi", path: OutgoingDocumentPaths.list)]).html)
    <form class="filter" method="get" action="\(OutgoingDocumentPaths.postalBook)">\
    \(Field("Từ ngày", name: OutgoingListName.fromDay, value: fromDay, kind: .day, width: .quarter).html)\
    \(Field("đến ngày", name: OutgoingListName.toDay, value: toDay, kind: .day, width: .quarter).html)\
    <div class="filter-acts">\(Button("Lọc").html)</div></form>
    \(tools?.html)\(printing)<div class="book">\(lines.isEmpty ? empty : table.html)</div>\(pager.html)
    """
  }

  /// A volume of the days shown, with its number.
  private var printing: HTML {
    let days = [(OutgoingListName.fromDay, fromDay), (OutgoingListName.toDay, toDay)].filter { !$0.1.isEmpty }
    let kept = days.map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML }
    let volume = Field(
      "Quyển số", name: PostalBookPrintRoutes.volume, value: "1", kind: .number, width: .quarter)
    let buttons = PostalBookPrintRoutes.Format.allCases.map { format in
      Button(format.label, formAction: "\(OutgoingDocumentPaths.postalBookPrint)/\(format.rawValue)").html
    }
    return """
      <details class="folded"><summary>In thành sổ</summary>\
      <form method="get" action="\(OutgoingDocumentPaths.postalBookPrint)/pdf">\(kept)\
      \(FieldGroup(nil, [volume.html]).html)\
      <p class="hint">Bìa có tên cơ quan, năm, từ ngày đến ngày, quyển số; đủ sáu cột theo mẫu, cũ nhất lên đầu; trang cuối là phần chốt sổ.</p>\
      <div class="acts">\(buttons)</div></form></details>
      """
  }

  private var empty: HTML {
    EmptyState("Chưa có văn bản nào gửi bưu điện", "Ghi gửi một nơi nhận bằng bưu điện thì dòng hiện ở đây.").html
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title, columns: PostalColumn.allCases.map { .init($0.label, $0.shape) },
      rows: lines.map { line in
        DataTable.Row(
          cells: [
            "\(line.day)", "<a href=\"\(line.path)\" data-open><b class=\"code\">\(line.codeText)</b></a>",
            "\(line.recipient)", "\(line.envelopes)", "\(line.receipt)", "\(line.note)",
          ])
      }, numbered: true)
  }
}
