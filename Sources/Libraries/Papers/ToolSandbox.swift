import Foundation
import Subprocess
import SystemPackage

/// How child processes are shut in. Decided once, at start, because containers often forbid namespaces.
package enum ToolSandbox: Sendable, Equatable {
  /// Own network, process and IPC namespaces, the whole disk read-only but the private folder.
  case bubblewrap(path: String)
  /// Limits, priority and a private folder only; the reason is shown on the health page.
  case none(reason: String)

  /// Tries `bwrap` with the very options that every tool gets.
  package static func detected(searchPath: [String] = ToolRunner.usualSearchPath) async -> ToolSandbox {
    guard let path = Tool.sandbox.path(in: searchPath) else {
      return .none(reason: "chưa cài gói «\(Tool.sandbox.package)»")
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "chauban-sandbox-\(UUID().uuidString)", directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let attempt = try await Subprocess.run(
        .path(FilePath(path)), arguments: Arguments(arguments(for: folder) + ["true"]),
        environment: .custom(["PATH": "/usr/bin:/bin"]), output: .discarded, error: .string(limit: 4096))
      guard attempt.terminationStatus.isSuccess else {
        return .none(reason: "bwrap không chạy được: \(attempt.standardError.prefix(200))")
      }
      return .bubblewrap(path: path)
    } catch {
      return .none(reason: "bwrap không chạy được: \(error)")
    }
  }

  /// The words before a tool's own command line.
  func prefix(for folder: URL, withNetwork: Bool = false) -> [String] {
    switch self {
    case .bubblewrap(let path):
      [path] + Self.arguments(for: folder).filter { !withNetwork || $0 != "--unshare-net" }
    case .none: []
    }
  }

  // /var/tmp is the private folder too: LibreOffice needs one of the system's temporary folders for its pipe, and
  // /tmp may hold the file to be read.
  private static func arguments(for folder: URL) -> [String] {
    let path = folder.path(percentEncoded: false)
    return [
      "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--bind", path, "/var/tmp", "--bind", path, path,
      "--unshare-net", "--unshare-pid", "--unshare-ipc", "--die-with-parent", "--new-session", "--chdir", path,
    ]
  }
}
