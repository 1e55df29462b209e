import Foundation
import Papers
import Testing
import VietnameseText

@testable import Documents

/// The folder of sample documents, where the machine has it.
enum SampleWordFiles {
  static let folder = ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"].map {
    URL(filePath: $0, directoryHint: .isDirectory).appending(path: "documents", directoryHint: .isDirectory)
  }
}

/// Every Word file of the folder named by `CHAUBAN_SAMPLES`, through everything that is done with a draft.
@Suite("Samples: văn bản Word thật", .enabled(if: SampleWordFiles.folder != nil)) struct SamplesFormCheckTests {
  private static func files() throws -> [URL] {
    guard let folder = SampleWordFiles.folder else { return [] }
    return try ["doc", "docx"].flatMap { kind in
      try FileManager.default.contentsOfDirectory(
        at: folder.appending(path: kind, directoryHint: .isDirectory), includingPropertiesForKeys: nil
      ).sorted { $0.path < $1.path }
    }
  }

  @Test func everyOneIsOpenedShownComparedAndChecked() async throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "samples-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let word = WordFile(runner: await ToolRunner.detected(scratch: scratch))
    let files = try Self.files()
    #expect(files.count >= 5)
    var texts: [[String]] = []
    for file in files {
      let name = file.lastPathComponent
      let opened = try await word.open(file, named: name)
      #expect(opened.document.text.count > 500, "\(name)")
      #expect((opened.replacement != nil) == name.hasSuffix(".doc"), "\(name)")
      let pdf = scratch.appending(path: "view.pdf")
      try await word.writePDF(of: file, to: pdf)
      #expect(try await PDFTool(runner: word.runner).inspect(pdf).pageCount > 0, "\(name)")
      let paragraphs = opened.document.paragraphTexts
      #expect(TextDifference(from: paragraphs, to: paragraphs).isEmpty, "\(name)")
      texts.append(paragraphs)
      let findings = FormCheck.findings(in: opened.document, facts: FormFacts())
      #expect(findings == FormCheck.findings(in: opened.document, facts: FormFacts()), "\(name)")
      #expect(findings.allSatisfy { $0.excerpt.count <= 90 && !$0.remedy.isEmpty }, "\(name)")
      try record(findings, of: name, in: opened.document)
    }
    for (one, other) in zip(texts, texts.dropFirst()) {
      let difference = TextDifference(from: one, to: other)
      let back = difference.paragraphs.filter { $0.kind != .removed }.map { paragraph in
        paragraph.pieces.filter { $0.change != .removed }.map(\.text).joined()
      }
      #expect(back == other)
    }
  }

  /// With `CHAUBAN_FORM_CHECK_REPORT` the findings are written to that file, for the table in docs/decisions.
  private func record(_ findings: [FormFinding], of name: String, in document: WordDocument) throws {
    guard let path = ProcessInfo.processInfo.environment["CHAUBAN_FORM_CHECK_REPORT"] else { return }
    let file = URL(filePath: path)
    let before = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let lines = findings.map { "\(name)\t\($0.rule)\t\($0.severity.rawValue)\t\($0.message)\t\($0.excerpt)" }
    try (before + "\(name)\t\(Letter(document).type?.name ?? "?")\n" + lines.joined(separator: "\n") + "\n")
      .write(to: file, atomically: true, encoding: .utf8)
  }
}
