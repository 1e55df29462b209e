import Access
import Audit
import Database
import Exchange
import Kernel
import Notifications
import Organization
import TestSupport
import Testing
import Work

@testable import OutgoingDocuments

@Suite("DI-15, DEN-11, DEN-13 việc của đơn vị theo văn bản cơ quan gửi") struct UnitWorkTests {
  private let head = Cast.headOfTwo
  private let officer = Cast.officerOfAnotherUnit

  @Test("the unit's work goes to an officer and back; the line says each step, and the answer counts") func way()
    async throws
  {
    try await withDesk { database in
      let id = try await database.sendUnits(asked: true)
      #expect(try await database.unitWork(of: id)?.state == .sent)
      #expect(try await database.inboxes([(head, .mine), (Cast.unitHead, .inform)]) == [1, 1])
      try await database.open(id, by: head)
      #expect(try await database.unitWork(of: id)?.state == .opened)
      try await database.accept(id, by: head)
      try await database.assign(id, to: officer, by: head)
      var found = try #require(try await database.unitWork(of: id))
      #expect(found.state == .assigned && found.holder?.holderName.contains(officer.personName) == true)
      #expect(found.officer?.dueAt == found.item.dueAt && found.item.dueAt != nil, "no deadline of its own")
      #expect(try await database.inboxes([(officer, .mine), (head, .passedOn)]) == [1, 1])
      _ = try await database.find(id, as: officer)
      try await database.accept(id, by: officer)
      #expect(try await database.unitWork(of: id)?.state == .inProgress)
      try await database.complete(id, "đã rà soát 14 hồ sơ", by: officer)
      found = try #require(try await database.unitWork(of: id))
      #expect(found.state == .inProgress && found.holder?.holder == .unit(head.unit), "the head closes")
      #expect(try await database.request(of: id)?.isOpen == true)
      try await database.complete(id, "đã gửi danh sách 14 hồ sơ", by: head)
      found = try #require(try await database.unitWork(of: id))
      #expect(found.state == .done && found.line.contains("đã gửi danh sách 14 hồ sơ"))
      let answer = try #require(try await database.request(of: id)?.answer)
      #expect(answer.text == "đã gửi danh sách 14 hồ sơ" && answer.pairedBy == head.personName)
    }
  }

  @Test("who only gets to know has nothing to do but to open it") func informs() async throws {
    try await withDesk { database in
      let id = try await database.sendUnits()
      try await database.open(id, by: Cast.unitHead)
      #expect(try await database.inboxes([(Cast.unitHead, .inform)]) == [0])
      #expect(try await database.unitWork(of: id, ExampleBody.mineralsUnit)?.state == .read)
      let read = try #require(try await database.unitWork(of: id, ExampleBody.mineralsUnit))
      #expect(read.line.contains("\(Cast.unitHead.personName) mở"), "\(read.line)")
      let item = read.item.id
      await #expect(throws: Refusal.self) {
        try await database.write { try AcceptUnitWork(item, on: id).perform(by: Cast.unitHead, in: $0) }
      }
    }
  }

  @Test("what a unit sends back says why, is told to who sent it, and may be sent again") func returns() async throws {
    try await withDesk { database in
      let id = try await database.sendUnits()
      try await database.giveBack(id, "không thuộc nhiệm vụ của Vụ", by: head)
      let found = try #require(try await database.unitWork(of: id))
      #expect(found.state == .returned && found.line.contains("không thuộc nhiệm vụ của Vụ"))
      #expect(try await database.events(Cast.registryClerk).contains(.workReturned))
      let again = SendFurther(id, to: ["Vụ Pháp chế"])
      _ = try await database.write { try again.perform(by: Cast.registryClerk, in: $0) }
      let sent = try #require(try await database.unitWork(of: id))
      #expect(sent.state == .sent && sent.item.id != found.item.id && sent.line.hasPrefix("đã trả lại"))
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try again.perform(by: Cast.registryClerk, in: $0) }
      }
    }
  }

  @Test("an officer gives it back to the head, or the head takes it back: it is the unit's again")
  func comesBack() async throws {
    try await withDesk { database in
      let id = try await database.sendUnits()
      try await database.assign(id, to: officer, by: head)
      try await database.giveBack(id, "đang nghỉ phép", by: officer)
      #expect(try await database.unitWork(of: id)?.state == .inProgress)
      try await database.assign(id, to: officer, by: head)
      let given = try #require(try await database.unitWork(of: id)?.officer)
      try await database.write {
        _ = try TakeBackUnitWork(given.id, on: id, reason: "giao người khác").perform(by: head, in: $0)
      }
      #expect(try await database.unitWork(of: id)?.holder?.holder == .unit(head.unit))
      let kept = try await database.sees(id, officer)
      #expect(kept, "what was given back is in their list of what ended")
    }
  }

  @Test("nobody in the unit has longer than the unit, and nobody outside it is named") func assigns() async throws {
    try await withDesk { database in
      let id = try await database.sendUnits(asked: true)
      let item = try #require(try await database.unitWork(of: id)).item
      let due = try #require(item.dueAt)
      func assign(_ officer: PostID?, _ day: Day?, by actor: Actor) async throws -> Refusal.Kind? {
        do {
          try await database.write {
            try AssignUnitWork(item.id, on: id, to: officer, due: day).perform(by: actor, in: $0)
          }
          return nil
        } catch let refusal as Refusal { return refusal.kind }
      }
      #expect(try await assign(nil, nil, by: head) == .invalid)
      #expect(try await assign(Cast.officerInCharge.post, nil, by: head) == .invalid)
      #expect(try await assign(officer.post, due.day, by: head) == .invalid, "the day after the unit's last")
      #expect(try await assign(officer.post, due.day - 30, by: head) == .invalid, "past")
      #expect(try await assign(officer.post, due.day - 2, by: Cast.unitHead) == .forbidden)
      #expect(try await assign(officer.post, due.day - 2, by: head) == nil)
      #expect(try await assign(officer.post, nil, by: head) == .conflict, "somebody has it")
    }
  }

  @Test("a recall stops the work wherever it is, and tells the reason to who had it") func recalls() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      let id = try await database.sendUnits(asked: true)
      try await database.assign(id, to: officer, by: head)
      clock.advance(by: .seconds(60))
      try await database.recall(id)
      let found = try #require(try await database.unitWork(of: id))
      #expect(found.state == .recalled && found.holder == nil)
      #expect(try await database.events(officer).first == .workRecalled)
      #expect(try await database.events(head).first == .workRecalled)
      #expect(try await database.events(Cast.unitHead).first == .workRecalled, "who only read is told too")
      #expect(try await database.inboxes([(officer, .mine), (head, .passedOn)]) == [0, 0])
      #expect(try await !database.sees(id, officer))
      #expect(try await database.sees(id, head), "the unit keeps the trace")
    }
  }

  @Test("urging reaches who has it, and is counted on the work") func urges() async throws {
    try await withDesk { database in
      let id = try await database.sendUnits(asked: true)
      try await database.assign(id, to: officer, by: head)
      _ = try await database.write { try UrgeReplies(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await database.events(officer).first == .workUrged)
      #expect(try await database.events(head).first == .workUrged)
      let said = try await database.read { transaction in
        try OutgoingDocumentScreen.read(id, by: Cast.registryClerk, in: transaction)
          .replyBlock(OutgoingDocumentExamples.seal)?.lines.first?.line
      }
      #expect(said?.hasPrefix("đang ở \(officer.personName)") == true && said?.contains("đôn đốc 1 lần") == true)
      let officers = try #require(try await database.unitWork(of: id)?.officer)
      let urgings = try await database.read { try WorkUrgingStore($0).list(of: .outgoingDocument(id)) }
      #expect(urgings.map(\.item) == [officers.id])
    }
  }

  @Test("what the registry notes as an answer ends the unit's work; taken off, it is open again") func pairs()
    async throws
  {
    try await withDesk { database in
      let id = try await database.sendUnits(asked: true)
      try await database.assign(id, to: officer, by: head)
      let line = try #require(try await database.recipients(of: id).first { $0.unit == head.unit })
      let pair = PairReply(id, of: line.id, text: "họp giao ban 09/11")
      _ = try await database.write { try pair.perform(by: Cast.registryClerk, in: $0) }
      let found = try #require(try await database.unitWork(of: id))
      #expect(found.state == .done && found.officer?.state == .done && found.item.outcome == "họp giao ban 09/11")
      _ = try await database.write { try UnpairReply(id, of: line.id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await database.unitWork(of: id)?.state == .inProgress)
      #expect(try await database.request(of: id)?.isOpen == true)
    }
  }

  @Test("each sending is undone within its seconds as if it had not been, the answer too") func undoes() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      let id = try await database.sendUnits(asked: true)
      let first = try #require(try await database.assign(id, to: officer, by: head))
      try await database.write { try UndoUnitWork(first.id, on: id).perform(by: head, in: $0) }
      #expect(try await database.unitWork(of: id)?.state == .sent)
      #expect(try await !database.sees(id, officer))
      #expect(try await database.events(officer).isEmpty, "never told")
      let done = try #require(try await database.complete(id, "xong", by: head))
      #expect(try await database.request(of: id)?.isOpen == false)
      await #expect(throws: Refusal.self) {
        try await database.write { try UndoUnitWork(done.id, on: id).perform(by: Cast.unitHead, in: $0) }
      }
      try await database.write { try UndoUnitWork(done.id, on: id).perform(by: head, in: $0) }
      #expect(try await database.unitWork(of: id)?.item.isOpen == true)
      #expect(try await database.request(of: id)?.isOpen == true)
      let late = try #require(try await database.assign(id, to: officer, by: head))
      clock.advance(by: .seconds(14))
      await #expect(throws: Refusal.self) {
        try await database.write { try UndoUnitWork(late.id, on: id).perform(by: head, in: $0) }
      }
      let opened = try await database.sendUnits()
      let sent = try #require(try await database.assign(opened, to: officer, by: head))
      try await database.open(opened, by: officer)
      await #expect(throws: Refusal.self) {
        try await database.write { try UndoUnitWork(sent.id, on: opened).perform(by: head, in: $0) }
      }
    }
  }

  @Test("an issue that a unit has opened is not undone; undone, nothing was given") func undoesIssue() async throws {
    try await withDesk { database in
      let id = try await database.sendUnits()
      _ = try await database.write { try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await database.inboxes([(head, .mine), (Cast.unitHead, .inform)]) == [0, 0])
      #expect(try await database.events(head).isEmpty)
      #expect(try await !database.sees(id, head))
      try await database.issue(id)
      #expect(try await database.inboxes([(head, .mine)]) == [1], "given anew")
      try await database.accept(id, by: head)
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      }
    }
  }

  @Test("a unit answers by a document of the book: both pages lead to each other") func answersByDocument()
    async throws
  {
    try await withDesk { database in
      let id = try await database.sendUnits(asked: true)
      let reply = try await database.numberReady { $0.facts.unit = head.unit }
      try await database.issue(reply)
      let code = try await database.find(reply).codeText
      try await database.complete(id, "đã báo cáo", reply: code, by: head)
      #expect(try await database.request(of: id)?.answer?.record == .outgoingDocument(reply))
      let (paths, related) = try await database.read { transaction in
        let requests = try ReplyRequestStore(transaction).ofLater(id.number).get()
        let document = try OutgoingDocumentStore(transaction).find(reply, visibleTo: Cast.registryClerk)
        return (
          try ReplyRequest.answerPaths(requests, visibleTo: Cast.registryClerk, in: transaction),
          try AnsweredRecords.related(to: document, visibleTo: Cast.registryClerk, in: transaction)
        )
      }
      #expect(paths.values.contains(OutgoingDocumentPaths.show(reply)))
      #expect(related.map(\.path).contains(OutgoingDocumentPaths.show(id)))
    }
  }

  @Test("a day to answer by that is named after the issue is the deadline of what units hold") func laterDay()
    async throws
  {
    try await withDesk { database in
      let id = try await database.sendUnits()
      let day = try await database.find(id).facts.issuedDate + 9
      _ = try await database.write { try SetReplyDueDate(id, dueOn: day).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await database.unitWork(of: id)?.item.dueAt == Instant(day + 1))
      #expect(try await database.unitWork(of: id, ExampleBody.mineralsUnit)?.item.dueAt == nil)
    }
  }

  @Test("an officer's work goes to another of the unit with everything they held, and to nobody outside it")
  func handsOver() async throws {
    try await withDesk { database in
      let id = try await database.sendUnits()
      try await database.assign(id, to: officer, by: head)
      let item = try #require(try await database.unitWork(of: id)?.officer)
      func handOver(to post: PostID) async throws {
        try await database.write {
          try HeldOutgoing().handOver(item, to: post, reason: "chuyển công tác", by: officer, in: $0)
        }
      }
      await #expect(throws: Refusal.self) { try await handOver(to: Cast.officerInCharge.post) }
      try await handOver(to: head.post)
      #expect(try await database.unitWork(of: id)?.officer?.holder == .post(head.post))
      #expect(try await !database.sees(id, officer))
    }
  }
}
