import Foundation
import Kernel

/// A ZIP file with the files of an old book: looked at before anything is unpacked, unpacked by the tool under limits.
package struct ZIPArchive: Sendable {
  private static let limits = ToolLimits(
    time: .seconds(600), memoryBytes: 1 << 30, outputBytes: 16 << 20, fileBytes: 512 << 20)

  package var runner: ToolRunner

  package init(runner: ToolRunner) { self.runner = runner }

  /// Unpacks the file into `folder`, which must be there. What is no ZIP, has a password, would unpack to more than is
  /// sane or points outside is refused before.
  package func unpack(_ file: URL, named name: String, into folder: URL) async throws {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let verdict = try ZIPDirectory.verdict(of: ByteSource(handle), limits: .book)
    guard verdict.kind == .otherZip else { throw Refusal(.invalid, "Tệp «\(name)» không phải tệp nén ZIP thường.") }
    if verdict.flaw != nil, let refusal = verdict.refusal(named: name) { throw refusal }
    try await runner.withFolder { scratch in
      let packed = scratch.appending(path: "files.zip")
      try FileManager.default.copyItem(at: file, to: packed)
      do {
        // Never asks; a warning (1) still unpacks.
        _ = try await runner.run(
          .unzip, ["-q", "-o", "files.zip", "-d", "out"], in: scratch, limits: Self.limits, accepting: [0, 1])
      } catch let failure as ToolFailure {
        throw failure.refusal(named: name)
      }
      let out = scratch.appending(path: "out")
      guard FileManager.default.fileExists(atPath: out.path(percentEncoded: false)) else { return }
      for item in try FileManager.default.contentsOfDirectory(at: out, includingPropertiesForKeys: nil) {
        try FileManager.default.moveItem(at: item, to: folder.appending(path: item.lastPathComponent))
      }
    }
  }
}
