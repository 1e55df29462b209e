import Crypto
import Foundation
import NIOCore
import NIOPosix

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file, read piece by piece on the vault's threads. Stays readable when the name is removed meanwhile.
package final class FileReading: Sendable {
  private static let pieceBytes = 65_536
  private static let hashPieceBytes = 1_048_576

  package let bytes: Int64
  private let descriptor: Int32
  private let threads: NIOThreadPool

  init(_ file: URL, threads: NIOThreadPool) throws {
    descriptor = try Disk.call("open") { open(file.path, O_RDONLY | O_CLOEXEC) }
    self.threads = threads
    var status = stat()
    bytes = fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// The bytes of `range`, cut to the file's size; the whole file without one. For response bodies.
  package func pieces(_ range: Range<Int64>? = nil) -> Pieces {
    let whole = 0..<bytes
    return Pieces(reading: self, range: (range ?? whole).clamped(to: whole))
  }

  private func piece(at offset: Int64, bytes count: Int) async throws -> ByteBuffer {
    try await threads.runIfActive { [descriptor] in
      var buffer = ByteBuffer()
      try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
        let space = UnsafeMutableRawBufferPointer(rebasing: space[..<count])
        return try Disk.call("pread") { pread(descriptor, space.baseAddress, space.count, off_t(offset)) }
      }
      return buffer
    }
  }

  package struct Pieces: AsyncSequence, Sendable {
    fileprivate let reading: FileReading
    package let range: Range<Int64>

    package func makeAsyncIterator() -> Iterator { Iterator(reading: reading, rest: range) }

    package struct Iterator: AsyncIteratorProtocol {
      fileprivate let reading: FileReading
      fileprivate var rest: Range<Int64>

      package mutating func next() async throws -> ByteBuffer? {
        guard !rest.isEmpty else { return nil }
        let count = Int(Swift.min(Int64(FileReading.pieceBytes), rest.upperBound - rest.lowerBound))
        let buffer = try await reading.piece(at: rest.lowerBound, bytes: count)
        guard buffer.readableBytes > 0 else { return nil }
        rest = rest.lowerBound + Int64(buffer.readableBytes)..<rest.upperBound
        return buffer
      }
    }
  }

  /// Hashes a file in bounded memory, without pushing other files out of the page cache.
  static func digest(of file: URL) throws -> FileHash {
    let descriptor = try Disk.call("open") { open(file.path, O_RDONLY | O_CLOEXEC) }
    defer { close(descriptor) }
    let space = UnsafeMutableRawBufferPointer.allocate(byteCount: hashPieceBytes, alignment: 64)
    defer { space.deallocate() }
    var digest = SHA256()
    while true {
      let count = try Disk.call("read") { read(descriptor, space.baseAddress, space.count) }
      if count == 0 { break }
      digest.update(bufferPointer: UnsafeRawBufferPointer(rebasing: space[..<count]))
    }
    #if canImport(Glibc)
      posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    #endif
    return FileHash(digest.finalize())
  }
}
