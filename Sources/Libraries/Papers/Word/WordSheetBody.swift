/// The body of a written Word document, block by block.
struct WordSheetBody {
  private var body = ""

  /// A centred field with the number of the page.
  static let pageNumber = """
    <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>\
    <w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
    <w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
    """

  mutating func write(_ block: FormBlock) {
    switch block {
    case .paragraph(let paragraph): write(paragraph)
    case .columns(let columns): write(columns)
    case .table(let table): write(table)
    case .rule(let width, let available): writeRule(margin: max(0, (available - width) / 2))
    }
  }

  var document: String {
    """
    \(WordSheet.head)<w:document xmlns:w="\(WordSheet.mainName)" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>\(body)<w:sectPr>\
    <w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>\
    <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" \
    w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>
    """
  }

  private mutating func write(_ paragraph: FormParagraph) {
    body += "<w:p>\(Self.properties(paragraph.style))"
    for piece in paragraph.pieces {
      switch piece {
      case .text(let text): writeRun(text, paragraph.style, isBold: paragraph.style.isBold)
      case .bold(let text): writeRun(text, paragraph.style, isBold: true)
      case .pageNumber: body += "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
      }
    }
    body += "</w:p>"
  }

  private mutating func writeRun(_ text: String, _ style: FormStyle, isBold: Bool) {
    guard !text.isEmpty else { return }
    let size = Int((style.size * 2).rounded())
    body += "<w:r><w:rPr>\(isBold ? "<w:b/>" : "")\(style.isItalic ? "<w:i/>" : "")"
    body +=
      "\(Self.colour(style))<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr>"
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { body += "<w:br/>" }
      for (place, piece) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
        if place > 0 { body += "<w:tab/>" }
        if !piece.isEmpty { body += "<w:t xml:space=\"preserve\">\(String(piece).xmlEscaped)</w:t>" }
      }
    }
    body += "</w:r>"
  }

  private static func properties(_ style: FormStyle) -> String {
    let alignment =
      switch style.alignment {
      case .start: "left"
      case .center: "center"
      case .end: "right"
      case .justify: "both"
      }
    let size = Int((style.size * 2).rounded())
    return """
      <w:pPr>\(style.keepsWithNext ? "<w:keepNext/>" : "")\(frame(style.mark))<w:spacing w:before="\(twips(style.spaceBefore))" \
      w:after="\(twips(style.spaceAfter))"/><w:ind \(sides(style.mark))w:firstLine="\(twips(style.firstLineIndent))"/>\
      <w:jc w:val="\(alignment)"/><w:rPr><w:sz w:val="\(size)"/></w:rPr></w:pPr>
      """
  }

  private static func colour(_ style: FormStyle) -> String {
    if style.mark != nil { return "<w:color w:val=\"\(FormStyle.Mark.red)\"/>" }
    return style.isGrey ? "<w:color w:val=\"666666\"/>" : ""
  }

  /// Three points between the letters and the frame: 8 mm high around letters of 14 points.
  private static func frame(_ mark: FormStyle.Mark?) -> String {
    guard mark != nil else { return "" }
    let sides = ["top", "left", "bottom", "right"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"8\" w:space=\"3\" w:color=\"\(FormStyle.Mark.red)\"/>"
    }
    return "<w:pBdr>\(sides.joined())</w:pBdr>"
  }

  private static func sides(_ mark: FormStyle.Mark?) -> String {
    mark.map { "w:left=\"\(twips($0.margin))\" w:right=\"\(twips($0.margin))\" " } ?? ""
  }

  private mutating func writeRule(margin: Double) {
    body += """
      <w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>\
      <w:spacing w:before="20" w:after="0" w:line="80" w:lineRule="exact"/><w:ind w:left="\(Self.twips(margin))" \
      w:right="\(Self.twips(margin))"/><w:rPr><w:sz w:val="8"/></w:rPr></w:pPr></w:p>
      """
  }

  private mutating func write(_ columns: [FormColumnBlock]) {
    body += table(widths: columns.map(\.width), hasBorders: false) + "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    for column in columns {
      body += "<w:tc><w:tcPr><w:tcW w:w=\"\(Self.twips(column.width))\" w:type=\"dxa\"/></w:tcPr>"
      for block in column.blocks { write(block) }
      if column.blocks.isEmpty { body += "<w:p/>" }
      body += "</w:tc>"
    }
    body += "</w:tr></w:tbl>"
  }

  private mutating func write(_ table: FormTable) {
    body += self.table(widths: table.columns.map(\.width), hasBorders: true)
    write(
      table.columns.map { ($0.title, FormStyle(size: table.textSize, isBold: true, alignment: .center)) },
      widths: table.columns.map(\.width), isHead: true)
    for row in table.rows {
      let cells = zip(row.cells, table.columns).map { cell, column in
        (cell, FormStyle(size: table.textSize, isGrey: row.isGrey, alignment: column.alignment))
      }
      write(cells, widths: table.columns.map(\.width), isHead: false)
    }
    // Two tables without a paragraph between them would become one.
    body += "</w:tbl><w:p/>"
  }

  private mutating func write(_ cells: [(String, FormStyle)], widths: [Double], isHead: Bool) {
    body += "<w:tr><w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>"
    for ((text, style), width) in zip(cells, widths) {
      body += "<w:tc><w:tcPr><w:tcW w:w=\"\(Self.twips(width))\" w:type=\"dxa\"/></w:tcPr>"
      write(FormParagraph(text, style))
      body += "</w:tc>"
    }
    body += "</w:tr>"
  }

  private func table(widths: [Double], hasBorders: Bool) -> String {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"\(hasBorders ? "single" : "nil")\"\(hasBorders ? " w:sz=\"4\" w:color=\"000000\"" : "")/>"
    }
    let columns = widths.map { "<w:gridCol w:w=\"\(Self.twips($0))\"/>" }
    return """
      <w:tbl><w:tblPr><w:tblW w:w="\(Self.twips(widths.reduce(0, +)))" w:type="dxa"/>\
      <w:tblBorders>\(sides.joined())</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>\
      <w:tblGrid>\(columns.joined())</w:tblGrid>
      """
  }

  private static func twips(_ millimetres: Double) -> Int { Int((millimetres * 1440 / 25.4).rounded()) }
}
