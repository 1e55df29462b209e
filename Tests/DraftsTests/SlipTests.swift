import Database
import Documents
import Kernel
import Markup
import Organization
import TestSupport
import Testing
import WebApp
import Work

@testable import Drafts

@Suite("ST-03 lần trình và phiếu trình") struct SlipTests {
  private func slip(of id: Draft.ID, _ database: any Database) async throws -> SubmissionSlipPage {
    try await database.read { transaction in
      try DraftActScreen(
        id, input: FormInput(), seal: FormSeal(csrf: "ma"), by: Cast.officerInCharge, in: transaction
      ).slip(systemName: "Châu Bản")
    }
  }

  private func submit(
    _ id: Draft.ID, _ summary: String, _ proposal: String, _ database: any Database
  ) async throws {
    try await database.write {
      _ = try SubmitDraft(id, way: .usual, note: proposal, summary: summary).perform(by: Cast.officerInCharge, in: $0)
    }
  }

  @Test("the slip prints summary, proposal and round of the last submission, on its day") func slip() async throws {
    let clock = TestClock()
    try await withDrafts(clock: clock) { database in
      let id = try await database.draft(.drafting)
      #expect(try await slip(of: id, database).round == 0)
      try await submit(id, "Yêu cầu báo cáo trữ lượng.\nKèm mẫu biểu.", "Kính trình ký.", database)
      let day = clock.now.day
      clock.advance(by: .seconds(86_400 * 2))
      let first = try await slip(of: id, database)
      #expect(first.round == 1 && first.proposal == "Kính trình ký." && first.day == day)
      #expect(first.summary == "Yêu cầu báo cáo trữ lượng.\nKèm mẫu biểu.")
      let page = first.html.string
      #expect(page.contains("Lần trình: 1") && page.contains("<p>Kèm mẫu biểu.</p>"))
      try await database.write {
        _ = try WithdrawDraft(id, reason: "bổ sung căn cứ").perform(by: Cast.officerInCharge, in: $0)
      }
      try await submit(id, "Đã bổ sung căn cứ.", "", database)
      let second = try await slip(of: id, database)
      #expect(second.round == 2 && second.summary == "Đã bổ sung căn cứ." && second.day == clock.now.day)
      // What was proposed the first time is not proposed the second time.
      #expect(second.proposal == "Kính trình lãnh đạo xem xét, ký ban hành.")
    }
  }

  @Test("what was written with a submission that is undone is gone; a long summary is refused") func undone()
    async throws
  {
    try await withDrafts { database in
      let id = try await database.draft(.drafting)
      try await submit(id, "Nhầm tóm tắt", "", database)
      try await database.write { transaction in
        let sending = try #require(
          try DraftSendingStore(transaction).last(by: Cast.officerInCharge.post))
        _ = try UndoDraftSending(sending.id, on: id).perform(by: Cast.officerInCharge, in: transaction)
      }
      #expect(try await slip(of: id, database).summary.isEmpty)
      await #expect(throws: Refusal.self) {
        try await submit(id, String(repeating: "x", count: DraftSubmission.summaryLengthMax + 1), "", database)
      }
      try await submit(id, "Tóm tắt đúng", "", database)
      #expect(try await slip(of: id, database).summary == "Tóm tắt đúng")
    }
  }

  @Test("the number of copies stands behind the file copy, and nowhere when it is not said") func copies() async throws
  {
    try await withDrafts { database in
      var facts = DraftFacts.example
      for (copies, line) in [(nil, "- Lưu: VT, KS."), (30, "- Lưu: VT, KS (30).")] {
        facts.copies = copies
        let id = try await database.draft(.drafting, facts)
        let lines = try await database.read { transaction in
          let draft = try DraftStore(transaction).find(id, visibleTo: Cast.officerInCharge)
          #expect(draft.facts.copies == copies)
          return try DraftLetter(draft, in: transaction)?.fields.recipientLines
        }
        #expect(lines?.last == line)
      }
      facts.copies = 0
      await #expect(throws: Refusal.self) { _ = try await database.draft(.drafting, facts) }
    }
  }
}
