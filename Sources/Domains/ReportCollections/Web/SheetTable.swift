import Markup

/// The cells of a form: to be filled in, or only shown. A form of one row is a list of fields, one of many a table.
struct SheetTable: Sendable {
  struct Column: Sendable {
    var heading: String
    /// «số nguyên từ 0 đến 500».
    var wanted: String
    var kind: SheetColumn.Kind
    var choices: [String]
    var isRequired: Bool

    init(_ column: SheetColumn) {
      heading = column.heading
      wanted = column.wanted
      kind = column.kind
      choices = column.choices
      isRequired = column.isRequired
    }

    var fieldKind: Field.Kind {
      switch kind {
      case .text: .area(rows: 2)
      case .integer, .decimal: .number
      case .day: .day
      case .choice: .select([.init("", "Chọn")] + choices.map { .init($0, $0) })
      }
    }
  }

  var caption: String
  var columns: [Column]
  /// As typed or shown.
  var rows: [[String]]
  var isMany: Bool
  /// Reasons by field name; only where it is filled in.
  var input = FormInput()
  var isEditable = true

  var html: HTML { isEditable ? (isMany ? table(of: rows.indices.map(editableRow)) : fields) : shown }

  private var fields: HTML {
    let all = columns.enumerated().map { place, column -> Field in
      var field = Field(
        column.heading, name: SheetFormField.cell(row: 0, column: place),
        value: rows.first.flatMap { $0.indices.contains(place) ? $0[place] : nil } ?? "", kind: column.fieldKind,
        hint: column.kind == .text ? nil : "Ghi \(column.wanted).", required: column.isRequired,
        lengthMax: column.kind == .text ? SheetCell.lettersMax : nil,
        width: column.kind == .text ? .full : .half)
      field = input.filling(field)
      return field
    }
    return FieldGroup(fields: all).html
  }

  private func table(of rows: [DataTable.Row]) -> HTML {
    let heads = columns.map { DataTable.Column($0.heading + ($0.isRequired && isEditable ? " *" : "")) }
    return """
      <div class="table-frame">\(DataTable(
        caption: caption, columns: [.init("Dòng", .figures)] + heads, rows: rows, walkable: false).html)</div>
      """
  }

  private func editableRow(_ row: Int) -> DataTable.Row {
    .init(cells: ["\(row + 1)"] + columns.indices.map { cell(row, $0) })
  }

  private func cell(_ row: Int, _ place: Int) -> HTML {
    let column = columns[place]
    let name = SheetFormField.cell(row: row, column: place)
    let value = input.values[name] ?? (rows[row].indices.contains(place) ? rows[row][place] : "")
    let reasons = input.reasons[name] ?? []
    var shared: HTML = " id=\"f-\(name)\" name=\"\(name)\" aria-label=\"Dòng \(row + 1), \(column.heading)\""
    if !reasons.isEmpty { shared += " aria-invalid=\"true\" aria-describedby=\"f-\(name)-reasons\"" }
    let list: HTML = .when(
      !reasons.isEmpty,
      "<ul class=\"reasons\" id=\"f-\(name)-reasons\">\(reasons.map { "<li>\($0)</li>" as HTML })</ul>")
    return
      "<span class=\"sheet-cell\(reasons.isEmpty ? "" : " is-refused")\">\(control(column, value, shared))\(list)</span>"
  }

  private func control(_ column: Column, _ value: String, _ shared: HTML) -> HTML {
    switch column.kind {
    case .choice:
      let isKnown = value.isEmpty || column.choices.contains(value)
      let options = ([""] + column.choices + (isKnown ? [] : [value])).map { choice -> HTML in
        "<option value=\"\(choice)\"\(HTML.flag("selected", choice == value))>\(choice.isEmpty ? "Chọn" : choice)</option>"
      }
      return "<select\(shared)>\(options)</select>"
    case .text:
      return
        "<input type=\"text\" value=\"\(value)\"\(shared) maxlength=\"\(SheetCell.lettersMax)\" autocomplete=\"off\">"
    case .integer, .decimal, .day:
      let day: HTML = .when(column.kind == .day, " data-day")
      return
        "<input type=\"text\" value=\"\(value)\"\(shared) class=\"figures\" inputmode=\"decimal\" autocomplete=\"off\"\(day)>"
    }
  }

  private var shown: HTML {
    guard isMany else {
      let row = rows.first ?? []
      return DefinitionList(
        columns.enumerated().map { place, column in
          .init(column.heading, text: row.indices.contains(place) && !row[place].isEmpty ? row[place] : "–")
        }
      ).html
    }
    let figures = rows.enumerated().map { index, row in
      DataTable.Row(
        cells: ["\(index + 1)"]
          + columns.indices.map { place -> HTML in
            let value = row.indices.contains(place) ? row[place] : ""
            return columns[place].kind == .text || columns[place].kind == .choice
              ? "\(value)" : "<span class=\"figures\">\(value)</span>"
          })
    }
    return table(of: figures)
  }
}
