/// The styles that a flat text turned out to need.
struct FlatTextStyles {
  private struct Key: Hashable {
    var style: FormStyle
    var master: String?
    var pageNumber: Int?
  }

  private var names: [Key: String] = [:]
  private var automatic = ""

  /// The name of a paragraph style that looks like this.
  mutating func name(of style: FormStyle, master: String? = nil, pageNumber: Int? = nil) -> String {
    let key = Key(style: style, master: master, pageNumber: pageNumber)
    if let name = names[key] { return name }
    let name = "P\(names.count + 1)"
    names[key] = name
    let masterText = master.map { " style:master-page-name=\"\($0)\"" } ?? ""
    let numberText = pageNumber.map { " style:page-number=\"\($0)\"" } ?? ""
    automatic += """
      <style:style style:name="\(name)" style:family="paragraph" style:parent-style-name="Standard"\(masterText)>\
      <style:paragraph-properties fo:text-align="\(style.alignment.rawValue)" fo:margin-top="\(style.spaceBefore)mm" \
      fo:margin-bottom="\(style.spaceAfter)mm" fo:text-indent="\(style.firstLineIndent)mm" \
      fo:keep-with-next="\(style.keepsWithNext ? "always" : "auto")" fo:orphans="2" fo:widows="2"\(numberText)\(Self.frame(style.mark))/>\
      <style:text-properties fo:font-size="\(style.size)pt" fo:font-weight="\(style.isBold ? "bold" : "normal")" \
      fo:font-style="\(style.isItalic ? "italic" : "normal")" fo:color="\(Self.colour(style))"/>\
      </style:style>\n
      """
    return name
  }

  private static func colour(_ style: FormStyle) -> String {
    style.mark != nil ? "#\(FormStyle.Mark.red)" : style.isGrey ? "#666666" : "#000000"
  }

  private static func frame(_ mark: FormStyle.Mark?) -> String {
    guard let mark else { return "" }
    return
      " fo:margin-left=\"\(mark.margin)mm\" fo:margin-right=\"\(mark.margin)mm\" fo:border=\"1pt solid #\(FormStyle.Mark.red)\" fo:padding=\"1mm\""
  }

  mutating func ruleName(margin: Double) -> String {
    let key = Key(style: FormStyle(size: 0, firstLineIndent: margin))
    if let name = names[key] { return name }
    let name = "P\(names.count + 1)"
    names[key] = name
    automatic += """
      <style:style style:name="\(name)" style:family="paragraph" style:parent-style-name="Standard">\
      <style:paragraph-properties fo:margin-left="\(margin)mm" fo:margin-right="\(margin)mm" \
      fo:border-top="0.5pt solid #000000" fo:padding="0mm" fo:margin-top="1mm"/>\
      <style:text-properties fo:font-size="2pt"/></style:style>\n
      """
    return name
  }

  /// Adds a table of these column widths (millimetres); returns the names of its columns' styles.
  mutating func addTable(_ name: String, widths: [Double], breaks: Bool) -> [String] {
    automatic += """
      <style:style style:name="\(name)" style:family="table"><style:table-properties \
      style:width="\(widths.reduce(0, +))mm" table:align="left" fo:margin-left="0mm" \
      table:border-model="collapsing"\(breaks ? " fo:break-before=\"page\"" : "")/></style:style>\n
      """
    return widths.enumerated().map { index, width in
      automatic += """
        <style:style style:name="\(name).\(index)" style:family="table-column"><style:table-column-properties \
        style:column-width="\(width)mm"/></style:style>\n
        """
      return "\(name).\(index)"
    }
  }

  /// Everything between the properties and the body.
  func xml(for form: PrintedForm, font: String) -> String {
    """
    <office:font-face-decls><style:font-face style:name="F" svg:font-family="'\(font)'" \
    style:font-family-generic="roman" style:font-pitch="variable"/></office:font-face-decls>
    <office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="F" \
    style:font-name-asian="F" style:font-name-complex="F" fo:font-size="13pt" fo:language="vi" fo:country="VN" \
    fo:hyphenate="false"/></style:default-style>
    <style:style style:name="Standard" style:family="paragraph"/></office:styles>
    <office:automatic-styles>
    <style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
    \(Self.foot)\(Self.cells)\(automatic)\(form.sections.indices.map { layout($0, form.sections[$0]) }.joined())\
    </office:automatic-styles>
    <office:master-styles>
    \(form.sections.indices.map { master($0, form) }.joined())</office:master-styles>
    """
  }

  private static let foot = """
    <style:style style:name="Foot" style:family="paragraph" style:parent-style-name="Standard">\
    <style:paragraph-properties/><style:text-properties fo:font-size="9pt" fo:font-style="italic" fo:color="#444444"/>\
    </style:style>
    <style:style style:name="FootNumber" style:family="paragraph" style:parent-style-name="Standard">\
    <style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-size="11pt"/></style:style>
    <style:style style:name="FootTable" style:family="table"><style:table-properties table:align="margins"/>\
    </style:style>\n
    """

  private static let cells = """
    <style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties \
    fo:border="0.5pt solid #000000" fo:padding="0.8mm"/></style:style>
    <style:style style:name="CellHead" style:family="table-cell"><style:table-cell-properties \
    fo:border="0.5pt solid #000000" fo:padding="0.8mm" style:vertical-align="middle"/></style:style>
    <style:style style:name="CellBare" style:family="table-cell"><style:table-cell-properties \
    fo:border="none" fo:padding="0mm"/></style:style>
    <style:style style:name="RowKept" style:family="table-row"><style:table-row-properties \
    fo:keep-together="always"/></style:style>
    <style:style style:name="RowSplit" style:family="table-row"><style:table-row-properties \
    fo:keep-together="auto"/></style:style>\n
    """

  private func layout(_ index: Int, _ section: FormSection) -> String {
    let isLandscape = section.orientation == .landscape
    let sides = isLandscape ? ("297mm", "210mm", "landscape") : ("210mm", "297mm", "portrait")
    let margins = isLandscape ? ("25mm", "12mm") : ("30mm", "15mm")
    let frame =
      section.isFramed
      ? " fo:border=\"1.5pt double #000000\" style:border-line-width=\"0.5pt 1pt 0.5pt\" fo:padding=\"4mm\"" : ""
    return """
      <style:page-layout style:name="L\(index)"><style:page-layout-properties fo:page-width="\(sides.0)" \
      fo:page-height="\(sides.1)" style:print-orientation="\(sides.2)" fo:margin-top="15mm" fo:margin-bottom="10mm" \
      fo:margin-left="\(margins.0)" fo:margin-right="\(margins.1)"\(frame)/>\
      <style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="2mm"/>\
      </style:footer-style></style:page-layout>
      <style:style style:name="FL\(index)" style:family="table-column"><style:table-column-properties \
      style:column-width="\(section.innerWidth - 25)mm"/></style:style>
      <style:style style:name="FR\(index)" style:family="table-column"><style:table-column-properties \
      style:column-width="25mm"/></style:style>
      <style:style style:name="FT\(index)" style:family="table"><style:table-properties \
      style:width="\(section.innerWidth)mm" table:align="left"/></style:style>\n
      """
  }

  // The foot is a table of two cells: a long line of provenance wraps without touching the number.
  private func master(_ index: Int, _ form: PrintedForm) -> String {
    let number =
      form.sections[index].numbering == .none
      ? "" : "Trang <text:page-number text:select-page=\"current\">1</text:page-number>"
    return """
      <style:master-page style:name="M\(index)" style:page-layout-name="L\(index)"><style:footer>\
      <table:table table:name="Foot\(index)" table:style-name="FT\(index)">\
      <table:table-column table:style-name="FL\(index)"/><table:table-column table:style-name="FR\(index)"/>\
      <table:table-row><table:table-cell table:style-name="CellBare" office:value-type="string">\
      <text:p text:style-name="Foot">\(form.provenance.flatTextEscaped)</text:p></table:table-cell>\
      <table:table-cell table:style-name="CellBare" office:value-type="string">\
      <text:p text:style-name="FootNumber">\(number)</text:p></table:table-cell></table:table-row></table:table>\
      </style:footer></style:master-page>\n
      """
  }
}
