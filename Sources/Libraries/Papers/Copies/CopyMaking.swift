import Foundation

/// Makes the file of a copy from the PDF of its document. A whole copy is that PDF with the note laid over it, or on a
/// further sheet. An extract is made of pictures of what is extracted and of nothing else: no object, text, attachment
/// or property of the document comes along.
package struct CopyMaking: Sendable {
  package var runner: ToolRunner

  package init(runner: ToolRunner) { self.runner = runner }

  /// So many millimetres stand between the end of the text and the rule.
  private static let gap = 4.0
  /// Less than this does not hold the note.
  private static let roomMin = 60.0
  private static let headTop = 6.0
  static let dots = 200

  private var tool: PDFTool { PDFTool(runner: runner) }

  /// Writes the copy and tells how many pages it has: 1…3 s, more for many pages of an extract. `progress` hears what is
  /// done of how much. Throws `CopyTrouble`, and as `PDFTool.inspect` and `OfficeConversion.convert`.
  package func write(
    _ work: CopyWork, of file: URL, to target: URL,
    progress: @Sendable (_ done: Int, _ total: Int, _ note: String) async throws -> Void = { _, _, _ in }
  ) async throws -> Int {
    let facts = try await tool.inspect(file)
    if work.mustBeScan {
      let faults = try await ScanQuality(runner: runner).faults(of: file)
      if !faults.isEmpty { throw CopyTrouble.unfitScan(faults) }
    }
    try await runner.withFolder { folder in
      if !work.bands.isEmpty {
        try await writeExtract(work, of: file, facts, to: target, in: folder, progress)
      } else if work.isElectronic {
        try await progress(0, 1, "Đang ghi hình thức sao vào trang đầu")
        let size = try await pageSize(of: file, page: 1).size
        let sheet = CopySheet(
          note: work.note, isElectronic: true, width: size.width, height: size.height, top: Self.headTop)
        let made = try await write(sheet, named: "head", in: folder)
        try await tool.overlay(made, pages: [1], on: file, to: target)
      } else {
        try await progress(0, 1, "Đang ghi hình thức sao dưới văn bản")
        try await writeUnder(work.note, file, facts, to: target, in: folder)
      }
    }
    return try await tool.inspect(target).pageCount
  }

  private func write(_ sheet: CopySheet, named name: String, in folder: URL) async throws -> URL {
    let flat = folder.appending(path: "\(name).fodt")
    let made = folder.appending(path: "\(name).pdf")
    try Data(sheet.flatText.utf8).write(to: flat)
    try await OfficeConversion(runner: runner).convertForm(flat, to: .pdf, target: made)
    return made
  }

  // MARK: under the text

  /// On the last sheet when the note has room there, as LibreOffice finds by setting it; else on a further one.
  private func writeUnder(_ note: CopyNote, _ file: URL, _ facts: PDFFacts, to target: URL, in folder: URL) async throws
  {
    let last = facts.pageCount
    let (size, ink) = try await pageSize(of: file, page: last)
    let words = try await tool.text(of: file, pages: last...last).first?.words ?? []
    let end = max(words.map { $0.box.top + $0.box.height }.max() ?? 0, ink?.extent?.upperBound ?? 0)
    var sheet = CopySheet(
      note: note, isElectronic: false, width: size.width, height: size.height, top: end * size.height + Self.gap)
    if size.height - sheet.top > Self.roomMin {
      let made = try await write(sheet, named: "under", in: folder)
      if try await tool.inspect(made).pageCount == 1 {
        return try await tool.overlay(made, pages: [last], on: file, to: target)
      }
    }
    sheet.top = 20
    let further = try await write(sheet, named: "further", in: folder)
    let pages = try await tool.inspect(further).pageCount
    try await tool.assemble(
      (1...last).map { PDFPagePick(file, page: $0) } + (1...pages).map { PDFPagePick(further, page: $0) }, to: target)
  }

  /// In millimetres, with what is printed on it.
  private func pageSize(of file: URL, page: Int) async throws -> (size: (width: Double, height: Double), ink: PageInk?)
  {
    let facts = try await tool.facts(of: file, page: page)
    let bytes = try await tool.image(
      of: file, page: page, style: PageImageStyle(.pgm, size: .dpi(100), isGrey: true))
    let unit = PDFFacts.millimetresOfPoint
    return ((facts.pageWidth * unit, facts.pageHeight * unit), PageInk(pgm: bytes))
  }

  // MARK: an extract

  private func writeExtract(
    _ work: CopyWork, of file: URL, _ facts: PDFFacts, to target: URL, in folder: URL,
    _ progress: @Sendable (Int, Int, String) async throws -> Void
  ) async throws {
    let first = try await pageSize(of: file, page: work.bands[0].page).size
    var sheet = CopySheet(
      note: work.note, isElectronic: work.isElectronic, width: first.width, height: first.height,
      top: work.isElectronic ? Self.headTop : 12)
    let highest = first.height - sheet.top - 18
    var before: CopyWork.Band?
    for (index, band) in work.bands.enumerated() {
      try await progress(index, work.bands.count + 1, "Đang trích trang \(band.page)")
      let (size, ink) = try await pageSize(of: file, page: band.page)
      for (place, part) in cut(band, ink, highest: highest / size.height).enumerated() {
        let scale = min(1, first.width / size.width)
        let picture = try await tool.band(of: file, part, dots: Self.dots)
        sheet.pictures.append(
          .init(
            encoded: Data(picture).base64EncodedString(), width: size.width * scale,
            height: (part.bottom - part.top) * size.height * scale,
            followsGap: place == 0 && before.map { !Self.adjoins($0, band) } ?? false))
      }
      before = band
    }
    try await progress(work.bands.count, work.bands.count + 1, "Đang xếp trang bản trích sao")
    let made = try await write(sheet, named: "extract", in: folder)
    try FileManager.default.moveItem(at: made, to: target)
  }

  /// The band cut where nothing is printed, without blank edges, in pieces that a page holds.
  private func cut(_ band: CopyWork.Band, _ ink: PageInk?, highest: Double) -> [CopyWork.Band] {
    guard let ink else { return [band] }
    let reach = 0.005
    var (top, bottom) = (ink.cut(near: band.top, within: reach), ink.cut(near: band.bottom, within: reach))
    if band.isWhole {
      guard let extent = ink.extent else { return [] }
      (top, bottom) = (max(0, extent.lowerBound - reach), min(1, extent.upperBound + reach))
    }
    var pieces: [CopyWork.Band] = []
    while bottom - top > highest {
      let middle = ink.cut(near: top + highest * 0.92, within: highest * 0.07)
      pieces.append(.init(page: band.page, top: top, bottom: middle))
      top = middle
    }
    return pieces + [.init(page: band.page, top: top, bottom: bottom)]
  }

  /// Nothing of the document lies between them.
  private static func adjoins(_ one: CopyWork.Band, _ other: CopyWork.Band) -> Bool {
    one.page == other.page
      ? other.top - one.bottom < 0.001 : other.page == one.page + 1 && one.bottom >= 1 && other.top <= 0
  }
}

extension PDFTool {
  /// A band across a page as a PNG picture, and nothing of the page beside it.
  func band(of file: URL, _ band: CopyWork.Band, dots: Int) async throws -> [UInt8] {
    try await reading {
      try await runner.withFolder { folder in
        let height = try await facts(of: file, page: band.page).pageHeight / 72 * Double(dots)
        let top = Int((band.top * height).rounded())
        let bottom = max(top + 1, Int((band.bottom * height).rounded()))
        _ = try await runner.run(
          .pdfImage,
          ["-q", "-f", "\(band.page)", "-l", "\(band.page)", "-r", "\(dots)", "-x", "0", "-y", "\(top)"]
            + ["-W", "0", "-H", "\(bottom - top)", "-png", "-singlefile", path(file), "band"],
          in: folder)
        return [UInt8](try Data(contentsOf: folder.appending(path: "band.png")))
      }
    }
  }
}
