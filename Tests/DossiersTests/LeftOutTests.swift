import Access
import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

/// What answers what, as a test says it.
private struct Answers: RelatedMatters {
  var pairs: [RecordReference: [RecordReference]]

  func records(
    relatedTo record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordReference] { pairs[record] ?? [] }
}

@Suite("HS-05 trước khi kết thúc hồ sơ") struct LeftOutTests {
  @Test("what answers a document of the dossier and lies not in it is named before the end, until it does")
  func namesWhatIsLeftOut() async throws {
    try await withFiling { database in
      let (letter, reply) = (try await database.letter("10"), try await database.letter("20"))
      _ = try await database.letter("30")
      let dossier = try await database.open(.example(day: TestClock().now.day - 30), records: [letter])
      var related = flows
      related.matters = Answers(pairs: [letter: [reply]])
      let flows = related
      func left() async throws -> [RecordReference] {
        try await database.read {
          let found = try FoundDossier.find(dossier.id, by: Cast.officerInCharge, in: $0)
          return try DossierClosingScreen.read(found, flows, by: Cast.officerInCharge, in: $0).left.map(\.reference)
        }
      }
      #expect(try await left() == [reply])
      try await database.file(reply, in: dossier.id)
      #expect(try await left() == [])
    }
  }

  @Test("a dossier begun after its letter was written is proposed to end on the day it began, not before")
  func endsNotBeforeItBegan()
    async throws
  {
    try await withFiling { database in
      let today = TestClock().now.day
      let dossier = try await database.open(.example(day: today), records: [try await database.letter(daysAgo: 9)])
      let screen = try await database.read {
        let found = try FoundDossier.find(dossier.id, by: Cast.officerInCharge, in: $0)
        return try DossierClosingScreen.read(found, flows, by: Cast.officerInCharge, in: $0)
      }
      #expect(screen.closing.endedOn == today)
    }
  }
}
