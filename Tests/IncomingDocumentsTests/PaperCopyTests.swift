import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

private let unit = Principal.unit(ExampleBody.mineralsUnit)

@Suite("DEN-12 DEN-13 bản giấy") struct PaperCopyTests {
  private func copy(_ id: IncomingDocument.ID, _ database: any Database) async throws -> PaperCopy? {
    try await database.read { try PaperCopyStore($0).findLater(id).get() }
  }

  private func given(_ database: any Database) async throws -> IncomingDocument.ID {
    let id = try await database.register().id
    try await database.write {
      _ = try GiveDirective(id, text: "Xem xét", places: [.init(minerals, .lead)]).perform(by: Cast.leader, in: $0)
    }
    return id
  }

  @Test("it stays with the giver until the receiver confirms; lists and the register line then name the receiver")
  func confirmed() async throws {
    try await withRegistry { database in
      let id = try await given(database)
      try await database.write { try PassPaper(id, to: unit).perform(by: Cast.registryClerk, in: $0) }
      let passing = try #require(try await copy(id, database))
      #expect(passing.holder == .agencyRole(Cast.leader.agency, .registryClerk) && passing.passing?.receiver == unit)
      #expect(try await database.read { try PaperCopyStore($0).coming(to: Cast.unitClerk).count } == 1)
      #expect(try await database.read { try PaperCopyStore($0).coming(to: Cast.officerInCharge).count } == 0)
      try await database.write {
        try AnswerPaper(id, .received, passing: passing.passing?.id ?? 0).perform(by: Cast.unitClerk, in: $0)
      }
      #expect(try await copy(id, database)?.holder == unit)
      #expect(try await database.find(id).facts.paperHolder == "Vụ Khoáng sản")
      #expect(try await database.read { try PaperCopyStore($0).held(by: Cast.unitHead).map(\.document) } == [id])
      #expect(try await database.read { try PaperCopyStore($0).held(by: Cast.registryClerk).count } == 0)
      let again = try await database.refusal {
        try AnswerPaper(id, .received, passing: passing.passing?.id ?? 0).perform(by: Cast.unitHead, in: $0)
      }
      #expect(again?.kind == .conflict, "the second of the desk is told")
    }
  }

  @Test("refused with a reason, or taken back, it stays where it was, and every passing-on is kept")
  func refusedAndTakenBack() async throws {
    try await withRegistry { database in
      let id = try await given(database)
      func passing() async throws -> Int64 {
        try await database.write { try PassPaper(id, to: unit).perform(by: Cast.registryClerk, in: $0) }
        return try await copy(id, database)?.passing?.id ?? 0
      }
      let first = try await passing()
      let second = try await database.refusal { try PassPaper(id, to: unit).perform(by: Cast.secondClerk, in: $0) }
      #expect(second?.kind == .conflict, "one passing-on at a time")
      let silent = try await database.refusal {
        try AnswerPaper(id, .refused, passing: first).perform(by: Cast.unitHead, in: $0)
      }
      #expect(silent?.message.contains("Hãy ghi lý do") == true)
      try await database.write {
        try AnswerPaper(id, .refused, passing: first, reason: "Thiếu phụ lục").perform(by: Cast.unitHead, in: $0)
      }
      let next = try await passing()
      let stranger = try await database.refusal {
        try AnswerPaper(id, .takenBack, passing: next).perform(by: Cast.unitHead, in: $0)
      }
      #expect(stranger?.kind == .forbidden)
      try await database.write {
        try AnswerPaper(id, .takenBack, passing: next).perform(by: Cast.secondClerk, in: $0)
      }
      let moves = try await database.read { try PaperCopyStore($0).movesLater(of: id).get() }
      #expect(moves.map(\.answer) == [.takenBack, .refused])
      #expect(moves[1].reason == "Thiếu phụ lục")
      #expect(try await copy(id, database)?.holder == .agencyRole(Cast.leader.agency, .registryClerk))
    }
  }

  @Test("only who holds it passes it on, and only to who works on the document") func whom() async throws {
    try await withRegistry { database in
      let id = try await given(database)
      let notHolder = try await database.refusal { try PassPaper(id, to: unit).perform(by: Cast.unitHead, in: $0) }
      #expect(notHolder?.kind == .forbidden)
      let outside = try await database.refusal {
        try PassPaper(id, to: .post(Cast.officerOfAnotherUnit.post)).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(outside?.message.contains("đang được giao") == true)
      let unseen = try await database.refusal {
        try PassPaper(id, to: unit).perform(by: Cast.officerOfAnotherUnit, in: $0)
      }
      #expect(unseen?.kind == .notFound)
    }
  }
}
