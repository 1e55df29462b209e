/// What a person typed into a form and why it was refused: a refused form comes back with everything typed.
package struct FormInput: Sendable, Equatable {
  /// Typed text by field name.
  package var values: [String: String]
  /// Reasons by field name.
  package var reasons: [String: [String]]
  /// Reasons that belong to no field.
  package var generalReasons: [String]

  package init(values: [String: String] = [:], reasons: [String: [String]] = [:], generalReasons: [String] = []) {
    self.values = values
    self.reasons = reasons
    self.generalReasons = generalReasons
  }

  package subscript(name: String) -> String { values[name] ?? "" }

  package var isRefused: Bool { !reasons.isEmpty || !generalReasons.isEmpty }

  /// Which form of a page was refused, where several stand on it and share names of fields.
  private static let formName = "bieu-mau"

  /// The same, remembering that it was typed into `form`.
  package func typed(into form: String) -> FormInput {
    var input = self
    input.values[Self.formName] = form
    return input
  }

  /// What was typed into `form`; empty when another form of the page was refused.
  package func of(_ form: String) -> FormInput { self[Self.formName] == form ? self : FormInput() }

  /// What was typed, where one form of the page has no name; empty when a named one was refused.
  package var ofUnnamed: FormInput { self[Self.formName].isEmpty ? self : FormInput() }

  /// `field` with what was typed under its name and the reasons there.
  package func filling(_ field: Field) -> Field {
    var field = field
    if let value = values[field.name] { field.value = value }
    // A box that was not ticked is not sent at all.
    if isRefused, case .checkbox = field.kind, values[field.name] == nil { field.value = "" }
    field.reasons += reasons[field.name] ?? []
    return field
  }

  /// One notice over the form: the reasons that have no field, or how many fields need a look.
  package var summary: HTML { summary(losesFiles: false) }

  /// - Parameter losesFiles: files were chosen, which a browser does not keep.
  package func summary(losesFiles: Bool) -> HTML {
    guard isRefused else { return .empty }
    let count = reasons.count
    let atFields = count > 0 ? ["Có \(count) ô cần sửa; lý do ghi ngay dưới từng ô."] : []
    let files = losesFiles ? "; tệp thì phải chọn lại" : ""
    return Notice(.refused, "Chưa lưu. Những gì đã nhập vẫn còn nguyên\(files).", reasons: generalReasons + atFields)
      .html
  }
}
