import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

@Suite("Bút phê của nhiều lãnh đạo") struct DirectivesTests {
  @Test("what the head of office passed to a leader ends with the leader's directive") func proposalsEnd() async throws
  {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write { transaction in
        try PresentIncomingDocument(id, to: [Cast.headOfOffice.post]).perform(by: Cast.registryClerk, in: transaction)
        try PresentIncomingDocument(id, to: [Cast.leader.post], proposal: "Giao Vụ KS").perform(
          by: Cast.headOfOffice, in: transaction)
      }
      #expect(try await database.inbox(.passedOn, of: Cast.headOfOffice) == [.proposeIncoming])
      try await database.write {
        try GiveDirective(id, text: "Lưu", places: []).perform(by: Cast.leader, in: $0)
      }
      #expect(try await database.inbox(.ended, of: Cast.headOfOffice) == [.proposeIncoming])
      #expect(try await database.find(id).progress == .completed)
    }
  }

  @Test("DEN-11 two leaders do not name two leads") func oneLead() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write { try directive(id).perform(by: Cast.leader, in: $0) }
      let second = try await database.refusal {
        try GiveDirective(id, text: "Giao Vụ PC", places: [.init(legal, .lead)]).perform(by: Cast.deputyLeader, in: $0)
      }
      #expect(second?.message.contains("Trần Văn Quang đã giao Vụ Khoáng sản chủ trì") == true)
      try await database.write {
        try GiveDirective(id, text: "Gửi VP biết", places: [.init(.post(Cast.headOfOffice.post), .inform)]).perform(
          by: Cast.deputyLeader, in: $0)
      }
    }
  }

  @Test("work that was done is opened again by whoever gave it, and what stands above waits once more") func reopened()
    async throws
  {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write {
        try GiveDirective(id, text: "Giao Vụ KS", places: [.init(minerals, .lead)]).perform(by: Cast.leader, in: $0)
      }
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      let early = try await database.refusal {
        try ReopenWork(item.id, on: id, reason: "Thiếu số liệu").perform(by: Cast.leader, in: $0)
      }
      #expect(early?.kind == .conflict)
      try await database.write { try CompleteWork(item.id, on: id, result: "Xong").perform(by: Cast.unitHead, in: $0) }
      #expect(try await database.find(id).progress == .completed)
      let other = try await database.refusal {
        try ReopenWork(item.id, on: id, reason: "Thiếu số liệu").perform(by: Cast.deputyLeader, in: $0)
      }
      #expect(other?.kind == .forbidden)
      try await database.write {
        try ReopenWork(item.id, on: id, reason: "Thiếu số liệu").perform(by: Cast.leader, in: $0)
      }
      #expect(try await database.find(id).progress == .inProgress)
      #expect(try await database.inbox(.mine, of: Cast.unitHead) == [.handleIncoming])
      #expect(try await database.inbox(.passedOn, of: Cast.leader) == [.directIncoming])
    }
  }
}
