import Access
import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

@Suite("DEN-10 DEN-13 hoàn tác trong mười giây") struct UndoSendingTests {
  /// The acts that can be undone, each on a document where it can be done.
  enum Sent: String, CaseIterable, Sendable {
    case present, byRule, direct, directToRead, keyed, assign, complete, askOpinion, giveOpinion, handOver, replaceLead
    case giveBack

    /// Directives that stand once it was undone.
    var directivesLeft: Int { [.present, .byRule, .direct, .directToRead, .keyed].contains(self) ? 0 : 1 }
  }

  @Test("what was sent a moment ago is taken back as if it had not been given", arguments: Sent.allCases)
  func undone(sent: Sent) async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let (actor, before) = try await database.prepared(sent, on: id)
      let sending = try await database.send(sent, on: id, by: actor)
      #expect(try await database.standings(of: id) != before)
      try await database.write { _ = try UndoSending(sending.id, on: id).perform(by: actor, in: $0) }
      #expect(try await database.standings(of: id) == before)
      #expect(try await database.read { try HandlingStore($0).directives(of: id).count } == sent.directivesLeft)
      for person in [Cast.officerInCharge, Cast.unitClerk, Cast.headOfTwo, Cast.deputyLeader] {
        let holds = before.contains { standing in person.principals.contains { standing.hasPrefix($0.token + " ") } }
        #expect(
          try await database.read { try Access.maySee(.incomingDocument(id), actor: person, in: $0) } == holds
            || person.isLeader)
      }
      let again = try await database.refusal { _ = try UndoSending(sending.id, on: id).perform(by: actor, in: $0) }
      #expect(again?.message.contains("đã được hoàn tác lúc") == true)
      // It can be given anew.
      _ = try await database.send(sent, on: id, by: actor)
    }
  }

  @Test("refused once a recipient has opened it: who and when is said") func opened() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let sending = try await database.send(.direct, on: id, by: Cast.leader)
      try await database.write { try OpenHeldWork(document: id).perform(by: Cast.unitHead, in: $0) }
      let refused = try await database.refusal {
        _ = try UndoSending(sending.id, on: id).perform(by: Cast.leader, in: $0)
      }
      let words = refused?.message ?? "accepted"
      #expect(words.contains("\(Cast.unitHead.personName) đã mở lúc") && words.contains("«Thu hồi»"), "\(words)")
    }
  }

  @Test("who handed work over and sees it no longer still takes that back, until the successor has opened it")
  func handedOver() async throws {
    try await withRegistry { database in
      let work = try await given(database)
      let successor = Cast.unitClerk
      func handOver() async throws -> Sending {
        try await database.write { transaction in
          try HandOverWork(work.officer.id, on: work.id, to: successor.post, reason: "Đi công tác").perform(
            by: Cast.officerInCharge, in: transaction)
          return try #require(try SendingStore(transaction).last(by: Cast.officerInCharge.post))
        }
      }
      let first = try await handOver()
      let unseen = try await database.refusal {
        _ = try IncomingDocumentStore($0).find(work.id, visibleTo: Cast.officerInCharge)
      }
      #expect(unseen?.kind == .notFound)
      try await database.write { _ = try UndoSending(first.id, on: work.id).perform(by: Cast.officerInCharge, in: $0) }
      let back = try await database.item(of: work.id, held: .post(Cast.officerInCharge.post))
      #expect(back.holderName == work.officer.holderName && back.state == .offered)
      let second = try await handOver()
      try await database.write { try OpenHeldWork(document: work.id).perform(by: successor, in: $0) }
      let refused = try await database.refusal {
        _ = try UndoSending(second.id, on: work.id).perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(
        refused?.message.contains("\(successor.personName) đã mở lúc") == true, "\(refused?.message ?? "accepted")")
    }
  }

  @Test("more time that was asked for waits again when the lead who asked is put back") func extensionsWait()
    async throws
  {
    try await withRegistry { database in
      let work = try await given(database)
      try await database.write { transaction in
        try AskExtension(work.unit.id, on: work.id, due: TestClock().now.day + 20, reason: "Chờ số liệu").perform(
          by: Cast.unitHead, in: transaction)
        try ReplaceLead(work.unit.id, on: work.id, by: legal, reason: "Đúng chức năng").perform(
          by: Cast.leader, in: transaction)
        let sending = try #require(try SendingStore(transaction).last(by: Cast.leader.post))
        _ = try UndoSending(sending.id, on: work.id).perform(by: Cast.leader, in: transaction)
        let asked = try DeadlineStore(transaction).extensions(of: .incomingDocument(work.id))
        #expect(asked.map(\.isGranted) == [nil])
      }
    }
  }

  @Test("refused once somebody has acted on it without opening it") func touched() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let sending = try await database.send(.direct, on: id, by: Cast.leader)
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      try await database.write { try AcceptWork(item.id, on: id).perform(by: Cast.unitHead, in: $0) }
      let refused = try await database.refusal {
        _ = try UndoSending(sending.id, on: id).perform(by: Cast.leader, in: $0)
      }
      #expect(refused?.message.contains("«Đang xử lý»") == true, "\(refused?.message ?? "accepted")")
    }
  }

  @Test("refused to everybody else, and after its seconds by the server's own clock", arguments: [0, 10, 13, 14])
  func time(seconds: Int) async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let id = try await database.register().id
      let sending = try await database.send(.direct, on: id, by: Cast.leader)
      for other in [Cast.deputyLeader, Cast.registryClerk] {
        let refused = try await database.refusal { _ = try UndoSending(sending.id, on: id).perform(by: other, in: $0) }
        #expect(refused?.kind == .forbidden)
      }
      clock.advance(by: .seconds(seconds))
      let late = try await database.refusal { _ = try UndoSending(sending.id, on: id).perform(by: Cast.leader, in: $0) }
      #expect((late == nil) == (seconds <= 13), "the grace is for the line's travel")
      if let late { #expect(late.message.contains("quá 10 giây")) }
    }
  }

  @Test("what was sent is forgotten after a day") func forgotten() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let id = try await database.register().id
      _ = try await database.send(.present, on: id, by: Cast.registryClerk)
      clock.advance(by: .seconds(90_000))
      let other = try await database.register(.example(number: "153")).id
      _ = try await database.send(.present, on: other, by: Cast.registryClerk)
      #expect(try await database.count("handling_sendings") == 1)
    }
  }
}

extension Database {
  /// Brings the document to where this act can be done; gives who does it, and how its work stands then.
  fileprivate func prepared(
    _ sent: UndoSendingTests.Sent, on id: IncomingDocument.ID
  ) async throws -> (Actor, [String]) {
    switch sent {
    case .present, .byRule, .keyed: return (Cast.registryClerk, try await standings(of: id))
    case .direct, .directToRead:
      _ = try await send(.present, on: id, by: Cast.registryClerk)
      return (Cast.leader, try await standings(of: id))
    case .assign, .complete, .askOpinion, .giveBack:
      _ = try await send(.direct, on: id, by: Cast.leader)
      return (Cast.unitHead, try await standings(of: id))
    case .replaceLead:
      _ = try await send(.direct, on: id, by: Cast.leader)
      return (Cast.leader, try await standings(of: id))
    case .giveOpinion:
      _ = try await send(.direct, on: id, by: Cast.leader)
      _ = try await send(.askOpinion, on: id, by: Cast.unitHead)
      return (Cast.headOfTwo, try await standings(of: id))
    case .handOver:
      _ = try await send(.direct, on: id, by: Cast.leader)
      _ = try await send(.assign, on: id, by: Cast.unitHead)
      return (Cast.officerInCharge, try await standings(of: id))
    }
  }

  fileprivate func send(
    _ sent: UndoSendingTests.Sent, on id: IncomingDocument.ID, by actor: Actor
  ) async throws -> Sending {
    try await write { transaction in
      switch sent {
      case .present:
        _ = try PresentIncomingDocument(id, to: [Cast.leader.post]).perform(by: actor, in: transaction)
      case .direct:
        _ = try GiveDirective(id, text: "Giao Vụ KS", places: [.init(minerals, .lead)]).perform(
          by: actor, in: transaction)
      case .directToRead:
        _ = try GiveDirective(id, text: "Chuyển để biết", places: [.init(legal, .inform)]).perform(
          by: actor, in: transaction)
      case .keyed:
        _ = try GiveDirective(
          id, text: "Giao Vụ KS", places: [.init(minerals, .lead)], keyedFor: Cast.leader.post
        ).perform(by: actor, in: transaction)
      case .byRule:
        var terms = PresentingRule.Terms()
        (terms.name, terms.subjectWords, terms.basis) = ("Đá vôi", "đá vôi", "Quy chế làm việc, điều 12")
        terms.holder = minerals
        let laid = try PresentingRuleStore(transaction).list(of: actor.agency).first
        let rule = try laid ?? LayRule(terms: terms).perform(by: Cast.leader, in: transaction)
        _ = try SendByRule(id, by: rule.id, ruleVersion: rule.version).perform(by: actor, in: transaction)
      default: try move(sent, on: id, by: actor, in: transaction)
      }
      return try #require(try SendingStore(transaction).last(by: actor.post))
    }
  }

  /// Acts on work that was given.
  private func move(
    _ sent: UndoSendingTests.Sent, on id: IncomingDocument.ID, by actor: Kernel.Actor, in transaction: any Transaction
  ) throws {
    let items = try WorkStore(transaction).items(of: .incomingDocument(id))
    func held(_ holder: Principal) throws -> WorkItem.ID {
      let last = items.last { $0.holder == holder && $0.isOpen }
      return try #require(last).id
    }
    let unit = try held(.unit(ExampleBody.mineralsUnit))
    switch sent {
    case .complete: try CompleteWork(unit, on: id, result: "Đã trả lời").perform(by: actor, in: transaction)
    case .giveBack: try ReturnWork(unit, on: id, reason: "Không thuộc thẩm quyền").perform(by: actor, in: transaction)
    case .askOpinion:
      try AskOpinion(unit, on: id, question: "Có vướng gì không?", holders: [legal], due: nil)
        .perform(by: actor, in: transaction)
    case .giveOpinion:
      try GiveOpinion(try held(.unit(ExampleBody.legalUnit)), on: id, stance: .agree, text: "")
        .perform(by: actor, in: transaction)
    case .replaceLead:
      try ReplaceLead(unit, on: id, by: legal, reason: "Đúng chức năng").perform(by: actor, in: transaction)
    case .handOver:
      try HandOverWork(
        try held(.post(Cast.officerInCharge.post)), on: id, to: Cast.unitClerk.post, reason: "Đi công tác"
      ).perform(by: actor, in: transaction)
    default:
      _ = try AssignWork(unit, on: id, instruction: "", places: [.init(.post(Cast.officerInCharge.post), .lead)])
        .perform(by: actor, in: transaction)
    }
  }

  /// Holder, state and outcome of all work that was not taken back, with the document's summary.
  fileprivate func standings(of id: IncomingDocument.ID) async throws -> [String] {
    let progress = try await find(id).progress
    let items = try await read { try WorkStore($0).items(of: .incomingDocument(id)) }
    return items.filter { $0.state != .recalled }.map {
      "\($0.holder.token) \($0.state) \($0.outcome) \($0.endedAt?.text ?? "") \($0.acceptedAt?.text ?? "")"
    } + [progress.rawValue]
  }
}
