import Documents
import FileVault
import Foundation
import Kernel
import Papers

/// Reads what is brought as part of a version, before anything is kept: its pages counted, its words for search and
/// comparison, a secrecy mark in it refused (MAT-05).
struct DraftFileReading: Sendable {
  let reader: PaperReader

  /// Throws `SecrecyFound` for a marked file, a refusal for one that no tool opens.
  func read(_ upload: Upload) async throws -> DraftFileToAdd {
    var kept = upload.kept
    let hash = upload.staged.hash
    guard upload.kind.family == .word || upload.kind.family == .pdf else {
      return DraftFileToAdd(kept, text: "", isUnread: true)
    }
    do {
      let view = try await reader.view(of: reader.vault.url(of: upload.staged), kind: upload.kind, hash: hash)
      let tool = PDFTool(runner: reader.runner)
      kept.pageCount = try await tool.inspect(view).pageCount
      let pages = try await tool.text(of: view)
      if SecrecyMark.find(in: pages) != nil {
        // The picture that was made of it goes too.
        try await reader.vault.removeDerivatives(of: hash)
        throw SecrecyFound()
      }
      let text = pages.map(\.text).joined(separator: "\n")
      return DraftFileToAdd(kept, text: text, isUnread: pages.contains { $0.words.isEmpty })
    } catch is any FileTrouble {
      throw Refusal(.invalid, "«\(upload.name)» không mở được; hãy mở bằng Word, lưu lại rồi chọn lại tệp.")
    }
  }
}
