import Database
import Drafts
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@testable import App

/// Every Word file of the folder named by `CHAUBAN_SAMPLES`, brought as versions of one draft.
@Suite(
  "Samples: văn bản Word thật làm bản dự thảo",
  .enabled(if: ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"] != nil))
struct SamplesDraftTests {
  @Test("each is taken in, shown page by page, compared with the one before and checked for form") func wholeWay()
    async throws
  {
    let folder = URL(
      filePath: ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"] ?? "", directoryHint: .isDirectory
    ).appending(path: "documents", directoryHint: .isDirectory)
    let files = try ["doc", "docx"].flatMap { kind in
      try FileManager.default.contentsOfDirectory(
        at: folder.appending(path: kind, directoryHint: .isDirectory), includingPropertiesForKeys: nil
      ).sorted { $0.path < $1.path }
    }
    #expect(files.count >= 5)
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let draft = try await app.begun(officer)
      for (index, file) in files.enumerated() {
        let answer = try await officer.bring(
          [UInt8](try Data(contentsOf: file)), named: file.lastPathComponent, to: draft)
        try #require(answer.status == 303, "\(file.lastPathComponent): \(answer.words.prefix(500))")
        try await app.runJobs()
        let page = try await officer.get(draft)
        try page.requireText("Thể thức bản \(index + 1)")
        #expect(!page.words.contains("Chưa kiểm tra được"), "\(file.lastPathComponent)")
        let image = try #require(
          page.markup.tags.compactMap { $0["src"] }.first { $0.contains("/trang/") }, "\(file.lastPathComponent)")
        #expect(try await officer.get(image).status == 200, "\(file.lastPathComponent)")
        guard index > 0 else { continue }
        let difference = try await officer.get("\(draft)/so-sanh?cu=\(index)&ban=\(index + 1)")
        #expect(difference.status == 200 && difference.markup.tags.contains { $0.name == "ins" })
      }
      let unchecked = try await app.database.read {
        try $0.rows("SELECT COUNT(*) AS n FROM draft_form_checks WHERE checked_at IS NULL")[0].get("n", as: Int.self)
      }
      #expect(unchecked == 0)
      #expect(try app.filesStaged() == [])
    }
  }
}
