import Database
import Kernel
import Markup
import Notifications
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

@Suite("DEN-11 DEN-12 ai giao người ấy thu hồi") struct RecallTests {
  /// Presented by the clerk, directed by the leader: to the minerals unit, the legal unit helping.
  private func directed(_ database: any Database, keyed: Bool = false) async throws -> IncomingDocument.ID {
    let id = try await database.register().id
    try await database.write { transaction in
      _ = try PresentIncomingDocument(id, to: [Cast.leader.post]).perform(by: Cast.registryClerk, in: transaction)
      _ = try GiveDirective(
        id, text: "Giao Vụ KS", places: [.init(minerals, .lead), .init(legal, .coordinate)],
        keyedFor: keyed ? Cast.leader.post : nil
      ).perform(by: keyed ? Cast.registryClerk : Cast.leader, in: transaction)
    }
    return id
  }

  @Test(
    "who presented a document does not take back what the leader directed, nor what lies above it",
    arguments: [
      false, true,
    ])
  func notThePresenter(isKeyed: Bool) async throws {
    try await withRegistry { database in
      let id = try await directed(database, keyed: isKeyed)
      let decided = try await database.item(of: id, held: .post(Cast.leader.post))
      let refused = try await database.refusal {
        _ = try RecallWork(decided.id, on: id, reason: "Trình nhầm").perform(by: Cast.registryClerk, in: $0)
      }
      #expect(refused?.kind == .conflict)
      #expect(refused?.message.contains("Trần Văn Quang, Tổng cục trưởng đã cho ý kiến chỉ đạo") == true)
      let unit = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      let order = try await database.refusal {
        _ = try RecallWork(unit.id, on: id, reason: "Giao nhầm").perform(by: Cast.registryClerk, in: $0)
      }
      #expect(order?.kind == .forbidden)
      // The page says the same where the clerk would press.
      let shown = try await held(id, by: Cast.registryClerk, database)
      #expect(shown.acts(onGiven: decided).first { $0.label == "Thu hồi" }?.obstacles == [refused?.message ?? ""])
      #expect(!shown.acts(onGiven: unit).contains { $0.label == "Thu hồi" })
    }
  }

  @Test("the head of office does not take a directive back by taking back their own proposal") func notTheProposer()
    async throws
  {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write { transaction in
        _ = try PresentIncomingDocument(id, to: [Cast.headOfOffice.post]).perform(
          by: Cast.registryClerk, in: transaction)
        _ = try PresentIncomingDocument(id, to: [Cast.leader.post]).perform(by: Cast.headOfOffice, in: transaction)
        _ = try GiveDirective(id, text: "Giao Vụ KS", places: [.init(minerals, .lead)]).perform(
          by: Cast.leader, in: transaction)
      }
      let proposed = try await database.item(of: id, held: .post(Cast.headOfOffice.post))
      let decided = try await database.item(of: id, held: .post(Cast.leader.post))
      for (item, actor) in [(proposed, Cast.registryClerk), (decided, Cast.headOfOffice)] {
        let refused = try await database.refusal {
          _ = try RecallWork(item.id, on: id, reason: "Trình nhầm").perform(by: actor, in: $0)
        }
        #expect(refused?.kind == .conflict, "\(item.holderName)")
      }
    }
  }

  @Test("its author takes a directive back: its orders end, it is marked, and what was presented waits for them again")
  func byTheAuthor() async throws {
    try await withRegistry { database in
      let id = try await directed(database)
      let decided = try await database.item(of: id, held: .post(Cast.leader.post))
      let before = try await held(id, by: Cast.leader, database)
      #expect(before.acts(onGiven: decided).first { $0.label == "Thu hồi" }?.obstacles == [])
      #expect(before.directives.map { $0.recalledText(among: before.items) } == [nil])
      try await database.write {
        _ = try RecallWork(decided.id, on: id, reason: "Chưa đúng lĩnh vực").perform(by: Cast.leader, in: $0)
      }
      let after = try await held(id, by: Cast.leader, database)
      #expect(after.directives[0].recalledText(among: after.items)?.hasSuffix(": Chưa đúng lĩnh vực") == true)
      #expect(after.items.first { $0.id == decided.id }?.state == .inProgress)
      #expect(try await database.find(id).progress == .presented)
      #expect(try await database.inbox(.mine, of: Cast.leader) == [.directIncoming])
    }
  }

  @Test("a directive stands while one of its orders is under way or done, and when its lead is another now")
  func standsInPart() async throws {
    try await withRegistry { database in
      let id = try await directed(database)
      let unit = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      try await database.write {
        _ = try ReplaceLead(
          unit.id, on: id, by: .unit(ExampleBody.planningUnit), reason: "Đúng chức năng"
        ).perform(by: Cast.leader, in: $0)
      }
      let moved = try await held(id, by: Cast.leader, database)
      #expect(moved.directives[0].recalledText(among: moved.items) == nil)
      for unit in [ExampleBody.planningUnit, ExampleBody.legalUnit] {
        let shown = try await held(id, by: Cast.leader, database)
        #expect(shown.directives[0].recalledText(among: shown.items) == nil)
        let order = try await database.item(of: id, held: .unit(unit))
        try await database.write {
          _ = try RecallWork(order.id, on: id, reason: "Giao nhầm").perform(by: Cast.leader, in: $0)
        }
      }
      let ended = try await held(id, by: Cast.leader, database)
      #expect(ended.directives[0].recalledText(among: ended.items) != nil)
    }
  }

  @Test("what a clerk keys in is given in the leader's name: it comes back to the leader, who alone changes it")
  func keyed() async throws {
    try await withRegistry { database in
      for isPresented in [true, false] {
        let id: IncomingDocument.ID
        if isPresented {
          id = try await directed(database, keyed: true)
        } else {
          id = try await database.register(.example(number: "153")).id
          try await database.write {
            _ = try GiveDirective(
              id, text: "Giao Vụ KS", places: [.init(minerals, .lead)], keyedFor: Cast.leader.post
            ).perform(by: Cast.registryClerk, in: $0)
          }
        }
        let unit = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
        #expect(unit.givenBy == Cast.leader.post && unit.giverName == Cast.leader.personName)
        let told = try await database.read {
          try NotificationStore($0).list(of: Cast.leader, page: .newest, limit: 9).map(\.event)
        }
        #expect(told.contains(.directiveKeyed))
        let byClerk = try await database.refusal {
          try SetDeadline(unit.id, on: id, due: TestClock().now.day + 9, reason: "Việc lớn").perform(
            by: Cast.registryClerk, in: $0)
        }
        #expect(byClerk?.kind == .forbidden)
        try await database.write { transaction in
          try SetDeadline(unit.id, on: id, due: TestClock().now.day + 9, reason: "Việc lớn").perform(
            by: Cast.leader, in: transaction)
          try ReturnWork(unit.id, on: id, reason: "Không thuộc vụ").perform(by: Cast.unitHead, in: transaction)
        }
        let events = try await database.read {
          try NotificationStore($0).list(of: Cast.leader, page: .newest, limit: 9).map(\.event)
        }
        #expect(events.first == .workReturned)
        let clerk = try await database.read {
          try NotificationStore($0).list(of: Cast.registryClerk, page: .newest, limit: 9).map(\.event)
        }
        #expect(!clerk.contains(.workReturned))
      }
    }
  }

  private func held(
    _ id: IncomingDocument.ID, by actor: Kernel.Actor, _ database: any Database
  ) async throws -> HeldWork {
    let document = try await database.find(id, as: actor)
    return try await database.read {
      try HeldWork.read(document, WorkStore($0).items(of: .incomingDocument(id)), by: actor, in: $0)
    }
  }
}
