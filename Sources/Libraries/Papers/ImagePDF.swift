import Foundation
import Kernel

/// Makes a PDF of pictures. ImageMagick decodes and turns them (in the sandbox), what it leaves are plain JPEG files,
/// and a PDF of JPEG files needs no library: each is embedded as it is.
package struct ImagePDF: Sendable {
  package static let pagesMax = 200

  package var runner: ToolRunner

  package init(runner: ToolRunner) { self.runner = runner }

  /// Writes a PDF with one page a picture; a TIFF may hold several. The kind must be `.jpeg`, `.png` or `.tiff`.
  /// A page has the picture's true size when its resolution is believable, else it fits A4.
  package func write(_ image: URL, kind: FileKind, to target: URL) async throws {
    precondition(kind.family == .image)
    try await runner.withFolder { folder in
      let input = "\(kind.rawValue):\(image.path(percentEncoded: false))"
      var limits = ToolLimits.usual
      limits.time = .seconds(120)
      limits.memoryBytes = 2 << 30
      _ = try await runner.run(
        .imageMagick,
        ["-limit", "memory", "512MiB", "-limit", "map", "1GiB", "-limit", "disk", "2GiB"]
          + [kind == .tiff ? "\(input)[0-\(Self.pagesMax - 1)]" : input]
          + ["-auto-orient", "-background", "white", "-alpha", "remove", "-alpha", "off", "-resize", "6000x6000>"]
          + ["-quality", "88", "+profile", "!icc,*", "jpeg:page-%04d.jpg"],
        in: folder, limits: limits)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        .filter { $0.hasPrefix("page-") }.sorted()
      let pictures = try names.map { try JPEGPicture([UInt8](Data(contentsOf: folder.appending(path: $0)))) }
      guard !pictures.isEmpty else { throw ToolFailure.madeNothing(.imageMagick, message: "") }
      try Data(Self.pdf(of: pictures)).write(to: target, options: .atomic)
    }
  }

  /// A PDF 1.4 with one page a picture.
  static func pdf(of pictures: [JPEGPicture]) -> [UInt8] {
    var bytes = Array("%PDF-1.4\n%\u{E2}\u{E3}\n".utf8)
    var offsets: [Int] = []
    func add(_ head: String, stream: [UInt8]? = nil) {
      offsets.append(bytes.count)
      bytes += Array("\(offsets.count) 0 obj\n\(head)\n".utf8)
      if let stream { bytes += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
      bytes += Array("endobj\n".utf8)
    }
    add("<< /Type /Catalog /Pages 2 0 R >>")
    let kids = pictures.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
    add("<< /Type /Pages /Count \(pictures.count) /Kids [\(kids)] >>")
    for picture in pictures {
      let first = offsets.count + 1
      let (width, height) = picture.pagePoints
      add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(first + 1) 0 R"
          + " /Resources << /XObject << /Im \(first + 2) 0 R >> >> >>")
      let content = Array("q \(width) 0 0 \(height) 0 0 cm /Im Do Q".utf8)
      add("<< /Length \(content.count) >>", stream: content)
      let space = picture.components == 1 ? "/DeviceGray" : picture.components == 4 ? "/DeviceCMYK" : "/DeviceRGB"
      add(
        "<< /Type /XObject /Subtype /Image /Width \(picture.width) /Height \(picture.height) /ColorSpace \(space)"
          + " /BitsPerComponent 8 /Filter /DCTDecode /Length \(picture.bytes.count) >>",
        stream: picture.bytes)
    }
    let table = bytes.count
    bytes += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      bytes += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    bytes += Array(
      "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n".utf8)
    return bytes
  }
}

/// A JPEG file and what its header says.
struct JPEGPicture {
  var bytes: [UInt8]
  var width = 0
  var height = 0
  var components = 3
  var dpi: Double?

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    var place = 2
    while place + 9 < bytes.count, bytes[place] == 0xFF {
      let marker = bytes[place + 1]
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      if marker == 0xE0, bytes[(place + 4)...].starts(with: Array("JFIF".utf8)), place + 16 < bytes.count {
        let density = Double(Int(bytes[place + 12]) << 8 | Int(bytes[place + 13]))
        dpi = bytes[place + 11] == 1 ? density : bytes[place + 11] == 2 ? density * 2.54 : nil
      }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        height = Int(bytes[place + 5]) << 8 | Int(bytes[place + 6])
        width = Int(bytes[place + 7]) << 8 | Int(bytes[place + 8])
        components = Int(bytes[place + 9])
        break
      }
      place += 2 + length
    }
    guard width > 0, height > 0 else { throw ToolFailure.madeNothing(.imageMagick, message: "JPEG") }
  }

  /// A scanner writes its true resolution (75…1200) and gives at most an A3 page; a camera writes 72, or nothing.
  var pagePoints: (Int, Int) {
    if let dpi, (75...1200).contains(dpi), Double(max(width, height)) / dpi <= 17, Double(width) / dpi > 2 {
      return (Int(Double(width) / dpi * 72), Int(Double(height) / dpi * 72))
    }
    let (pageWidth, pageHeight) = width > height ? (842.0, 595.0) : (595.0, 842.0)
    let scale = min(pageWidth / Double(width), pageHeight / Double(height))
    return (max(1, Int(Double(width) * scale)), max(1, Int(Double(height) * scale)))
  }
}
