import Access
import Audit
import Database
import Documents
import IncomingDocuments
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Dossiers

@Suite("HS-04 PL6-46 văn bản trong hồ sơ") struct FillDossierTests {
  @Test func numbersByTimeAndCountsPages() async throws {
    try await withFiling { database in
      let dossier = try await database.open()
      for (number, days) in [("30", 2), ("10", 9), ("20", 5)] {
        try await database.file(try await database.letter(number, daysAgo: days), in: dossier.id)
      }
      let lines = try await database.lines(dossier.id)
      #expect(lines.map(\.codeText) == ["10/SNNMT-KS", "20/SNNMT-KS", "30/SNNMT-KS"])
      #expect(lines.map(\.item.ordinal) == [1, 2, 3])
      #expect(lines.map(\.item.pagesText) == ["1–3", "4–6", "7–9"])
      let now = try await database.dossier(dossier.id)
      #expect(now.itemCount == 3)
      #expect(now.pageTotal == 9)
    }
  }

  /// Whatever comes and goes in whatever order, places and pages are those of the whole counted anew.
  @Test(arguments: [1, 2, 3, 5] as [UInt64]) func keepsOrderWhateverComesAndGoes(seed: UInt64) async throws {
    try await withFiling { database in
      var dice = FilingDice(state: seed)
      let dossier = try await database.open(.example(day: TestClock().now.day - 400))
      for step in 1...40 {
        let lines = try await database.lines(dossier.id)
        if let gone = lines.randomElement(using: &dice), Int.random(in: 0..<3, using: &dice) == 0 {
          try await database.write {
            _ = try TakeOutOfDossier(gone.item.id, of: dossier.id, reason: "thử")
              .perform(by: Cast.officerInCharge, flows: flows, in: $0)
          }
        } else {
          let letter = try await database.letter(
            "\(step)", daysAgo: .random(in: 0..<9, using: &dice), pages: .random(in: 1...9, using: &dice))
          try await database.file(letter, in: dossier.id)
        }
        let items = try await database.lines(dossier.id).map(\.item)
        let wanted = items.sorted { ($0.datedOn, $0.id.number) < ($1.datedOn, $1.id.number) }
        #expect(items == wanted)
        #expect(items.map(\.ordinal) == items.indices.map { $0 + 1 })
        var page = 1
        for item in items {
          #expect(item.firstPage == page)
          page += item.pageCount
        }
        let now = try await database.dossier(dossier.id)
        #expect(now.itemCount == items.count && now.pageTotal == page - 1)
      }
    }
  }

  @Test func holdsADocumentOnceAndInSeveralDossiers() async throws {
    try await withFiling { database in
      let letter = try await database.letter()
      let first = try await database.open()
      let second = try await database.open(.example("Việc khác"))
      try await database.file(letter, in: first.id)
      try await database.file(letter, in: second.id)
      await #expect(throws: Refusal.self) { try await database.file(letter, in: first.id) }
      let holding = try await database.read {
        try DossierItemStore($0).dossiers(with: letter, visibleTo: Cast.officerInCharge)
      }
      #expect(holding.map(\.id) == [first.id, second.id])
    }
  }

  @Test func refusesWhatTheActorDoesNotSee() async throws {
    try await withFiling { database in
      let letter = try await database.letter(seenBy: [])
      let dossier = try await database.open()
      let refusal = await #expect(throws: Refusal.self) { try await database.file(letter, in: dossier.id) }
      #expect(refusal?.kind == .notFound)
    }
  }

  @Test func showsItsDocumentsToWhoTakesPartUntilTheyLeave() async throws {
    try await withFiling { database in
      let letter = try await database.letter()
      let other = Cast.officerOfAnotherUnit
      let dossier = try await database.open(records: [letter])
      #expect(try await !database.sees(letter, other))
      try await database.write {
        try share(dossier.id, .post(other.post), as: .reader, in: $0)
      }
      #expect(try await database.sees(letter, other))
      let late = try await database.letter("99")
      try await database.file(late, in: dossier.id)
      #expect(try await database.sees(late, other))
      try await database.write {
        try changeRights(of: dossier.id, .end(.post(other.post)), in: $0)
      }
      #expect(try await !database.sees(letter, other))
      #expect(try await !database.sees(late, other))
      #expect(try await !database.sees(.dossier(dossier.id), other))
      #expect(try await database.sees(letter, Cast.officerInCharge))
    }
  }

  @Test func takesOutWithAReasonAndTheRestMovesUp() async throws {
    try await withFiling { database in
      let first = try await database.letter("10", daysAgo: 9)
      let dossier = try await database.open(records: [first, try await database.letter("20", daysAgo: 5)])
      let item = try #require(try await database.lines(dossier.id).first?.item.id)
      let bare = await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try TakeOutOfDossier(item, of: dossier.id, reason: " ")
            .perform(by: Cast.officerInCharge, flows: flows, in: $0)
        }
      }
      #expect(bare?.messages(at: DossierField.reason).isEmpty == false)
      try await database.write {
        _ = try TakeOutOfDossier(item, of: dossier.id, reason: "việc khác")
          .perform(by: Cast.officerInCharge, flows: flows, in: $0)
      }
      let lines = try await database.lines(dossier.id)
      #expect(lines.map(\.item.ordinal) == [1])
      #expect(lines.map(\.item.pagesText) == ["1–3"])
      #expect(try await !database.sees(first, Cast.unitHead))
    }
  }

  @Test func keepsFilesOfItsOwnOnlyWhenSomebodyLooked() async throws {
    try await withFiling { database in
      let dossier = try await database.open()
      func add(_ isVouched: Bool) async throws {
        try await database.write {
          _ = try AddDossierFiles(
            dossier.id, [.init(.example())], title: "Ảnh hiện trường", datedOn: nil, isVouchedOpen: isVouched
          ).perform(by: Cast.officerInCharge, in: $0)
        }
      }
      let refusal = await #expect(throws: Refusal.self) { try await add(false) }
      #expect(refusal?.messages(at: DossierField.vouched).isEmpty == false)
      try await add(true)
      #expect(try await database.lines(dossier.id).map(\.title) == ["Ảnh hiện trường"])
    }
  }

  @Test("HS-04 thư và ghi âm nói tên, ngày của mình; ngày sau hôm nay là hôm nay") func takesWhatFilesSayOfThemselves()
    async throws
  {
    try await withFiling { database in
      let dossier = try await database.open()
      let today = TestClock().now.day
      try await database.write {
        _ = try AddDossierFiles(
          dossier.id,
          [
            .init(.example("c"), title: "Về lịch họp", datedOn: today - 3), .init(.example("d")),
            .init(.example("e"), title: "Thư từ máy lệch giờ", datedOn: today + 5),
          ], title: "", datedOn: nil, isVouchedOpen: true
        ).perform(by: Cast.officerInCharge, in: $0)
      }
      let lines = try await database.lines(dossier.id)
      #expect(lines.map(\.title) == ["Về lịch họp", KeptFile.example("d").name, "Thư từ máy lệch giờ"])
      #expect(lines.map(\.item.datedOn) == [today - 3, today, today])
    }
  }

  @Test func filesAHandledLetterUnderItsNotation() async throws {
    try await withFiling { database in
      let letter = try await database.letter()
      let id = IncomingDocument.ID(letter.number)
      try await database.write { transaction in
        try GiveDirective(
          id, text: "Giao đồng chí", places: [.init(.post(Cast.officerInCharge.post), .lead, due: nil)]
        ).perform(by: Cast.leader, in: transaction)
      }
      let item = try #require(
        try await database.read { try WorkStore($0).items(of: letter).last { $0.role == .lead } })
      try await database.write {
        _ = try CompleteWork(item.id, on: id, result: "Đã xong")
          .perform(by: Cast.officerInCharge, in: $0)
      }
      try await database.open(records: [letter])
      let document = try await database.read {
        try IncomingDocumentStore($0).find(id, visibleTo: Cast.registryClerk)
      }
      #expect(document.progress == .filed)
      #expect(document.dossierCode == "01.KS")
    }
  }

  @Test func keepsDraftNotesToTheirAuthor() async throws {
    try await withFiling { database in
      let dossier = try await database.open()
      for (text, isFinal) in [("nháp", false), ("chính thức", true)] {
        try await database.write {
          try WriteDossierNote(dossier.id, text: text, isFinal: isFinal).perform(by: Cast.officerInCharge, in: $0)
        }
      }
      func notes(_ actor: Actor) async throws -> [String] {
        try await database.read { try DossierNoteStore($0).list(of: dossier.id, readBy: actor).map(\.text) }
      }
      #expect(try await notes(Cast.officerInCharge) == ["chính thức", "nháp"])
      #expect(try await notes(Cast.unitHead) == ["chính thức"])
    }
  }
}

@Suite("HS-11 bàn giao hồ sơ") struct HandOverDossierTests {
  @Test func givesTheDossierAndWhatLiesInIt() async throws {
    try await withFiling { database in
      let letter = try await database.letter(seenBy: [Cast.officerInCharge.post])
      let dossier = try await database.open(records: [letter])
      try await database.write { transaction in
        let receiver = try OrganizationStore(transaction).post(Cast.officerOfAnotherUnit.post)
        try HandOverDossier(dossier.id, to: receiver, reason: "nghỉ hưu")
          .perform(by: Cast.officerInCharge, in: transaction)
      }
      let now = try await database.dossier(dossier.id, as: Cast.officerOfAnotherUnit)
      #expect(now.makerPost == Cast.officerOfAnotherUnit.post)
      #expect(now.unit == Cast.officerOfAnotherUnit.unit)
      #expect(try await database.sees(letter, Cast.officerOfAnotherUnit))
      #expect(try await !database.sees(.dossier(dossier.id), Cast.officerInCharge))
      // What was given to read stays.
      #expect(try await database.sees(letter, Cast.officerInCharge))
      #expect(try await !database.sees(letter, Cast.unitHead))
    }
  }

  @Test(arguments: [Cast.unitHead, Cast.leader]) func isTheMakersAlone(actor: Kernel.Actor) async throws {
    try await withFiling { database in
      let dossier = try await database.open()
      await #expect(throws: Refusal.self) {
        try await database.write { transaction in
          let receiver = try OrganizationStore(transaction).post(Cast.officerOfAnotherUnit.post)
          try HandOverDossier(dossier.id, to: receiver, reason: "").perform(by: actor, in: transaction)
        }
      }
    }
  }
}

struct FilingDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
