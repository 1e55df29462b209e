import Audit
import Database
import Documents
import Exchange
import Kernel
import Organization
import Registers
import TestSupport
import Testing

@testable import OutgoingDocuments

@Suite("DI-01, DI-04, PL6-13 cấp số văn bản đi") struct NumberingTests {
  @Test func givesNumberSymbolDateAndIdentifier() async throws {
    try await withDesk { database in
      let first = try await database.number()
      let second = try await database.number { $0.facts.typeKey = "quyetDinh" }
      let agency = try await database.read { try OrganizationStore($0).agency(Cast.registryClerk.agency) }
      let document = try await database.find(first.id)
      #expect(first.codeText == "01/\(agency.abbreviation)-\(try await unit(database))")
      #expect(second.codeText == "02/QĐ-\(agency.abbreviation)")
      #expect(document.facts.issuedDate == TestClock().now.day && document.state == .numbered)
      #expect(document.identifier == agency.organIdentifier.map { "\($0).2026.1" })
      let story = try await database.read { try AuditStore($0).story(of: .outgoingDocument(first.id)) }
      #expect(story.last?.sentence == "cấp số \(first.codeText), Sổ đăng ký văn bản đi năm 2026")
    }
  }

  @Test("a place that is named twice, in other words or with a remark, has one line, one packet and one reply to give")
  func onePlaceOnce() async throws {
    try await withDesk { database in
      let id = try await database.numberReady {
        $0.recipients = ["Cục Địa chất miền Bắc (để b/c)", "cục địa chất miền bắc", "Sở Xây dựng", "So Xay dung"]
        $0.informed = ["Cục Địa chất miền Bắc", "Vụ Pháp chế (để ph/h)", "Vụ Pháp chế"]
        $0.facts.replyDueDate = $0.facts.issuedDate + 7
      }
      let lines = try await database.recipients(of: id)
      #expect(lines.map(\.name) == ["Cục Địa chất miền Bắc (để b/c)", "Sở Xây dựng", "Vụ Pháp chế (để ph/h)"])
      #expect(lines.map(\.position) == [1, 2, 3] && lines.map(\.isInformed) == [false, false, true])
      #expect(lines[0].agency == Cast.clerkOfAnotherAgency.agency && lines[2].unit == ExampleBody.legalUnit)
      try await database.issue(id)
      #expect(try await database.packets(of: id).count == 1)
      let asked = try await database.read { try ReplyRequestStore($0).ofLater(id.number).get() }
      #expect(asked.map(\.name) == ["Cục Địa chất miền Bắc (để b/c)", "Sở Xây dựng"])
    }
  }

  private func unit(_ database: any Database) async throws -> String {
    try await database.read { try OrganizationStore($0).unit(ExampleBody.mineralsUnit).abbreviation }
  }

  @Test("200 clerks at once, some failing, some keeping numbers free", arguments: [0, 30])
  func twoHundredAtOnce(percentFailing: Int) async throws {
    try await withDesk { database in
      let codes = await withTaskGroup(of: String?.self) { group in
        for index in 1...200 {
          let isFailing = Int.random(in: 0..<100) < percentFailing
          group.addTask {
            if index % 5 == 0 { return try? await database.reserve().codeText }
            return try? await database.write { transaction in
              let outcome = try NumberOutgoingDocument.example("Văn bản \(index)", signedAt: transaction.now)
                .perform(by: Cast.registryClerk, in: transaction)
              if isFailing { throw Refusal(.conflict, "Thử hủy bỏ giữa chừng.") }
              return outcome.codeText
            }
          }
        }
        return await group.reduce(into: [String]()) { codes, code in code.map { codes.append($0) } }
      }
      let check = try #require(try await database.check().first)
      #expect(percentFailing > 0 || codes.count == 200)
      #expect(Set(codes).count == codes.count)
      #expect(check.isWhole && check.count == codes.count && check.last == codes.count)
    }
  }

  @Test("a reserved number keeps its date for the document that comes later") func usesAReservation() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      let kept = try await database.reserve()
      try await database.number()
      let day = clock.now.day
      clock.advance(by: .seconds(2 * 86_400))
      let late = try await database.number { $0.reservation = kept.id }
      let document = try await database.find(late.id)
      #expect(document.number == 1 && document.facts.issuedDate == day)
      // Nobody takes it twice.
      await #expect(throws: Refusal.self) { try await database.number { $0.reservation = kept.id } }
      #expect(try await database.number().codeText.hasPrefix("03/"))
      #expect(try await database.check().first?.isWhole == true)
    }
  }

  @Test("a kept number is given up by its clerk or at its end, and stays in the book") func givesUp() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      let (first, second) = (try await database.reserve(), try await database.reserve(days: 1))
      try await database.write {
        try CancelNumber(first.book, number: first.number, reason: "không ban hành nữa").perform(
          by: Cast.registryClerk, telling: BookContents(), in: $0)
      }
      clock.advance(by: .seconds(3 * 86_400))
      await #expect(throws: Refusal.self) { try await database.number { $0.reservation = first.id } }
      await #expect(throws: Refusal.self) { try await database.number { $0.reservation = second.id } }
      try await database.write { try ReleaseReservations().release(in: $0) }
      let left = try await database.read { try NumberReservationStore($0).open(visibleTo: Cast.registryClerk) }
      #expect(left == [])
      let check = try #require(try await database.check().first)
      #expect(
        check.isWhole && check.cancelled.map(\.reason) == ["không ban hành nữa", "hết hạn giữ số, không có văn bản"])
    }
  }

  @Test("the year is that of the number, not of the signature") func theNewYearBeginsAtOne() async throws {
    let clock = TestClock(Instant(Day(number: 20_818), hour: 23, minute: 59, second: 59))
    try await withDesk(clock: clock) { database in
      let signedAt = clock.now
      #expect(try await database.number().codeText.hasPrefix("01/"))
      clock.advance(by: .seconds(1))
      let new = try await database.number { $0.facts.signedAt = signedAt }
      #expect(new.codeText.hasPrefix("01/") && new.bookTitle.hasSuffix("2027"))
      #expect(try await database.find(new.id).facts.issuedDate.year == 2027)
    }
  }

  typealias Change = @Sendable (inout NumberOutgoingDocument) -> Void

  static let flaws: [(Change, String)] = [
    ({ $0.facts.signerName = "" }, NumberingField.signerName), ({ $0.facts.subject = "" }, NumberingField.subject),
    ({ $0.facts.typeKey = "luat" }, NumberingField.type), ({ $0.recipients = [] }, NumberingField.recipients),
    ({ $0.facts.notation = "QĐ TCĐC" }, NumberingField.notation),
    ({ $0.facts.signedAt = $0.facts.signedAt + .seconds(60) }, NumberingField.signedOn),
    ({ $0.files = [.example()] }, NumberingField.vouchedOpen), ({ $0.facts.bodyName = "Ban lạ" }, NumberingField.body),
  ]

  @Test("what stands against a number, each at its field", arguments: flaws)
  func refuses(change: @escaping Change, field: String) async throws {
    try await withDesk { database in
      let refusal = await #expect(throws: Refusal.self) { try await database.number(change) }
      #expect(refusal?.reasons.contains { $0.field == field } == true, "\(String(describing: refusal))")
      // Nothing was used.
      let checks = try await database.check()
      #expect(checks.isEmpty)
    }
  }

  @Test("a secrecy mark is refused and nothing of it is kept") func refusesMarks() async throws {
    try await withDesk { database in
      await #expect(throws: Refusal.self) { try await database.number { $0.facts.subject = "Báo cáo (TỐI MẬT)" } }
      let checks = try await database.check()
      #expect(checks.isEmpty)
    }
  }

  @Test("only the registry numbers", arguments: [Cast.leader, Cast.unitHead, Cast.administrator])
  func isTheRegistrys(actor: Actor) async throws {
    try await withDesk { database in
      await #expect(throws: Refusal.self) { try await database.number(by: actor) }
      await #expect(throws: Refusal.self) { try await database.reserve(by: actor) }
    }
  }
}
