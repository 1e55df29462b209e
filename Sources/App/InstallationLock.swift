import Foundation
import Kernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps apart what may run beside a server and what may not, by a lock on a file in the data folder. The operating system
/// lets it go when the process ends, however it ends.
package final class InstallationLock: Sendable {
  /// How the data folder is used.
  package enum Use: Sendable {
    /// Servers and most commands: many at a time.
    case beside
    /// Moving: alone.
    case alone
  }

  private let descriptor: Int32

  /// Refuses when it is used in a way that does not go together.
  package init(dataFolder: String, _ use: Use) throws {
    let folder = URL(fileURLWithPath: dataFolder, isDirectory: true)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let path = folder.appendingPathComponent("in-use.lock").path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Refusal(.unavailable, "Không mở được «\(path)». Xem quyền của thư mục dữ liệu.")
    }
    let operation =
      switch use {
      case .beside: LOCK_SH | LOCK_NB
      case .alone: LOCK_EX | LOCK_NB
      }
    guard flock(descriptor, operation) == 0 else {
      close(descriptor)
      throw Refusal(.conflict, Self.message(use))
    }
  }

  deinit { close(descriptor) }

  private static func message(_ use: Use) -> String {
    switch use {
    case .beside: "Dữ liệu đang được chuyển sang nơi khác. Chờ lệnh ấy xong rồi chạy lại."
    case .alone: "Máy chủ hoặc một lệnh khác đang dùng thư mục dữ liệu này. Dừng máy chủ rồi chạy lại."
    }
  }
}
