import Database
import Foundation
import Jobs
import Kernel
import Logging
import NIOCore
import TestSupport
import Testing

@testable import FileVault

/// A stream that is made while it is read: `count` pieces of 64 KiB.
struct GeneratedStream: AsyncSequence, Sendable {
  static let pieceBytes = 65_536
  var count: Int
  var failsAtEnd = false

  struct Broken: Error {}

  struct Iterator: AsyncIteratorProtocol {
    var rest: Int
    let failsAtEnd: Bool

    mutating func next() async throws -> ByteBuffer? {
      guard rest > 0 else {
        if failsAtEnd { throw Broken() }
        return nil
      }
      rest -= 1
      return ByteBuffer(repeating: UInt8(rest % 251), count: GeneratedStream.pieceBytes)
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(rest: count, failsAtEnd: failsAtEnd) }
}

func withVault<Answer>(_ body: (FileVault) async throws -> Answer) async throws -> Answer {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chauban-vault-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await withVault(in: folder, body)
}

func withVault<Answer>(in folder: URL, _ body: (FileVault) async throws -> Answer) async throws -> Answer {
  let vault = try FileVault(folder: folder)
  do {
    let answer = try await body(vault)
    try await vault.close()
    return answer
  } catch {
    try? await vault.close()
    throw error
  }
}

/// What `body` throws, if it does.
func thrown<Answer>(_ body: () async throws -> Answer) async -> (any Error)? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error
  }
}

extension FileVault {
  /// Receives and keeps a text.
  func store(_ text: String) async throws -> FileHash {
    let staged = try await receive(Array(text.utf8))
    return try await keep(staged)
  }

  func names(_ folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent($0).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  func text(_ hash: FileHash, _ range: Range<Int64>? = nil) async throws -> String {
    var all = ByteBuffer()
    for try await piece in try await open(hash).pieces(range) { all.writeImmutableBuffer(piece) }
    return String(buffer: all)
  }
}

/// `printf 'công văn' | sha256sum`
let letterHash = FileHash("7bf3d8519b2a93a632fe0efbca5c817bb00f72c9829d79a7796f0b1465b4fe88")

@Suite("AN-12 kho tệp theo mã băm") struct FileVaultTests {
  @Test("tệp nằm dưới mã băm SHA-256 của nội dung") func storedUnderItsHash() async throws {
    try await withVault { vault in
      let staged = try await vault.receive(Array("công văn".utf8))
      #expect(staged.hash == letterHash)
      #expect(staged.bytes == 10)
      #expect(try vault.names(vault.vaultFolder) == [])
      let hash = try await vault.keep(staged)
      #expect(try vault.names(vault.vaultFolder) == ["\(hash.head)/\(hash.tail)"])
      #expect(try await vault.text(hash) == "công văn")
      try await vault.discard(staged)
      #expect(try vault.names(vault.stagingFolder) == [])
      #expect(try await vault.text(hash) == "công văn")
    }
  }

  @Test("lưu hai lần, và lưu lại sau khi bỏ bản chờ, đều như một lần") func keepIsIdempotent() async throws {
    try await withVault { vault in
      let one = try await vault.receive(Array("công văn".utf8))
      let other = try await vault.receive(Array("công văn".utf8))
      for staged in [one, one, other] { #expect(try await vault.keep(staged) == letterHash) }
      try await vault.discard(one)
      #expect(try await vault.keep(one) == letterHash)
      #expect(try vault.names(vault.vaultFolder).count == 1)
    }
  }

  @Test("bản chờ đã mất mà kho không có thì nói phải tải lại") func lostStagingIsSaid() async throws {
    try await withVault { vault in
      let staged = try await vault.receive(Array("công văn".utf8))
      try await vault.discard(staged)
      let error = await thrown { try await vault.keep(staged) }
      #expect((error as? Refusal)?.kind == .conflict)
    }
  }

  @Test("đọc từng khoảng", arguments: [(0..<5, "công"), (6..<10, "văn"), (6..<99, "văn"), (20..<30, "")])
  func readsRanges(range: Range<Int64>, expected: String) async throws {
    try await withVault { vault in
      let hash = try await vault.store("công văn")
      #expect(try await vault.text(hash, range) == expected)
    }
  }

  @Test("quá lớn hoặc đứt giữa chừng: từ chối và không để lại gì") func nothingIsHalfStored() async throws {
    try await withVault { vault in
      let large = await thrown { try await vault.receive(GeneratedStream(count: 33), bytesMax: 2 * 1_048_576) }
      #expect((large as? Refusal)?.kind == .tooLarge)
      let broken = await thrown {
        try await vault.receive(GeneratedStream(count: 3, failsAtEnd: true), bytesMax: 2 * 1_048_576)
      }
      #expect(broken is GeneratedStream.Broken)
      #expect(try vault.names(vault.folder) == [])
      let largest = try await vault.receive(GeneratedStream(count: 32), bytesMax: 2 * 1_048_576)
      #expect(largest.bytes == 2 * 1_048_576)
    }
  }

  @Test("tệp hỏng trong kho được bản mới cùng nội dung thay") func soundFileRepairs() async throws {
    try await withVault { vault in
      let hash = try await vault.store("công văn")
      try Disk.remove(vault.url(of: hash))
      try Data("khác".utf8).write(to: vault.url(of: hash))
      #expect(try vault.rehash(hash) == .altered)
      #expect(try await vault.store("công văn") == hash)
      #expect(try vault.rehash(hash) == nil)
    }
  }

  @Test("bản dẫn xuất là bộ nhớ đệm, xóa lúc nào cũng được") func derivativesAreACache() async throws {
    try await withVault { vault in
      let hash = try #require(letterHash)
      #expect(try await vault.openDerivative(of: hash, name: "page-1.png") == nil)
      try await vault.keepDerivative(Data("ảnh".utf8), of: hash, name: "page-1.png")
      #expect(try await vault.openDerivative(of: hash, name: "page-1.png")?.bytes == 5)
      #expect(try Data(contentsOf: vault.derivative(of: hash, name: "page-1.png")) == Data("ảnh".utf8))
      try await vault.clearDerivatives()
      #expect(try await vault.openDerivative(of: hash, name: "page-1.png") == nil)
      #expect(try vault.names(vault.folder) == [])
    }
  }

  @Test("200 MB đi qua mà bộ nhớ tăng dưới 30 MiB") func bigFilesStayOutOfMemory() async throws {
    try await withVault { vault in
      // Other tests of this process take memory too, so the least of some growths speaks; holding the file in memory
      // would show in each.
      var least = Int.max
      for _ in 0..<10 where least >= 30 * 1_048_576 {
        let before = try residentBytes()
        let peak = PeakStream(base: GeneratedStream(count: 3_200))
        let staged = try await vault.receive(peak, bytesMax: 200 * 1_048_576)
        #expect(staged.bytes == 200 * 1_048_576)
        least = min(least, peak.peak.bytes - before)
        try await vault.discard(staged)
      }
      #expect(least < 30 * 1_048_576)
    }
  }

  @Test("đĩa đầy: nói rõ, không để lại gì, có chỗ thì lại nhận") func diskFull() async throws {
    try await withSmallDisk(bytes: 1_048_576) { folder in
      try await withVault(in: folder) { vault in
        let full = await thrown { try await vault.receive(GeneratedStream(count: 32), bytesMax: 200 * 1_048_576) }
        #expect(full as? Refusal == Disk.full)
        #expect(try vault.names(vault.folder) == [])
        try await waitUntilEmpty(folder)
        let staged = try await vault.receive(GeneratedStream(count: 4), bytesMax: 200 * 1_048_576)
        let hash = try await vault.keep(staged)
        #expect(try vault.rehash(hash) == nil)
        // A derivative that does not fit leaves the stored file alone.
        let tooMuch = await thrown {
          try await vault.keepDerivative(Data(repeating: 1, count: 2_000_000), of: hash, name: "page-1.png")
        }
        #expect(tooMuch as? Refusal == Disk.full)
        #expect(try vault.names(vault.derivativesFolder) == [])
        #expect(try vault.rehash(hash) == nil)
      }
    }
  }
}

/// The kernel may give back the room of a removed file a moment later.
private func waitUntilEmpty(_ folder: URL) async throws {
  for _ in 0..<100 {
    var disk = statvfs()
    #expect(statvfs(folder.path, &disk) == 0)
    if disk.f_bavail * disk.f_frsize > 512 * 1024 { return }
    try await Task.sleep(for: .milliseconds(50))
  }
}

private func residentBytes() throws -> Int {
  let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
  return (Int(pages) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}

/// Looks at the process's memory while its base is read.
private struct PeakStream: AsyncSequence {
  final class Peak { var bytes = 0 }

  let base: GeneratedStream
  let peak = Peak()

  struct Iterator: AsyncIteratorProtocol {
    var base: GeneratedStream.Iterator
    var count = 0
    let peak: Peak

    mutating func next() async throws -> ByteBuffer? {
      count += 1
      if count % 64 == 0 { peak.bytes = Swift.max(peak.bytes, try residentBytes()) }
      return try await base.next()
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator(), peak: peak) }
}
