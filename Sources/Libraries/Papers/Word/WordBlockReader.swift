/// Turns the XML of a body, a head or a foot into blocks.
struct WordBlockReader {
  static let paragraphsMax = 200_000

  let styles: WordStyles
  var numbering: WordNumbering
  private(set) var carried: Set<WordDocument.Carried> = []
  private(set) var startsPrograms = false
  private var paragraphCount = 0
  /// Inside a complex field: its instruction so far, and whether its result has begun.
  private var fields: [(instruction: String, inResult: Bool)] = []

  init(styles: WordStyles, numbering: WordNumbering) {
    self.styles = styles
    self.numbering = numbering
  }

  /// The blocks that one element of a body makes; text boxes follow the paragraph they hang on.
  mutating func blocks(_ element: XMLTree) throws -> [WordBlock] {
    switch element.name {
    case "w:p": return try paragraph(element)
    case "w:tbl": return [.table(try table(element))]
    case "w:sdt": return try blocks(in: element.first("w:sdtContent"))
    case "w:ins", "w:customXml", "w:smartTag", "w:txbxContent", "w:moveTo":
      if element.name == "w:ins" || element.name == "w:moveTo" { carried.insert(.trackedChanges) }
      return try blocks(in: element)
    case "w:del", "w:moveFrom":
      carried.insert(.trackedChanges)
      return []
    default: return []
    }
  }

  mutating func blocks(in element: XMLTree?) throws -> [WordBlock] {
    var blocks: [WordBlock] = []
    for child in element?.elements ?? [] { blocks += try self.blocks(child) }
    return blocks
  }

  private mutating func table(_ element: XMLTree) throws -> WordTable {
    let borders = element.first("w:tblPr")?.first("w:tblBorders")?.elements ?? []
    let style = element.first("w:tblPr")?.first("w:tblStyle")?["w:val"] ?? ""
    var table = WordTable(
      rows: [], headerRows: 0,
      hasBorders: borders.contains { !["nil", "none"].contains($0["w:val"] ?? "") }
        || (borders.isEmpty && style.lowercased().contains("grid")))
    for row in rows(of: element) {
      var cells: [[WordBlock]] = []
      for cell in row.elements where cell.name == "w:tc" { cells.append(try blocks(in: cell)) }
      if row.first("w:trPr")?.first("w:tblHeader")?.isOn == true, table.headerRows == table.rows.count {
        table.headerRows += 1
      }
      table.rows.append(cells)
    }
    return table
  }

  private func rows(of element: XMLTree) -> [XMLTree] {
    element.elements.flatMap { child -> [XMLTree] in
      switch child.name {
      case "w:tr": [child]
      case "w:sdt": child.first("w:sdtContent").map(rows) ?? []
      case "w:ins", "w:customXml": rows(of: child)
      default: []
      }
    }
  }

  private mutating func paragraph(_ element: XMLTree) throws -> [WordBlock] {
    paragraphCount += 1
    guard paragraphCount <= Self.paragraphsMax else { throw WordFault.tooMuch("có quá nhiều đoạn văn") }
    let properties = element.first("w:pPr")
    let inherited = styles.paragraph(properties?.first("w:pStyle")?["w:val"])
    let format = inherited.paragraph.under(WordParagraphFormat(properties))
    var paragraph = WordParagraph(runs: [])
    paragraph.take(format)
    var boxes: [WordBlock] = []
    if let list = format.numbering, list > 0, let mark = numbering.next(list: list, level: format.numberingLevel ?? 0),
      !mark.isEmpty
    {
      var run = WordRun(inherited.text, text: mark + " ")
      run.kind = .numbering
      paragraph.runs.append(run)
    }
    try read(element, base: inherited.text, into: &paragraph, boxes: &boxes)
    return [.paragraph(paragraph)] + boxes
  }

  private mutating func read(
    _ element: XMLTree, base: WordTextFormat, into paragraph: inout WordParagraph, boxes: inout [WordBlock]
  ) throws {
    for child in element.elements {
      switch child.name {
      case "w:r": try run(child, base: base, into: &paragraph, boxes: &boxes)
      case "w:hyperlink", "w:smartTag", "w:customXml", "w:dir", "w:bdo":
        try read(child, base: base, into: &paragraph, boxes: &boxes)
      case "w:ins", "w:moveTo":
        carried.insert(.trackedChanges)
        try read(child, base: base, into: &paragraph, boxes: &boxes)
      case "w:del", "w:moveFrom": carried.insert(.trackedChanges)
      case "w:sdt":
        if let content = child.first("w:sdtContent") {
          try read(content, base: base, into: &paragraph, boxes: &boxes)
        }
      case "w:fldSimple":
        note(instruction: child["w:instr"] ?? "")
        let start = paragraph.runs.count
        try read(child, base: base, into: &paragraph, boxes: &boxes)
        if (child["w:instr"] ?? "").namesPage { paragraph.markPageNumber(from: start, base: base) }
      case "w:commentRangeStart": carried.insert(.comments)
      default: break
      }
    }
  }

  private mutating func run(
    _ element: XMLTree, base: WordTextFormat, into paragraph: inout WordParagraph, boxes: inout [WordBlock]
  ) throws {
    let properties = element.first("w:rPr")
    let format = base.under(styles.text(properties?.first("w:rStyle")?["w:val"]))
      .under(WordTextFormat(properties, theme: styles.theme))
    var text = ""
    for child in element.elements {
      switch child.name {
      case "w:t": text += child.text
      case "w:tab", "w:ptab": text += "\t"
      case "w:br", "w:cr":
        if child["w:type"] == "page" { paragraph.startsPage = paragraph.startsPage || paragraph.runs.isEmpty }
        text += "\n"
      case "w:noBreakHyphen": text += "-"
      case "w:delText": carried.insert(.trackedChanges)
      case "w:instrText": if !fields.isEmpty { fields[fields.count - 1].instruction += child.text }
      case "w:fldChar": field(child["w:fldCharType"] ?? "", format, into: &paragraph)
      case "w:pgNum": paragraph.runs.append(WordRun(format, text: "", kind: .pageNumber))
      case "w:commentReference": carried.insert(.comments)
      case "w:object": carried.insert(.embeddedObjects)
      case "mc:AlternateContent": try shapes(in: child.first("mc:Choice") ?? child, into: &boxes)
      case "w:drawing", "w:pict": try shapes(in: child, into: &boxes)
      default: break
      }
    }
    guard !text.isEmpty, format.isHidden != true else { return }
    if format.isCapital == true { text = text.uppercased() }
    let isPage = fields.contains { $0.inResult && $0.instruction.namesPage }
    paragraph.runs.append(WordRun(format, text: isPage ? "" : text, kind: isPage ? .pageNumber : .text))
  }

  /// Text boxes anywhere in a drawing.
  private mutating func shapes(in element: XMLTree, into boxes: inout [WordBlock]) throws {
    for child in element.elements {
      if child.name == "w:txbxContent" { boxes += try blocks(in: child) } else { try shapes(in: child, into: &boxes) }
    }
  }

  private mutating func field(_ type: String, _ format: WordTextFormat, into paragraph: inout WordParagraph) {
    switch type {
    case "begin": fields.append(("", false))
    case "separate": if !fields.isEmpty { fields[fields.count - 1].inResult = true }
    case "end":
      guard let field = fields.popLast() else { return }
      note(instruction: field.instruction)
      if field.instruction.namesPage, !paragraph.showsPageNumber {
        paragraph.runs.append(WordRun(format, text: "", kind: .pageNumber))
      }
    default: break
    }
  }

  private mutating func note(instruction: String) {
    let word = instruction.split(separator: " ").first?.uppercased() ?? ""
    if word == "DDE" || word == "DDEAUTO" { startsPrograms = true }
    if ["INCLUDETEXT", "INCLUDEPICTURE", "LINK", "RD"].contains(word) { carried.insert(.outsideContent) }
  }
}

extension String {
  /// The instruction of a field that shows the page's number.
  fileprivate var namesPage: Bool { split(separator: " ").first?.uppercased() == "PAGE" }
}

extension WordRun {
  init(_ format: WordTextFormat, text: String, kind: Kind = .text) {
    self.init(
      text: text, kind: kind, font: format.font ?? "Times New Roman", size: format.size ?? 10,
      isBold: format.isBold ?? false, isItalic: format.isItalic ?? false,
      isUnderlined: format.isUnderlined ?? false, color: format.color ?? "auto")
  }
}

extension WordParagraph {
  mutating func take(_ format: WordParagraphFormat) {
    alignment = format.alignment ?? .start
    spaceBefore = format.spaceBefore ?? 0
    spaceAfter = format.spaceAfter ?? 0
    lineSpacing = format.lineSpacing ?? .times(1)
    leftIndent = format.leftIndent ?? 0
    firstLineIndent = format.firstLineIndent ?? 0
    hasRule = format.hasRule ?? false
    startsPage = format.startsPage ?? false
  }

  fileprivate mutating func markPageNumber(from start: Int, base: WordTextFormat) {
    if runs.count > start {
      for index in start..<runs.count {
        runs[index].kind = .pageNumber
        runs[index].text = ""
      }
    } else {
      runs.append(WordRun(base, text: "", kind: .pageNumber))
    }
  }
}
