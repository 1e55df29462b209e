import Markup

/// The directory of outside agencies: look up, add.
struct OutsideAgenciesPage {
  var typed: String
  var agencies: [OutsideAgency]
  var mayEdit: Bool
  var input: FormInput
  var seal: FormSeal

  static let title = "Cơ quan ngoài"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Nơi gửi và nơi nhận văn bản ngoài hệ thống, dùng chung cho mọi cơ quan.").html)
    \(input.summary)
    <form method="get" action="\(DocumentsPaths.outsideAgencies)" class="filter" role="search">\
    \(Field("Tên hoặc chữ đầu", name: "q", value: typed, hint: "Gõ không dấu cũng tìm được: so tai nguyen, stnmt.", width: .half).html)\
    <div class="filter-acts">\(Button("Tìm").html)</div></form>
    \(agencies.isEmpty ? empty : table.html)
    \(mayEdit ? form : .empty)
    """
  }

  private var empty: HTML {
    typed.isEmpty
      ? EmptyState("Danh mục chưa có cơ quan nào", "Cơ quan được thêm khi vào sổ văn bản của họ, hoặc ở dưới đây.").html
      : EmptyState("Không có cơ quan nào tên «\(typed)»", "Gõ ít chữ hơn, hoặc thêm cơ quan này ở dưới.").html
  }

  private var table: DataTable {
    DataTable(
      caption: "Cơ quan ngoài",
      columns: [
        .init("Tên", .long), .init("Mã định danh", .figures), .init("Mã cũ", .figures), .init("Trực thuộc"),
        .init("Số lần dùng", .figures),
      ],
      rows: agencies.map {
        .init(cells: [
          "\($0.name)", "\($0.code ?? "")", "\($0.legacyCode ?? "")", "\($0.parentHint)", "\($0.useCount)",
        ])
      }, walkable: false)
  }

  private var form: HTML {
    """
    <section class="sheet-block"><h2>Thêm cơ quan</h2>\
    \(ActForm(action: DocumentsPaths.outsideAgencies, seal: seal, content: """
      \(FieldGroup(fields: [
        field(Field("Tên", name: "ten", required: true, lengthMax: OutsideAgency.nameLengthMax)),
        field(Field("Mã định danh", name: "ma", hint: "Theo QĐ 20/2020, ví dụ H53.01.", lengthMax: 35, width: .half)),
        field(Field("Mã cũ", name: "ma-cu", hint: "Theo QCVN 102:2016, ví dụ 000.00.01.H53.", lengthMax: 13, width: .half)),
        field(Field("Trực thuộc", name: "truc-thuoc", lengthMax: 200)),
      ]).html)\
      <div class="acts">\(Button("Thêm cơ quan", style: .primary, key: "ctrl+enter").html)</div>
      """).html)</section>
    """
  }

  private func field(_ field: Field) -> Field { input.filling(field) }
}
