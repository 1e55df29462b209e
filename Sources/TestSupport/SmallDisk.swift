import Foundation
import Kernel
import Synchronization

/// Runs `body` in a file system of a few blocks. Mounting needs root, as the whole test run does.
///
/// It goes when the process ends: a tool of another test that is just being put into its sandbox walks over every mount
/// and stumbles when one vanishes.
package func withSmallDisk(bytes: Int, _ body: (URL) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chauban-disk-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  try system("/usr/bin/mount", "-t", "tmpfs", "-o", "size=\(bytes)", "tmpfs", folder.path)
  Mounted.remember(folder)
  try await body(folder)
}

/// File systems that this process has mounted.
private enum Mounted {
  private static let folders = Mutex<[URL]>([])

  static func remember(_ folder: URL) {
    let isFirst = folders.withLock { folders in
      folders.append(folder)
      return folders.count == 1
    }
    if isFirst { atexit { Mounted.unmountAll() } }
  }

  static func unmountAll() {
    for folder in folders.withLock({ $0 }) {
      try? system("/usr/bin/umount", "--lazy", folder.path)
      try? FileManager.default.removeItem(at: folder)
    }
  }
}

private func system(_ tool: String, _ arguments: String...) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: tool)
  process.arguments = arguments
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw Refusal(.forbidden, "\(tool) needs root: run the tests as root") }
}
