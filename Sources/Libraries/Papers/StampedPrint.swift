import Foundation
import Kernel

/// A copy of a document for printing: the arrival stamp on its first page, and at the foot of every page who printed it,
/// when and from which system (PL6-6a). The stored file stays as it is.
package struct StampedPrint: Sendable {
  package var runner: ToolRunner

  package init(runner: ToolRunner) { self.runner = runner }

  /// Writes the copy: 1…2 s, most of it LibreOffice setting two pages that qpdf then lays over the document.
  /// Without a stamp only the foot is laid. Throws as `PDFTool.inspect` and `OfficeConversion.convert`.
  package func write(
    _ file: URL, stamp: PrintedStamp?, at place: StampPlace = .usual, provenance: String, to target: URL
  ) async throws {
    let tool = PDFTool(runner: runner)
    let facts = try await tool.inspect(file)
    try await runner.withFolder { folder in
      let flat = folder.appending(path: "overlay.fodt")
      let pages = folder.appending(path: "overlay.pdf")
      let text = StampOverlay(
        stamp: stamp, place: place, provenance: provenance,
        width: facts.pageWidth * PDFFacts.millimetresOfPoint, height: facts.pageHeight * PDFFacts.millimetresOfPoint
      ).flatText
      try Data(text.utf8).write(to: flat)
      try await OfficeConversion(runner: runner).convertForm(flat, to: .pdf, target: pages)
      try await tool.overlay(pages, on: file, repeatingFrom: 2, to: target)
    }
  }
}

/// Two pages: the first with stamp and foot, the second with the foot alone.
struct StampOverlay {
  var stamp: PrintedStamp?
  var place: StampPlace
  var provenance: String
  /// Of the page, in millimetres.
  var width: Double
  var height: Double

  var flatText: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
    office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
    <office:font-face-decls><style:font-face style:name="F" svg:font-family="Tinos"/></office:font-face-decls>
    <office:automatic-styles>
    \(Self.frameStyle("Stamp", hasBorder: true))\(Self.frameStyle("Free", hasBorder: false))
    \(paragraphStyles)
    <style:page-layout style:name="L"><style:page-layout-properties fo:page-width="\(width)mm" \
    fo:page-height="\(height)mm" fo:margin="10mm"/></style:page-layout>
    </office:automatic-styles>
    <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
    <office:body><office:text>
    \(foot(page: 1))\(stampFrames)\(foot(page: 2))<text:p text:style-name="Foot"/><text:p text:style-name="Next"/>
    </office:text></office:body></office:document>
    """
  }

  private static func frameStyle(_ name: String, hasBorder: Bool) -> String {
    """
    <style:style style:name="\(name)" style:family="graphic"><style:graphic-properties \
    draw:stroke="\(hasBorder ? "solid" : "none")" svg:stroke-color="#c00000" svg:stroke-width="0.5mm" \
    fo:border="\(hasBorder ? "1.2pt solid #c00000" : "none")" fo:padding="0mm" style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" \
    style:horizontal-rel="page" style:wrap="run-through" draw:fill="none" fo:background-color="transparent" \
    style:background-transparency="100%"/></style:style>\n
    """
  }

  private var paragraphStyles: String {
    func style(_ name: String, _ size: Double, bold: Bool = false, paragraph: String = "", color: String = "#c00000")
      -> String
    {
      """
      <style:style style:name="\(name)" style:family="paragraph"><style:paragraph-properties fo:margin="0mm"\
      \(paragraph)/><style:text-properties style:font-name="F" fo:font-size="\(size)pt" \
      fo:font-weight="\(bold ? "bold" : "normal")" fo:color="\(color)" fo:language="vi" fo:country="VN"/></style:style>\n
      """
    }
    let nameSize = StampLines(stamp?.agencyName.uppercased() ?? "", width: 47, size: 3.3, linesMax: 2).size
    let lineSize = StampLines("Chuyển: \(stamp?.forwardedTo ?? "")", width: 45, size: 3.2, linesMax: 2).size
    return style("Name", nameSize * 72 / 25.4, bold: true, paragraph: " fo:text-align=\"center\"")
      + style("Big", 17, bold: true) + style("Number", 11) + style("Line", lineSize * 72 / 25.4)
      + style("Foot", 7.5, color: "#444444") + style("Next", 7.5, paragraph: " fo:break-before=\"page\"")
  }

  private func frame(
    _ style: String, page: Int, left: Double, top: Double, width: Double, height: Double,
    _ paragraphs: [(style: String, text: String)]
  ) -> String {
    let content = paragraphs.map { "<text:p text:style-name=\"\($0.style)\">\($0.text.flatTextEscaped)</text:p>" }
    return """
      <draw:frame draw:style-name="\(style)" text:anchor-type="page" text:anchor-page-number="\(page)" \
      svg:x="\(left)mm" svg:y="\(top)mm" svg:width="\(width)mm" svg:height="\(height)mm"><draw:text-box>\
      \(content.joined())</draw:text-box></draw:frame>\n
      """
  }

  private func foot(page: Int) -> String {
    frame("Free", page: page, left: 12, top: height - 10, width: width - 24, height: 6, [("Foot", provenance)])
  }

  private var stampFrames: String {
    guard let stamp else { return "" }
    let left = min(max(2, place.left), width - PrintedStamp.width - 2)
    let top = min(max(2, place.top), height - PrintedStamp.height - 12)
    func part(_ x: Double, _ y: Double, _ w: Double, _ h: Double, _ texts: [(style: String, text: String)]) -> String {
      frame("Free", page: 1, left: left + x, top: top + y, width: w, height: h, texts)
    }
    func line(_ label: String, _ value: String) -> String {
      "\(label) \(value.isEmpty ? PrintedStamp.dots(after: label) : value)"
    }
    let forwarded = StampLines(line("Chuyển:", stamp.forwardedTo), width: 45, size: 3.2, linesMax: 2)
    let dossier = StampLines(line("Số và ký hiệu HS:", stamp.dossierNotation), width: 45, size: 3.2, linesMax: 1)
    let name = StampLines(stamp.agencyName.uppercased(), width: 47, size: 3.3, linesMax: 2)
    return frame(
      "Stamp", page: 1, left: left, top: top, width: PrintedStamp.width, height: PrintedStamp.height, [("Foot", "")])
      + part(1, name.lines.count == 1 ? 2.2 : 1, 48, 8, name.lines.map { ("Name", $0) })
      + part(2, 11, 16, 8, [("Big", "ĐẾN")])
      + part(18.5, 10, 31, 11, [("Number", "Số: \(stamp.number)"), ("Number", "Ngày: \(stamp.day.text)")])
      + part(2, 21.5, 47, 7, forwarded.lines.map { ("Line", $0) })
      + part(2, 29, 47, 5, dossier.lines.map { ("Line", $0) })
  }
}
