import Documents
import FileVault
import Foundation
import IncomingDocuments
import Kernel
import NIOCore
import Papers

/// Files that come with an old book, named in its rows by paths below one folder.
struct BroughtFiles: Sendable {
  let root: URL
  let runner: ToolRunner
  let bytesMax: Int64

  /// Where a path leads. Refuses what is absolute, leads outside (also by a link) or is no file.
  func url(of path: String) throws -> URL {
    let parts = path.replacing("\\", with: "/").split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("/"), !path.hasPrefix("\\"), !parts.contains(".."), !parts.contains("") else {
      throw Refusal(.invalid, "Đường dẫn «\(path)» phải là đường dẫn tương đối, không có «..».")
    }
    let file = root.appending(path: parts.joined(separator: "/"))
    let real = file.resolvingSymlinksInPath().path(percentEncoded: false)
    let folder = root.resolvingSymlinksInPath().path(percentEncoded: false)
    guard real.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") else {
      throw Refusal(.invalid, "Đường dẫn «\(path)» trỏ ra ngoài thư mục tệp.")
    }
    let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
    guard values?.isRegularFile == true else { throw Refusal(.invalid, "Không có tệp «\(path)».") }
    guard Int64(values?.fileSize ?? 0) <= bytesMax else {
      throw Refusal(.invalid, "Tệp «\(path)» lớn hơn \(bytesMax >> 20) MB là mức tối đa được nhận.")
    }
    return file
  }

  /// Judges a file by its bytes, as uploads are; opens PDF files once. Refuses what is not taken.
  func judge(_ path: String) async throws -> (kind: FileKind, pageCount: Int?) {
    let file = try url(of: path)
    let verdict = try FileVerdict.judging(file)
    if let refusal = verdict.refusal(named: name(of: path)) { throw refusal }
    guard verdict.kind == .pdf else { return (verdict.kind, nil) }
    do {
      return (.pdf, try await PDFTool(runner: runner).inspect(file).pageCount)
    } catch let trouble as any FileTrouble {
      throw trouble.refusal(named: name(of: path))
    } catch let refusal as Refusal where refusal.kind == .unavailable {
      return (.pdf, nil)
    }
  }

  /// Puts a file into the vault; its row follows.
  func keep(_ path: String, in vault: FileVault) async throws -> KeptFile {
    let (kind, pageCount) = try await judge(path)
    let staged = try await vault.receive(FilePieces(file: url(of: path)), bytesMax: bytesMax)
    do {
      try await vault.keep(staged)
      try await vault.discard(staged)
    } catch {
      try? await vault.discard(staged)
      throw error
    }
    return KeptFile(name: name(of: path), kind: kind, stored: staged.stored, pageCount: pageCount)
  }

  private func name(of path: String) -> String {
    path.replacing("\\", with: "/").split(separator: "/").last.map(String.init) ?? path
  }
}

/// A file, piece by piece.
struct FilePieces: AsyncSequence {
  private static let pieceBytes = 1 << 20
  let file: URL

  func makeAsyncIterator() -> Iterator { Iterator(file: file) }

  struct Iterator: AsyncIteratorProtocol {
    let file: URL
    private var handle: FileHandle?

    init(file: URL) { self.file = file }

    mutating func next() async throws -> ByteBuffer? {
      let handle = try self.handle ?? FileHandle(forReadingFrom: file)
      self.handle = handle
      guard let piece = try handle.read(upToCount: FilePieces.pieceBytes), !piece.isEmpty else {
        try handle.close()
        return nil
      }
      return ByteBuffer(bytes: piece)
    }
  }
}
