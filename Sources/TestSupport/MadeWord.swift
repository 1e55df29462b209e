/// A small .docx of the tests' own making: its body is given as XML, every other part can be added.
package struct MadeWord {
  package var body: String
  package var parts: [(name: String, text: String)] = []
  package var relations = ""

  package static let names = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    """
  package static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Every part as it lies in the archive.
  package var allParts: [(name: String, bytes: [UInt8])] {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let own: [(name: String, text: String)] = [
      (
        "[Content_Types].xml",
        "\(head)<Types xmlns=\"\(package)/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
          + ".wordprocessingml.document.main+xml\"/></Types>"
      ),
      (
        "_rels/.rels",
        "\(head)<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" "
          + "Type=\"\(Self.office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
      ),
      (
        "word/document.xml",
        body.hasPrefix("<?xml") ? body : "\(head)<w:document \(Self.names)><w:body>\(body)</w:body></w:document>"
      ),
      (
        "word/_rels/document.xml.rels",
        "\(head)<Relationships xmlns=\"\(package)/relationships\">\(relations)</Relationships>"
      ),
    ]
    return (own + parts).map { ($0.name, Array($0.text.utf8)) }
  }

  package static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  package init(body: String, parts: [(name: String, text: String)] = [], relations: String = "") {
    self.body = body
    self.parts = parts
    self.relations = relations
  }

  /// One that carries a macro.
  package static func withMacro(_ text: String) -> MadeWord {
    MadeWord(
      body: paragraph(text), parts: [("word/vbaProject.bin", "khong phai macro that")],
      relations:
        "<Relationship Id=\"r9\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>"
    )
  }

  /// One with a field that starts a program when it is opened.
  package static let startingPrograms = MadeWord(
    body:
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DDEAUTO c:\\\\x </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")

  /// One with entities that are to be replaced by something from elsewhere.
  package static let withDoctype = MadeWord(
    body:
      "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"b\">]><w:document \(names)><w:body>\(paragraph("chữ"))</w:body></w:document>"
  )

  /// One that unpacks to far more than an honest document.
  package static let bomb = MadeWord(
    body: paragraph("chữ"), parts: [("word/media/a.xml", String(repeating: "0", count: 12 << 20))])
}
