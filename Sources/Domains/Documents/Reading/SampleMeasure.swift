import Foundation
import Kernel
import Papers

extension ReadingReport {
  /// Reads every document of a samples folder as a registration does (text layer, or OCR where it is useless) and
  /// compares with its `ground-truth.json`. Takes minutes; `progress` hears the file about to be read.
  package static func run(
    samples: URL, runner: ToolRunner, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> ReadingReport {
    var report = ReadingReport()
    let truths = try truths(in: samples)
    // Two at a time: each tool is one thread of work.
    try await withThrowingTaskGroup(of: (Truth, ReadSuggestions).self) { group in
      var waiting = truths[...]
      func startNext() {
        guard let truth = waiting.popFirst() else { return }
        group.addTask {
          progress(truth.file)
          return (truth, try await read(samples.appending(path: truth.file), with: runner))
        }
      }
      startNext()
      startNext()
      while let (truth, read) = try await group.next() {
        report.add(truth, read)
        startNext()
      }
    }
    return report
  }

  private static func read(_ file: URL, with runner: ToolRunner) async throws -> ReadSuggestions {
    try await runner.withFolder { folder in
      var pdf = file
      let kind = try FileVerdict.judging(file).kind
      if kind.family == .word {
        pdf = folder.appending(path: "paper.pdf")
        try await OfficeConversion(runner: runner).convert(file, kind: kind, to: .pdf, target: pdf)
      }
      let facts = try await PDFTool(runner: runner).inspect(pdf)
      return try await PDFReading(runner: runner).read(pdf, facts: facts).suggestions
    }
  }
}
