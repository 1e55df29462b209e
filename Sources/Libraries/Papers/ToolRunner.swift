import Foundation
import Kernel
import Subprocess
import SystemPackage

/// Runs tools as child processes: with limits, at low priority, with a clean environment, in a private folder that is
/// gone afterwards, and without network or writable disk where the sandbox starts.
package struct ToolRunner: Sendable {
  package static let usualSearchPath = ["/usr/bin", "/bin", "/usr/local/bin"]

  /// Where tools are looked for; a test gives an empty folder to be without them.
  package var searchPath: [String]
  package var sandbox: ToolSandbox
  /// Private folders are made here.
  package var scratch: URL

  package init(
    searchPath: [String] = ToolRunner.usualSearchPath, sandbox: ToolSandbox,
    scratch: URL = FileManager.default.temporaryDirectory
  ) {
    self.searchPath = searchPath
    self.sandbox = sandbox
    self.scratch = scratch
  }

  /// A runner whose sandbox was tried.
  package static func detected(scratch: URL = FileManager.default.temporaryDirectory) async -> ToolRunner {
    await ToolRunner(sandbox: .detected(), scratch: scratch)
  }

  /// Gives the body a private folder; it is removed afterwards, whatever happened.
  package func withFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = scratch.appending(path: "tool-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }

  /// Removes private folders that a killed process left behind. Folders younger than an hour may be in use.
  package func removeLeftovers(now: Date = Date()) throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: scratch, includingPropertiesForKeys: [.contentModificationDateKey])
    for folder in folders where folder.lastPathComponent.hasPrefix("tool-") {
      let changed = try? folder.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
      if let changed, now.timeIntervalSince(changed) > 3600 { try FileManager.default.removeItem(at: folder) }
    }
  }

  /// Runs the tool in the folder and collects its output. Throws `Refusal(.unavailable)` when it is not installed, a
  /// `ToolFailure` when it does not end well with a status in `accepting`.
  package func run(
    _ tool: Tool, _ arguments: [String], in folder: URL, limits: ToolLimits = .usual, accepting: Set<Int32> = [0]
  ) async throws -> ToolOutput<ByteSink> {
    try await run(tool, arguments, in: folder, limits: limits, accepting: accepting, into: ByteSink())
  }

  /// As above, but hands the output to the sink piece by piece.
  package func run<Sink: ToolSink>(
    _ tool: Tool, _ arguments: [String], in folder: URL, limits: ToolLimits = .usual, accepting: Set<Int32> = [0],
    into sink: Sink
  ) async throws -> ToolOutput<Sink> {
    guard let path = tool.path(in: searchPath) else { throw tool.missing }
    let command = wrappers(limits) + sandbox.prefix(for: folder, withNetwork: tool.needsNetwork) + [path] + arguments
    let attempt = ToolAttempt(tool: tool, limits: limits, sink: sink)
    var platform = PlatformOptions()
    platform.processGroupID = 0
    let result: ExecutionResult<ToolAttempt<Sink>.Ending, SequenceOutput, SequenceOutput>
    do {
      result = try await Subprocess.run(
        .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
        environment: .custom(environment(folder)), workingDirectory: FilePath(folder.path(percentEncoded: false)),
        platformOptions: platform, input: .none, output: .sequence, error: .sequence
      ) { execution in
        await attempt.follow(
          output: execution.standardOutput, errors: execution.standardError,
          kill: { try? execution.send(signal: .kill, toProcessGroup: true) })
      }
    } catch let error as SubprocessError {
      throw ToolFailure.couldNotStart(tool, message: error.description)
    }
    try Task.checkCancellation()
    return try attempt.judged(result.closureResult, status: result.terminationStatus, accepting: accepting)
  }

  /// `timeout` is the net under our own timer: it ends the tool even when this process is gone.
  private func wrappers(_ limits: ToolLimits) -> [String] {
    let seconds = limits.time.components.seconds + 5
    let commands: [[String]] = [
      ["timeout", "--signal=KILL", "\(seconds)"], ["nice", "-n", "10"],
      ["prlimit", "--as=\(limits.memoryBytes)", "--fsize=\(limits.fileBytes)", "--core=0"],
    ]
    return commands.flatMap { command in
      guard let path = Tool.path(of: [command[0]], in: Self.usualSearchPath) else { return [String]() }
      return [path] + command.dropFirst()
    }
  }

  private func environment(_ folder: URL) -> [Environment.Key: String] {
    let path = folder.path(percentEncoded: false)
    return [
      "PATH": "/usr/bin:/bin", "HOME": path, "TMPDIR": path, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
      "OMP_THREAD_LIMIT": "1",
    ]
  }
}

extension Tool {
  /// Where the tool is, if it is installed.
  package func path(in searchPath: [String]) -> String? { Self.path(of: names, in: searchPath) }

  static func path(of names: [String], in searchPath: [String]) -> String? {
    for name in names {
      for folder in searchPath {
        let path = "\(folder)/\(name)"
        if FileManager.default.isExecutableFile(atPath: path) { return path }
      }
    }
    return nil
  }
}
