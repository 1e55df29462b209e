import Foundation
import TestSupport
import Testing

extension MadePDF {
  /// One page, opened only by a password.
  static func encrypted() throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("made-pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (plain, locked) = (folder.appendingPathComponent("a.pdf"), folder.appendingPathComponent("b.pdf"))
    try Data(of(["Locked"])).write(to: plain)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/qpdf")
    process.arguments = ["--encrypt", "abc", "xyz", "256", "--", plain.path, locked.path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "qpdf could not encrypt")
    return Array(try Data(contentsOf: locked))
  }
}
