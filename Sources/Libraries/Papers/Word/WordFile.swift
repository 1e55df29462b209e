import Foundation
import Kernel

/// Opens Word files for reading. A .docx is read here, under bounds; a .doc goes through LibreOffice first, in its
/// sandbox, where macros never run.
package struct WordFile: Sendable {
  /// What was opened.
  package struct Opened: Sendable {
    package var document: WordDocument
    /// A .docx to keep instead of the file that was given: made from a .doc, or without the macros. Nil when the given
    /// file itself is a .docx that can be kept.
    package var replacement: Data?
    /// What was done to the file, in Vietnamese, to be said to whoever brought it.
    package var told: [String]
  }

  package var runner: ToolRunner

  package init(runner: ToolRunner) { self.runner = runner }

  /// Opens the file. Throws a `Refusal` that says in Vietnamese why it is not taken: no Word file, a password, broken,
  /// a bomb; `Refusal(.unavailable)` for a .doc without LibreOffice.
  package func open(_ file: URL, named name: String) async throws -> Opened {
    do {
      let verdict = try FileVerdict.judging(file)
      if verdict.kind.family == .word || verdict.flaw != nil, let refusal = verdict.refusal(named: name) {
        throw refusal
      }
      switch verdict.kind {
      case .docx: return try await openModern(file)
      case .doc:
        let converted = try await converted(file, kind: .doc)
        return Opened(
          document: try await document(of: converted), replacement: converted,
          told: [
            "Tệp «\(name)» ở dạng Word cũ (.doc) nên đã được chuyển sang .docx; macro, nếu có, không được giữ lại."
          ])
      default: throw WordFault.notWord(verdict.kind)
      }
    } catch let trouble as any FileTrouble {
      throw trouble.refusal(named: name)
    }
  }

  /// The values of a .docx that was opened before and is known to be one. Throws `WordFault`.
  package static func document(of file: URL) throws -> WordDocument { try WordDocumentReader.read(file) }

  /// Its view as PDF, whose pages become pictures as those of any PDF (`PDFTool`): 1…3 s.
  package func writePDF(of file: URL, to target: URL) async throws {
    let kind = try FileVerdict.judging(file).kind
    guard kind.family == .word else { throw WordFault.notWord(kind) }
    try await OfficeConversion(runner: runner).convert(file, kind: kind, to: .pdf, target: target)
  }

  private func openModern(_ file: URL) async throws -> Opened {
    let document = try Self.document(of: file)
    guard document.carried.contains(.macros) else { return Opened(document: document, replacement: nil, told: []) }
    let clean = try await converted(file, kind: .docx)
    var opened = Opened(document: try await self.document(of: clean), replacement: clean, told: [])
    guard !opened.document.carried.contains(.macros) else { throw WordFault.tooMuch("có macro không bỏ được") }
    opened.told = ["Tệp có macro: hệ thống giữ bản không có macro, nội dung văn bản không đổi."]
    return opened
  }

  private func converted(_ file: URL, kind: FileKind) async throws -> Data {
    try await runner.withFolder { folder in
      let target = folder.appending(path: "converted.docx")
      try await OfficeConversion(runner: runner).convert(file, kind: kind, to: .docx, target: target)
      return try Data(contentsOf: target)
    }
  }

  private func document(of bytes: Data) async throws -> WordDocument {
    try await runner.withFolder { folder in
      let file = folder.appending(path: "word.docx")
      try bytes.write(to: file)
      return try Self.document(of: file)
    }
  }
}
