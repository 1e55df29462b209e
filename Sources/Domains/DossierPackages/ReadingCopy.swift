import Documents
import Dossiers
import FileVault
import Foundation
import Papers

/// A dossier as one PDF to read: cover, list of contents, then every file in the order of time. Digital signatures do not
/// survive it, so the files lie beside it as they are.
struct ReadingCopy {
  let dossier: PackagedDossier
  let front: [PrintedForm]
  let reader: PaperReader

  /// Writes it to `target`. What no tool can turn into PDF has a page that says so.
  func write(in folder: URL, to target: URL, progress: (Int) async throws -> Void) async throws {
    let tool = PDFTool(runner: reader.runner)
    var picks: [PDFPagePick] = []
    for (index, form) in front.enumerated() {
      let file = folder.appending(path: "front-\(index).pdf")
      try await OfficeConversion(runner: reader.runner).write(form, as: .pdf, to: file)
      picks += try await pages(of: file, tool)
    }
    for document in dossier.documents {
      for (index, file) in document.files.enumerated() {
        do {
          let view = try await reader.view(of: reader.vault.url(of: file.hash), kind: file.kind, hash: file.hash)
          picks += try await pages(of: view, tool)
        } catch is any FileTrouble {
          let page = folder.appending(path: "unread-\(document.ordinal)-\(index).pdf")
          try await OfficeConversion(runner: reader.runner).write(unreadable(document, file), as: .pdf, to: page)
          picks += try await pages(of: page, tool)
        }
      }
      try await progress(document.ordinal)
    }
    try await tool.assemble(picks, to: target)
  }

  private func pages(of file: URL, _ tool: PDFTool) async throws -> [PDFPagePick] {
    let count = try await tool.inspect(file).pageCount
    return (0..<count).map { PDFPagePick(file, page: $0 + 1) }
  }

  private func unreadable(_ document: PackagedDocument, _ file: PackagedFile) -> PrintedForm {
    PrintedForm(
      title: file.name, provenance: "",
      sections: [
        FormSection(
          .portrait,
          blocks: [
            .text("Văn bản số thứ tự \(document.ordinal): \(document.subject)", FormStyle(size: 13, isBold: true)),
            .text(
              "Tệp «\(file.name)» không chuyển được sang PDF. Xem tệp gốc trong thư mục «tep» của gói.",
              FormStyle(size: 13)),
          ])
      ])
  }
}
