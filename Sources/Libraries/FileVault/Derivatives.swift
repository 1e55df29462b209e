import Foundation
import NIOCore

/// What is made from files (page images, thumbnails, conversions). A cache: every part may be deleted at any time, so
/// nothing here is flushed, only whole.
extension FileVault {
  /// Where a derivative is, or would be. `name` is chosen by code, such as `page-3-1200.png`.
  package func derivative(of hash: FileHash, name: String) -> URL {
    precondition(!name.isEmpty && !name.contains("/") && !name.hasPrefix("."), "a derivative's name is a file name")
    return derivativesFolder(of: hash).appendingPathComponent(name)
  }

  /// Folder of all derivatives of one file.
  package func derivativesFolder(of hash: FileHash) -> URL {
    derivativesFolder.appendingPathComponent(hash.head, isDirectory: true)
      .appendingPathComponent(hash.tail, isDirectory: true)
  }

  /// Opens a derivative for sending; nil when it is not (or no longer) there.
  package func openDerivative(of hash: FileHash, name: String) async throws -> FileReading? {
    try await onThread { [threads, file = derivative(of: hash, name: name)] in
      do { return try FileReading(file, threads: threads) } catch let fault as DiskFault where fault.isMissing {
        return nil
      }
    }
  }

  /// Moves a finished file, made by a tool in a folder of its own, into the cache: readers see all of it or none.
  @discardableResult package func keepDerivative(_ made: URL, of hash: FileHash, name: String) async throws -> URL {
    let target = derivative(of: hash, name: name)
    try await onThread {
      do {
        try Disk.makeFolder(target.deletingLastPathComponent())
        do { try Disk.move(made, to: target) } catch let fault as DiskFault where fault.isOtherDisk {
          try Self.copy(made, to: target)
          try Disk.remove(made)
        }
      } catch let fault as DiskFault where fault.isFull {
        throw Disk.full
      }
    }
    return target
  }

  /// Writes a derivative from memory.
  @discardableResult package func keepDerivative(_ bytes: Data, of hash: FileHash, name: String) async throws -> URL {
    let made = stagingFolder.appendingPathComponent("\(Self.newID()).part")
    try await onThread {
      do { try bytes.write(to: made) } catch {
        _ = try? Disk.remove(made)
        throw (error as? CocoaError)?.code == .fileWriteOutOfSpace ? Disk.full : error
      }
    }
    return try await keepDerivative(made, of: hash, name: name)
  }

  /// Forgets what was made from one file.
  package func removeDerivatives(of hash: FileHash) async throws {
    try await onThread { [folder = derivativesFolder(of: hash)] in
      guard FileManager.default.fileExists(atPath: folder.path) else { return }
      try FileManager.default.removeItem(at: folder)
    }
  }

  /// Empties the cache.
  package func clearDerivatives() async throws {
    try await onThread { [derivativesFolder] in
      for part in try FileManager.default.contentsOfDirectory(atPath: derivativesFolder.path) {
        try FileManager.default.removeItem(at: derivativesFolder.appendingPathComponent(part))
      }
    }
  }

  private static func copy(_ source: URL, to target: URL) throws {
    let passing = target.deletingLastPathComponent().appendingPathComponent(".\(newID())")
    do {
      try FileManager.default.copyItem(at: source, to: passing)
      try Disk.move(passing, to: target)
    } catch {
      _ = try? Disk.remove(passing)
      throw error
    }
  }
}
