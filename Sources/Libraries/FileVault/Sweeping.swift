import Foundation
import Kernel

/// Removal of what no row needs.
extension FileVault {
  /// Younger files may belong to an act still under way.
  package static let sweepAge = Duration.seconds(86_400)
  private static let batch = 500

  /// Removes vault files older than a day that no row names. `named` tells which of up to 500 hashes a row names.
  /// Gives how many were removed. Blocking.
  package func sweepVault(now: Instant, named: ([FileHash]) throws -> Set<FileHash>) throws -> Int {
    var removed = 0
    for head in try names(in: vaultFolder) {
      let folder = vaultFolder.appendingPathComponent(head, isDirectory: true)
      let names = try names(in: folder)
      try sweepPassing(names, in: folder, now: now)
      let hashes = names.compactMap { FileHash(head + $0) }
      for start in stride(from: 0, to: hashes.count, by: Self.batch) {
        let old = try hashes[start..<min(start + Self.batch, hashes.count)].filter { try isOld(url(of: $0), now: now) }
        guard !old.isEmpty else { continue }
        let named = try named(Array(old))
        for hash in old where !named.contains(hash) { removed += try removeUnlessRenewed(hash, now: now) ? 1 : 0 }
      }
    }
    return removed
  }

  /// Removes staged files older than a day, broken uploads too, unless a row still waits for them. `wanted` tells
  /// which of up to 500 staging ids a row names. Gives how many were removed. Blocking.
  package func sweepStaging(now: Instant, wanted: ([String]) throws -> Set<String>) throws -> Int {
    let old = try names(in: stagingFolder).filter { try isOld(stagingFolder.appendingPathComponent($0), now: now) }
    var removed = 0
    for start in stride(from: 0, to: old.count, by: Self.batch) {
      let names = old[start..<min(start + Self.batch, old.count)]
      let wanted = try wanted(names.compactMap { StagedFile(name: $0, bytes: 0)?.id })
      for name in names {
        if let staged = StagedFile(name: name, bytes: 0), wanted.contains(staged.id) { continue }
        removed += try Disk.remove(stagingFolder.appendingPathComponent(name)) ? 1 : 0
      }
    }
    return removed
  }

  /// An act may keep the same bytes again between the look at the rows and the removal. It makes the file young, so
  /// the age is looked at once more under a name that no act can reach, and a young file goes back.
  private func removeUnlessRenewed(_ hash: FileHash, now: Instant) throws -> Bool {
    let aside = stagingFolder.appendingPathComponent("\(Self.newID()).part")
    do { try Disk.move(url(of: hash), to: aside) } catch let fault as DiskFault where fault.isMissing { return false }
    if try isOld(aside, now: now) {
      try Disk.remove(aside)
      return true
    }
    try Disk.move(aside, to: url(of: hash))
    try Disk.flushFolder(url(of: hash).deletingLastPathComponent())
    return false
  }

  /// Names of moves that a stop of the machine cut off.
  private func sweepPassing(_ names: [String], in folder: URL, now: Instant) throws {
    for name in names where name.hasPrefix(".") {
      let file = folder.appendingPathComponent(name)
      if try isOld(file, now: now) { try Disk.remove(file) }
    }
  }

  private func isOld(_ file: URL, now: Instant) throws -> Bool {
    do { return try Disk.status(of: file).modifiedAt < now - Self.sweepAge } catch let fault as DiskFault
      where fault.isMissing
    {
      return false
    }
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }
}
