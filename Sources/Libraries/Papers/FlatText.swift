/// Writes a printed form as a flat ODT text (one XML file).
package struct FlatText {
  /// Tinos has the letters and the widths of Times New Roman and is on our machines; a Word file names the font that
  /// its readers have.
  package enum Font: String, Sendable { case tinos = "Tinos", timesNewRoman = "Times New Roman" }

  private var body = ""
  private var styles = FlatTextStyles()
  private var tableCount = 0
  private let form: PrintedForm

  package static func written(_ form: PrintedForm, font: Font) -> String {
    var text = FlatText(form: form)
    for index in form.sections.indices { text.write(section: index) }
    return text.document(font: font)
  }

  private init(form: PrintedForm) { self.form = form }

  private mutating func write(section index: Int) {
    let section = form.sections[index]
    // An empty line a point high begins the section: a page style can hang on it whatever comes after.
    let start = styles.name(
      of: FormStyle(size: 1), master: "M\(index)", pageNumber: section.numbering == .fromOne ? 1 : nil)
    body += "<text:p text:style-name=\"\(start)\"/>\n"
    for block in section.blocks { write(block) }
  }

  private mutating func write(_ block: FormBlock) {
    switch block {
    case .paragraph(let paragraph): write(paragraph)
    case .columns(let columns): write(columns)
    case .table(let table): write(table)
    case .rule(let width, let available):
      body += "<text:p text:style-name=\"\(styles.ruleName(margin: max(0, (available - width) / 2)))\"/>\n"
    }
  }

  private mutating func write(_ paragraph: FormParagraph) {
    body += "<text:p text:style-name=\"\(styles.name(of: paragraph.style))\">"
    for piece in paragraph.pieces {
      switch piece {
      case .text(let text): body += text.flatTextEscaped
      case .bold(let text): body += "<text:span text:style-name=\"Bold\">\(text.flatTextEscaped)</text:span>"
      case .pageNumber: body += "<text:page-number text:select-page=\"current\">1</text:page-number>"
      }
    }
    body += "</text:p>\n"
  }

  private mutating func write(_ columns: [FormColumnBlock]) {
    let name = begin(widths: columns.map(\.width), breaks: false)
    body += "<table:table-row table:style-name=\"RowKept\">\n"
    for column in columns {
      body += "<table:table-cell table:style-name=\"CellBare\" office:value-type=\"string\">\n"
      for block in column.blocks { write(block) }
      if column.blocks.isEmpty { body += "<text:p/>" }
      body += "</table:table-cell>\n"
    }
    body += "</table:table-row>\n</table:table><!-- \(name) -->\n"
  }

  private mutating func write(_ table: FormTable) {
    let chunks = stride(from: 0, to: max(table.rows.count, 1), by: PrintedForm.tableRowsMax).map { start in
      table.rows[start..<min(start + PrintedForm.tableRowsMax, table.rows.count)]
    }
    for (index, rows) in chunks.enumerated() {
      _ = begin(widths: table.columns.map(\.width), breaks: index > 0)
      writeHead(of: table)
      for row in rows { write(row, of: table) }
      body += "</table:table>\n"
    }
  }

  private mutating func begin(widths: [Double], breaks: Bool) -> String {
    tableCount += 1
    let name = "T\(tableCount)"
    let columns = styles.addTable(name, widths: widths, breaks: breaks)
    body += "<table:table table:name=\"\(name)\" table:style-name=\"\(name)\">\n"
    for column in columns { body += "<table:table-column table:style-name=\"\(column)\"/>\n" }
    return name
  }

  private mutating func writeHead(of table: FormTable) {
    let title = styles.name(of: FormStyle(size: table.textSize, isBold: true, alignment: .center))
    let number = styles.name(of: FormStyle(size: table.textSize - 1, isItalic: true, alignment: .center))
    body += "<table:table-header-rows>\n<table:table-row table:style-name=\"RowKept\">\n"
    for column in table.columns { writeCell(column.title, style: title, cell: "CellHead") }
    body += "</table:table-row>\n"
    if table.hasColumnNumbers {
      body += "<table:table-row table:style-name=\"RowKept\">\n"
      for index in table.columns.indices { writeCell("(\(index + 1))", style: number, cell: "CellHead") }
      body += "</table:table-row>\n"
    }
    body += "</table:table-header-rows>\n"
  }

  private mutating func write(_ row: FormTable.Row, of table: FormTable) {
    // A row that is kept together but higher than a page would lose its end.
    let lines = zip(row.cells, table.columns).map { cell, column in
      Double(cell.utf16.count) * table.textSize * 0.19 / column.width
    }
    let style = (lines.max() ?? 0) < 12 ? "RowKept" : "RowSplit"
    body += "<table:table-row table:style-name=\"\(style)\">\n"
    for (cell, column) in zip(row.cells, table.columns) {
      let style = styles.name(
        of: FormStyle(
          size: table.textSize, isBold: row.isBold, isGrey: row.isGrey, alignment: column.alignment,
          keepsWithNext: row.isBold))
      writeCell(cell, style: style, cell: "Cell")
    }
    body += "</table:table-row>\n"
  }

  private mutating func writeCell(_ text: String, style: String, cell: String) {
    body += "<table:table-cell table:style-name=\"\(cell)\" office:value-type=\"string\">"
    body += "<text:p text:style-name=\"\(style)\">\(text.flatTextEscaped)</text:p></table:table-cell>\n"
  }

  private func document(font: Font) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
    <office:meta><dc:title>\(form.title.flatTextEscaped)</dc:title><dc:language>vi-VN</dc:language></office:meta>
    \(styles.xml(for: form, font: font.rawValue))
    <office:body><office:text>
    \(body)</office:text></office:body></office:document>
    """
  }
}

extension String {
  /// Safe inside an element: escaped, without what XML forbids, line breaks and tabs as their elements.
  var flatTextEscaped: String {
    var text = ""
    text.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n": text += "<text:line-break/>"
      case "\t": text += "<text:tab/>"
      default:
        let isForbidden = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
        if !isForbidden { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }
}
