import Documents
import FileVault
import Foundation
import Kernel
import Papers

/// Reads one file that lies in a dossier, by its kind. What no tool can open is no error: the answer tells the trouble.
struct OwnFileReader: Sendable {
  /// Of a plain text so much is read.
  private static let textBytesMax = 1 << 20

  let reader: PaperReader

  func read(
    _ file: KeptFile, onPages: @Sendable (_ done: Int, _ total: Int) async throws -> Void
  ) async throws -> OwnFileText {
    let url = reader.vault.url(of: file.stored.hash)
    switch file.kind.family {
    case .pdf, .word, .image:
      let reading = try await reader.read(url, kind: file.kind, hash: file.stored.hash) { _, _, done, total in
        try await onPages(done, total)
      }
      return pages(reading)
    case .text: return typed([try text(url)])
    case .excel: return file.kind == .xlsx ? try sheet(url) : OwnFileText(trouble: "bảng tính Excel đời cũ")
    case .mail:
      guard let mail = try MailHead.read(url) else { return OwnFileText() }
      return typed([mail.subject, try MailText.read(url)])
    case .recording, .other: return OwnFileText()
    }
  }

  private func pages(_ reading: PaperReading) -> OwnFileText {
    if let trouble = reading.trouble { return OwnFileText(state: .unreadable, trouble: trouble) }
    let pages = reading.text.pages.filter { !$0.words.isEmpty }
    return OwnFileText(
      state: pages.isEmpty ? .empty : .read, pageCount: reading.pageCount,
      pages: pages.map { .init(page: $0.page, origin: $0.origin.rawValue, text: $0.text) },
      markedPage: SecrecyMark.find(in: reading.text.pages)?.page)
  }

  /// What has no pages: each piece is one, and a mark is a line of its own.
  private func typed(_ pieces: [String]) -> OwnFileText {
    let pieces = pieces.filter { $0.contains { !$0.isWhitespace } }
    let marked = pieces.firstIndex { piece in
      piece.split(whereSeparator: \.isNewline).contains { line in
        line.split(separator: " ").count <= Self.markWordsMax && SecrecyMark.isMarked(String(line))
      }
    }
    return OwnFileText(
      state: pieces.isEmpty ? .empty : .read,
      pages: pieces.enumerated().map {
        .init(page: $0.offset + 1, origin: PageText.Origin.textLayer.rawValue, text: $0.element)
      }, markedPage: marked.map { $0 + 1 })
  }

  /// A line with more words is a sentence.
  private static let markWordsMax = 6

  private func text(_ url: URL) throws -> String {
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    return String(decoding: try handle.read(upToCount: Self.textBytesMax) ?? Data(), as: UTF8.self)
      .precomposedStringWithCanonicalMapping
  }

  /// The first sheet, a row a line.
  private func sheet(_ url: URL) throws -> OwnFileText {
    do {
      let rows = try ReadSheet(url).rows
      let lines = rows.map { row in
        row.cells.sorted { $0.key < $1.key }.compactMap { if case .text(let text) = $0.value { text } else { nil } }
          .joined(separator: "\n")
      }
      return typed([lines.joined(separator: "\n").precomposedStringWithCanonicalMapping])
    } catch let fault as SheetFault {
      switch fault {
      case .empty: return OwnFileText()
      case .broken: return OwnFileText(state: .unreadable, trouble: fault.refusal(named: "").message)
      case .tooMuch, .hasMacros, .notExcel: return OwnFileText(trouble: "bảng tính quá lớn hoặc có macro")
      }
    }
  }
}
