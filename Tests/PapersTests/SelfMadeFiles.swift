import Foundation
import TestSupport

@testable import Papers

/// Files made by the tests themselves, in a folder of their own.
struct SelfMadeFiles {
  let folder: URL

  /// Gives the body a folder and a runner, and removes the folder afterwards.
  static func use<Result>(_ body: (SelfMadeFiles, ToolRunner) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "papers-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(SelfMadeFiles(folder: folder), await ToolRunner.detected(scratch: folder))
  }

  func file(_ name: String, _ bytes: [UInt8] = []) throws -> URL {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file
  }

  func file(_ name: String, _ text: String) throws -> URL { try file(name, Array(text.utf8)) }

  /// A PDF of these lines a page, in a font that every reader has.
  func pdf(_ name: String, pages: [String], width: Int = 595, height: Int = 842) throws -> URL {
    try file(name, MadePDF.of(pages, width: width, height: height))
  }

  /// A ZIP whose directory tells these sizes; the bytes behind it are not looked at.
  static func zip(_ entries: [(name: String, packed: Int, unpacked: Int)], flags: Int = 0) -> [UInt8] {
    func two(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
    func four(_ number: Int) -> [UInt8] { two(number & 0xFFFF) + two(number >> 16) }
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = bytes.count
      let name = Array(entry.name.utf8)
      let sizes = four(0) + four(entry.packed) + four(entry.unpacked) + two(name.count) + two(0)
      bytes += [0x50, 0x4B, 0x03, 0x04] + two(20) + two(flags) + two(8) + four(0) + sizes + name
      bytes += [UInt8](repeating: 0, count: entry.packed)
      directory += [0x50, 0x4B, 0x01, 0x02] + two(20) + two(20) + two(flags) + two(8) + four(0) + sizes
      directory += two(0) + two(0) + two(0) + four(0) + four(offset) + name
    }
    return bytes + directory + [0x50, 0x4B, 0x05, 0x06] + two(0) + two(0) + two(entries.count) + two(entries.count)
      + four(directory.count) + four(bytes.count) + two(0)
  }
}
