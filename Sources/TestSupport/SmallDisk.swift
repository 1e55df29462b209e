import Foundation
import Kernel

/// Runs `body` in a file system of a few blocks. Mounting needs root, as the whole test run does.
package func withSmallDisk(bytes: Int, _ body: (URL) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chauban-disk-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try system("/usr/bin/mount", "-t", "tmpfs", "-o", "size=\(bytes)", "tmpfs", folder.path)
  do { try await body(folder) } catch {
    try system("/usr/bin/umount", "--lazy", folder.path)
    throw error
  }
  try system("/usr/bin/umount", "--lazy", folder.path)
}

private func system(_ tool: String, _ arguments: String...) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: tool)
  process.arguments = arguments
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw Refusal(.forbidden, "\(tool) needs root: run the tests as root") }
}
