import FileVault
import Hummingbird
import Kernel
import NIOCore
import WebApp

/// An uploaded source as it came: the table, the files, the mapping; staged, nothing looked at.
struct ImportUpload: Sendable {
  private static let mappingBytesMax = 1 << 20

  var form = Form()
  var table: (name: String, staged: StagedFile)?
  var files: StagedFile?
  var mapping: [UInt8]?

  var staged: [StagedFile] { [table?.staged, files].compactMap(\.self) }

  /// Reads a multipart request in small pieces. The session's secret must come before the first file. What is refused
  /// leaves nothing behind.
  static func read(_ request: Request, _ context: WebContext, _ work: ImportWork) async throws -> ImportUpload {
    guard let reader = MultipartReader(request) else {
      throw Refusal(.invalid, "Yêu cầu không mang tệp theo cách hệ thống nhận được.")
    }
    var upload = ImportUpload()
    var fields: [(name: String, value: String)] = []
    do {
      while let part = try await reader.next() {
        switch part {
        case .field(let name, let value): fields.append((name, value))
        case .file(let name, let fileName):
          try FormMiddleware.requireToken(Form(fields).raw(FormMiddleware.field), orHeaderOf: request, context)
          if !fileName.isEmpty { try await upload.take(name, fileName, reader, work) }
        }
      }
      upload.form = Form(fields)
      try FormMiddleware.requireToken(upload.form.raw(FormMiddleware.field), orHeaderOf: request, context)
      return upload
    } catch {
      await upload.discard(work)
      throw error
    }
  }

  private mutating func take(
    _ name: String, _ fileName: String, _ reader: MultipartReader, _ work: ImportWork
  ) async throws {
    switch name {
    case ImportPaths.Name.table where table == nil:
      table = (fileName, try await work.vault.receive(reader.body, bytesMax: work.fileBytesMax))
    case ImportPaths.Name.files where files == nil:
      files = try await work.vault.receive(reader.body, bytesMax: work.fileBytesMax)
    case ImportPaths.Name.mapping:
      var bytes: [UInt8] = []
      for try await piece in reader.body {
        bytes += piece.readableBytesView
        guard bytes.count <= Self.mappingBytesMax else {
          throw Refusal(.tooLarge, "Tệp ánh xạ cột quá lớn.", field: name)
        }
      }
      mapping = bytes
    default: break
    }
  }

  func discard(_ work: ImportWork) async {
    for file in staged { try? await work.vault.discard(file) }
  }
}
