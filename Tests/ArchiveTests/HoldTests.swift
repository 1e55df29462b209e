import Database
import Dossiers
import Kernel
import Organization
import TestSupport
import Testing

@testable import Archive

@Suite("HS-10 giữ lại hồ sơ đến hạn") struct HoldTests {
  private func ask(
    _ database: any Database, _ dossier: Dossier, until: Day?, reason: String = "Thanh tra đang dùng",
    by actor: Kernel.Actor = Cast.officerInCharge
  ) async throws -> DossierHold {
    try await database.write { try AskHold(dossier.id, until: until, reason: reason).perform(by: actor, in: $0) }
  }

  private func decide(
    _ database: any Database, _ hold: DossierHold, _ isGranted: Bool, _ words: String = "",
    by actor: Kernel.Actor = Cast.headOfOffice
  ) async throws -> Dossier {
    try await database.write {
      try DecideHold(hold.id, isGranted: isGranted, words: words, formVersion: hold.version).perform(by: actor, in: $0)
        .dossier
    }
  }

  @Test("after its day, two years past it at the latest, with a reason") func bounds() async throws {
    try await withArchive { database in
      let dossier = try await database.closed()
      let due = try #require(dossier.archiving.limitOn)
      for (until, reason, field) in [
        (due, "x", ArchiveField.until), (due.adding(months: 24) + 1, "x", ArchiveField.until),
        (nil, "x", ArchiveField.until), (due + 30, " ", ArchiveField.reason),
      ] {
        let refusal = await #expect(throws: Refusal.self) {
          _ = try await ask(database, dossier, until: until, reason: reason)
        }
        #expect(refusal?.messages(at: field).isEmpty == false)
      }
      let hold = try await ask(database, dossier, until: due.adding(months: 24))
      #expect(hold.state == .asked)
      #expect(hold.dueOn == due)
      let twice = await #expect(throws: Refusal.self) { _ = try await ask(database, dossier, until: due + 30) }
      #expect(twice?.kind == .conflict)
    }
  }

  @Test("consent moves the day; the list of kept dossiers shows it; the reason of a refusal is asked")
  func decisions() async throws {
    try await withArchive { database in
      let dossier = try await database.closed()
      let due = try #require(dossier.archiving.limitOn)
      let first = try await ask(database, dossier, until: due + 100)
      let unsaid = await #expect(throws: Refusal.self) { _ = try await decide(database, first, false) }
      #expect(unsaid?.kind == .invalid)
      let stranger = await #expect(throws: Refusal.self) {
        _ = try await decide(database, first, true, by: Cast.archivist)
      }
      #expect(stranger?.kind == .forbidden)
      #expect(try await decide(database, first, false, "Không còn cần").archiving.keptUntil == nil)
      let second = try await ask(database, dossier, until: due + 200)
      let kept = try await decide(database, second, true, by: Cast.leader)
      #expect(kept.archiving.keptUntil == due + 200)
      #expect(kept.archiving.limitOn == due + 200)
      let listed = try await database.read {
        try DossierArchiveListStore($0).list(ArchiveListing(.kept), limit: 5, by: Cast.archivist)
      }
      #expect(listed.map(\.id) == [dossier.id])
      let late = await #expect(throws: Refusal.self) { _ = try await decide(database, second, true) }
      #expect(late?.kind == .conflict)
    }
  }

  @Test("only who may hand it over asks to keep it") func rights() async throws {
    try await withArchive { database in
      let dossier = try await database.closed()
      let due = try #require(dossier.archiving.limitOn)
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await ask(database, dossier, until: due + 30, by: Cast.registryClerk)
      }
      #expect(refusal?.kind == .forbidden)
      #expect(try await ask(database, dossier, until: due + 30, by: Cast.unitHead).state == .asked)
    }
  }
}

@Suite("PL6-52 nhắc hồ sơ đến hạn nộp lưu") struct WarningTests {
  private func told(_ database: any Database) async throws -> Int {
    try await database.read {
      try $0.rows("SELECT COUNT(*) AS n FROM notifications WHERE event = 'dossier.due'")[0].get("n")
    }
  }

  private func warn(_ database: any Database) async throws {
    _ = try await database.write { try WarnOfTransfers.warn(after: nil, in: $0) }
  }

  @Test("thirty days ahead, once; a day that was moved is told anew; what is far is not") func once() async throws {
    try await withArchive { database in
      _ = try await database.closed("1", endedOn: today - 3)
      let near = try await database.closed("2", endedOn: today - 345)
      try await warn(database)
      let first = try await told(database)
      #expect(first > 0)
      try await warn(database)
      #expect(try await told(database) == first)
      try await database.write { _ = try KeepDossier(near.id, until: today + 25).perform(by: Cast.leader, in: $0) }
      try await warn(database)
      #expect(try await told(database) == 2 * first)
      try await database.write { _ = try KeepDossier(near.id, until: today - 1).perform(by: Cast.leader, in: $0) }
      try await warn(database)
      #expect(try await told(database) == 3 * first)
    }
  }

  @Test("nearest first, page after page; late ones and those due soon by themselves") func list() async throws {
    try await withArchive { database in
      let late = try await database.closed("1", endedOn: today - 370)
      let near = try await database.closed("2", endedOn: today - 345)
      let far = try await database.closed("3", endedOn: today - 3)
      func list(_ listing: ArchiveListing) async throws -> [Dossier.ID] {
        try await database.read {
          try DossierArchiveListStore($0).list(listing, limit: 1, by: Cast.archivist).map(\.id)
        }
      }
      var listing = ArchiveListing(.due)
      #expect(try await list(listing) == [late.id, near.id])
      listing.after = .init(day: try #require(near.archiving.limitOn), key: near.id.number)
      #expect(try await list(listing) == [far.id])
      #expect(try await list(ArchiveListing(.due, urgency: .overdue)) == [late.id])
      #expect(try await list(ArchiveListing(.due, urgency: .soon)) == [near.id])
      #expect(try await list(ArchiveListing(.due, unit: Cast.officerOfAnotherUnit.unit)) == [])
      #expect(try await list(ArchiveListing(.due, year: 1999)) == [])
    }
  }
}
