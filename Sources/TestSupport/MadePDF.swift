/// PDF files made by the tests themselves.
package enum MadePDF {
  /// One text a page, in a font that every reader has; Vietnamese letters are named in the font's encoding.
  package static func of(_ pages: [String], width: Int = 595, height: Int = 842) -> [UInt8] {
    let letters = Set(pages.joined().unicodeScalars.filter { !$0.isASCII }).sorted { $0.value < $1.value }
    precondition(letters.count < 128, "a made page has at most 127 different letters beyond ASCII")
    let codes = Dictionary(uniqueKeysWithValues: letters.enumerated().map { ($1, 128 + $0) })
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    func add(_ object: String) {
      offsets.append(text.utf8.count)
      text += "\(offsets.count) 0 obj\n\(object)\nendobj\n"
    }
    add("<< /Type /Catalog /Pages 2 0 R >>")
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    add("<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>")
    let names = letters.map { "/uni" + four($0.value) }.joined(separator: " ")
    // A letter that the font does not name itself has no width of its own.
    let widths = repeatElement("600", count: 224).joined(separator: " ")
    let encoding =
      letters.isEmpty
      ? "" : " /Encoding << /Differences [128 \(names)] >> /FirstChar 32 /LastChar 255 /Widths [\(widths)]"
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica\(encoding) >>")
    for (index, page) in pages.enumerated() {
      let lines = page.split(separator: "\n").map { line in
        line.unicodeScalars.map { codes[$0].map { "\\" + String($0, radix: 8) } ?? String($0) }.joined()
      }
      let content =
        "BT /F1 \(lines.count == 1 ? 24 : 12) Tf 72 \(height - 100) Td "
        + lines.map { "(\($0)) Tj" }.joined(separator: " 0 -24 Td ") + " ET"
      add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(5 + 2 * index) 0 R"
          + " /Resources << /Font << /F1 3 0 R >> >> >>")
      add("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    let table = text.utf8.count
    let rows = offsets.map { String(repeating: "0", count: 10 - String($0).count) + "\($0) 00000 n \n" }
    text += "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n" + rows.joined()
    text += "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
  }

  private static func four(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
