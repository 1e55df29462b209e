import Kernel
import Markup

/// All books of the agency, and the form that opens one.
struct RegistersPage {
  var agencyName: String
  var books: [RegisterBook]
  var mayKeep: Bool
  /// Years in which a book may be opened.
  var years: [Int]
  var input: FormInput
  var seal: FormSeal

  static let title = "Sổ đăng ký"
  static let kindName = "loai-so"
  static let keys: [KeyHint] = .list + [KeyHint("ctrl+enter", "mở sổ")]

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(agencyName)", acts: lists).html)\(input.summary)
    \(books.isEmpty ? empty : table.html)
    \(mayKeep ? form : .empty)
    """
  }

  /// The shared lists that the books are written with.
  private var lists: [Button] {
    [
      Button("Cơ quan ngoài", path: RegistersPaths.outsideAgencies),
      Button("Tên loại", path: RegistersPaths.documentTypes),
    ]
  }

  private var empty: HTML {
    EmptyState(
      "Chưa có sổ nào", "Sổ của năm tự mở ở văn bản đầu tiên được cấp số. Đang dùng sổ giấy thì mở sổ ở dưới."
    ).html
  }

  private var table: DataTable {
    DataTable(
      caption: "Các sổ",
      columns: [
        .init("Năm", .figures), .init("Sổ", .long), .init("Số đầu", .figures), .init("Số cuối", .figures),
        .init("Tình trạng"), .init("Kiểm sổ", .narrow),
      ], rows: books.map(row))
  }

  private func row(_ book: RegisterBook) -> DataTable.Row {
    let state = book.closedAt.map { StateMark("Đã khóa \($0.day.text)") } ?? StateMark("Đang mở", .done)
    return DataTable.Row(
      cells: [
        "\(book.year)", "<a href=\"\(RegistersPaths.book(book.id))\" data-open>\(book.name)</a>",
        book.isEmpty ? "chưa có" : "\(book.firstNumber)", book.isEmpty ? "chưa có" : "\(book.lastNumber)",
        state.html, "<a href=\"\(RegistersPaths.check(book.id))\">Kiểm sổ năm \(book.year)</a>",
      ])
  }

  private var form: HTML {
    let yearChoices = years.map { Field.Choice(String($0), String($0)) }
    return """
      <section class="sheet-block"><h2>Mở sổ</h2>\
      \(ActForm(action: RegistersPaths.list, seal: seal, content: """
        \(FieldGroup(fields: [
          field(Field("Năm", name: "nam", value: years.first.map(String.init) ?? "", kind: .select(yearChoices), width: .quarter)),
          field(Field("Loại sổ", name: Self.kindName, kind: .select(RegisterKind.allCases.map { .init($0.rawValue, $0.bookName) }), width: .half)),
          field(Field("Tên sổ", name: "ten-so", hint: "Để trống là sổ chính của loại đã chọn.", lengthMax: RegisterBook.nameLengthMax, width: .half)),
          field(Field("Sổ giấy đã đến số", name: "so-giay", value: "0", kind: .number, hint: "0 nếu sổ bắt đầu từ số 1. Ghi 1247 thì văn bản tiếp theo mang số 1248.", width: .quarter)),
          field(Field("Lý do không bắt đầu từ số 1", name: "ly-do", hint: "Ví dụ: sổ giấy đến số 1247.", lengthMax: 500)),
        ]).html)\
        <div class="acts">\(Button("Mở sổ", style: .primary, key: "ctrl+enter").html)</div>
        """).html)</section>
      """
  }

  private func field(_ field: Field) -> Field { input.filling(field) }
}
