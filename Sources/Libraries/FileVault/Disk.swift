import Foundation
import Kernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A failed call to the operating system's file interface.
package struct DiskFault: Error, Sendable, Equatable {
  package let call: String
  /// The `errno` of that call.
  package let number: Int32

  var isFull: Bool { number == ENOSPC || number == EDQUOT }
  var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  var isOtherDisk: Bool { number == EXDEV }
}

/// The few blocking calls that decide what survives a power cut.
enum Disk {
  static let full = Refusal(
    .unavailable,
    "Máy chủ hết chỗ chứa tệp nên tệp chưa được lưu. Báo quản trị viên giải phóng chỗ trên đĩa rồi gửi lại.")

  /// Calls again when interrupted; throws the errno of a failure.
  @discardableResult static func call<Answer: SignedInteger>(_ name: String, _ body: () -> Answer) throws -> Answer {
    while true {
      let answer = body()
      if answer >= 0 { return answer }
      if errno != EINTR { throw DiskFault(call: name, number: errno) }
    }
  }

  /// Makes names just added to or removed from a folder durable.
  static func flushFolder(_ folder: URL) throws {
    let descriptor = try call("open") { open(folder.path, O_RDONLY | O_DIRECTORY) }
    defer { close(descriptor) }
    try call("fsync") { fsync(descriptor) }
  }

  /// Makes a folder and its parents; each new name is durable.
  static func makeFolder(_ folder: URL) throws {
    if mkdir(folder.path, 0o700) == 0 {
      try flushFolder(folder.deletingLastPathComponent())
      return
    }
    switch errno {
    case EEXIST: return
    case ENOENT:
      try makeFolder(folder.deletingLastPathComponent())
      try makeFolder(folder)
    default: throw DiskFault(call: "mkdir", number: errno)
    }
  }

  static func move(_ source: URL, to target: URL) throws {
    try call("rename") { rename(source.path, target.path) }
  }

  /// False when there was nothing.
  @discardableResult static func remove(_ file: URL) throws -> Bool {
    if unlink(file.path) == 0 { return true }
    if errno == ENOENT { return false }
    throw DiskFault(call: "unlink", number: errno)
  }

  static func status(of file: URL) throws -> (bytes: Int64, modifiedAt: Instant, inode: UInt64) {
    var status = stat()
    try call("stat") { lstat(file.path, &status) }
    let time = status.st_mtim
    let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    return (Int64(status.st_size), Instant(milliseconds: milliseconds), UInt64(status.st_ino))
  }

  static func setModified(_ file: URL, to instant: Instant) throws {
    let time = timespec(
      tv_sec: Int(instant.milliseconds.floorDivided(by: 1000)),
      tv_nsec: Int(instant.milliseconds - instant.milliseconds.floorDivided(by: 1000) * 1000) * 1_000_000)
    try call("utimensat") {
      withUnsafePointer(to: (time, time)) { pointer in
        pointer.withMemoryRebound(to: timespec.self, capacity: 2) { utimensat(AT_FDCWD, file.path, $0, 0) }
      }
    }
  }
}
