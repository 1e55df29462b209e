import CZip
import Foundation

/// Writes files into one ZIP, reading each only while it is written: a package of many gigabytes takes no memory.
package enum ZIPWriting {
  /// In this order. The same files give the same bytes. Blocks its thread.
  package static func write(_ entries: [(path: String, file: URL)], to target: URL) throws {
    var code: Int32 = 0
    guard let archive = zip_open(target.path(percentEncoded: false), ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw fault(target.path(percentEncoded: false))
    }
    for entry in entries {
      guard let source = zip_source_file(archive, entry.file.path(percentEncoded: false), 0, -1) else {
        zip_discard(archive)
        throw fault(entry.path)
      }
      let index = zip_file_add(archive, entry.path, source, ZIP_FL_ENC_UTF_8)
      guard index >= 0 else {
        zip_source_free(source)
        zip_discard(archive)
        throw fault(entry.path)
      }
      zip_file_set_mtime(archive, zip_uint64_t(index), 946_684_800, 0)
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw fault(target.path(percentEncoded: false))
    }
  }

  private static func fault(_ path: String) -> CocoaError {
    CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
  }
}
