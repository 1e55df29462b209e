import Access
import Audit
import Database
import Documents
import FilePlans
import FileVault
import Jobs
import Kernel
import Organization
import Papers
import SearchIndex
import TestSupport
import Testing

@testable import Dossiers

/// Stands in no title, note or letter.
private let word = "quặng bốc xít"

extension Database {
  /// Puts a file of its own into a dossier; nothing has read it yet.
  fileprivate func add(
    _ letter: Character = "a", to dossier: Dossier.ID, title: String = "Biên bản họp", pages: Int? = nil
  ) async throws -> DossierItem.ID {
    try await write { transaction in
      _ = try AddDossierFiles(
        dossier, [.init(.example(letter, pages: pages))], title: title, datedOn: nil, isVouchedOpen: true
      ).perform(by: Cast.officerInCharge, in: transaction)
      return try DossierItemStore(transaction).ownFiles(in: dossier).max { $0.id.number < $1.id.number }!.id
    }
  }

  /// What the job does when the tools have read a file.
  fileprivate func read(
    _ item: DossierItem.ID, of dossier: Dossier.ID, pages: [String] = ["Kết luận về \(word) của cuộc họp"],
    markedPage: Int? = nil, state: DossierReading.State = .read, trouble: String? = nil
  ) async throws {
    try await write { transaction in
      guard let reading = try DossierReadingStore(transaction).find(item, 0) else { return }
      let text = OwnFileText(
        state: state, trouble: trouble, pageCount: state == .read ? pages.count : nil,
        pages: state == .read
          ? pages.enumerated().map { .init(page: $0.offset + 1, origin: "textLayer", text: $0.element) } : [],
        markedPage: markedPage)
      try KeepOwnFileText(dossier: dossier, reading: reading, text: text).performForJob(in: transaction)
      if let current = try DossierStore(transaction).findForJob(dossier) {
        try DossierIndexing.index(current, in: transaction)
      }
    }
  }

  fileprivate func finds(_ actor: Kernel.Actor, _ typed: String = word) async throws -> [RecordReference] {
    try await read { try SearchIndex.search(SearchQuery(typed), to: actor, in: $0).hits.map(\.record) }
  }

  fileprivate func waitingJobs() async throws -> Int {
    try await read {
      try $0.rows("SELECT COUNT(*) AS n FROM jobs WHERE code = \(ReadDossierFilesJob.code) AND state = 'waiting'")[0]
        .get("n")
    }
  }

  /// Of everything that was read.
  fileprivate func texts() async throws -> [String] {
    try await read { try $0.rows("SELECT text FROM dossier_texts ORDER BY item_id, page").map { try $0.get("text") } }
  }

  fileprivate func ends(_ dossier: Dossier.ID) async throws -> DossierClosing {
    let found = try await self.dossier(dossier)
    return DossierClosing(found, try await lines(dossier))
  }
}

@Suite("HS-04 PL6-64 chữ trong tài liệu của hồ sơ") struct OwnFileReadingTests {
  @Test("its words find the dossier for whoever reads it; kept back or taken out they find nothing at once")
  func found() async throws {
    try await withFiling { database in
      let dossier = try await database.open().id
      let reader = Cast.officerOfAnotherUnit
      try await database.write { try share(dossier, .post(reader.post), as: .reader, in: $0) }
      let item = try await database.add(to: dossier)
      #expect(try await database.waitingJobs() == 1)
      #expect(try await database.lines(dossier)[0].reading?.state == .waiting)
      try await database.read(item, of: dossier, pages: ["Kết luận về \(word)", "trang hai"])
      let record = RecordReference.dossier(dossier)
      for actor in [Cast.officerInCharge, reader, Cast.unitHead] {
        #expect(try await database.finds(actor) == [record], "\(actor.personName)")
      }
      #expect(try await database.finds(Cast.officerInCharge, "quang boc xit trang") == [record])
      // A Word file has pages from then on.
      #expect(try await database.lines(dossier)[0].item.pagesText == "1–2")
      #expect(try await database.dossier(dossier).pageTotal == 2)
      try await database.write { try changeRights(of: dossier, .keepBack(item), in: $0) }
      for actor in [Cast.officerInCharge, reader] { #expect(try await database.finds(actor) == []) }
      try await database.write { try changeRights(of: dossier, .show(item), in: $0) }
      #expect(try await database.finds(reader) == [record])
      try await database.write {
        _ = try TakeOutOfDossier(item, of: dossier, reason: "thừa")
          .perform(by: Cast.officerInCharge, flows: flows, in: $0)
      }
      #expect(try await database.finds(reader) == [])
      #expect(try await database.texts() == [])
    }
  }

  @Test(
    "read twice, or after it was taken out, or with the dossier closed meanwhile: once, not at all, without its pages")
  func again() async throws {
    try await withFiling { database in
      let dossier = try await database.open(.example(day: TestClock().now.day - 30)).id
      let (item, gone) = (try await database.add(to: dossier), try await database.add("b", to: dossier))
      let reading = try #require(try await database.read { try DossierReadingStore($0).find(item, 0) })
      let lost = try #require(try await database.read { try DossierReadingStore($0).find(gone, 0) })
      try await database.write {
        _ = try TakeOutOfDossier(gone, of: dossier, reason: "thừa")
          .perform(by: Cast.officerInCharge, flows: flows, in: $0)
      }
      let version = try await database.dossier(dossier).version
      try await database.write {
        _ = try CloseDossier(dossier, retention: .permanent, endedOn: nil, isReviewed: true, formVersion: version)
          .perform(by: Cast.officerInCharge, flows: flows, in: $0)
      }
      for (reading, page) in [(reading, "một"), (reading, "hai"), (lost, "ba")] {
        let text = OwnFileText(
          state: .read, pageCount: 4, pages: [.init(page: 1, origin: "textLayer", text: page)])
        try await database.write {
          try KeepOwnFileText(dossier: dossier, reading: reading, text: text).performForJob(in: $0)
        }
      }
      #expect(try await database.texts() == ["một"])
      // Its list of contents stood when it ended; taken up again it counts.
      let closed = try await database.dossier(dossier)
      #expect(closed.pageTotal == 0)
      try await database.write {
        _ = try ReopenDossier(dossier, reason: "bổ sung", formVersion: closed.version)
          .perform(by: Cast.unitHead, in: $0)
      }
      #expect(try await database.dossier(dossier).pageTotal == 4)
    }
  }

  @Test("a part's words find the part for its own people, and nobody who sees its head alone") func parts() async throws
  {
    try await withFiling { database in
      let whole = try await database.open().id
      let part = try await database.write {
        try OpenSubDossier(of: whole, title: "Lô một").perform(by: Cast.officerInCharge, in: $0).id
      }
      let item = try await database.add(to: part)
      try await database.read(item, of: part)
      let record = RecordReference.dossier(part)
      #expect(try await database.finds(Cast.officerInCharge) == [record])
      // Somebody of the whole alone: now the part's words would tell them what they may not read.
      let other = Cast.officerOfAnotherUnit
      try await database.write { try share(whole, .post(other.post), as: .reader, in: $0) }
      #expect(try await database.sees(record, other))
      #expect(try await database.finds(other) == [])
      #expect(try await database.finds(Cast.officerInCharge) == [])
      try await database.write { try share(part, .post(other.post), as: .reader, in: $0) }
      for actor in [other, Cast.officerInCharge] { #expect(try await database.finds(actor) == [record]) }
    }
  }

  @Test("what waits and is asked for by nobody is asked for once") func forgotten() async throws {
    try await withFiling { database in
      let dossier = try await database.open().id
      let item = try await database.add(to: dossier)
      func forgotten() async throws -> [Dossier.ID] {
        try await database.read { try DossierReadingStore($0).forgotten(code: ReadDossierFilesJob.code, limit: 9) }
      }
      #expect(try await forgotten() == [])
      try await database.write { try $0.run("DELETE FROM jobs") }
      #expect(try await forgotten() == [dossier])
      try await database.read(item, of: dossier)
      #expect(try await forgotten() == [])
    }
  }

  @Test("sound has nothing to read; a file no tool opens is looked at before the end, and told to the archive")
  func unreadable() async throws {
    try await withFiling { database in
      let dossier = try await database.open(.example(day: TestClock().now.day - 30)).id
      var sound = KeptFile.example("c", pages: nil)
      (sound.kind, sound.name) = (.mp3, "ghi-am.mp3")
      try await database.write { [sound] transaction in
        _ = try AddDossierFiles(dossier, [.init(sound)], title: "", datedOn: nil, isVouchedOpen: true)
          .perform(by: Cast.officerInCharge, in: transaction)
      }
      #expect(try await database.waitingJobs() == 0)
      #expect(try await database.ends(dossier).reviews == [])
      let item = try await database.add(to: dossier)
      try await database.read(item, of: dossier, state: .unreadable, trouble: "tệp bị hỏng")
      let closing = try await database.ends(dossier)
      #expect(closing.obstacles == [])
      #expect(closing.reviews.map(\.why) == ["không đọc được: tệp bị hỏng"])
      let (found, lines) = (try await database.dossier(dossier), try await database.lines(dossier))
      let check = ArchiveCheck(found, nil, gaps: 0, lines, damaged: [])
      #expect(check.points.first { $0.name == "Tệp đọc được" }?.difference == "không đọc được mục 2")
    }
  }
}

@Suite("MAT-05 dấu mật trong tài liệu của hồ sơ") struct OwnFileSecrecyTests {
  private static let title = "Bản đồ khu vực Núi Voi"

  /// A dossier with a file in which the reading found a mark.
  private func withheld(in database: any Database) async throws -> (dossier: Dossier.ID, item: DossierItem.ID) {
    let dossier = try await database.open().id
    let item = try await database.add(to: dossier, title: Self.title)
    try await database.read(item, of: dossier, markedPage: 1)
    return (dossier, item)
  }

  private func story(_ dossier: Dossier.ID, in database: any Database) async throws -> String {
    try await database.read {
      try DossierStoryScreen.read(
        DossierStore($0).find(dossier, visibleTo: Cast.officerInCharge), before: nil, flows.directory,
        by: Cast.officerInCharge, in: $0
      ).entries.compactMap(\.line.sentence).joined(separator: "|")
    }
  }

  @Test("nobody opens, finds or takes it out; the list, the story and the end of the dossier say so and not what it is")
  func withheldFromEverybody() async throws {
    try await withFiling { database in
      let (dossier, item) = try await withheld(in: database)
      for actor in Cast.everybody where try await database.sees(.dossier(dossier), actor) {
        let refusal = await #expect(throws: Refusal.self) {
          _ = try await database.read { try OwnDossierFile.find(item, in: dossier, visibleTo: actor, $0) }
        }
        #expect(refusal?.kind == .forbidden)
        #expect(try await database.finds(actor) == [])
        let line = try await database.lines(dossier, as: actor)[0]
        #expect(line.title == OwnFileQuarantine.veil && line.item.file?.name == "")
      }
      await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try TakeOutOfDossier(item, of: dossier, reason: "thử")
            .perform(by: Cast.officerInCharge, flows: flows, in: $0)
        }
      }
      #expect(try await database.texts() == [])
      let told = try await story(dossier, in: database)
      #expect(!told.contains("Núi Voi") && told.contains("niêm giữ tài liệu số thứ tự 1 vì trang 1 có dấu mật"))
      let obstacle = try await database.ends(dossier).obstacles
      #expect(obstacle.map(\.path) == [DossierPaths.viewing(dossier, item)])
      let maker = try await database.read {
        try $0.rows("SELECT words FROM notifications WHERE event = 'dossier.fileWithheld'").map {
          try $0.get("words", as: String.self)
        }
      }
      #expect(maker == ["tài liệu số thứ tự 1"])
    }
  }

  @Test("given back with a reason by head of office or leader, it is as it was, read anew, and its mark counts no more")
  func released() async throws {
    try await withFiling { database in
      let (dossier, item) = try await withheld(in: database)
      for actor in [Cast.officerInCharge, Cast.registryClerk, Cast.unitHead] {
        let refusal = await #expect(throws: Refusal.self) {
          try await database.write { try ReleaseOwnFile(item, of: dossier, reason: "x").perform(by: actor, in: $0) }
        }
        #expect(refusal?.kind == .forbidden, "\(actor.personName)")
      }
      await #expect(throws: Refusal.self) {
        try await database.write {
          try ReleaseOwnFile(item, of: dossier, reason: " ").perform(by: Cast.headOfOffice, in: $0)
        }
      }
      try await database.write { try $0.run("DELETE FROM jobs") }
      try await database.write {
        try ReleaseOwnFile(item, of: dossier, reason: "chữ trong mẫu biểu").perform(by: Cast.headOfOffice, in: $0)
      }
      #expect(try await database.waitingJobs() == 1)
      let line = try await database.lines(dossier)[0]
      #expect(line.title == Self.title && line.item.file?.name == "anh-a.pdf")
      try await database.read(item, of: dossier, markedPage: 1)
      #expect(try await database.finds(Cast.officerInCharge) == [.dossier(dossier)])
      #expect(try await story(dossier, in: database).contains("Núi Voi"))
    }
  }

  @Test(
    "destroyed by the clerk after another person confirmed; nothing keeps its name, whatever state the dossier is in")
  func destroyed() async throws {
    try await withFiling { database in
      let (dossier, item) = try await withheld(in: database)
      let other = try await database.add("b", to: dossier, title: "Ghi chép")
      func destroy(_ actor: Kernel.Actor) async throws -> [FileHash] {
        try await database.write { try DestroyOwnFile(item, of: dossier).perform(by: actor, in: $0) }
      }
      await #expect(throws: Refusal.self) { _ = try await destroy(Cast.registryClerk) }
      try await database.write { try ConfirmOwnFileSecrecy(item, of: dossier).perform(by: Cast.leader, in: $0) }
      await #expect(throws: Refusal.self) { _ = try await destroy(Cast.leader) }
      try await database.write {
        try $0.run("UPDATE dossiers SET hold_text = 'Lệnh số 3 của Tòa án' WHERE id = \(dossier)")
      }
      let hashes = try await destroy(Cast.registryClerk)
      #expect(hashes == [KeptFile.example("a").stored.hash])
      let lines = try await database.lines(dossier)
      #expect(lines.map(\.item.id) == [other] && lines.map(\.item.ordinal) == [1])
      let kept = try await database.read { transaction in
        try transaction.rows("SELECT sentence FROM audit_entries WHERE sentence IS NOT NULL").map {
          try $0.get("sentence", as: String.self)
        }.joined(separator: "|")
      }
      #expect(!kept.contains("Núi Voi") && kept.contains("Ghi chép") && kept.contains("đã xác nhận"))
      #expect(try VerifyAudit(database: database).run().fault == nil)
    }
  }

  @Test("a person who sees a mark no reading found has it withheld; an officer cannot") func reported() async throws {
    try await withFiling { database in
      let dossier = try await database.open().id
      let item = try await database.add(to: dossier, title: Self.title)
      try await database.read(item, of: dossier)
      func report(_ actor: Kernel.Actor) async throws {
        _ = try await database.write { try WithholdOwnFile(item, of: dossier).perform(by: actor, in: $0) }
      }
      await #expect(throws: Refusal.self) { try await report(Cast.officerInCharge) }
      try await report(Cast.registryClerk)
      #expect(try await database.finds(Cast.officerInCharge) == [])
      #expect(try await database.texts() == [])
      await #expect(throws: Refusal.self) { try await report(Cast.registryClerk) }
    }
  }
}
