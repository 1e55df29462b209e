import Documents
import FileVault
import Foundation
import Kernel
import NIOCore
import Papers

/// Makes the files for `ArrangePapers` with qpdf: pages turned, split off or joined, each as a new staged file.
struct PaperArranger: Sendable {
  let reader: PaperReader

  /// Turns one page clockwise by quarters.
  func turn(_ paper: WaitingPaper, page: Int, quarterTurns: Int) async throws -> ArrangePapers {
    let (view, count) = try await view(of: paper)
    guard (1...count).contains(page) else { throw Self.noSuchPage }
    let picks = (1...count).map { PDFPagePick(view, page: $0, quarterTurns: $0 == page ? quarterTurns : 0) }
    return ArrangePapers(replacements: [.init(paper: paper, staged: try await make(picks), pageCount: count)])
  }

  /// Pages from `first` on become a paper of their own.
  func split(_ paper: WaitingPaper, from first: Int) async throws -> ArrangePapers {
    let (view, count) = try await view(of: paper)
    guard count > 1, (2...count).contains(first) else { throw Self.noSuchPage }
    let head = try await make((1..<first).map { PDFPagePick(view, page: $0) })
    let tail = try await make((first...count).map { PDFPagePick(view, page: $0) })
    let name = "\((paper.fileName as NSString).deletingPathExtension) (từ trang \(first)).pdf"
    return ArrangePapers(
      replacements: [.init(paper: paper, staged: head, pageCount: first - 1)],
      added: [Upload(name: name, kind: .pdf, staged: tail, pageCount: count - first + 1)])
  }

  /// The other paper's pages go behind this one's.
  func join(_ paper: WaitingPaper, _ other: WaitingPaper) async throws -> ArrangePapers {
    guard paper.id != other.id else { throw Refusal(.invalid, "Hãy chọn một tệp khác để ghép vào.") }
    let (first, firstCount) = try await view(of: paper)
    let (second, secondCount) = try await view(of: other)
    let picks =
      (1...firstCount).map { PDFPagePick(first, page: $0) } + (1...secondCount).map { PDFPagePick(second, page: $0) }
    return ArrangePapers(
      replacements: [.init(paper: paper, staged: try await make(picks), pageCount: firstCount + secondCount)],
      removed: [other])
  }

  private static let noSuchPage = Refusal(.invalid, "Tệp không có trang này.")

  private func view(of paper: WaitingPaper) async throws -> (URL, Int) {
    do {
      let file = reader.vault.url(of: paper.staged)
      let view = try await reader.view(of: file, kind: paper.kind, hash: paper.staged.hash)
      return (view, try await PDFTool(runner: reader.runner).inspect(view).pageCount)
    } catch let trouble as any FileTrouble {
      throw trouble.refusal(named: paper.fileName)
    }
  }

  private func make(_ picks: [PDFPagePick]) async throws -> StagedFile {
    try await reader.runner.withFolder { folder in
      let target = folder.appendingPathComponent("arranged.pdf")
      try await PDFTool(runner: reader.runner).assemble(picks, to: target)
      return try await reader.vault.receive([UInt8](try Data(contentsOf: target, options: .mappedIfSafe)))
    }
  }
}
