import Kernel
import Markup

/// How the columns of a source are read, as fields of a form: each column's field, values for rows that have none, and
/// values said in other words.
struct ImportColumns {
  struct Column {
    var head: String
    /// Chosen field; empty when the column is left out.
    var field: String
  }

  var kind: ImportBatch.Kind
  var columns: [Column]
  var choices: [Field.Choice]
  /// Name of the field, its label, its value.
  var fallbacks: [(name: String, label: String, value: String)]
  /// The same; a replacement a line.
  var translations: [(name: String, label: String, value: String)]
  var numbering: ImportSettings.Numbering
  var keepsKnown: Bool

  init(_ batch: ImportBatch) {
    let (catalogue, mapping) = (batch.kind.catalogue, batch.settings.mapping)
    kind = batch.kind
    columns = (batch.settings.columns ?? []).map {
      .init(head: $0, field: mapping.fields(of: $0, catalogue: catalogue).joined(separator: "+"))
    }
    choices = Self.choices(batch)
    fallbacks = batch.kind.fallbackFields.map { ($0, catalogue.label(of: $0), mapping.defaults[$0] ?? "") }
    translations = batch.kind.translatedFields.map {
      ($0, catalogue.label(of: $0), mapping.translationText(of: $0))
    }
    numbering = batch.settings.numbering
    keepsKnown = batch.settings.keepsKnown == true
  }

  /// Every field, and what one column may fill together («IssuedDate+ArrivalDate»).
  private static func choices(_ batch: ImportBatch) -> [Field.Choice] {
    let catalogue = batch.kind.catalogue
    let single = catalogue.entries.map { Field.Choice($0.name, "\($0.label) (\($0.name))") }
    let groups = batch.settings.mapping.columns.values.filter { $0.count > 1 } + [batch.kind.joinedFields]
    var joined: [Field.Choice] = []
    for names in groups {
      let choice = Field.Choice(
        names.joined(separator: "+"), names.map(catalogue.label).joined(separator: " và "))
      if !joined.contains(choice) { joined.append(choice) }
    }
    return [Field.Choice("", "Không dùng")] + single + joined
  }

  static func keepsKnown(_ isOn: Bool) -> Field {
    Field(
      "Chỉ thêm mới, giữ nguyên mục đã có", name: ImportPaths.Name.keepsKnown, value: isOn ? "1" : "", kind: .checkbox,
      hint: "Không tích thì ô có giá trị khác với hệ thống được sửa theo tệp; ô trống không đổi gì.")
  }

  func html(filling input: FormInput) -> HTML {
    let name = ImportPaths.Name.self
    let columnFields = columns.enumerated().map { index, column in
      Field(column.head, name: name.column(index), value: column.field, kind: .select(choices), width: .third)
    }
    let fallbackFields = fallbacks.map { fallback in
      Field(
        "\(fallback.label) khi dòng bỏ trống", name: name.fallback(fallback.name), value: fallback.value,
        lengthMax: 200, width: .half)
    }
    let translationFields = translations.map { translation in
      Field(
        "Đổi giá trị của «\(translation.label)»", name: name.translation(translation.name), value: translation.value,
        kind: .area(rows: 3),
        hint: "Mỗi dòng: giá trị trong tệp = giá trị ghi vào. Dấu * ở cuối thay cho phần còn lại.",
        width: .half)
    }
    return """
      \(FieldGroup(fields: columnFields.map(input.filling)).html)\
      \(FieldGroup(fields: (fallbackFields + [ownField]).map(input.filling)).html)\
      \(FieldGroup(fields: translationFields.map(input.filling)).html)
      """
  }

  private var ownField: Field {
    switch kind {
    case .documents:
      Field(
        "Số đến", name: ImportPaths.Name.numbering, value: numbering.rawValue,
        kind: .select(ImportSettings.Numbering.allCases.map { Field.Choice($0.rawValue, $0.label) }), width: .half)
    case .organization: Self.keepsKnown(keepsKnown)
    }
  }
}
