import Foundation

/// A file read here and there: its directory, its tail, never the whole of it.
struct ByteSource {
  let handle: FileHandle
  let count: Int

  init(_ handle: FileHandle) throws {
    self.handle = handle
    count = Int(try handle.seekToEnd())
  }

  /// As many of these bytes as there are.
  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    guard offset >= 0, offset < self.count, count > 0 else { return [] }
    try handle.seek(toOffset: UInt64(offset))
    return try handle.read(upToCount: min(count, self.count - offset)).map { [UInt8]($0) } ?? []
  }
}

extension [UInt8] {
  /// Little-endian; nil beyond the end.
  func number16(at offset: Int) -> Int? {
    guard offset >= 0, offset + 2 <= count else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  func number32(at offset: Int) -> Int? {
    guard let low = number16(at: offset), let high = number16(at: offset + 2) else { return nil }
    return low | high << 16
  }

  /// The last place where the pattern stands.
  func lastIndex(of pattern: [UInt8]) -> Int? {
    guard count >= pattern.count else { return nil }
    return stride(from: count - pattern.count, through: 0, by: -1).first { start in
      self[start] == pattern[0] && self[start..<(start + pattern.count)].elementsEqual(pattern)
    }
  }

  func contains(_ text: String) -> Bool { lastIndex(of: Array(text.utf8)) != nil }
}
