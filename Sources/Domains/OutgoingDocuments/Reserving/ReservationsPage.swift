import Markup
import Registers

/// «Giữ số»: numbers kept free for documents that come later, and the form that keeps one (DI-01).
struct ReservationsPage {
  struct Row {
    var codeText: String
    var day: String
    var owner: String
    var reason: String
    var expires: DeadlineMark
    var made: String
    /// POST `ly-do`; nil when the reader may not.
    var releasePath: String?
    var id: String
  }

  var rows: [Row]
  var types: [Field.Choice]
  var units: [Field.Choice]
  var bodies: [String]
  var mayReserve: Bool
  /// What the fields would get now.
  var next: HTML
  var input: FormInput
  var seal: FormSeal

  static let title = "Giữ số"
  static let keys: [KeyHint] = .list + [KeyHint("ctrl+enter", "giữ số")]

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Số giữ nằm ngay trong sổ, mang ngày giữ; hết hạn mà chưa dùng thì hệ thống hủy, dòng ở lại với lý do.", acts: [Button("Về văn bản đi", path: OutgoingDocumentPaths.list)]).html)
    \(input.summary)\(rows.isEmpty ? empty : table.html)\(mayReserve ? form : .empty)
    """
  }

  private var empty: HTML { EmptyState("Không có số nào đang giữ", "Số giữ rồi mà chưa dùng hiện ở đây.").html }

  private var table: DataTable {
    DataTable(
      caption: "Các số đang giữ",
      columns: [
        .init("Số, ký hiệu"), .init("Ngày", .figures), .init("Giữ cho"), .init("Lý do", .long),
        .init("Giữ đến", .figures), .init("Người giữ số"), .init("Việc làm được", .narrow, labelHidden: true),
      ],
      rows: rows.map { row in
        DataTable.Row(
          cells: [
            "<b class=\"code\">\(row.codeText)</b>", "\(row.day)", "\(row.owner)", "\(row.reason)",
            row.expires.html, "\(row.made)", release(row),
          ])
      })
  }

  private func release(_ row: Row) -> HTML {
    guard let path = row.releasePath else { return .empty }
    let reason = Field(
      "Lý do hủy", name: ReservationField.reason, required: true, lengthMax: 500, id: "huy-\(row.id)-ly-do")
    return Dialog(
      id: "huy-\(row.id)", title: "Hủy số giữ \(row.codeText)?",
      content: """
        <p>Số đã hủy không cấp lại. Dòng ở lại trong sổ, màu xám, kèm lý do.</p>\
        \(ActForm(action: path, seal: seal, content: "\(reason.html)\(Button("Hủy số", style: .grave).html)").html)
        """
    ).html(opener: "Hủy", style: .quiet)
  }

  private var form: HTML {
    let (number, kept) = (NumberingField.self, ReservationField.self)
    var fields = [
      Field(
        "Tên loại", name: number.type, kind: .select([.init("", "Chọn tên loại")] + types), required: true,
        width: .third),
      Field("Đơn vị soạn thảo", name: number.unit, kind: .select([.init("", "Không có")] + units), width: .third),
      Field("Ký hiệu", name: number.notation, hint: "Để trống: ghi theo quy tắc.", lengthMax: 30, width: .third),
    ]
    if !bodies.isEmpty {
      fields.append(
        Field(
          "Tổ chức ban hành", name: number.body, kind: .select([.init("", "Cơ quan")] + bodies.map { .init($0, $0) }),
          width: .third))
    }
    fields += [
      Field(
        "Giữ cho", name: kept.owner, hint: "Người hoặc đơn vị xin giữ.", required: true, lengthMax: 200, width: .third),
      Field(
        "Giữ đến hết ngày", name: kept.expiresOn, kind: .day, hint: "Không quá \(NumberReservation.daysMax) ngày.",
        required: true, width: .third),
      Field("Lý do", name: kept.reason, hint: "In ở cột Ghi chú của sổ.", required: true, lengthMax: 500),
    ]
    return """
      <section class="sheet-block"><h2>Giữ một số</h2>\
      \(ActForm(action: OutgoingDocumentPaths.reservations, seal: seal, content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)\
        <p class="next-number" data-fragment="\(OutgoingDocumentPaths.nextNumber)" \
        data-watch="\(number.type),\(number.unit),\(number.notation),\(number.body)" aria-live="polite">\(next)</p>\
        <div class="acts">\(Button("Giữ số", style: .primary, key: "ctrl+enter").html)</div>
        """).html)</section>
      """
  }
}
