import Access
import Database
import Documents
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers
@testable import IncomingDocuments

@Suite("HS-05 kết thúc hồ sơ") struct CloseDossierTests {
  private func close(
    _ database: any Database, _ dossier: Dossier, isReviewed: Bool = false, endedOn: Day? = nil,
    by actor: Actor = Cast.officerInCharge
  ) async throws -> Dossier {
    try await database.write {
      try CloseDossier(
        dossier.id, retention: .permanent, endedOn: endedOn, isReviewed: isReviewed, formVersion: dossier.version
      ).perform(by: actor, flows: flows, in: $0)
    }
  }

  @Test func isRefusedWhileEmptyOrWhileWorkIsOpen() async throws {
    try await withFiling { database in
      let empty = try await database.open()
      let refusal = await #expect(throws: Refusal.self) { try await close(database, empty) }
      #expect(refusal?.message == "Hồ sơ chưa có văn bản, tài liệu nào.")
      let letter = try await database.letter()
      try await database.write {
        _ = try PresentIncomingDocument(.init(letter.number), to: [Cast.leader.post])
          .perform(by: Cast.registryClerk, in: $0)
      }
      let dossier = try await database.open(.example("Khác"), records: [letter])
      let open = await #expect(throws: Refusal.self) { try await close(database, dossier) }
      #expect(open?.kind == .conflict)
      #expect(open?.message.contains("chưa giải quyết xong") == true)
    }
  }

  @Test func endsOnTheDayOfItsLastDocument() async throws {
    try await withFiling { database in
      let dossier = try await database.open(
        .example(day: TestClock().now.day - 30), records: [try await database.letter("1", daysAgo: 3)])
      let closed = try await close(database, dossier)
      #expect(closed.state == .closed)
      #expect(closed.endedOn == TestClock().now.day - 3)
      #expect(closed.facts.retention == .permanent)
      let stored = try await database.dossier(dossier.id)
      #expect(stored.endedOn == closed.endedOn)
      #expect(stored.closedBy == Cast.officerInCharge.nameOnRecord)
    }
  }

  @Test func asksAboutWhatIsThereTwice() async throws {
    try await withFiling { database in
      let dossier = try await database.open()
      for _ in 0..<2 {
        try await database.write {
          _ = try AddDossierFiles(dossier.id, [.init(.example())], title: "Ảnh", datedOn: nil, isVouchedOpen: true)
            .perform(by: Cast.officerInCharge, in: $0)
        }
      }
      let refusal = await #expect(throws: Refusal.self) { try await close(database, dossier) }
      #expect(refusal?.messages(at: DossierField.reviewed).isEmpty == false)
      #expect(try await close(database, dossier, isReviewed: true).state == .closed)
    }
  }

  /// Its sender may have no other: whoever closes has looked, and keeps it knowingly.
  @Test func asksAboutAFileThatNobodyCanOpen() async throws {
    try await withFiling { database in
      let letter = try await database.letter()
      try await database.write { transaction in
        var reading = PaperReading()
        reading.trouble = "Tệp hỏng, không đọc được trang nào"
        let files = IncomingFileStore(transaction)
        let document = try IncomingDocumentStore(transaction).find(.init(letter.number), visibleTo: Cast.registryClerk)
        try files.add([.example()], to: document)
        let file = try #require(try files.list(of: IncomingDocument.ID(letter.number)).first)
        try files.saveReading(reading, of: file.id)
      }
      let dossier = try await database.open(.example(day: TestClock().now.day - 30), records: [letter])
      let refusal = await #expect(throws: Refusal.self) { try await close(database, dossier) }
      #expect(refusal?.messages(at: DossierField.reviewed).isEmpty == false)
      let screen = try await database.read {
        try DossierClosingScreen.read(
          FoundDossier.find(dossier.id, by: Cast.officerInCharge, in: $0), flows, by: Cast.officerInCharge, in: $0)
      }
      #expect(screen.closing.reviews.map(\.why) == ["tệp «anh-a.pdf» không mở được"])
      #expect(try await close(database, dossier, isReviewed: true).state == .closed)
    }
  }

  /// Of most documents nothing is read; what is said is what reading all of them would say, whoever asks.
  @Test func saysWhatLookingAtEverythingWouldSay() async throws {
    try await withFiling { database in
      let letters = [
        try await database.letter("1"), try await database.letter("2"), try await database.letter("3"),
        try await database.letter("4"), try await database.letter("5"),
        try await database.letter("5", because: "gửi lại"),
        try await database.letter("5", daysAgo: 9, because: "số cũ"),
      ]
      let dossier = try await database.open(.example(day: TestClock().now.day - 30), records: letters)
      try await database.write { transaction in
        _ = try AddDossierFiles(dossier.id, [.init(.example())], title: "Ảnh", datedOn: nil, isVouchedOpen: true)
          .perform(by: Cast.officerInCharge, in: transaction)
        _ = try PresentIncomingDocument(.init(letters[1].number), to: [Cast.leader.post])
          .perform(by: Cast.registryClerk, in: transaction)
        _ = try WithholdMatter<WithheldIncoming>(.init(letters[2].number))
          .perform(by: Cast.registryClerk, in: transaction)
        try transaction.run("DELETE FROM access_grants WHERE record_number = \(letters[3].number)")
      }
      for actor in [Cast.officerInCharge, Cast.unitHead, Cast.leader] {
        let (narrow, whole) = try await database.read { transaction in
          let found = try FoundDossier.find(dossier.id, by: actor, in: transaction)
          let lines = try DossierContents(flows.directory, transaction).all(of: found.dossier, visibleTo: actor)
          return (
            try DossierClosing.read(found, flows, by: actor, in: transaction),
            DossierClosing(found.dossier, lines, lastDay: lines.last?.item.datedOn)
          )
        }
        #expect(narrow.obstacles == whole.obstacles, "\(actor.postTitle)")
        #expect(narrow.reviews == whole.reviews, "\(actor.postTitle)")
        #expect(narrow.endedOn == whole.endedOn, "\(actor.postTitle)")
        #expect(narrow.obstacles.count == 3 && narrow.reviews.count == 1, "\(actor.postTitle)")
        #expect(narrow.lines.count < whole.lines.count, "\(actor.postTitle)")
      }
    }
  }

  @Test func opensAgainWithAReason() async throws {
    try await withFiling { database in
      let dossier = try await database.open(
        .example(day: TestClock().now.day - 30), records: [try await database.letter()])
      let closed = try await close(database, dossier)
      let stored = try await database.dossier(closed.id)
      let reopen = ReopenDossier(closed.id, reason: "còn văn bản", formVersion: stored.version)
      #expect(try await database.write { try reopen.perform(by: Cast.unitHead, in: $0) }.state == .open)
      let now = try await database.dossier(closed.id)
      #expect(now.endedOn == nil)
      #expect(now.closedAt == nil)
    }
  }

  @Test func isRefusedWhenSomebodySavedMeanwhile() async throws {
    try await withFiling { database in
      let dossier = try await database.open(
        .example(day: TestClock().now.day - 30), records: [try await database.letter()])
      var facts = dossier.facts
      facts.title = "Tên khác"
      let change = ChangeDossier(dossier.id, facts, formVersion: dossier.version)
      try await database.write { _ = try change.perform(by: Cast.officerInCharge, in: $0) }
      let refusal = await #expect(throws: Refusal.self) { try await close(database, dossier) }
      #expect(refusal?.kind == .conflict)
      #expect(try await database.dossier(dossier.id).state == .open)
    }
  }
}
