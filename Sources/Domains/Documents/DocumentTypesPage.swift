import Markup

/// Kinds of documents: the 29 of the decree, and the further ones that come in.
struct DocumentTypesPage {
  var types: [DocumentType]
  var mayEdit: Bool
  var input: FormInput
  var seal: FormSeal

  static let title = "Tên loại văn bản"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "29 loại văn bản hành chính là danh mục đóng; loại văn bản đến thêm được.").html)
    \(input.summary)
    \(mayEdit ? form : .empty)
    <section><h2>Văn bản hành chính</h2>\(table("Văn bản hành chính", types.filter(\.isAdministrative)).html)</section>
    <section><h2>Loại khác của văn bản đến</h2>\
    \(table("Loại khác của văn bản đến", types.filter { !$0.isAdministrative }).html)</section>
    """
  }

  private func table(_ caption: String, _ types: [DocumentType]) -> DataTable {
    DataTable(
      caption: caption, columns: [.init("Tên loại", .long), .init("Viết tắt"), .init("Mã lưu trữ", .figures)],
      rows: types.map { .init(cells: ["\($0.name)", "\($0.abbreviation)", "\($0.archiveCode)"]) }, walkable: false)
  }

  private var form: HTML {
    """
    <section class="sheet-block"><h2>Thêm loại văn bản đến</h2>\
    \(ActForm(action: DocumentsPaths.types, seal: seal, content: """
      \(FieldGroup(fields: [
        input.filling(Field("Tên loại", name: "ten-loai", required: true, lengthMax: 100, width: .half)),
        input.filling(Field("Viết tắt", name: "viet-tat", lengthMax: 10, width: .quarter)),
      ]).html)\
      <div class="acts">\(Button("Thêm loại", style: .primary, key: "ctrl+enter").html)</div>
      """).html)</section>
    """
  }
}
