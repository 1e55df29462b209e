import Access
import Audit
import Database
import Documents
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

@Suite("PL6-33 PL6-32 người lập mới và tài liệu giữ riêng") struct RightsHoldersTests {
  private static let people = Cast.everybody.filter { $0.agency == Cast.officerInCharge.agency }
  private static let stranger = Cast.officerOfAnotherUnit

  /// What one person has of a dossier and its letter.
  private struct Sight: Equatable {
    var dossier: Bool
    var letter: Bool
    var works: Bool
  }

  private static func sights(
    _ dossier: Dossier.ID, _ letter: RecordReference, in transaction: any Transaction
  ) throws -> [Sight] {
    try people.map { actor in
      let seen = try Access.seen([.dossier(dossier), letter], by: actor, in: transaction)
      let sees = seen.contains(.dossier(dossier))
      let standing = sees ? try FoundDossier.find(dossier, by: actor, in: transaction).standing : .reader
      return Sight(
        dossier: sees, letter: seen.contains(letter),
        works: [.maker, .unitHead, .contributor].contains(standing))
    }
  }

  @Test("another maker has no right until a second person confirms, and then what was forecast, whoever it is")
  func anotherMaker() async throws {
    try await withFiling { database in
      for (index, successor) in Self.people.enumerated() where successor.post != Cast.officerInCharge.post {
        let letter = try await database.letter("\(index + 1)")
        let dossier = try await database.open(.example("Kiểm kê thứ \(index)"), records: [letter]).id
        try await database.write { transaction in
          try share(dossier, .post(Self.stranger.post), as: .reader, in: transaction)
          let wanted = WantedRights.maker(successor.post)
          let found = try FoundDossier.find(dossier, by: Cast.unitHead, in: transaction)
          let name = try wanted.subject(in: found, flows.directory, by: Cast.unitHead, in: transaction)
          let forecast = try RightsForecast.read(found, wanted, name: name, in: transaction)
          let before = try Self.sights(dossier, letter, in: transaction)
          let change = try ProposeRightsChange(dossier, wanted)
            .perform(by: Cast.officerInCharge, flows: flows, in: transaction)
          #expect(try Self.sights(dossier, letter, in: transaction) == before)
          _ = try DecideRightsChange(
            change.id, of: dossier, .confirm, seal: forecast.seal, formVersion: change.version
          ).perform(by: Cast.unitHead, flows: flows, in: transaction)
          let after = try Self.sights(dossier, letter, in: transaction)
          for (place, actor) in Self.people.enumerated() {
            let said = forecast.people.first { $0.post == actor.post }
            let (was, now) = (before[place], after[place])
            let label = "\(actor.personName) khi \(successor.personName) lập"
            #expect(said?.gained.contains(letter) ?? false == (now.letter && !was.letter), "thêm, \(label)")
            #expect(said?.lost.contains(letter) ?? false == (was.letter && !now.letter), "mất, \(label)")
            let turn = RightsForecast.Turn(from: was.dossier, to: now.dossier)
            #expect(said?.seesDossier == turn || (said == nil && !turn.isChange), "hồ sơ, \(label)")
            let works = RightsForecast.Turn(from: was.works, to: now.works)
            #expect(said?.works == works || (said == nil && !works.isChange), "cùng lập, \(label)")
          }
          let made = try DossierStore(transaction).find(dossier, visibleTo: successor)
          #expect(made.makerPost == successor.post && made.unit == successor.unit)
          let told = try AuditStore(transaction).story(of: .dossier(dossier)).first
          #expect(told?.changes.map(\.label) == ["Người lập"])
        }
      }
    }
  }

  @Test("one change of maker waits at a time; who makes it already is refused") func oneAtATime() async throws {
    try await withFiling { database in
      let dossier = try await database.open().id
      try await database.write { transaction in
        let ask = { (post: PostID) in
          try ProposeRightsChange(dossier, .maker(post)).perform(
            by: Cast.officerInCharge, flows: flows, in: transaction)
        }
        #expect(throws: Refusal.self) { try ask(Cast.officerInCharge.post) }
        _ = try ask(Self.stranger.post)
      }
      await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try ProposeRightsChange(dossier, .maker(Cast.unitClerk.post))
            .perform(by: Cast.officerInCharge, flows: flows, in: $0)
        }
      }
    }
  }

  @Test("a file of the dossier's own kept back is for who makes it: line, name, story; forecast by name")
  func ownFile() async throws {
    try await withFiling { database in
      let dossier = try await database.open().id
      let item = try await database.write { transaction in
        _ = try AddDossierFiles(
          dossier, [.init(.example())], title: "Ảnh hiện trường", datedOn: nil, isVouchedOpen: true
        ).perform(by: Cast.officerInCharge, in: transaction)
        try share(dossier, .post(Self.stranger.post), as: .reader, in: transaction)
        return try DossierItemStore(transaction).list(of: dossier, limit: 1)[0].id
      }
      let wanted = WantedRights.keepBack(item)
      let (forecast, change) = try await database.write { transaction in
        let found = try FoundDossier.find(dossier, by: Cast.unitHead, in: transaction)
        let name = try wanted.subject(in: found, flows.directory, by: Cast.unitHead, in: transaction)
        let forecast = try RightsForecast.read(found, wanted, name: name, in: transaction)
        return (
          forecast,
          try ProposeRightsChange(dossier, wanted).perform(by: Cast.officerInCharge, flows: flows, in: transaction)
        )
      }
      // Everybody who sees the dossier reads the proposal: not what the file is called.
      #expect(!change.text.contains("Ảnh"))
      try await database.write {
        _ = try DecideRightsChange(change.id, of: dossier, .confirm, seal: forecast.seal, formVersion: change.version)
          .perform(by: Cast.unitHead, flows: flows, in: $0)
      }
      for actor in Self.people {
        guard try await database.sees(.dossier(dossier), actor) else { continue }
        let makes = [Cast.officerInCharge.post, Cast.unitHead.post, Cast.unitClerk.post].contains(actor.post)
        let line = try await database.lines(dossier, as: actor)[0]
        #expect(line.isFileHidden != makes, "\(actor.personName)")
        #expect(line.title.contains("Ảnh") == makes, "\(actor.personName)")
        let said = forecast.people.first { $0.post == actor.post }
        #expect((said?.lost == [.dossierFile(item)]) != makes, "\(actor.personName)")
        let story = try await database.read {
          try DossierStoryScreen.read(
            FoundDossier.find(dossier, by: actor, in: $0), before: nil, flows.directory, by: actor, in: $0)
        }
        let tells = story.entries.contains { $0.line.sentence?.contains("Ảnh hiện trường") == true }
        #expect(tells == makes, "\(actor.personName)")
      }
      try await database.write { try changeRights(of: dossier, .role(.post(Self.stranger.post), .contributor), in: $0) }
      #expect(try await database.lines(dossier, as: Self.stranger)[0].title == "Ảnh hiện trường")
      try await database.write { try changeRights(of: dossier, .role(.post(Self.stranger.post), .reader), in: $0) }
      #expect(try await database.lines(dossier, as: Self.stranger)[0].isFileHidden)
      try await database.write { try changeRights(of: dossier, .show(item), in: $0) }
      #expect(try await database.lines(dossier, as: Self.stranger)[0].title == "Ảnh hiện trường")
    }
  }
}
