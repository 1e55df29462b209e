/// Addresses of our own pages as they come back from forms: nothing else is ever redirected to.
package enum LocalPath {
  package static func isLocal(_ path: String) -> Bool {
    path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\") && path.utf8.count <= 2000
      && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// `path` when it is ours, else `fallback`.
  package static func checked(_ path: String, else fallback: String) -> String { isLocal(path) ? path : fallback }

  package static func queryValue(_ path: String) -> String {
    // Rows of lists ask this of one address over and over, and it hardly ever holds what must be written otherwise.
    guard !path.utf8.allSatisfy(isPlain) else { return path }
    return path.utf8.map { byte in
      isPlain(byte)
        ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: false
    }
  }
}
