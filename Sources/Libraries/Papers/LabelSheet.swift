import Foundation

/// Labels to be cut and glued, ten to a page of A4, each with a QR code that opens an address (nhãn hộp, nhãn bìa hồ sơ).
package struct LabelSheet: Sendable, Equatable {
  package struct Label: Sendable, Equatable {
    /// What it is, small: «Hồ sơ», «Hộp».
    package var kind: String
    /// Large: code, name of a box.
    package var title: String
    /// Under it, one a line; what is too long is cut.
    package var lines: [String]
    /// What the code says: an absolute address.
    package var address: String

    package init(kind: String, title: String, lines: [String], address: String) {
      self.kind = kind
      self.title = title
      self.lines = lines
      self.address = address
    }
  }

  package static let labelsMax = 200
  /// Millimetres.
  static let (width, height, code) = (95.0, 54.0, 34.0)
  /// Characters of a line under the title.
  static let lineLengthMax = 90

  package var labels: [Label]

  package init(_ labels: [Label]) { self.labels = labels }

  /// Writes the sheet as PDF: 1…3 s, most of it LibreOffice.
  package func write(with runner: ToolRunner, to target: URL) async throws {
    try await runner.withFolder { folder in
      var pictures: [[UInt8]] = []
      for label in labels { pictures.append(try await QRCode(label.address).picture(with: runner)) }
      let flat = folder.appending(path: "labels.fodt")
      try Data(LabelText(labels: labels, pictures: pictures).flatText.utf8).write(to: flat)
      try await OfficeConversion(runner: runner).convertForm(flat, to: .pdf, target: target)
    }
  }
}

/// A text as a QR code, as every telephone reads it.
struct QRCode: Sendable {
  static let textBytesMax = 300

  var text: String

  init(_ text: String) { self.text = text }

  /// A PNG file, a quarter of which may be dirt (level Q).
  func picture(with runner: ToolRunner) async throws -> [UInt8] {
    precondition(text.utf8.count <= Self.textBytesMax && !text.hasPrefix("-"))
    return try await runner.withFolder { folder in
      var limits = ToolLimits.usual
      (limits.time, limits.memoryBytes, limits.fileBytes) = (.seconds(10), 256 << 20, 1 << 20)
      _ = try await runner.run(
        .qrCode, ["-t", "PNG", "-l", "Q", "-s", "8", "-m", "4", "-o", "code.png", text], in: folder, limits: limits)
      return [UInt8](try Data(contentsOf: folder.appending(path: "code.png")))
    }
  }
}

/// The sheet as a flat ODT text: two labels a row, rows never cut by a page.
struct LabelText {
  var labels: [LabelSheet.Label]
  /// PNG files, one a label.
  var pictures: [[UInt8]]

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
    <office:automatic-styles>\(Self.styles)</office:automatic-styles>
    <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
    <office:body><office:text><table:table table:name="T" table:style-name="T">\
    <table:table-column table:style-name="C1"/><table:table-column table:style-name="C2"/>\
    <table:table-column table:style-name="C1"/><table:table-column table:style-name="C2"/>
    \(rows)</table:table></office:text></office:body></office:document>
    """
  }

  private var rows: String {
    stride(from: 0, to: labels.count, by: 2).map { first in
      let cells = (first...first + 1).map {
        $0 < labels.count
          ? cell($0)
          : "<table:table-cell table:number-columns-spanned=\"2\"><text:p/></table:table-cell><table:covered-table-cell/>"
      }
      return "<table:table-row table:style-name=\"R\">\(cells.joined())</table:table-row>\n"
    }.joined()
  }

  private func cell(_ index: Int) -> String {
    let label = labels[index]
    let size = LabelSheet.code
    let lines = label.lines.filter { !$0.isEmpty }.map { line in
      let cut = line.count > LabelSheet.lineLengthMax ? line.prefix(LabelSheet.lineLengthMax - 1) + "…" : line[...]
      return "<text:p text:style-name=\"Line\">\(String(cut).flatTextEscaped)</text:p>"
    }
    return """
      <table:table-cell table:style-name="Q" office:value-type="string"><text:p text:style-name="Code">\
      <draw:frame draw:name="Q\(index)" draw:style-name="G" text:anchor-type="as-char" svg:width="\(size)mm" \
      svg:height="\(size)mm"><draw:image><office:binary-data>\(Data(pictures[index]).base64EncodedString())\
      </office:binary-data></draw:image></draw:frame></text:p></table:table-cell>\
      <table:table-cell table:style-name="X" office:value-type="string">\
      <text:p text:style-name="Kind">\(label.kind.flatTextEscaped)</text:p>\
      <text:p text:style-name="Title">\(label.title.flatTextEscaped)</text:p>\(lines.joined())</table:table-cell>
      """
  }

  private static var styles: String {
    func paragraph(_ name: String, _ size: Double, _ more: String = "", align: String = "start") -> String {
      """
      <style:style style:name="\(name)" style:family="paragraph"><style:paragraph-properties fo:text-align="\(align)" \
      fo:margin-top="0.6mm"/><style:text-properties style:font-name="F" fo:font-size="\(size)pt" fo:language="vi" \
      fo:country="VN"\(more)/></style:style>\n
      """
    }
    let text = LabelSheet.width - LabelSheet.code - 6
    return """
      \(paragraph("Code", 8, align: "center"))\(paragraph("Kind", 9, " fo:color=\"#444444\""))\
      \(paragraph("Title", 14, " fo:font-weight=\"bold\""))\(paragraph("Line", 10))\
      <style:style style:name="G" style:family="graphic"><style:graphic-properties style:vertical-pos="middle" \
      style:vertical-rel="line" fo:border="none" fo:padding="0mm"/></style:style>
      <style:style style:name="T" style:family="table"><style:table-properties style:width="\(LabelSheet.width * 2)mm" \
      table:align="center" table:border-model="collapsing"/></style:style>
      <style:style style:name="C1" style:family="table-column"><style:table-column-properties \
      style:column-width="\(LabelSheet.width - text)mm"/></style:style>
      <style:style style:name="C2" style:family="table-column"><style:table-column-properties \
      style:column-width="\(text)mm"/></style:style>
      <style:style style:name="R" style:family="table-row"><style:table-row-properties \
      style:row-height="\(LabelSheet.height)mm" fo:keep-together="always"/></style:style>
      <style:style style:name="Q" style:family="table-cell"><style:table-cell-properties \
      style:vertical-align="middle" fo:border-left="0.5pt dashed #888888" fo:border-top="0.5pt dashed #888888" \
      fo:border-bottom="0.5pt dashed #888888" fo:border-right="none" fo:padding="2mm"/></style:style>
      <style:style style:name="X" style:family="table-cell"><style:table-cell-properties \
      style:vertical-align="middle" fo:border-right="0.5pt dashed #888888" fo:border-top="0.5pt dashed #888888" \
      fo:border-bottom="0.5pt dashed #888888" fo:border-left="none" fo:padding="2mm"/></style:style>
      <style:page-layout style:name="L"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" \
      fo:margin-top="12mm" fo:margin-bottom="10mm" fo:margin-left="10mm" fo:margin-right="10mm"/></style:page-layout>
      """
  }
}
