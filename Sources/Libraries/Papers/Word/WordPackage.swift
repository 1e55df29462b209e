import CZip
import Foundation

/// The parts of a .docx or .xlsx file: a ZIP archive read under bounds. Its directory was judged before (`FileVerdict`); what it
/// says of sizes is not believed here.
struct WordPackage {
  /// One part unpacked. A document of 200 pages has some 5 MB in its largest.
  static let partBytesMax = 64 << 20
  static let partsMax = 2000

  private let archive: ZipArchive
  /// Names of all parts.
  let names: Set<String>

  /// Throws `WordFault.broken` for what is no consistent archive.
  init(_ file: URL) throws {
    archive = try ZipArchive(reading: file)
    let count = Int(zip_get_num_entries(archive.handle, 0))
    guard count <= Self.partsMax else { throw WordFault.tooMuch("có quá \(Self.partsMax) thành phần") }
    let handle = archive.handle
    names = Set((0..<count).compactMap { zip_get_name(handle, zip_uint64_t($0), 0).map { String(cString: $0) } })
    guard names.count == count else { throw WordFault.broken("hai thành phần trùng tên") }
  }

  /// The bytes of a part; nil when there is no such part.
  func part(_ name: String) throws -> [UInt8]? {
    guard names.contains(name) else { return nil }
    guard let file = zip_fopen(archive.handle, name, 0) else { throw WordFault.broken(name) }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Int(zip_fread(file, &buffer, zip_uint64_t(buffer.count)))
      guard count >= 0 else { throw WordFault.broken(name) }
      if count == 0 { return bytes }
      guard bytes.count + count <= Self.partBytesMax else {
        throw WordFault.tooMuch("\(name) giải nén ra hơn \(Self.partBytesMax >> 20) MB")
      }
      bytes += buffer[..<count]
    }
  }
}

/// An open archive, closed with the last one who holds it. Used by one thread at a time.
final class ZipArchive {
  let handle: OpaquePointer

  init(reading file: URL) throws {
    var code: Int32 = 0
    guard let handle = zip_open(file.path(percentEncoded: false), ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
      throw WordFault.broken("tệp nén không nhất quán")
    }
    self.handle = handle
  }

  deinit { zip_discard(handle) }
}
