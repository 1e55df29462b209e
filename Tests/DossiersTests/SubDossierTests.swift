import Access
import Database
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

@Suite("HS-03 HS-05 PL6-42 hồ sơ con") struct SubDossierTests {
  private func part(
    of dossier: Dossier, _ title: String = "Lô số 1", retention: RetentionPeriod? = nil,
    by actor: Kernel.Actor = Cast.officerInCharge, in database: any Database
  ) async throws -> Dossier {
    let act = OpenSubDossier(of: dossier.id, title: title, retention: retention)
    return try await database.write { try act.perform(by: actor, in: $0) }
  }

  private func close(
    _ dossier: Dossier.ID, _ retention: RetentionPeriod = .years(20), in database: any Database
  ) async throws -> Dossier {
    let version = try await database.dossier(dossier).version
    return try await database.write {
      try CloseDossier(dossier, retention: retention, endedOn: nil, isReviewed: false, formVersion: version)
        .perform(by: Cast.officerInCharge, flows: flows, in: $0)
    }
  }

  @Test func takesTheCodeMakerAndPeopleOfTheWhole() async throws {
    try await withFiling { database in
      let whole = try await database.open()
      try await database.write { try share(whole.id, .post(Cast.deputyLeader.post), as: .reader, in: $0) }
      let (one, two) = (
        try await part(of: whole, in: database),
        try await part(of: whole, "Lô số 2", retention: .years(5), in: database)
      )
      #expect([one, two].map(\.code.notation) == ["01.KS.01", "01.KS.02"])
      #expect([one, two].map(\.facts.retention) == [.years(20), .years(5)])
      #expect(one.parent == whole.id)
      #expect(one.makerPost == whole.makerPost)
      #expect(try await database.sees(.dossier(one.id), Cast.deputyLeader))
      let listed = try await database.read { try SubDossierStore($0).list(of: whole.id, visibleTo: Cast.unitHead) }
      #expect(listed.map(\.id) == [one.id, two.id])
      // One level: a part has no parts.
      let deeper = await #expect(throws: Refusal.self) { try await part(of: one, in: database) }
      #expect(deeper?.kind == .conflict)
      for actor in [Cast.unitClerk, Cast.registryClerk, Cast.archivist] {
        let refusal = await #expect(throws: Refusal.self) { try await part(of: whole, by: actor, in: database) }
        #expect(refusal?.kind == .forbidden, "\(actor.postTitle)")
      }
    }
  }

  /// The printed list of contents names the parts after the dossier's own documents: code, title and size of each; a
  /// dossier without parts says nothing of them, and the cover neither.
  @Test func printedContentsNameTheParts() async throws {
    try await withFiling { database in
      let whole = try await database.open()
      let one = try await part(of: whole, in: database)
      _ = try await part(of: whole, "Lô số 2", in: database)
      try await database.file(try await database.letter(pages: 7), in: one.id)
      let parts = try await database.read {
        try SubDossierStore($0).list(of: whole.id, visibleTo: Cast.officerInCharge)
      }
      func printed(_ parts: [Dossier], _ form: DossierPaths.Form = .contents) -> String {
        let forms = DossierForms(
          agencyName: "Tổng cục Địa chất", dossier: whole, lines: [], parts: parts, placeName: "Hà Nội",
          today: whole.facts.startedOn, provenance: "")
        return "\(forms.form(form))"
      }
      let said = printed(parts)
      for words in [
        "Hồ sơ này có 2 hồ sơ con:", "01.KS.01: Lô số 1 (1 văn bản, tài liệu, 7 trang)",
        "01.KS.02: Lô số 2 (0 văn bản, tài liệu, 0 trang)",
      ] { #expect(said.contains(words), "\(words)") }
      #expect(said.split(separator: "01.KS.01: Lô số 1").last?.contains("01.KS.02: Lô số 2") == true)
      #expect(!printed([]).contains("hồ sơ con"))
      #expect(!printed(parts, .cover).contains("hồ sơ con"))
    }
  }

  /// Who sees the whole sees the heads of its parts from then on, not what lies in them; and no longer when they leave.
  @Test func headsOfPartsFollowTheWholesCircle() async throws {
    try await withFiling { database in
      let whole = try await database.open()
      let part = try await part(of: whole, in: database)
      let letter = try await database.letter()
      try await database.file(letter, in: part.id)
      let other = Cast.officerOfAnotherUnit
      #expect(try await !database.sees(.dossier(part.id), other))
      try await database.write { try share(whole.id, .post(other.post), as: .contributor, in: $0) }
      #expect(try await database.sees(.dossier(part.id), other))
      #expect(try await !database.sees(letter, other))
      // Nor the part's own files, whatever address is asked.
      try await database.write {
        _ = try AddDossierFiles(
          part.id, [.init(.example())], title: "Ảnh của lô", datedOn: nil, isVouchedOpen: true
        ).perform(by: Cast.officerInCharge, in: $0)
      }
      let file = try #require(try await database.lines(part.id).first { $0.item.file != nil })
      #expect(!file.isFileHidden)
      #expect(try await database.lines(part.id, as: other).first { $0.item.file != nil }?.isFileHidden == true)
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await database.read { try OwnDossierFile.find(file.item.id, in: part.id, visibleTo: other, $0) }
      }
      #expect(refusal?.kind == .forbidden)
      // Nor its notes.
      try await database.write {
        try WriteDossierNote(part.id, draft: nil, text: "Chủ lô xin lùi ngày.", isFinal: true)
          .perform(by: Cast.officerInCharge, in: $0)
      }
      func notes(_ actor: Kernel.Actor) async throws -> [String] {
        try await database.read { transaction in
          let found = try FoundDossier.find(part.id, by: actor, in: transaction)
          return try DossierStoryScreen.read(found, before: nil, flows.directory, by: actor, in: transaction)
            .notes.map(\.text)
        }
      }
      #expect(try await notes(other).isEmpty)
      #expect(try await notes(Cast.unitHead) == ["Chủ lô xin lùi ngày."])
      let own = try await database.read {
        try OwnDossierFile.find(file.item.id, in: part.id, visibleTo: Cast.unitHead, $0)
      }
      #expect(own.file.title == "Ảnh của lô")
      try await database.write { transaction in
        try DossierParticipantStore(transaction).remove(.post(other.post), from: whole.id)
        try DossierRights.settle(
          DossierStore(transaction).find(whole.id, visibleTo: Cast.officerInCharge), in: transaction)
      }
      #expect(try await !database.sees(.dossier(part.id), other))
    }
  }

  @Test func theWholeClosesAfterItsPartsAndIsKeptLongest() async throws {
    try await withFiling { database in
      let whole = try await database.open(.example(day: TestClock().now.day - 30))
      let part = try await part(of: whole, retention: .permanent, in: database)
      try await database.file(try await database.letter(), in: part.id)
      let early = await #expect(throws: Refusal.self) { try await close(whole.id, .permanent, in: database) }
      #expect(early?.reasons.map(\.message) == ["Hồ sơ con 01.KS.01 chưa kết thúc."])
      let closed = try await close(part.id, .permanent, in: database)
      let short = await #expect(throws: Refusal.self) { try await close(whole.id, .years(20), in: database) }
      #expect(short?.messages(at: DossierField.retention).isEmpty == false)
      // It holds nothing of its own and ends with its part.
      #expect(try await close(whole.id, .permanent, in: database).endedOn == closed.endedOn)
      func reopen(_ id: Dossier.ID) async throws {
        let version = try await database.dossier(id).version
        try await database.write {
          _ = try ReopenDossier(id, reason: "Bổ sung", formVersion: version).perform(by: Cast.officerInCharge, in: $0)
        }
      }
      let refusal = await #expect(throws: Refusal.self) { try await reopen(part.id) }
      #expect(refusal?.message == "Hồ sơ chính 01.KS đã kết thúc; mở lại hồ sơ chính trước.")
      // Alone it is not handed to the archive either.
      let alone = await #expect(throws: Refusal.self) {
        let version = try await database.dossier(part.id).version
        try await database.write {
          _ = try SubmitDossier(part.id, formVersion: version)
            .perform(by: Cast.officerInCharge, flows: flows, in: $0)
        }
      }
      #expect(alone?.message.contains("nộp cùng hồ sơ chính") == true)
      try await reopen(whole.id)
      try await reopen(part.id)
    }
  }

  @Test func isOverWhenTheWholeMatterIs() async throws {
    try await withFiling { database in
      let whole = try await database.open(.example(day: TestClock().now.day - 30))
      let part = try await part(of: whole, retention: .years(2), in: database)
      for (number, dossier) in [("7", part), ("8", whole)] {
        try await database.file(try await database.letter(number), in: dossier.id)
        _ = try await close(dossier.id, dossier.id == part.id ? .years(2) : .years(3), in: database)
      }
      func expired() async throws -> Set<Dossier.ID> {
        Set(
          try await database.read { transaction in
            try EndedDossierStore(transaction).expired(limit: 10, by: Cast.archivist).map(\.id)
          })
      }
      let past = "2020-01-01"
      try await database.write { try $0.run("UPDATE dossiers SET retention_ends_on = \(past) WHERE id = \(part.id)") }
      #expect(try await expired() == [])
      try await database.write { try $0.run("UPDATE dossiers SET retention_ends_on = \(past) WHERE id = \(whole.id)") }
      #expect(try await expired() == [part.id, whole.id])
      // Whatever a list says: the whole is not destroyed while a part of it is to be kept.
      let basis = DisposalBasis(agency: whole.agency, decision: "Quyết định số 1/QĐ-TCĐC")
      let kept = await #expect(throws: Refusal.self) {
        try await database.write { _ = try DestroyDossier(whole.id, basis, matters: []).begin(in: $0) }
      }
      #expect(kept?.message.contains("hồ sơ 01.KS.01 của cùng việc còn thời hạn bảo quản") == true)
    }
  }
}
