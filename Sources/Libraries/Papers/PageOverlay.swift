import Foundation

/// Texts and rules at places of pages, to be laid over a PDF that stays as it is under them: a number in the place left
/// for it, the line of a signature at the head of an annex, what certifies a copy.
package struct PageOverlay: Sendable, Equatable {
  /// One text or rule. Places are millimetres from the top left corner of the page.
  package struct Mark: Sendable, Equatable {
    package enum Alignment: String, Sendable { case start, center, end }

    package var left, top, width, height: Double
    /// Paragraphs, under one another; of a rule none.
    package var lines: [String]
    /// Points.
    package var size: Double
    package var isBold = false
    package var isItalic = false
    package var alignment = Alignment.start
    /// White behind it: dots that keep a place free are covered.
    package var coversPage = false
    /// A line as long as the mark is wide, at its top.
    package var isRule = false

    package init(
      _ lines: [String], left: Double, top: Double, width: Double, height: Double, size: Double,
      alignment: Alignment = .start
    ) {
      (self.lines, self.size, self.alignment) = (lines, size, alignment)
      (self.left, self.top, self.width, self.height) = (left, top, width, height)
    }

    /// A rule across the page.
    package static func rule(left: Double, top: Double, width: Double) -> Mark {
      var rule = Mark([], left: left, top: top, width: width, height: 1, size: 1)
      rule.isRule = true
      return rule
    }
  }

  /// Marks by page of the PDF, from 1.
  package var marks: [Int: [Mark]] = [:]

  package init() {}

  package init(_ marks: [Mark], onPage page: Int) { self.marks = [page: marks] }
}

extension PDFTool {
  /// Lays `overlay` over `file`: 1…2 s, most of it LibreOffice. Every page under it keeps its text and pictures. Pages
  /// are measured as the first one. Throws as `inspect` and `OfficeConversion.convert`.
  package func lay(_ overlay: PageOverlay, on file: URL, to target: URL) async throws {
    let facts = try await inspect(file)
    let pages = overlay.marks.keys.sorted().filter { (1...facts.pageCount).contains($0) }
    guard !pages.isEmpty else { throw ToolFailure.madeNothing(.qpdf, message: "no page to lay anything on") }
    try await runner.withFolder { folder in
      let (flat, laid) = (folder.appending(path: "overlay.fodt"), folder.appending(path: "overlay.pdf"))
      let text = OverlayText(
        pages: pages.map { overlay.marks[$0] ?? [] }, width: facts.pageWidth * PDFFacts.millimetresOfPoint,
        height: facts.pageHeight * PDFFacts.millimetresOfPoint
      ).flatText
      try Data(text.utf8).write(to: flat)
      try await OfficeConversion(runner: runner).convertForm(flat, to: .pdf, target: laid)
      try await self.overlay(laid, pages: pages, on: file, to: target)
    }
  }
}

/// The pages of an overlay as a flat ODT text: every mark a frame on its page.
struct OverlayText {
  var pages: [[PageOverlay.Mark]]
  /// Of the page, in millimetres.
  var width, height: Double

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
    \(styles)
    <style:page-layout style:name="L"><style:page-layout-properties fo:page-width="\(width)mm" \
    fo:page-height="\(height)mm" fo:margin="10mm"/></style:page-layout>
    </office:automatic-styles>
    <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
    <office:body><office:text>
    \(frames)\(breaks)
    </office:text></office:body></office:document>
    """
  }

  private var all: [(page: Int, mark: PageOverlay.Mark)] {
    pages.enumerated().flatMap { page, marks in marks.map { (page + 1, $0) } }
  }

  private var styles: String {
    let next = """
      <style:style style:name="Next" style:family="paragraph"><style:paragraph-properties \
      fo:break-before="page"/></style:style>\n
      """
    return all.enumerated().reduce(into: next) { text, one in
      let (index, mark) = (one.offset, one.element.mark)
      text += """
        <style:style style:name="G\(index)" style:family="graphic"><style:graphic-properties draw:stroke="none" \
        fo:border="none"\(mark.isRule ? " fo:border-top=\"0.75pt solid #000000\"" : "") fo:padding="0mm" \
        style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" \
        style:horizontal-rel="page" style:wrap="run-through" style:run-through="foreground" \
        \(Self.ground(mark))/></style:style>
        <style:style style:name="P\(index)" style:family="paragraph"><style:paragraph-properties fo:margin="0mm" \
        fo:text-align="\(mark.alignment.rawValue)"/><style:text-properties style:font-name="F" \
        fo:font-size="\(mark.size)pt" fo:font-weight="\(mark.isBold ? "bold" : "normal")" \
        fo:font-style="\(mark.isItalic ? "italic" : "normal")" fo:language="vi" fo:country="VN"/></style:style>\n
        """
    }
  }

  private static func ground(_ mark: PageOverlay.Mark) -> String {
    mark.coversPage
      ? "draw:fill=\"solid\" draw:fill-color=\"#ffffff\" fo:background-color=\"#ffffff\""
      : "draw:fill=\"none\" fo:background-color=\"transparent\" style:background-transparency=\"100%\""
  }

  private var frames: String {
    all.enumerated().map { index, one in
      let lines = one.mark.lines.isEmpty ? [""] : one.mark.lines
      let content = lines.map { "<text:p text:style-name=\"P\(index)\">\($0.flatTextEscaped)</text:p>" }
      return """
        <draw:frame draw:style-name="G\(index)" text:anchor-type="page" text:anchor-page-number="\(one.page)" \
        svg:x="\(one.mark.left)mm" svg:y="\(one.mark.top)mm" svg:width="\(one.mark.width)mm" \
        svg:height="\(one.mark.height)mm"><draw:text-box>\(content.joined())</draw:text-box></draw:frame>\n
        """
    }.joined()
  }

  /// A paragraph for each page, so that every page is there to hang frames on.
  private var breaks: String {
    pages.indices.map { $0 == 0 ? "<text:p/>" : "<text:p text:style-name=\"Next\"/>" }.joined()
  }
}
