import Foundation

/// A Word document to be written: the blocks of a printed form on pages as Decree 30/2020 lays them out (Annex I.I):
/// A4, margins 20, 20, 30 and 20 mm, Times New Roman, the page's number over the text but on the first page.
package struct WordSheet: Sendable, Equatable {
  package static let font = "Times New Roman"
  /// Millimetres between the margins.
  package static let innerWidth = 160.0

  package var title: String
  package var blocks: [FormBlock]

  package init(title: String, blocks: [FormBlock]) {
    self.title = title
    self.blocks = blocks
  }

  /// Writes the .docx. The same sheet gives the same bytes.
  package func write(to file: URL) throws { try PackageWriting.write(parts, to: file) }

  private var parts: [(name: String, bytes: [UInt8])] {
    var body = WordSheetBody()
    for block in blocks { body.write(block) }
    return [
      ("[Content_Types].xml", Self.contentTypes), ("_rels/.rels", Self.packageRelations),
      ("word/document.xml", body.document), ("word/_rels/document.xml.rels", Self.documentRelations),
      ("word/styles.xml", Self.styles), ("word/settings.xml", Self.settings),
      ("word/header1.xml", Self.header(WordSheetBody.pageNumber)), ("word/header2.xml", Self.header("<w:p/>")),
      ("docProps/core.xml", core),
    ].map { ($0.0, Array($0.1.utf8)) }
  }
}

extension WordSheet {
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let mainName = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let packaging = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private static let contentTypes = """
    \(head)<Types xmlns="\(packaging)/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
    <Override PartName="/word/settings.xml" ContentType="\(word).settings+xml"/>\
    <Override PartName="/word/header1.xml" ContentType="\(word).header+xml"/>\
    <Override PartName="/word/header2.xml" ContentType="\(word).header+xml"/>\
    <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
    </Types>
    """

  private static let packageRelations = """
    \(head)<Relationships xmlns="\(packaging)/relationships">\
    <Relationship Id="rId1" Type="\(office)/relationships/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" Type="\(packaging)/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
    </Relationships>
    """

  private static let documentRelations = """
    \(head)<Relationships xmlns="\(packaging)/relationships">\
    <Relationship Id="rId1" Type="\(office)/relationships/styles" Target="styles.xml"/>\
    <Relationship Id="rId2" Type="\(office)/relationships/settings" Target="settings.xml"/>\
    <Relationship Id="rId3" Type="\(office)/relationships/header" Target="header1.xml"/>\
    <Relationship Id="rId4" Type="\(office)/relationships/header" Target="header2.xml"/></Relationships>
    """

  private static let styles = """
    \(head)<w:styles xmlns:w="\(mainName)"><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="\(font)" w:hAnsi="\(font)" w:eastAsia="\(font)" w:cs="\(font)"/><w:sz w:val="26"/>\
    <w:szCs w:val="26"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
    <w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>\
    <w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
    </w:styles>
    """

  private static let settings = """
    \(head)<w:settings xmlns:w="\(mainName)"><w:compat><w:compatSetting w:name="compatibilityMode" \
    w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
    """

  private static func header(_ content: String) -> String {
    "\(head)<w:hdr xmlns:w=\"\(mainName)\">\(content)</w:hdr>"
  }

  private var core: String {
    """
    \(Self.head)<cp:coreProperties xmlns:cp="\(Self.packaging)/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(title.xmlEscaped)</dc:title>\
    <dc:language>vi-VN</dc:language></cp:coreProperties>
    """
  }
}
