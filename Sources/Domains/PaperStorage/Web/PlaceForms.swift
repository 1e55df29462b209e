import Kernel
import Markup

/// Forms of who keeps a place.
struct PlaceForms {
  /// What the forms are called where one of them is refused.
  static let (add, edit, fill) = ("them", "sua", "xep")

  var place: ShelfPlace?
  /// Where it could be moved.
  var parents: [Field.Choice] = []
  var input: FormInput
  var seal: FormSeal
  /// With a one-time key.
  var creating: FormSeal

  var html: HTML {
    guard let place else { return section("Lập kho", adding([.store])) }
    if place.kind == .box { return section("Xếp hồ sơ vào hộp", filling(place)) + section("Sửa hộp", change(place)) }
    let kinds = place.kind.holds
    return section(
      "Thêm \(kinds.map { $0.label.lowercased() }.joined(separator: ", ")) vào «\(place.name)»", adding(kinds))
      + section("Sửa \(place.kind.label.lowercased())", change(place))
  }

  private func section(_ title: String, _ content: HTML) -> HTML {
    "<section class=\"sheet-block\"><h2>\(title)</h2>\(content)</section>"
  }

  private func adding(_ kinds: [ShelfPlace.Kind]) -> HTML {
    let name = PaperField.self
    var fields = [
      Field("Tên trên nhãn", name: name.name, required: true, lengthMax: ShelfPlace.nameLengthMax, width: .half)
    ]
    if kinds.count > 1 {
      fields.append(
        Field(
          "Loại", name: name.kind, value: kinds[0].rawValue, kind: .select(kinds.map { .init($0.rawValue, $0.label) }),
          width: .quarter))
    }
    if kinds != [.box] { fields += capacity(nil, .boxes) }
    fields.append(Field("Ghi chú", name: name.note, lengthMax: ShelfPlace.noteLengthMax))
    let hidden: HTML = """
      <input type="hidden" name="\(name.parent)" value="\(place.map { "\($0.id)" } ?? "")">\
      \(HTML.when(kinds.count == 1, "<input type=\"hidden\" name=\"\(name.kind)\" value=\"\(kinds[0].rawValue)\">"))
      """
    return ActForm(
      action: PaperPaths.adding, seal: creating,
      content: """
        \(hidden)\(FieldGroup(fields: fields.map { unique(input.of(Self.add).filling($0), Self.add) }).html)\
        <div class="acts">\(Button(place == nil ? "Lập kho" : "Thêm", style: .primary).html)</div>
        """
    ).html
  }

  private func capacity(_ capacity: Int?, _ measure: ShelfPlace.Measure) -> [Field] {
    [
      Field(
        "Sức chứa", name: PaperField.capacity, value: capacity.map { "\($0)" } ?? "", kind: .number,
        hint: "Để trống nếu chưa đếm.", width: .quarter),
      Field(
        "Tính bằng", name: PaperField.measure, value: measure.rawValue,
        kind: .select(ShelfPlace.Measure.allCases.map { .init($0.rawValue, $0.label) }), width: .quarter),
    ]
  }

  /// Two forms of a page ask for the same things.
  private func unique(_ field: Field, _ form: String) -> Field {
    var field = field
    field.id = "f-\(form)-\(field.name)"
    return field
  }

  private func change(_ place: ShelfPlace) -> HTML {
    let name = PaperField.self
    var fields = [
      Field(
        "Tên trên nhãn", name: name.name, value: place.name, required: true, lengthMax: ShelfPlace.nameLengthMax,
        width: .half)
    ]
    if !parents.isEmpty {
      fields.append(
        Field(
          "Đặt trong", name: name.parent, value: place.parent.map { "\($0)" } ?? "", kind: .select(parents),
          width: .half))
    }
    if place.kind != .box { fields += capacity(place.capacity, place.measure) }
    fields += [
      Field("Ghi chú", name: name.note, value: place.note, lengthMax: ShelfPlace.noteLengthMax),
      Field("Đã đầy, không xếp thêm", name: name.full, value: place.isFull ? "1" : "", kind: .checkbox),
    ]
    return """
      \(ActForm(action: PaperPaths.change(place.id), seal: seal.at(version: place.version), content: """
        \(FieldGroup(fields: fields.map { unique(input.of(Self.edit).filling($0), Self.edit) }).html)<div class="acts">\(Button("Lưu").html)\
        \(Button("Bỏ \(place.kind.label.lowercased()) này", style: .grave, formAction: PaperPaths.removal(place.id), skipsChecks: true).html)</div>
        """).html)
      """
  }

  private func filling(_ place: ShelfPlace) -> HTML {
    let fields = [
      Field(
        "Mã các hồ sơ", name: PaperField.codes, kind: .area(rows: 4),
        hint: "Mỗi dòng một mã, như trên bìa hồ sơ: 2026.01.KS hoặc đủ cả mã cơ quan.", required: true),
      Field(
        "Lý do chuyển", name: PaperField.reason, hint: "Cần ghi khi hồ sơ đang nằm ở hộp khác.",
        lengthMax: DossierPaper.reasonLengthMax),
    ]
    return ActForm(
      action: PaperPaths.filling(place.id), seal: seal,
      content: """
        \(FieldGroup(fields: fields.map { unique(input.of(Self.fill).filling($0), Self.fill) }).html)\
        <div class="acts">\(Button("Xếp vào hộp", style: .primary, key: "ctrl+enter", obstacles: place.isFull ? ["Hộp đã ghi là đầy; bỏ dấu đầy ở dưới nếu còn chỗ."] : []).html)</div>
        """
    ).html
  }
}
