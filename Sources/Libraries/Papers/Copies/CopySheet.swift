/// A flat ODT text of pages that bear a copy's note: alone, to be laid over a page, or under the parts of an extract.
struct CopySheet {
  /// A part of a page as a picture, at its true size.
  struct Picture {
    /// A PNG file in base 64.
    var encoded: String
    /// Millimetres.
    var width: Double
    var height: Double
    /// Something of the document between it and the one before is left out.
    var followsGap: Bool
  }

  var note: CopyNote
  var isElectronic: Bool
  var pictures: [Picture] = []
  /// Of the pages, in millimetres.
  var width: Double
  var height: Double
  /// From the upper edge of each page to what it bears.
  var top: Double

  private static let left = 30.0
  private static let right = 15.0
  private static let below = 10.0

  private var inner: Double { max(60, width - Self.left - Self.right) }

  var flatText: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
    office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
    <office:font-face-decls><style:font-face style:name="F" svg:font-family="Tinos"/></office:font-face-decls>
    <office:automatic-styles>
    \(paragraphStyles)\(tableStyles)
    <style:style style:name="Part" style:family="graphic"><style:graphic-properties style:vertical-pos="top" \
    style:vertical-rel="baseline" fo:margin="0mm" fo:padding="0mm" fo:border="none"/></style:style>
    <style:page-layout style:name="L"><style:page-layout-properties fo:page-width="\(width)mm" \
    fo:page-height="\(height)mm" fo:margin-top="\(top)mm" fo:margin-bottom="\(Self.below)mm" fo:margin-left="0mm" \
    fo:margin-right="0mm"/></style:page-layout>
    </office:automatic-styles>
    <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
    <office:body><office:text>
    \(isElectronic ? paragraph("Line", note.electronicLine) : "")\(pictures.map(picture).joined())\
    \(isElectronic ? "" : paperNote)
    </office:text></office:body></office:document>
    """
  }

  private func paragraph(_ style: String, _ text: String) -> String {
    "<text:p text:style-name=\"\(style)\">\(text.flatTextEscaped)</text:p>\n"
  }

  private func picture(_ picture: Picture) -> String {
    let gap = picture.followsGap ? paragraph("Gap", "[…]") : ""
    return """
      \(gap)<text:p text:style-name="Picture"><draw:frame draw:style-name="Part" text:anchor-type="as-char" \
      svg:width="\(picture.width)mm" svg:height="\(picture.height)mm"><draw:image><office:binary-data>\
      \(picture.encoded)</office:binary-data></draw:image></draw:frame></text:p>\n
      """
  }

  // MARK: form 3.1

  private var paperNote: String {
    """
    \(paragraph("Rule", ""))<table:table table:name="T" table:style-name="T">\
    <table:table-column table:style-name="TL"/><table:table-column table:style-name="TR"/>\
    \(row([("Agency", note.agencyName.uppercased()), ("Short", "")], [("Title", note.title)]))\
    \(row([("Code", "Số: \(note.codeText)")], [("Date", note.placeAndDate)]))\
    \(row(recipients, signature))</table:table>\(paragraph("End", ""))
    """
  }

  private var recipients: [(style: String, text: String)] {
    [("Space", ""), ("To", "Nơi nhận:")] + note.recipients.map { ("Name", "- \($0);") } + [("Name", "- Lưu: VT.")]
  }

  /// Room for the hand and the seal stands between the position and the name.
  private var signature: [(style: String, text: String)] {
    [("Space", "")] + note.signatureLines.map { ("Office", $0) } + [("Room", ""), ("Signer", note.signerName)]
  }

  private func row(
    _ left: [(style: String, text: String)], _ right: [(style: String, text: String)]
  ) -> String {
    let cells = [left, right].map { cell in
      "<table:table-cell table:style-name=\"C\">\(cell.map { paragraph($0.style, $0.text) }.joined())</table:table-cell>"
    }
    return "<table:table-row table:style-name=\"R\">\(cells.joined())</table:table-row>\n"
  }

  private var tableStyles: String {
    """
    <style:style style:name="T" style:family="table"><style:table-properties style:may-break-between-rows="false" \
    style:width="\(inner)mm" table:align="left" fo:margin-left="\(Self.left)mm"/></style:style>
    <style:style style:name="TL" style:family="table-column"><style:table-column-properties \
    style:column-width="\(inner * 0.46)mm"/></style:style>
    <style:style style:name="TR" style:family="table-column"><style:table-column-properties \
    style:column-width="\(inner * 0.54)mm"/></style:style>
    <style:style style:name="R" style:family="table-row"><style:table-row-properties fo:keep-together="always"/>\
    </style:style>
    <style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:padding="0mm" \
    fo:border="none"/></style:style>\n
    """
  }

  private var paragraphStyles: String {
    func style(
      _ name: String, _ size: Double, _ text: String = "", align: String = "center", _ paragraph: String = ""
    ) -> String {
      """
      <style:style style:name="\(name)" style:family="paragraph"><style:paragraph-properties fo:text-align="\(align)" \
      fo:margin-top="0mm" fo:margin-bottom="0mm" \(paragraph)/><style:text-properties \
      style:font-name="F" fo:font-size="\(size)pt" \(text) fo:color="#000000" fo:language="vi" fo:country="VN"/>\
      </style:style>\n
      """
    }
    let bold = "fo:font-weight=\"bold\""
    let short = inner * 0.46 * 0.32
    return
      style("Line", 10, align: "end", "fo:margin-right=\"\(Self.right)mm\"")
      + style("Picture", 2, align: "start") + style("Gap", 11)
      + style(
        "Rule", 3, align: "start",
        "fo:margin-left=\"\(Self.left)mm\" fo:margin-right=\"\(Self.right)mm\" fo:border-top=\"0.75pt solid #000000\" fo:keep-with-next=\"always\""
      )
      + style("Agency", 12, bold, "fo:keep-with-next=\"always\"")
      + style(
        "Short", 3, "",
        "fo:margin-left=\"\(short)mm\" fo:margin-right=\"\(short)mm\" fo:border-top=\"0.75pt solid #000000\" fo:keep-with-next=\"always\""
      )
      + style("Title", 14, bold, "fo:keep-with-next=\"always\"") + style("Code", 13, "", "fo:keep-with-next=\"always\"")
      + style("Date", 13, "fo:font-style=\"italic\"", "fo:keep-with-next=\"always\"")
      + style("To", 12, "\(bold) fo:font-style=\"italic\"", align: "start")
      + style("Name", 11, align: "start") + style("Office", 13, bold) + style("Room", 70) + style("Signer", 13, bold)
      + style("Space", 6) + style("End", 1, align: "start")
  }
}
