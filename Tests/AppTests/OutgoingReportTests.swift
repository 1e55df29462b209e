import Database
import Documents
import Drafts
import Exchange
import FileVault
import Foundation
import Kernel
import Organization
import Papers
import Registers
import TestSupport
import Testing

@testable import OutgoingDocuments

@Suite("PL6-68 báo cáo văn bản đi: mọi con số bằng danh sách của nó") struct OutgoingReportTests {
  @Test("every figure opens exactly its rows, by unit, type and urgency, in periods of the calendar and of the decree")
  func figures() async throws {
    let clock = TestClock()
    try await withApp(clock: clock) { app in
      try await Self.live(app.database, clock)
      for (actor, isWhole) in [(Cast.leader, true), (Cast.registryClerk, true), (Cast.unitHead, false)] {
        let browser = try await app.signedIn(as: actor)
        for by in ["don-vi", "loai", "khan"] {
          var sums: Set<[Int]> = []
          for period in ["thang_2026_11", "thang_2026_11_nd09", "nam_2026_1"] {
            let page = try await browser.get("/bao-cao/van-ban-di?ky=\(period)&theo=\(by)")
            try page.requireStatus(200)
            let drafts = Self.lines(of: page.text, under: "Dự thảo lập trong kỳ")
            let documents = Self.lines(of: page.text, under: "Văn bản cấp số trong kỳ")
            let issued = Self.lines(of: page.text, under: "Trong số đã phát hành")
            #expect(!documents.isEmpty && !issued.isEmpty && !drafts.isEmpty, "\(by), \(period)")
            // Each draft has one state, each document one fate; what was late, recalled or corrected was issued.
            for line in drafts { #expect(line[0].count == line[1...].reduce(0) { $0 + $1.count }) }
            for line in documents { #expect(line[0].count == line[1...6].reduce(0) { $0 + $1.count }) }
            for figure in (drafts + documents + issued).flatMap({ $0 }) where figure.count > 0 {
              #expect(try await browser.countRows(of: figure.path) == figure.count, "\(figure.path)")
            }
            sums.insert([drafts, documents, issued].flatMap { $0.last?.map(\.count) ?? [] })
          }
          if isWhole {
            #expect(sums.contains { $0 == [2, 1, 0, 0, 1, 9, 3, 1, 2, 0, 2, 1, 2, 1, 1, 1, 6] }, "\(sums)")
          }
        }
      }
      // Whose draft it is stands in the row; what it is about does not, for who may not see it.
      let leader = try await app.signedIn(as: Cast.leader)
      let rows = try await leader.get("/bao-cao/van-ban-di/dong?ky=thang_2026_11&theo=don-vi&muc=du-thao")
      #expect(rows.text.contains("Dự thảo chưa đến anh/chị") && !rows.text.contains("mỏ đá vôi"))
      let head = try await app.signedIn(as: Cast.unitHead)
      let own = try await head.get("/bao-cao/van-ban-di/dong?ky=thang_2026_11&theo=don-vi&muc=du-thao")
      #expect(own.text.contains("mỏ đá vôi"))
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      #expect(try await officer.get("/bao-cao/van-ban-di").status == 403)
    }
  }

  /// Nine documents of two units: three issued on their day (one of them recalled, one corrected, one read by the unit it
  /// went to), one on the next, two late, two still waiting too long, one cancelled; two drafts, one of them cancelled.
  private static func live(_ database: any Database, _ clock: TestClock) async throws {
    let clerk = Cast.registryClerk
    func number(_ index: Int) async throws -> OutgoingDocument.ID {
      try await database.write { transaction in
        var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
        facts.typeKey = index % 2 == 0 ? "congVan" : "quyetDinh"
        facts.subject = "Kiểm kê lần \(index)"
        (facts.signerName, facts.signerPosition) = ("Trần Văn Quang", "Tổng cục trưởng")
        facts.unit = index % 3 == 0 ? Cast.unitHead.unit : Cast.officerOfAnotherUnit.unit
        var act = NumberOutgoingDocument(facts: facts)
        act.recipients = ["Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang"] + (index == 1 ? ["Vụ Pháp chế"] : [])
        let letter = String("0123456789abcdef".dropFirst(index).first ?? "0")
        guard let hash = FileHash(String(repeating: letter, count: 64)) else { preconditionFailure("hex") }
        act.files = [
          KeptFile(name: "van-ban.pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 9), pageCount: 1)
        ]
        act.isVouchedOpen = true
        act.readings = [hash: PaperReading(pageCount: 1)]
        return try act.perform(by: clerk, in: transaction).id
      }
    }
    func issue(_ id: OutgoingDocument.ID) async throws {
      try await database.write { _ = try IssueOutgoingDocument(id, formVersion: 1).perform(by: clerk, in: $0) }
    }
    var all: [OutgoingDocument.ID] = []
    for index in 0..<9 { all.append(try await number(index)) }
    for id in all[0..<3] { try await issue(id) }
    try await database.write { [all] transaction in
      try NoteReadInside(all[1]).perform(by: Cast.headOfTwo, in: transaction)
      let older = try OutgoingDocumentStore(transaction).find(all[1], visibleTo: clerk)
      _ = try RelateDocument(all[2], .correct, older.codeText, year: older.facts.issuedDate.year).perform(
        by: clerk, in: transaction)
      func draft(_ subject: String) throws -> Draft.ID {
        try CreateDraft(DraftFacts(typeKey: "congVan", subject: subject)).perform(
          by: Cast.officerInCharge, in: transaction)
      }
      _ = try draft("Về việc mỏ đá vôi")
      let given = try draft("Về việc mỏ đá vôi, bỏ")
      try CancelDraft(given, reason: "trùng").perform(by: Cast.officerInCharge, in: transaction)
    }
    clock.advance(by: .seconds(86_400))
    try await issue(all[3])
    clock.advance(by: .seconds(86_400 * 20))
    for id in all[4..<6] { try await issue(id) }
    try await database.write { [all] transaction in
      let recalled = try OutgoingDocumentStore(transaction).find(all[0], visibleTo: clerk)
      _ = try RecallOutgoingDocument(all[0], reason: "sai căn cứ", formVersion: recalled.version).perform(
        by: clerk, in: transaction)
      let cancelled = try OutgoingDocumentStore(transaction).find(all[6], visibleTo: clerk)
      try CancelNumber(cancelled.book, number: cancelled.number, reason: "nhầm loại").perform(
        by: clerk, telling: OutgoingRegisterContents(), in: transaction)
    }
  }

  /// The figures of each line of one table, the share left out.
  private static func lines(of page: String, under heading: String) -> [[ReportedFigure]] {
    let parts = page.components(separatedBy: "<h2 class=\"report-part\">")
    guard let part = parts.first(where: { $0.hasPrefix(heading) }) else { return [] }
    return ReportedFigure.lines(of: part)
  }
}
