import Access
import Audit
import Database
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

@Suite("PL6-33 thay đổi quyền chờ người thứ hai xác nhận") struct RightsChangeTests {
  private static let stranger = Cast.officerOfAnotherUnit
  private static let cast = [
    Cast.officerInCharge, Cast.unitHead, Cast.unitClerk, Cast.leader, Cast.headOfOffice, Cast.registryClerk,
    Cast.archivist, Cast.officerOfAnotherUnit, Cast.clerkOfAnotherAgency,
  ]

  private func propose(
    _ wanted: WantedRights, on dossier: Dossier.ID, by actor: Kernel.Actor = Cast.officerInCharge,
    in database: any Database
  ) async throws -> RightsChange {
    try await database.write {
      try ProposeRightsChange(dossier, wanted, reason: "cần phối hợp").perform(by: actor, flows: flows, in: $0)
    }
  }

  private func deciding(
    _ change: RightsChange, _ step: RightsChange.Step, words: String = "chưa cần", seal: String? = nil
  ) -> DecideRightsChange {
    DecideRightsChange(
      change.id, of: change.dossier, step, words: words, seal: seal, formVersion: change.version)
  }

  private func decide(
    _ change: RightsChange, _ step: RightsChange.Step, by actor: Kernel.Actor = Cast.unitHead,
    in database: any Database
  ) async throws {
    let act = deciding(change, step)
    try await database.write { _ = try act.perform(by: actor, flows: flows, in: $0) }
  }

  @Test("every state, every act, every role; the one who asks never confirms", arguments: RightsChange.State.allCases)
  func table(state: RightsChange.State) async throws {
    try await withFiling { database in
      let dossier = try await database.open(records: [try await database.letter()]).id
      var change = try await propose(.add(.post(Self.stranger.post), as: .reader), on: dossier, in: database)
      switch state {
      case .waiting: break
      case .confirmed: try await decide(change, .confirm, in: database)
      case .refused: try await decide(change, .refuse, in: database)
      case .takenBack: try await decide(change, .takeBack, by: Cast.officerInCharge, in: database)
      }
      change.version = state == .waiting ? 1 : 2
      let acts = RightsChange.Step.allCases.map { step in
        let act = deciding(change, step)
        return (
          name: step.rawValue,
          perform: { @Sendable (actor: Kernel.Actor, transaction: any Transaction) throws -> Void in
            _ = try act.perform(by: actor, flows: flows, in: transaction)
          }
        )
      }
      // Whoever does not see the dossier does not find it; confirmed, the newcomer sees it and may not.
      let newcomer = state == .confirmed ? "-" : "?"
      let done = state == .waiting ? "+" : "."
      let confirming = "-\(done)-\(done)\(done)--\(newcomer)?"
      let expected = """
        confirm   \(confirming)
        refuse    \(confirming)
        takeBack  \(done)------\(newcomer)?
        """
      #expect(try await database.table(acts, by: Self.cast) == expected)
    }
  }

  @Test("nothing changes until it is confirmed; everybody who sees the dossier sees that it waits") func waits()
    async throws
  {
    try await withFiling { database in
      let letter = try await database.letter()
      let dossier = try await database.open(records: [letter]).id
      let change = try await propose(.add(.post(Self.stranger.post), as: .reader), on: dossier, in: database)
      #expect(try await !database.sees(letter, Self.stranger))
      #expect(try await !database.sees(.dossier(dossier), Self.stranger))
      for actor in [Cast.registryClerk, Cast.unitClerk, Cast.officerInCharge] {
        let seen = try await database.read { try RightsChangeStore($0).waiting(on: dossier, visibleTo: actor) }
        #expect(seen.map(\.id) == [change.id])
      }
      func desk(_ actor: Kernel.Actor) async throws -> Int {
        try await database.read {
          let store = RightsChangeStore($0)
          let count = try store.waitingCountLater(for: actor).get()
          #expect(try store.waiting(for: actor).count == count)
          return count
        }
      }
      #expect(try await desk(Cast.unitHead) == 1)
      for actor in [Cast.leader, Cast.headOfOffice, Cast.headOfTwo, Cast.officerInCharge] {
        #expect(try await desk(actor) == 0)
      }
      try await decide(change, .confirm, in: database)
      #expect(try await database.sees(letter, Self.stranger))
      #expect(try await desk(Cast.unitHead) == 0)
      let told = try await database.read { try AuditStore($0).story(of: .dossier(dossier)).compactMap(\.sentence) }
      #expect(told.first?.contains("xác nhận thay đổi quyền") == true)
      #expect(told.dropFirst().first?.contains("đề nghị thay đổi quyền") == true)
      // Ending it waits as well, and a refusal leaves everything as it was.
      let end = try await propose(.end(.post(Self.stranger.post)), on: dossier, in: database)
      #expect(try await database.sees(letter, Self.stranger))
      try await decide(end, .refuse, in: database)
      #expect(try await database.sees(letter, Self.stranger))
      // What the unit's head asks for goes above.
      let above = try await propose(
        .end(.post(Self.stranger.post)), on: dossier, by: Cast.unitHead, in: database)
      #expect(above.desk == .agency)
      #expect(try await desk(Cast.leader) == 1)
      #expect(try await desk(Cast.headOfOffice) == 1)
      try await decide(above, .confirm, by: Cast.headOfOffice, in: database)
      #expect(try await !database.sees(letter, Self.stranger))
    }
  }

  @Test("a document kept back is read by who makes the dossier, and by whoever has it through other work (PL6-32)")
  func keptBack() async throws {
    try await withFiling { database in
      let (letter, other) = (try await database.letter("1"), try await database.letter("2"))
      let dossier = try await database.open(records: [letter, other]).id
      let (reader, worker) = (Cast.deputyLeader, Self.stranger)
      let clerk = Cast.archivist
      try await database.write { transaction in
        try share(dossier, .post(worker.post), as: .contributor, in: transaction)
        try share(dossier, .post(clerk.post), as: .reader, in: transaction)
        try share(dossier, .post(reader.post), as: .reader, in: transaction)
        let item = try DossierItemStore(transaction).list(of: dossier, limit: 1)[0]
        try changeRights(of: dossier, .keepBack(item.id), in: transaction)
      }
      #expect(try await database.sees(letter, worker))
      #expect(try await !database.sees(letter, clerk))
      #expect(try await database.sees(other, clerk))
      // The registry's own leaders have it through the book.
      #expect(try await database.sees(letter, reader) == reader.roles.contains(.leader))
      let line = try await database.lines(dossier, as: clerk)[0]
      #expect(line.title.contains("giữ riêng"))
      // The archive reads all that is handed to it; so does a reader who becomes one of those who make it.
      try await database.write { try changeRights(of: dossier, .role(.post(clerk.post), .contributor), in: $0) }
      #expect(try await database.sees(letter, clerk))
      try await database.write { transaction in
        try changeRights(of: dossier, .role(.post(clerk.post), .reader), in: transaction)
        let item = try DossierItemStore(transaction).list(of: dossier, limit: 1)[0]
        try changeRights(of: dossier, .show(item.id), in: transaction)
      }
      #expect(try await database.sees(letter, clerk))
    }
  }

  @Test("what happens meanwhile is met again when it is confirmed") func meanwhile() async throws {
    try await withFiling { database in
      let letter = try await database.letter()
      let dossier = try await database.open(.example(day: TestClock().now.day - 30), records: [letter])
      let holder = Principal.post(Self.stranger.post)
      let change = try await propose(.add(holder, as: .reader), on: dossier.id, in: database)
      // One about the same person waits already; another person is another matter.
      let twice = try await database.tried {
        _ = try ProposeRightsChange(dossier.id, .add(holder, as: .contributor))
          .perform(by: Cast.unitHead, flows: flows, in: $0)
      }
      #expect(twice.mark == "." && twice.words.contains("đang chờ xác nhận"))
      let second = try await propose(.add(.unit(Cast.headOfTwo.unit), as: .reader), on: dossier.id, in: database)
      // The table that was looked at is another one by now.
      let seal = try await database.read {
        try RightsForecast.read(
          FoundDossier.find(dossier.id, by: Cast.unitHead, in: $0), change.wanted, name: change.subject, in: $0
        ).seal
      }
      try await database.file(try await database.letter("77"), in: dossier.id)
      let stale = deciding(change, .confirm, seal: seal)
      let moved = try await database.tried { _ = try stale.perform(by: Cast.unitHead, flows: flows, in: $0) }
      #expect(moved.mark == "." && moved.words.contains("bảng"))
      // A closed dossier still shares; it is not handed over while something waits.
      try await database.write {
        _ = try CloseDossier(
          dossier.id, retention: .years(20), endedOn: nil, isReviewed: true,
          formVersion: DossierStore($0).find(dossier.id, visibleTo: Cast.officerInCharge).version
        ).perform(by: Cast.officerInCharge, flows: flows, in: $0)
      }
      let handing = try await database.tried { try Submitted.submit(dossier.id, in: $0) }
      #expect(handing.mark == "." && handing.words.contains("chờ xác nhận"))
      try await decide(second, .confirm, in: database)
      // Who left their post meanwhile is let in no more.
      let today = TestClock().now.day
      try await database.write {
        try $0.run("UPDATE posts SET ended_on = \(today) WHERE id = \(Self.stranger.post)")
      }
      let act = deciding(change, .confirm)
      let gone = try await database.tried { _ = try act.perform(by: Cast.unitHead, flows: flows, in: $0) }
      #expect(gone.mark == "!")
      try await decide(change, .refuse, in: database)
      let pressedTwice = try await database.tried { _ = try act.perform(by: Cast.unitHead, flows: flows, in: $0) }
      #expect(pressedTwice.mark == ".")
    }
  }

  @Test("an order laid meanwhile: nothing is taken from anybody, more may be given (PL6-97)") func underHold()
    async throws
  {
    try await withFiling { database in
      let dossier = try await database.open(records: [try await database.letter()]).id
      try await database.write { try share(dossier, .post(Self.stranger.post), as: .contributor, in: $0) }
      let item = try await database.lines(dossier)[0].item.id
      let less: [WantedRights] = [.end(.post(Self.stranger.post)), .keepBack(item)]
      var asked: [RightsChange] = []
      for wanted in less { asked.append(try await propose(wanted, on: dossier, in: database)) }
      let more = try await propose(.add(.post(Cast.deputyLeader.post), as: .reader), on: dossier, in: database)
      try await database.write { try EndedDossierStore($0).setHold("Lệnh số 1", of: dossier) }
      for change in asked {
        let act = deciding(change, .confirm)
        let kept = try await database.tried { _ = try act.perform(by: Cast.unitHead, flows: flows, in: $0) }
        #expect(kept.mark == "." && kept.words.contains("Lệnh số 1"))
      }
      try await decide(more, .confirm, in: database)
      try await decide(asked[0], .takeBack, by: Cast.officerInCharge, in: database)
      try await decide(asked[1], .refuse, in: database)
    }
  }
}
