import Foundation
import Kernel
import NIOCore
import NIOPosix

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The store of received and issued files, each under the SHA-256 of its bytes. A stored file is never altered.
///
/// Folders below the data folder: `vault/ab/cdef…` the files, `staging/` uploads not saved yet, `derivatives/` what is
/// made from files and may be deleted at any time. Blocking work runs on the vault's own threads.
package final class FileVault: Sendable {
  package let folder: URL
  let threads: NIOThreadPool

  /// Opens the vault below the data folder and makes what is missing.
  package init(folder: URL, threadCount: Int = 2) throws {
    self.folder = folder
    threads = NIOThreadPool(numberOfThreads: threadCount)
    for part in [vaultFolder, stagingFolder, derivativesFolder] { try Disk.makeFolder(part) }
    threads.start()
  }

  package func close() async throws { try await threads.shutdownGracefully() }

  var vaultFolder: URL { folder.appendingPathComponent("vault", isDirectory: true) }
  var stagingFolder: URL { folder.appendingPathComponent("staging", isDirectory: true) }
  var derivativesFolder: URL { folder.appendingPathComponent("derivatives", isDirectory: true) }

  // MARK: Staging

  /// Writes a stream to the staging folder while hashing it. Refuses what is larger than `bytesMax` and says so when
  /// the disk is full; then, as after any other error, nothing is left behind.
  package func receive<Stream: AsyncSequence>(_ stream: Stream, bytesMax: Int64) async throws -> StagedFile
  where Stream.Element == ByteBuffer {
    do {
      let receiving = try await onThread { [stagingFolder] in
        try Receiving(in: stagingFolder, id: Self.newID(), bytesMax: bytesMax)
      }
      do {
        for try await piece in stream { try await onThread { try receiving.append(piece) } }
        return try await onThread { try receiving.finish() }
      } catch {
        receiving.abandon()
        throw error
      }
    } catch let fault as DiskFault where fault.isFull {
      throw Disk.full
    }
  }

  /// Receives bytes already in memory: what this program has made.
  package func receive(_ bytes: [UInt8]) async throws -> StagedFile {
    try await receive(OneBuffer(ByteBuffer(bytes: bytes)), bytesMax: Int64(bytes.count))
  }

  /// Receives a file that this program has made elsewhere, piece by piece.
  package func receive(file: URL) async throws -> StagedFile {
    let reading = try await open(file)
    return try await receive(reading.pieces(), bytesMax: reading.bytes)
  }

  /// Where a staged file is, for tools that read it.
  package func url(of staged: StagedFile) -> URL { stagingFolder.appendingPathComponent(staged.name) }

  /// Forgets a staged file. What was kept of it stays.
  package func discard(_ staged: StagedFile) async throws {
    try await onThread { [file = url(of: staged)] in _ = try Disk.remove(file) }
  }

  // MARK: Vault

  /// Puts a staged file into the vault, durably, before the transaction that writes its row. The staged name stays
  /// until `discard`. A second call changes nothing; a damaged file of that hash is replaced by this sound one.
  @discardableResult package func keep(_ staged: StagedFile) async throws -> FileHash {
    do {
      return try await onThread { try self.keepNow(staged) }
    } catch let fault as DiskFault where fault.isFull {
      throw Disk.full
    }
  }

  private func keepNow(_ staged: StagedFile) throws -> FileHash {
    let source = url(of: staged)
    let target = url(of: staged.hash)
    let folder = target.deletingLastPathComponent()
    try Disk.makeFolder(folder)
    do {
      // The sweeper goes by the age of the name's file, and the staged file may have waited for days.
      try Disk.call("utimensat") { utimensat(AT_FDCWD, source.path, nil, 0) }
    } catch let fault as DiskFault where fault.isMissing {
      guard try rehash(staged.hash) == nil else {
        throw Refusal(.conflict, "Tệp tải lên không còn trong vùng chờ. Chọn lại tệp rồi lưu.")
      }
      return staged.hash
    }
    try Disk.call("chmod") { chmod(source.path, 0o400) }
    let passing = folder.appendingPathComponent(".\(Self.newID())")
    try Disk.call("link") { link(source.path, passing.path) }
    do { try Disk.move(passing, to: target) } catch {
      _ = try? Disk.remove(passing)
      throw error
    }
    // Renaming onto another name of the same file does nothing and leaves the first name.
    try Disk.remove(passing)
    try Disk.flushFolder(folder)
    return staged.hash
  }

  /// Destroys a stored file and all that was made from it, after its line in `StoredFileStore` has been removed. What
  /// a stop of the machine leaves here, the sweeper finds.
  package func destroy(_ hash: FileHash) async throws {
    try await onThread { [file = url(of: hash)] in
      if try Disk.remove(file) { try Disk.flushFolder(file.deletingLastPathComponent()) }
    }
    try await removeDerivatives(of: hash)
  }

  /// Where a stored file is, for tools that read it.
  package func url(of hash: FileHash) -> URL {
    vaultFolder.appendingPathComponent(hash.head, isDirectory: true).appendingPathComponent(hash.tail)
  }

  /// Opens a stored file for sending. Throws `DiskFault` when it is missing.
  package func open(_ hash: FileHash) async throws -> FileReading { try await open(url(of: hash)) }

  /// Opens a staged file for sending.
  package func open(_ staged: StagedFile) async throws -> FileReading { try await open(url(of: staged)) }

  private func open(_ file: URL) async throws -> FileReading {
    try await onThread { [threads] in try FileReading(file, threads: threads) }
  }

  /// Hashes a stored file again. Nil when it is as it was received.
  package func rehash(_ hash: FileHash) throws -> FileDamage? {
    do {
      return try FileReading.digest(of: url(of: hash)) == hash ? nil : .altered
    } catch let fault as DiskFault where fault.isMissing {
      return .missing
    }
  }

  /// Free bytes on the disk of the vault, for the health page.
  package func freeBytes() throws -> Int64 {
    var status = statvfs()
    try Disk.call("statvfs") { statvfs(vaultFolder.path, &status) }
    return Int64(status.f_bavail) * Int64(status.f_frsize)
  }

  func onThread<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer {
    try await threads.runIfActive(body)
  }

  /// 25 letters and digits nobody can guess.
  static func newID() -> String {
    let letters = Array("0123456789abcdefghijklmnopqrstuvwxyz")
    return String((0..<25).map { _ in letters.randomElement() ?? "0" })
  }
}

/// Bytes in memory as a stream of one piece.
private struct OneBuffer: AsyncSequence, AsyncIteratorProtocol {
  private var buffer: ByteBuffer?

  init(_ buffer: ByteBuffer) { self.buffer = buffer }

  mutating func next() async -> ByteBuffer? {
    defer { buffer = nil }
    return buffer
  }

  func makeAsyncIterator() -> Self { self }
}
