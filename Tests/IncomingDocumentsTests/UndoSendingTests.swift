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
    case present, direct, directToRead, assign, complete
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
      #expect(
        try await database.read { try HandlingStore($0).directives(of: id).count }
          == (sent == .present ? 0 : sent == .direct || sent == .directToRead ? 0 : 1))
      for person in [Cast.officerInCharge, Cast.unitClerk] {
        let holds = before.contains { standing in person.principals.contains { standing.hasPrefix($0.token + " ") } }
        #expect(try await database.read { try Access.maySee(.incomingDocument(id), actor: person, in: $0) } == holds)
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
    case .present: return (Cast.registryClerk, try await standings(of: id))
    case .direct, .directToRead:
      _ = try await send(.present, on: id, by: Cast.registryClerk)
      return (Cast.leader, try await standings(of: id))
    case .assign, .complete:
      _ = try await send(.direct, on: id, by: Cast.leader)
      return (Cast.unitHead, try await standings(of: id))
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
      case .assign, .complete:
        let items = try WorkStore(transaction).items(of: .incomingDocument(id))
        let item = try #require(items.last { $0.holder == .unit(ExampleBody.mineralsUnit) && $0.isOpen })
        if sent == .complete {
          try CompleteWork(item.id, on: id, result: "Đã trả lời").perform(by: actor, in: transaction)
        } else {
          _ = try AssignWork(
            item.id, on: id, instruction: "", places: [.init(.post(Cast.officerInCharge.post), .lead)]
          ).perform(by: actor, in: transaction)
        }
      }
      return try #require(try SendingStore(transaction).last(by: actor.post))
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
