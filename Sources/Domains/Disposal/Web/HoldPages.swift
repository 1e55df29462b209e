import Markup

/// Orders that keep dossiers as they are.
struct HoldListPage {
  struct Row {
    var path: String
    var order: String
    var reason: String
    var until: String
    var count: String
    var state: StateMark
  }

  static let title = "Lệnh giữ nguyên hồ sơ"

  var rows: [Row]
  var pager = Pager()

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Hồ sơ theo lệnh không sửa, không thêm bớt, không đóng mở, không nộp lưu, không hủy được cho đến khi bỏ lệnh.", acts: [Button("Ghi lệnh giữ nguyên", style: .primary, path: DisposalPaths.newHold), Button("Xét hủy", path: DisposalPaths.list)]).html)\
    \(rows.isEmpty ? empty : table)\(pager.html)
    """
  }

  private var empty: HTML {
    EmptyState(
      "Chưa có lệnh nào", "Khi thanh tra, tòa án, cơ quan điều tra yêu cầu giữ nguyên hồ sơ, ghi lệnh ở đây.",
      act: Button("Ghi lệnh giữ nguyên", path: DisposalPaths.newHold)
    ).html
  }

  private var table: HTML {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Lệnh", .long), .init("Lý do", .long), .init("Đến ngày", .figures), .init("Hồ sơ", .figures),
        .init("Trạng thái"),
      ],
      rows: rows.map { row in
        .init(cells: [
          "<a href=\"\(row.path)\" data-open>\(row.order)</a>", "\(row.reason)", "\(row.until)", "\(row.count)",
          row.state.html,
        ])
      }
    ).html
  }
}

/// The form that writes an order down.
struct HoldFormPage {
  static let title = "Ghi lệnh giữ nguyên"

  var input: FormInput
  var seal: FormSeal

  var html: HTML {
    let name = DisposalField.self
    let fields = [
      Field(
        "Cơ quan ra lệnh", name: name.issuer, hint: "Ví dụ: Thanh tra Bộ.", required: true, focus: true,
        lengthMax: LegalHold.issuerLengthMax, width: .half),
      Field(
        "Tên, số và ký hiệu của lệnh", name: name.orderCode, hint: "Ví dụ: Quyết định số 12/QĐ-TTr.", required: true,
        lengthMax: LegalHold.codeLengthMax, width: .half),
      Field("Ngày của lệnh", name: name.orderOn, kind: .day, required: true, width: .third),
      Field(
        "Giữ đến ngày", name: name.until, kind: .day,
        hint: "Để trống nếu lệnh không ghi. Qua ngày này lệnh vẫn còn, cho đến khi có người bỏ.", width: .third),
      Field("Lý do", name: name.reason, required: true, lengthMax: LegalHold.reasonLengthMax),
      Field(
        "Mã các hồ sơ", name: name.codes, kind: .area(rows: 5),
        hint: "Mỗi dòng một mã, như trên bìa hồ sơ: 2026.01.KS hoặc đủ cả mã cơ quan.", required: true),
    ]
    return """
      \(PageHead(Self.title, acts: [Button("Các lệnh giữ nguyên", path: DisposalPaths.holds)]).html)\(input.summary)\
      \(ActForm(action: DisposalPaths.newHold, seal: seal, content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)\
        <div class="acts">\(Button("Giữ nguyên các hồ sơ này", style: .primary, key: "ctrl+enter").html)</div>
        """).html)
      """
  }
}

/// One order and the dossiers that it keeps.
struct HoldPage {
  struct Row {
    var code: String
    var title: String
    var path: String
    var state: String
  }

  var order: String
  var state: StateMark
  var reason: String
  var until: String
  var laid: String
  /// «Nguyễn Văn A, 09:12 05/11/2026: hết thanh tra».
  var lifted: String?
  var rows: [Row]
  var forms: HTML
  var notice: HTML = .empty
  var pager = Pager()

  var html: HTML {
    let facts = DefinitionList([
      .init("Lý do", text: reason), .init("Đến ngày", text: until.isEmpty ? "không ghi" : until),
      .init("Người ghi", text: laid), .init("Đã bỏ", text: lifted),
    ])
    return """
      \(PageHead(order, line: state.html, acts: [Button("Các lệnh giữ nguyên", path: DisposalPaths.holds)]).html)\
      \(notice)\(facts.html)\(table)\(pager.html)\(forms)
      """
  }

  private var table: HTML {
    DataTable(
      caption: "Hồ sơ được giữ nguyên",
      columns: [.init("Mã hồ sơ", .figures), .init("Tiêu đề hồ sơ", .long), .init("Trạng thái")],
      rows: rows.map { row in
        .init(cells: [
          "<span class=\"code\">\(row.code)</span>", "<a href=\"\(row.path)\" data-open>\(row.title)</a>",
          "\(row.state)",
        ])
      }
    ).html
  }
}
