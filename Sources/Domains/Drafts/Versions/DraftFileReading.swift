import Documents
import FileVault
import Foundation
import Kernel
import Papers

/// Reads what is brought as part of a version, before anything is kept: a Word file opened under bounds and freed of
/// what it must not carry, its pages counted, its words for search and comparison, a secrecy mark in it refused (MAT-05).
struct DraftFileReading: Sendable {
  let reader: PaperReader

  /// A file as it may be kept: the one that was brought, or what was made of it.
  struct Taken: Sendable {
    var file: DraftFileToAdd
    var staged: StagedFile
  }

  /// Throws `SecrecyFound` for a marked file, a refusal for one that no tool opens or that nobody should open.
  func read(_ upload: Upload) async throws -> Taken {
    guard upload.kind.family == .word || upload.kind.family == .pdf else {
      return Taken(file: DraftFileToAdd(upload.kept, text: "", isUnread: true), staged: upload.staged)
    }
    guard upload.kind.family == .word else { return try await pages(of: upload, words: nil, remark: "") }
    let opened = try await WordFile(runner: reader.runner).open(
      reader.vault.url(of: upload.staged), named: upload.name)
    var clean = upload
    if let bytes = opened.replacement {
      clean.staged = try await reader.vault.receive([UInt8](bytes))
      clean.kind = .docx
      clean.name = (upload.name as NSString).deletingPathExtension + ".docx"
    }
    do {
      return try await pages(of: clean, words: opened.document.text, remark: opened.told.joined(separator: " "))
    } catch {
      if clean.staged != upload.staged { try? await reader.vault.discard(clean.staged) }
      throw error
    }
  }

  /// - Parameter words: its text as it was opened; nil to take that of its pages.
  private func pages(of upload: Upload, words: String?, remark: String) async throws -> Taken {
    var kept = upload.kept
    let hash = upload.staged.hash
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
      let text = words ?? pages.map(\.text).joined(separator: "\n")
      return Taken(
        file: DraftFileToAdd(
          kept, text: text, isUnread: pages.contains { $0.words.isEmpty }, remark: remark),
        staged: upload.staged)
    } catch is any FileTrouble {
      throw Refusal(.invalid, "«\(upload.name)» không mở được; hãy mở bằng Word, lưu lại rồi chọn lại tệp.")
    }
  }
}

/// Takes in the files of a version: read one by one, kept in the vault only when none is refused, forgotten in staging
/// whatever happens.
struct DraftIntake: Sendable {
  let reader: PaperReader

  typealias File = (field: String, file: DraftFileToAdd)

  /// - Parameters:
  ///   - refused: what was refused while the files came.
  ///   - body: writes the rows of the files, which are in the vault by then.
  func take<Answer>(
    _ uploads: [Upload], refused: [Refusal.Reason] = [], _ body: ([File]) async throws -> Answer
  ) async throws -> Answer {
    var staged = uploads.map(\.staged)
    do {
      var (files, reasons) = ([(field: String, taken: DraftFileReading.Taken)](), refused)
      for upload in uploads {
        do {
          let taken = try await DraftFileReading(reader: reader).read(upload)
          if taken.staged != upload.staged { staged.append(taken.staged) }
          files.append((upload.field, taken))
        } catch let refusal as Refusal where refusal.kind == .invalid {
          reasons += refusal.reasons.map { .init($0.message, field: upload.field) }
        }
      }
      if let refusal = Refusal(reasons) { throw refusal }
      for file in files { try await reader.vault.keep(file.taken.staged) }
      let answer = try await body(files.map { ($0.field, $0.taken.file) })
      await forget(staged)
      return answer
    } catch {
      await forget(staged)
      throw error
    }
  }

  private func forget(_ staged: [StagedFile]) async {
    for file in staged { try? await reader.vault.discard(file) }
  }
}
