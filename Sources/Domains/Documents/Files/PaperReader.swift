import FileVault
import Foundation
import Kernel
import Papers

/// Reads a received file with the tools: makes the PDF that is shown, reads its text layer or, where that is missing or
/// useless, its page images.
package struct PaperReader: Sendable {
  private static let viewName = "view.pdf"

  package let vault: FileVault
  package let runner: ToolRunner

  package init(vault: FileVault, runner: ToolRunner) {
    self.vault = vault
    self.runner = runner
  }

  /// The PDF that is shown and read: the file itself, or its conversion from the cache, made when missing.
  ///
  /// Throws `Refusal(.unavailable)` when a tool is missing, `PDFProblem` or `ToolFailure` when the file defeats it.
  package func view(of file: URL, kind: FileKind, hash: FileHash) async throws -> URL {
    guard kind != .pdf else { return file }
    let cached = vault.derivative(of: hash, name: Self.viewName)
    if FileManager.default.fileExists(atPath: cached.path) { return cached }
    return try await runner.withFolder { folder in
      let made = folder.appendingPathComponent("made.pdf")
      if kind.family == .image {
        try await ImagePDF(runner: runner).write(file, kind: kind, to: made)
      } else {
        try await OfficeConversion(runner: runner).convert(file, kind: kind, to: .pdf, target: made)
      }
      return try await vault.keepDerivative(made, of: hash, name: Self.viewName)
    }
  }

  /// Reads every page as `PDFReading` does. What no tool can open is no error: the reading tells the trouble. `facts`
  /// are those of the view, when it was opened already.
  package func read(
    _ file: URL, kind: FileKind, hash: FileHash, facts known: PDFFacts? = nil,
    onPages: @Sendable (PaperReading, _ new: [PageText], _ done: Int, _ total: Int) async throws -> Void
  ) async throws -> PaperReading {
    var reading = PaperReading()
    do {
      let view = try await view(of: file, kind: kind, hash: hash)
      let facts = if let known { known } else { try await PDFTool(runner: runner).inspect(view) }
      reading.pageCount = facts.pageCount
      reading.text = try await PDFReading(runner: runner).read(view, facts: facts) { [reading] text, new, done, total in
        try await KeptPageWords(vault: vault).keep(new, of: hash)
        var sofar = reading
        sofar.text = text
        try await onPages(sofar, new, done, total)
      }
      reading.stamp = StampOnPage(reading.text.pages, of: facts)
    } catch let problem as PDFProblem {
      reading.trouble = problem.refusal(named: "").message
    } catch let failure as ToolFailure {
      reading.trouble = "công cụ không mở được tệp (\(failure))"
    }
    return reading
  }
}
