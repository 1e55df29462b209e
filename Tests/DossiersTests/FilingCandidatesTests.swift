import Access
import Database
import IncomingDocuments
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

@Suite("HS-04 chọn văn bản đưa vào hồ sơ") struct FilingCandidatesTests {
  @Test("gợi ý theo tiêu đề, rồi văn bản chưa nằm đâu; tìm thấy cả văn bản đã nằm trong hồ sơ") func proposes()
    async throws
  {
    try await withFiling { database in
      let dossier = try await database.open()
      let (inside, lost) = (try await database.letter("10"), try await database.letter("20"))
      let elsewhere = try await database.letter("30")
      try await database.file(inside, in: dossier.id)
      let other = try await database.open(.example("Việc khác hẳn"))
      try await database.file(elsewhere, in: other.id)
      let proposed = try await database.read {
        try FilingCandidates(flows, $0).proposed(for: other, by: Cast.officerInCharge)
      }
      #expect(proposed.map(\.summary.reference) == [lost])
      #expect(proposed.map(\.reason) == [.unfiled])
      let alike = try await database.read { transaction in
        var near = dossier
        near.facts.title = try #require(proposed.first?.summary.subject)
        return try FilingCandidates(flows, transaction).proposed(for: near, by: Cast.officerInCharge)
      }
      #expect(alike.map(\.reason) == [.alike])
      let found = try await database.read {
        try FilingCandidates(flows, $0).found("SNNMT-KS", for: dossier, by: Cast.officerInCharge)
      }
      #expect(Set(found.map(\.summary.reference)) == [inside, lost, elsewhere])
      #expect(found.filter { $0.reason == .lies }.map(\.summary.reference) == [inside])
      let stranger = try await database.read {
        try FilingCandidates(flows, $0).found("SNNMT-KS", for: dossier, by: Cast.officerOfAnotherAgency)
      }
      #expect(stranger.isEmpty)
    }
  }

  @Test("nhiều văn bản một lần: tất cả, hoặc không văn bản nào cùng mọi lý do") func filesManyOrNone() async throws {
    try await withFiling { database in
      let dossier = try await database.open()
      let letters = [try await database.letter("10"), try await database.letter("20"), try await database.letter("30")]
      func file(_ records: [RecordReference]) async throws -> Int {
        try await database.write {
          try FileManyIntoDossier(records, dossier: dossier.id)
            .perform(by: Cast.officerInCharge, flows: flows, in: $0).items.count
        }
      }
      let ghost = RecordReference.incomingDocument(IncomingDocument.ID(999_999))
      let refusal = await #expect(throws: Refusal.self) { _ = try await file([letters[0], ghost]) }
      #expect(refusal?.message.contains("Không tìm thấy văn bản này") == true)
      #expect(try await database.lines(dossier.id).isEmpty)
      await #expect(throws: Refusal.self) { _ = try await file([]) }
      #expect(try await file([letters[0], letters[1], letters[0]]) == 2)
      #expect(try await file(letters) == 1)
      #expect(try await file(letters) == 0)
      #expect(try await database.lines(dossier.id).map(\.item.ordinal) == [1, 2, 3])
    }
  }
}
