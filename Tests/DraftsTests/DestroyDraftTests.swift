import Database
import FileVault
import Kernel
import Organization
import TestSupport
import Testing

@testable import Drafts

@Suite("MAT-05 dự thảo của văn bản có dấu mật") struct DestroyDraftTests {
  @Test("nothing of what it said stays, whoever looks; that there was one does") func destroyed() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.numbered)
      let freed = try await database.write {
        try DestroyDraft(id, reason: "Có dấu chỉ độ mật").perform(by: Cast.registryClerk, in: $0)
      }
      #expect(Set(freed.map { $0.text.first }) == ["1", "2"])
      let remains = try await database.read { try #require(try DraftStore($0).findForJob(id)) }
      #expect(remains.progress == .cancelled && remains.facts.recipients.isEmpty && remains.latestVersion == 0)
      for table in [
        "draft_files", "draft_versions", "draft_approvals", "draft_opinions", "draft_submissions", "stored_files",
      ] {
        #expect(try await database.count(table) == 0, "\(table)")
      }
      let words = try await database.read { transaction in
        try transaction.rows("SELECT subject FROM drafts").map { try $0.get("subject", as: String.self) }
          + (try transaction.rows("SELECT sentence FROM audit_entries WHERE sentence IS NOT NULL"))
          .map { try $0.get("sentence", as: String.self) }
      }
      #expect(!words.joined(separator: "\n").contains("trữ lượng đá vôi"))
    }
  }
}
