import Audit
import Database
import Documents
import Exchange
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import TestSupport
import Testing
import WebApp

@testable import ReportCollections

@Suite("DI-15 thu báo cáo") struct CollectingTests {
  @Test("asked, filled in, sent: the loop closes with the values, and they stand in the merged sheet") func sends()
    async throws
  {
    try await withCollections { database in
      let told = try await database.unread(Cast.clerkOfAnotherAgency)
      let collection = try await database.collect(try await database.letter())
      #expect(try await database.unread(Cast.clerkOfAnotherAgency) == told + 1)
      #expect(try await database.requests(collection).allSatisfy(\.isOpen))
      let outcome = try await database.send(collection, [["Mỏ Khe Sim", "12", "1,5"], [], ["Mỏ Đá Trắng", "30", ""]])
      #expect(outcome.rows == 2 && outcome.number == 1)
      try await database.send(collection, [["Mỏ Núi Đỏ", "8", "0,25"]], of: Places.unit, by: Cast.headOfTwo)
      let sheet = try await database.merged(collection)
      #expect(sheet.lines.map(\.place) == [Places.agency, Places.agency, Places.unit])
      #expect(sheet.sums == [nil, "50", "1.75"])
      let requests = try await database.requests(collection)
      #expect(requests.map { $0.answer?.isData ?? false } == [true, true, false])
      #expect(requests[0].answer?.text == "đã gửi số liệu, 2 dòng")
      let story = try await database.read {
        try AuditStore($0).storyLater(of: .reportCollection(collection.id)).get().map(\.sentence)
      }
      #expect(story.count == 3 && story[1] == "gửi số liệu của \(Places.agency), 2 dòng")
    }
  }

  @Test("made before the issue, it is there when the document arrives; a day is asked for where the letter names none")
  func madeBefore() async throws {
    try await withCollections { database in
      let document = try await database.letter(dueIn: nil, isIssued: false)
      await #expect(throws: Refusal.self) { try await database.collect(document) }
      let due = TestClock().now.day + 5
      let collection = try await database.write {
        try MakeReportCollection(document, .example, dueOn: due).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(collection.dueOn == due)
      await #expect(throws: Refusal.self) { try await database.send(collection, of: Places.unit, by: Cast.headOfTwo) }
      let version = try await database.read {
        try OutgoingDocumentStore($0).find(document, visibleTo: Cast.registryClerk).version
      }
      _ = try await database.write {
        try IssueOutgoingDocument(document, formVersion: version).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(try await database.requests(collection).map(\.dueOn) == [due, due, due])
      let sheets = try await database.read { transaction in
        let packet = try SheetAnswerStore(transaction).places(of: document)[0].packet
        return try CollectedReports().sheets(
          of: .packet(packet ?? .init(0)), visibleTo: Cast.clerkOfAnotherAgency, in: transaction)
      }
      #expect(sheets.map(\.act) == ["Điền số liệu"] && sheets[0].line.contains(due.text))
      // A second one for the same letter is refused, whoever asks.
      await #expect(throws: Refusal.self) { try await database.collect(document) }
    }
  }

  @Test("issued without a day to answer by, everybody owes an answer from the collection on") func dueAfterIssue()
    async throws
  {
    try await withCollections { database in
      let document = try await database.letter(dueIn: nil)
      let due = TestClock().now.day + 3
      let collection = try await database.write {
        try MakeReportCollection(document, .example, dueOn: due).perform(by: Cast.unitHead, in: $0)
      }
      #expect(try await database.requests(collection).map(\.dueOn) == [due, due, due])
      await #expect(throws: Refusal.self) { try await database.collect(document) }
    }
  }

  @Test("sent again, each sending is kept; given back, it leaves the sheet and is owed again") func givesBack()
    async throws
  {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter(to: [Places.agency, Places.unit]))
      try await database.send(collection)
      #expect(try await database.send(collection, [["Mỏ Khe Sim", "13", ""]]).number == 2)
      let place = try await database.place(collection)
      let sendings = try await database.read { try SheetAnswerStore($0).sendings(of: place.recipient) }
      #expect(sendings.map(\.number) == [1, 2] && sendings[0].rows == [["Mỏ Khe Sim", "12", "1.5"]])
      await #expect(throws: Refusal.self) { try await database.giveBack(collection, reason: " ") }
      await #expect(throws: Refusal.self) { try await database.giveBack(collection, Places.unit) }
      let told = try await database.unread(Cast.clerkOfAnotherAgency)
      try await database.giveBack(collection)
      #expect(try await database.unread(Cast.clerkOfAnotherAgency) == told + 1)
      #expect(try await database.merged(collection).lines.isEmpty)
      #expect(try await database.requests(collection).first?.isOpen == true)
      #expect(try await database.place(collection).standing(dueOn: collection.dueOn) == .returned)
      let urged = try await database.write {
        try UrgeReplies(collection.document).perform(by: Cast.headOfOffice, in: $0)
      }
      #expect(urged.told == [Places.agency, Places.unit])
      let asker = try await database.unread(Cast.unitHead)
      #expect(try await database.send(collection).number == 3)
      #expect(try await database.unread(Cast.unitHead) == asker)
      try await database.send(collection, of: Places.unit, by: Cast.headOfTwo)
      // Everybody has sent: whoever asked is told, once.
      #expect(try await database.unread(Cast.unitHead) == asker + 1)
      try await database.send(collection)
      #expect(try await database.unread(Cast.unitHead) == asker + 1)
    }
  }

  @Test("wrong cells are named all at once and nothing of what was there changes") func refuses() async throws {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      try await database.send(collection)
      let refusal = await #expect(throws: Refusal.self) {
        try await database.send(collection, [["", "501", "x"], [], ["Mỏ Đá Trắng", "", ""]])
      }
      #expect(refusal?.reasons.map(\.field) == ["o-0-0", "o-0-1", "o-0-2", "o-2-1"])
      #expect(refusal?.reasons[1].message == "Dòng 1: phải là số nguyên từ 0 đến 500, đang là «501»")
      await #expect(throws: Refusal.self) { try await database.send(collection, []) }
      await #expect(throws: SecrecyFound.self) { try await database.send(collection, [["Độ mật: TỐI MẬT", "1", ""]]) }
      #expect(try await database.place(collection).answer?.sendings == 1)
      let place = try await database.place(collection)
      let nothing = SendSheet(place.recipient, [], isNothing: true, formVersion: place.answer?.version ?? 0)
      #expect(try await database.write { try nothing.perform(by: Cast.clerkOfAnotherAgency, in: $0) }.rows == 0)
      #expect(try await database.merged(collection).lines.isEmpty)
      #expect(try await database.place(collection).answer?.state == .sent)
    }
  }

  @Test("late is the first sending after the day") func late() async throws {
    let clock = TestClock()
    try await withCollections(clock: clock) { database in
      let collection = try await database.collect(try await database.letter(dueIn: 1))
      try await database.send(collection)
      clock.advance(by: .seconds(2 * 86_400))
      try await database.send(collection)
      try await database.send(collection, of: Places.unit, by: Cast.headOfTwo)
      #expect(
        try await database.places(collection).filter(\.isInside).map { $0.standing(dueOn: collection.dueOn) } == [
          .sent, .sentLate,
        ])
    }
  }

  @Test("two people at once: the second is told, nothing of the first is lost") func together() async throws {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      let place = try await database.place(collection)
      let acts = ["Mỏ Một", "Mỏ Hai"].map { SaveSheet(place.recipient, [[$0, "1", ""]], formVersion: 0) }
      let outcomes = await withTaskGroup(of: Bool.self) { group in
        for act in acts {
          group.addTask {
            do {
              _ = try await database.write { try act.perform(by: Cast.clerkOfAnotherAgency, in: $0) }
              return true
            } catch { return false }
          }
        }
        return await group.reduce(into: [Bool]()) { $0.append($1) }
      }
      #expect(outcomes.filter(\.self).count == 1)
      #expect(try await database.place(collection).answer?.version == 1)
      let stale = await #expect(throws: Refusal.self) { try await database.send(collection, version: 0) }
      #expect(stale?.kind == .conflict && stale?.message.contains("Chưa có gì bị ghi đè") == true)
    }
  }

  @Test("a second press of one form sends once") func presses() async throws {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      let place = try await database.place(collection)
      let act = SendSheet(place.recipient, [["Mỏ Khe Sim", "12", ""]], formVersion: 0)
      for _ in 0..<2 {
        _ = try await database.write { transaction in
          try SubmissionStore(transaction).once("mot-lan", by: Cast.clerkOfAnotherAgency.account) {
            _ = try act.perform(by: Cast.clerkOfAnotherAgency, in: transaction)
            return .init(path: "/", notice: nil)
          }
        }
      }
      #expect(try await database.place(collection).answer?.sendings == 1)
    }
  }

  @Test("a form stays as it is once somebody began; before, it is changed") func changes() async throws {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      var form = SheetForm.example
      form.columns.append(SheetColumn("Ghi chú"))
      let first = form
      let changed = try await database.write {
        try ChangeReportCollection(collection.id, first, formVersion: 1).perform(by: Cast.leader, in: $0)
      }
      #expect(changed.form.columns.count == 4)
      await #expect(throws: Refusal.self) {
        try await database.write {
          try ChangeReportCollection(collection.id, first, formVersion: 1).perform(by: Cast.leader, in: $0)
        }
      }
      let place = try await database.place(collection)
      _ = try await database.write {
        try SaveSheet(place.recipient, [["Mỏ"]], formVersion: 0).perform(by: Cast.clerkOfAnotherAgency, in: $0)
      }
      let refusal = await #expect(throws: Refusal.self) {
        try await database.write {
          try ChangeReportCollection(collection.id, first, formVersion: 2).perform(by: Cast.leader, in: $0)
        }
      }
      #expect(refusal?.kind == .conflict && refusal?.message.contains("đã bắt đầu điền") == true)
    }
  }
}
