import CZip
import Foundation

/// Writes the parts of an Office file into one archive. The same parts give the same bytes.
enum PackageWriting {
  /// In this order: `[Content_Types].xml` first, as Word writes it.
  static func write(_ parts: [(name: String, bytes: [UInt8])], to file: URL) throws {
    var code: Int32 = 0
    guard let archive = zip_open(file.path(percentEncoded: false), ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file.path(percentEncoded: false)])
    }
    // Libzip reads the bytes when the archive is closed, so they stay where they are until then.
    var kept: [UnsafeMutableRawBufferPointer] = []
    defer { for bytes in kept { bytes.deallocate() } }
    for part in parts {
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
      bytes.copyBytes(from: part.bytes)
      kept.append(bytes)
      guard let source = zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(part.bytes.count), 0),
        case let index = zip_file_add(archive, part.name, source, ZIP_FL_ENC_UTF_8), index >= 0
      else {
        zip_discard(archive)
        throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: part.name])
      }
      zip_file_set_mtime(archive, zip_uint64_t(index), 946_684_800, 0)
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file.path(percentEncoded: false)])
    }
  }
}
