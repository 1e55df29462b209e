import Foundation
import Testing

@testable import Papers

/// The folder of sample documents, where the machine has it.
enum SamplePapers {
  static let folder = ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"].map {
    URL(filePath: $0, directoryHint: .isDirectory).appending(path: "documents", directoryHint: .isDirectory)
  }

  static func files(_ kind: String) throws -> [URL] {
    guard let folder else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: kind, directoryHint: .isDirectory), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }
}

/// Opens every sample document of the folder named by `CHAUBAN_SAMPLES`.
@Suite("Samples: tài liệu mẫu", .enabled(if: SamplePapers.folder != nil)) struct SamplesPapersTests {
  @Test func everyPDFIsTakenAndShown() async throws {
    try await SelfMadeFiles.use { _, runner in
      let tool = PDFTool(runner: runner)
      let files = try SamplePapers.files("pdf")
      #expect(files.count > 0)
      for file in files {
        let name = file.lastPathComponent
        #expect(try FileVerdict.judging(file).refusal(named: name) == nil, "\(name)")
        let facts = try await tool.inspect(file)
        #expect(try await tool.text(of: file).count == facts.pageCount, "\(name)")
        let image = try await tool.image(of: file, page: 1, style: .screen)
        #expect(try JPEGPicture(image).height + JPEGPicture(image).width > 2000, "\(name)")
      }
    }
  }

  @Test func everyWordFileIsConverted() async throws {
    try await SelfMadeFiles.use { files, runner in
      let papers = try SamplePapers.files("doc") + SamplePapers.files("docx")
      #expect(papers.count > 0)
      for paper in papers {
        let name = paper.lastPathComponent
        let verdict = try FileVerdict.judging(paper)
        #expect(verdict.refusal(named: name) == nil, "\(name)")
        let pdf = files.folder.appending(path: "\(name).pdf")
        try await OfficeConversion(runner: runner).convert(paper, kind: verdict.kind, to: .pdf, target: pdf)
        #expect(try await PDFTool(runner: runner).text(of: pdf)[0].words.count > 50, "\(name)")
      }
    }
  }

  @Test func aScanIsRead() async throws {
    try await SelfMadeFiles.use { _, runner in
      for scan in try SamplePapers.files("pdf") where scan.lastPathComponent.hasPrefix("scan-2803") {
        let page = try await OpticalReading(runner: runner).read(scan, page: 1)
        #expect(page.confidence > 70 && page.quarterTurns == 0)
        #expect(page.text.text.contains("Kính gửi"))
      }
    }
  }
}
