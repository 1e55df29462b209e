import Crypto
import Foundation
import Kernel
import NIOCore
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One file on its way into the staging folder: written and hashed piece by piece, never held in memory.
final class Receiving: Sendable {
  private struct State {
    var descriptor: Int32
    var digest = SHA256()
    var bytes: Int64 = 0
  }

  private let folder: URL
  private let id: String
  private let bytesMax: Int64
  private let state: Mutex<State>

  private var unfinished: URL { folder.appendingPathComponent("\(id).part") }

  init(in folder: URL, id: String, bytesMax: Int64) throws {
    self.folder = folder
    self.id = id
    self.bytesMax = bytesMax
    let path = folder.appendingPathComponent("\(id).part").path
    state = Mutex(State(descriptor: try Disk.call("open") { open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600) }))
  }

  deinit { state.withLock { if $0.descriptor >= 0 { _ = close($0.descriptor) } } }

  func append(_ piece: ByteBuffer) throws {
    try state.withLock { state in
      state.bytes += Int64(piece.readableBytes)
      guard state.bytes <= bytesMax else { throw Self.tooLarge(bytesMax) }
      try piece.withUnsafeReadableBytes { bytes in
        state.digest.update(bufferPointer: bytes)
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
          let count = try Disk.call("write") { write(state.descriptor, start, rest.count) }
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
      }
    }
  }

  /// Makes the file durable under its lasting staging name.
  func finish() throws -> StagedFile {
    try state.withLock { state in
      try Disk.call("fsync") { fsync(state.descriptor) }
      let descriptor = state.descriptor
      state.descriptor = -1
      // Not repeated when interrupted: on Linux the descriptor is gone either way.
      if close(descriptor) != 0, errno != EINTR { throw DiskFault(call: "close", number: errno) }
      let staged = StagedFile(id: id, hash: FileHash(state.digest.finalize()), bytes: state.bytes)
      try Disk.move(unfinished, to: folder.appendingPathComponent(staged.name))
      try Disk.flushFolder(folder)
      return staged
    }
  }

  /// Leaves nothing behind.
  func abandon() {
    state.withLock { state in
      if state.descriptor >= 0 { _ = close(state.descriptor) }
      state.descriptor = -1
    }
    _ = try? Disk.remove(unfinished)
  }

  static func tooLarge(_ bytesMax: Int64) -> Refusal {
    Refusal(
      .tooLarge,
      "Tệp lớn hơn \(bytesMax / 1_048_576) MB là mức tối đa được nhận. Tách tệp hoặc giảm độ phân giải quét rồi gửi lại."
    )
  }
}

extension StagedFile {
  var name: String { "\(id).\(hash.text)" }

  /// Nil when the name is not one of a finished staged file.
  init?(name: String, bytes: Int64) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let hash = FileHash(String(parts[1])) else { return nil }
    self.init(id: String(parts[0]), hash: hash, bytes: bytes)
  }
}
