import Foundation

extension PDFTool {
  /// The text layer of these pages (all when nil), a page without words having none. Throws as `inspect` does.
  package func text(of file: URL, pages: ClosedRange<Int>? = nil) async throws -> [PageText] {
    let span = pages.map { ["-f", "\($0.lowerBound)", "-l", "\($0.upperBound)"] } ?? []
    let first = pages?.lowerBound ?? 1
    return try await reading {
      try await runner.withFolder { folder in
        try await runner.run(
          .pdfText, ["-bbox-layout"] + span + [path(file), "-"], in: folder, into: PageTextSink(firstPage: first)
        ).sink.pages
      }
    }
  }
}

/// Reads `pdftotext -bbox-layout` line by line as it comes: poppler writes one tag a line.
struct PageTextSink: ToolSink {
  private(set) var pages: [PageText] = []
  private var nextPage: Int
  private var width = 1.0
  private var height = 1.0
  private var block = 0
  private var line = 0
  private var rest: [UInt8] = []

  init(firstPage: Int) { nextPage = firstPage }

  mutating func take(_ bytes: [UInt8]) {
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      if rest.isEmpty {
        read(bytes[start..<end])
      } else {
        rest += bytes[start..<end]
        let whole = rest
        rest = []
        read(whole[...])
      }
      start = end + 1
    }
    rest += bytes[start...]
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    guard let tagStart = bytes.firstIndex(where: { $0 != 0x20 }), bytes[tagStart] == 0x3C,
      let tagEnd = bytes.firstIndex(of: 0x3E)
    else { return }
    let tag = bytes[(tagStart + 1)..<tagEnd]
    if tag.starts(with: "word ".utf8) {
      appendWord(tag, bytes[(tagEnd + 1)...])
    } else if tag.starts(with: "page ".utf8) {
      let sides = Self.numbers(in: tag)
      (width, height) = sides.count == 2 ? (max(sides[0], 1), max(sides[1], 1)) : (1, 1)
      pages.append(PageText(page: nextPage, origin: .none, words: []))
      nextPage += 1
      (block, line) = (0, 0)
    } else if tag.starts(with: "block ".utf8) {
      block += 1
    } else if tag.starts(with: "line ".utf8) {
      line += 1
    }
  }

  private mutating func appendWord(_ tag: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>) {
    let sides = Self.numbers(in: tag)
    guard let page = pages.indices.last, sides.count == 4,
      let end = content.lastIndex(of: 0x3C)
    else { return }
    let text = String(decoding: content[..<end], as: UTF8.self).withoutXMLEscapes.precomposedStringWithCanonicalMapping
    guard !text.isEmpty else { return }
    let box = PageBox(
      left: sides[0] / width, top: sides[1] / height, width: (sides[2] - sides[0]) / width,
      height: (sides[3] - sides[1]) / height)
    pages[page].origin = .textLayer
    pages[page].words.append(PageWord(text: text, box: box, line: line, block: block))
  }

  /// The values between quotes, in the order written: four a word, hundreds of words a page.
  private static func numbers(in tag: ArraySlice<UInt8>) -> [Double] {
    tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated()
      .compactMap { index, piece in index % 2 == 1 ? number(piece) : nil }
  }

  /// A number as poppler writes it: `-12.345600`.
  private static func number(_ text: ArraySlice<UInt8>) -> Double? {
    var (whole, places, isFraction) = (0.0, 1.0, false)
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    guard !digits.isEmpty, digits.count <= 15 else { return Double(String(decoding: text, as: UTF8.self)) }
    for byte in digits {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        whole = whole * 10 + Double(byte - UInt8(ascii: "0"))
        if isFraction { places *= 10 }
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      default: return Double(String(decoding: text, as: UTF8.self))
      }
    }
    return (digits.count == text.count ? 1 : -1) * whole / places
  }
}

extension String {
  /// The five escapes that poppler writes.
  var withoutXMLEscapes: String {
    guard utf8.contains(0x26) else { return self }
    var text = self
    for (escape, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: escape, with: letter)
    }
    return text
  }
}
