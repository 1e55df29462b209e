import Foundation

/// Reads printed Vietnamese from page pictures with tesseract (OCR).
package struct OpticalReading: Sendable {
  /// A page as read, and how its picture had to be turned for that.
  package struct Page: Sendable, Equatable {
    package var text: PageText
    /// Clockwise quarter turns that make the page stand upright; boxes are on the page as it lies.
    package var quarterTurns: Int
    /// Mean confidence of its words, 0…100.
    package var confidence: Double
  }

  /// Below this mean confidence tesseract is asked which way the page lies: upside-down print read at 30…70, scans that
  /// lie well at 81…94.
  static let confidenceOfDoubt = 78.0

  package var runner: ToolRunner
  package var dpi: Int

  package init(runner: ToolRunner, dpi: Int = 250) {
    self.runner = runner
    self.dpi = dpi
  }

  /// Reads one page of a PDF, 1…3 s. Throws as `PDFTool.inspect`; `Refusal(.unavailable)` without tesseract.
  package func read(_ file: URL, page: Int) async throws -> Page {
    try await runner.withFolder { folder in
      let image = try await PDFTool(runner: runner).image(
        of: file, page: page, style: PageImageStyle(.pgm, size: .dpi(dpi)), in: folder)
      let upright = try await read(image, page: page, in: folder)
      guard upright.confidence < Self.confidenceOfDoubt else { return upright }
      return try await readTurned(image, page: page, upright: upright, in: folder)
    }
  }

  private func read(_ image: URL, page: Int, in folder: URL) async throws -> Page {
    var limits = ToolLimits.usual
    limits.time = .seconds(90)
    let said = try await runner.run(
      .tesseract,
      [image.path(percentEncoded: false), "stdout", "-l", "vie", "--psm", "4", "--dpi", "\(dpi)", "tsv"],
      in: folder, limits: limits)
    let words = TesseractTable(said.text).words
    let letters = words.reduce(0) { $0 + $1.text.count }
    let sum = words.reduce(0) { $0 + $1.confidence * Double($1.text.count) }
    return Page(
      text: PageText(page: page, origin: words.isEmpty ? .none : .ocr, words: words), quarterTurns: 0,
      confidence: letters == 0 ? 0 : sum / Double(letters))
  }

  /// Asks tesseract which way the page lies (0.3…1 s), or tries it upside down when it cannot tell; keeps the better.
  private func readTurned(_ image: URL, page: Int, upright: Page, in folder: URL) async throws -> Page {
    let turns = await quarterTurns(of: image, in: folder) ?? 2
    guard turns != 0, Tool.imageMagick.path(in: runner.searchPath) != nil else { return upright }
    let turned = folder.appending(path: "turned.pgm")
    _ = try await runner.run(
      .imageMagick,
      ["pgm:\(image.path(percentEncoded: false))", "-rotate", "\(turns * 90)", "pgm:turned.pgm"], in: folder)
    var second = try await read(turned, page: page, in: folder)
    guard second.confidence > upright.confidence else { return upright }
    second.quarterTurns = turns
    for index in second.text.words.indices {
      second.text.words[index].box = second.text.words[index].box.turned(back: turns)
    }
    return second
  }

  /// Clockwise quarter turns that the picture needs; nil when there is too little print to tell.
  private func quarterTurns(of image: URL, in folder: URL) async -> Int? {
    let said = try? await runner.run(
      .tesseract, [image.path(percentEncoded: false), "stdout", "--psm", "0", "-l", "osd", "--dpi", "\(dpi)"],
      in: folder)
    let line = said?.text.split(separator: "\n").first { $0.hasPrefix("Rotate:") }
    return line.flatMap { Int($0.dropFirst(7).trimmingCharacters(in: .whitespaces)) }.map { $0 / 90 % 4 }
  }
}

extension PageBox {
  /// Where a box of a picture that was turned clockwise lies on the page before it was turned.
  func turned(back quarterTurns: Int) -> PageBox {
    switch quarterTurns {
    case 1: PageBox(left: top, top: 1 - left - width, width: height, height: width)
    case 2: PageBox(left: 1 - left - width, top: 1 - top - height, width: width, height: height)
    case 3: PageBox(left: 1 - top - height, top: left, width: height, height: width)
    default: self
    }
  }
}

/// Tesseract's `tsv` output: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
struct TesseractTable {
  private(set) var words: [PageWord] = []

  init(_ text: String) {
    var (pageWidth, pageHeight) = (1.0, 1.0)
    var (block, line) = (0, 0)
    for row in text.split(separator: "\n").dropFirst() {
      let cells = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
      guard cells.count == 12, let left = Double(cells[6]), let top = Double(cells[7]), let width = Double(cells[8]),
        let height = Double(cells[9])
      else { continue }
      switch cells[0] {
      case "1": (pageWidth, pageHeight) = (max(width, 1), max(height, 1))
      case "3": block += 1
      case "4": line += 1
      case "5":
        let word = cells[11].trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping
        guard !word.isEmpty else { continue }
        words.append(
          PageWord(
            text: word,
            box: PageBox(
              left: left / pageWidth, top: top / pageHeight, width: width / pageWidth, height: height / pageHeight),
            line: line, block: block, confidence: Double(cells[10]) ?? 0))
      default: continue
      }
    }
  }
}
