import Foundation
import Kernel

/// Of a colour picture, eight bits a colour.
private let pixmapHeader = Pattern(/P6\s+(\d+)\s+(\d+)\s+255\s/)

extension OpticalReading {
  /// Reads a part of a page again with everything red taken out: the round seal that lies over a signer's name, an
  /// arrival stamp over a subject. Boxes are on the whole page. Not for finding marks: those are red themselves.
  package func readWithoutRed(_ file: URL, page: Int, area: PageBox) async throws -> PageText {
    try await runner.withFolder { folder in
      let image = try await PDFTool(runner: runner).image(
        of: file, page: page, style: PageImageStyle(.ppm, size: .dpi(dpi)), in: folder)
      guard let picture = RedInk.greyWithoutRed([UInt8](try Data(contentsOf: image)), area: area) else {
        return PageText(page: page, origin: .none, words: [])
      }
      let part = folder.appending(path: "part.pgm")
      try Data(picture.bytes).write(to: part)
      let said = try await runner.run(
        .tesseract,
        [part.path(percentEncoded: false), "stdout", "-l", "vie", "--psm", "6", "--dpi", "\(dpi)", "tsv"], in: folder)
      let words = TesseractTable(said.text).words.map { word in
        var word = word
        word.box = PageBox(
          left: picture.area.left + word.box.left * picture.area.width,
          top: picture.area.top + word.box.top * picture.area.height, width: word.box.width * picture.area.width,
          height: word.box.height * picture.area.height)
        return word
      }
      return PageText(page: page, origin: words.isEmpty ? .none : .ocr, words: words)
    }
  }
}

/// Takes red ink out of a picture: in its red channel alone, red is as bright as paper while black and blue stay.
enum RedInk {
  /// The part of a binary PPM as a binary PGM of its red channel, and the part in whole pixels; nil when it is no PPM
  /// of 8 bits or the part is empty.
  static func greyWithoutRed(_ pixmap: [UInt8], area: PageBox) -> (bytes: [UInt8], area: PageBox)? {
    guard let (width, height, start) = header(of: pixmap), pixmap.count >= start + width * height * 3 else {
      return nil
    }
    func pixels(_ share: Double, of side: Int) -> Int { min(max(Int((share * Double(side)).rounded()), 0), side) }
    let left = pixels(area.left, of: width)
    let right = pixels(area.left + area.width, of: width)
    let top = pixels(area.top, of: height)
    let bottom = pixels(area.top + area.height, of: height)
    guard left < right, top < bottom else { return nil }
    var bytes = Array("P5\n\(right - left) \(bottom - top)\n255\n".utf8)
    bytes.reserveCapacity(bytes.count + (right - left) * (bottom - top))
    pixmap.withUnsafeBufferPointer { source in
      for row in top..<bottom {
        var index = start + (row * width + left) * 3
        for _ in left..<right {
          bytes.append(source[index])
          index += 3
        }
      }
    }
    let whole = PageBox(
      left: Double(left) / Double(width), top: Double(top) / Double(height),
      width: Double(right - left) / Double(width), height: Double(bottom - top) / Double(height))
    return (bytes, whole)
  }

  private static func header(of pixmap: [UInt8]) -> (width: Int, height: Int, start: Int)? {
    let head = String(decoding: pixmap.prefix(64), as: UTF8.self)
    guard let match = head.prefixMatch(of: pixmapHeader.regex), let width = Int(match.1),
      let height = Int(match.2), width > 0, height > 0
    else { return nil }
    return (width, height, match.0.utf8.count)
  }
}
