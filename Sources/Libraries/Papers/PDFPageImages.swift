import Foundation

/// How a page becomes a picture.
package struct PageImageStyle: Sendable, Equatable {
  package enum Format: String, Sendable { case jpeg, png, pgm, ppm }
  package enum Size: Sendable, Equatable {
    /// Dots per inch; bounded by `longSideMax` pixels, so that a page of a square metre cannot fill the memory.
    case dpi(Int)
    /// Pixels of the longer side.
    case longSide(Int)
  }

  package static let longSideMax = 6000

  package var format: Format
  package var size: Size
  package var isGrey: Bool

  package init(_ format: Format = .jpeg, size: Size, isGrey: Bool = false) {
    self.format = format
    self.size = size
    self.isGrey = isGrey
  }

  /// For reading on the screen.
  package static let screen = PageImageStyle(.jpeg, size: .longSide(1600))
  package static let thumbnail = PageImageStyle(.jpeg, size: .longSide(240))
}

extension PDFTool {
  /// The picture of one page, written to `target`. Throws as `inspect` does, and when there is no such page.
  package func writeImage(of file: URL, page: Int, style: PageImageStyle, to target: URL) async throws {
    try await runner.withFolder { folder in
      let image = try await image(of: file, page: page, style: style, in: folder)
      try replace(target, with: image)
    }
  }

  /// The picture of one page as bytes.
  package func image(of file: URL, page: Int, style: PageImageStyle) async throws -> [UInt8] {
    try await runner.withFolder { folder in
      [UInt8](try Data(contentsOf: try await image(of: file, page: page, style: style, in: folder)))
    }
  }

  /// Pictures of a range of pages with the same longer side, in one start of the tool: in page order, written into the
  /// folder as `page-N.…`.
  package func writeImages(
    of file: URL, pages: ClosedRange<Int>, format: PageImageStyle.Format = .jpeg, longSide: Int, into target: URL
  ) async throws -> [URL] {
    try await runner.withFolder { folder in
      var limits = ToolLimits.usual
      limits.time = .seconds(30 + pages.count)
      _ = try await reading {
        try await runner.run(
          .pdfImage,
          ["-q", "-f", "\(pages.lowerBound)", "-l", "\(pages.upperBound)"]
            + ["-scale-to", "\(min(longSide, PageImageStyle.longSideMax))"] + format.arguments + [path(file), "page"],
          in: folder, limits: limits)
      }
      // Numbers are padded to one width, so their order is the order of their names.
      let made = try FileManager.default.contentsOfDirectory(atPath: path(folder)).filter { $0.hasPrefix("page-") }
      return try made.sorted().enumerated().map { index, name in
        let image = target.appending(path: "page-\(pages.lowerBound + index).\(format.fileExtension)")
        try replace(image, with: folder.appending(path: name))
        return image
      }
    }
  }

  func image(of file: URL, page: Int, style: PageImageStyle, in folder: URL) async throws -> URL {
    let longSide =
      switch style.size {
      case .longSide(let pixels): min(pixels, PageImageStyle.longSideMax)
      case .dpi(let dpi): try await longSide(of: file, page: page, dpi: dpi)
      }
    let image = folder.appending(path: "page.\(style.format.fileExtension)")
    let said = try await reading {
      try await runner.run(
        .pdfImage,
        ["-q", "-f", "\(page)", "-l", "\(page)", "-singlefile", "-scale-to", "\(longSide)"]
          + (style.isGrey ? ["-gray"] : []) + style.format.arguments + [path(file), "page"],
        in: folder)
    }
    guard FileManager.default.fileExists(atPath: path(image)) else {
      throw ToolFailure.madeNothing(.pdfImage, message: said.errorText)
    }
    return image
  }

  private func longSide(of file: URL, page: Int, dpi: Int) async throws -> Int {
    let facts = try await facts(of: file, page: page)
    let inches = max(facts.pageWidth, facts.pageHeight) / 72
    return max(16, min(Int((inches * Double(dpi)).rounded()), PageImageStyle.longSideMax))
  }

  func replace(_ target: URL, with file: URL) throws {
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.moveItem(at: file, to: target)
  }
}

extension PageImageStyle.Format {
  package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
  package var mediaType: String {
    switch self {
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    case .pgm: "image/x-portable-graymap"
    case .ppm: "image/x-portable-pixmap"
    }
  }

  var arguments: [String] {
    switch self {
    case .jpeg: ["-jpeg", "-jpegopt", "quality=82,optimize=y"]
    case .png: ["-png"]
    case .pgm: ["-gray"]
    case .ppm: []
    }
  }
}
