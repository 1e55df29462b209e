import Database
import Kernel
import Notifications
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

@Suite("Thông báo: mỗi bước xử lý báo cho đúng người") struct ToldTests {
  @Test("presenting, directing, returning, completing, reopening and recalling tell whom they concern")
  func actsTell() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let id = try await database.register().id
      try await database.write {
        _ = try PresentIncomingDocument(id, to: [Cast.leader.post]).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(try await database.told(Cast.leader) == [.workPresented])
      try await database.write {
        _ = try GiveDirective(
          id, text: "Giao hai vụ", places: [.init(minerals, .lead), .init(legal, .inform)]
        ).perform(by: Cast.leader, in: $0)
      }
      #expect(try await database.told(Cast.unitHead) == [.workGiven])
      #expect(try await database.told(Cast.headOfTwo) == [.workToRead])
      #expect(try await database.told(Cast.registryClerk) == [], "a directive is no result")
      clock.advance(by: .seconds(60))
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      try await database.write {
        try CompleteWork(item.id, on: id, result: "Đã trả lời").perform(by: Cast.unitHead, in: $0)
      }
      #expect(try await database.told(Cast.leader) == [.workCompleted, .workPresented])
      try await database.write {
        try ReopenWork(item.id, on: id, reason: "Thiếu số liệu").perform(by: Cast.leader, in: $0)
      }
      #expect(try await database.told(Cast.unitHead) == [.workReopened, .workGiven])
      try await database.write {
        _ = try RecallWork(item.id, on: id, reason: "Giao nhầm").perform(by: Cast.leader, in: $0)
      }
      #expect(try await database.told(Cast.unitHead) == [.workRecalled, .workReopened, .workGiven])
      let words = try await database.read {
        try NotificationStore($0).list(of: Cast.unitHead, page: .newest, limit: 1).map(\.words)
      }
      #expect(words == ["Giao nhầm"])
    }
  }

  @Test("what a unit gives back is told to whoever gave it") func returning() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write {
        _ = try GiveDirective(id, text: "Giao", places: [.init(minerals, .lead)]).perform(by: Cast.leader, in: $0)
      }
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      try await database.write {
        try ReturnWork(item.id, on: id, reason: "Không thuộc vụ").perform(by: Cast.unitHead, in: $0)
      }
      #expect(try await database.told(Cast.leader) == [.workReturned])
    }
  }

  @Test("a send that is undone at once was never told; once opened it is recalled with its reason")
  func undoing() async throws {
    try await withRegistry { database in
      for isOpened in [false, true] {
        let id = try await database.register(.example(number: isOpened ? "1" : "2")).id
        try await database.write {
          _ = try GiveDirective(id, text: "Giao", places: [.init(minerals, .lead)]).perform(by: Cast.leader, in: $0)
          if isOpened { try OpenHeldWork(document: id).perform(by: Cast.unitHead, in: $0) }
        }
        let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
        try await database.write {
          _ = try RecallWork(item.id, on: id, reason: "Nhầm").perform(by: Cast.leader, in: $0)
        }
        #expect(try await database.told(Cast.unitHead) == (isOpened ? [.workRecalled, .workGiven] : []))
      }
    }
  }

  @Test("what people were told of a destroyed document is forgotten with it") func destroying() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write { transaction in
        _ = try GiveDirective(id, text: "Giao", places: [.init(minerals, .lead)]).perform(
          by: Cast.leader, in: transaction)
        try Work(on: .incomingDocument(id), by: Cast.registryClerk, in: transaction).endAll(reason: "Hủy")
      }
      #expect(try await database.told(Cast.unitHead) == [])
      #expect(try await database.count("notifications") == 0)
    }
  }
}

extension Database {
  fileprivate func told(_ actor: Actor) async throws -> [NotificationEvent] {
    try await read { try NotificationStore($0).list(of: actor, page: .newest, limit: 50).map(\.event) }
  }
}

@Suite("Thông báo: theo dõi, đôn đốc, ý kiến, gia hạn") struct ToldFollowUpTests {
  @Test("what happens on the way tells whom it concerns, and who follows") func followUpTells() async throws {
    try await withRegistry { database in
      let work = try await given(database)
      try await database.write { transaction in
        try FollowDocument(work.id, follows: true).perform(by: Cast.headOfOffice, in: transaction)
        try NoteWork(work.officer.id, on: work.id, kind: .progress, text: "Đang soạn").perform(
          by: Cast.officerInCharge, in: transaction)
        try AskOpinion(work.officer.id, on: work.id, question: "Vướng gì?", holders: [legal], due: nil).perform(
          by: Cast.officerInCharge, in: transaction)
        try UrgeWork(work.officer.id, on: work.id, level: .remind, text: "").perform(by: Cast.leader, in: transaction)
        try AskExtension(work.officer.id, on: work.id, due: TestClock().now.day + 7, reason: "Thiếu").perform(
          by: Cast.officerInCharge, in: transaction)
      }
      #expect(try await database.told(Cast.unitHead) == [.extensionAsked, .progressNoted, .workGiven])
      #expect(try await database.told(Cast.headOfTwo) == [.opinionAsked])
      #expect(try await database.told(Cast.officerInCharge) == [.workUrged, .workGiven])
      #expect(try await database.told(Cast.headOfOffice) == Array(repeating: .followedMoved, count: 4))
      let opinion = try await database.item(of: work.id, held: .unit(ExampleBody.legalUnit))
      let request = try await database.item(of: work.id, held: .post(Cast.unitHead.post))
      try await database.write { transaction in
        try GiveOpinion(opinion.id, on: work.id, stance: .agree, text: "").perform(by: Cast.headOfTwo, in: transaction)
        try DecideExtension(request.id, on: work.id, due: nil, reason: "Đủ rồi").perform(
          by: Cast.unitHead, in: transaction)
      }
      #expect(
        try await database.told(Cast.officerInCharge) == [.extensionRefused, .opinionGiven, .workUrged, .workGiven])
    }
  }
}
