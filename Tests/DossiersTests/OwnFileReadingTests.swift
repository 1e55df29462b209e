import Access
import Audit
import Database
import Documents
import FilePlans
import FileVault
import Foundation
import Jobs
import Kernel
import Logging
import Organization
import Papers
import SearchIndex
import TestSupport
import Testing

@testable import Dossiers

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
      try await database.read(item, of: dossier, pages: ["Kết luận về \(ownFileWord)", "trang hai"])
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

  @Test("stopped after one file, or after the last before the index, it goes on; a file that is gone stops no other")
  func stopped() async throws {
    try await withFiling { database in
      let folder = FileManager.default.temporaryDirectory.appending(path: "own-files-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let vault = try FileVault(folder: folder)
      let dossier = try await database.open().id
      // Said to lie in the vault, and does not.
      let missing = try await database.add(to: dossier, title: "Tệp mất")
      for text in ["Ghi chép về \(ownFileWord)", "Nhật ký thăm dò hang động"] {
        let staged = try await vault.receive(Array(text.utf8))
        try await vault.keep(staged)
        let file = KeptFile(name: "ghi-chep.txt", kind: .text, stored: staged.stored)
        try await database.write {
          _ = try AddDossierFiles(dossier, [.init(file)], title: "", datedOn: nil, isVouchedOpen: true)
            .perform(by: Cast.officerInCharge, in: $0)
        }
      }
      let first = try await database.read { try DossierReadingStore($0).waiting(in: dossier)[1] }
      let text = OwnFileText(state: .read, pages: [.init(page: 1, origin: "textLayer", text: ownFileWord)])
      try await database.write {
        try KeepOwnFileText(dossier: dossier, reading: first, text: text).performForJob(in: $0)
      }
      #expect(try await database.finds(Cast.officerInCharge) == [])
      let reader = PaperReader(vault: vault, runner: await ToolRunner.detected())
      let runner = JobRunner(
        database: database, kinds: [ReadDossierFilesJob(reader: reader)], logger: Logger(label: "test"))
      _ = try await runner.runAllDue()
      for typed in [ownFileWord, "thăm dò hang động"] {
        #expect(try await database.finds(Cast.officerInCharge, typed) == [.dossier(dossier)], "\(typed)")
      }
      let gone = try await database.read { try DossierReadingStore($0).find(missing, 0) }
      #expect(gone?.state != .read)
      try await runner.close()
      try await vault.close()
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
      // As after the migration: it lay there before files were read.
      try await database.write { transaction in
        try transaction.run("DELETE FROM jobs")
        try transaction.run("DELETE FROM dossier_readings")
        for statement in DossierReadingMigrations.present.statements(transaction.engine) {
          try transaction.run(statement)
        }
      }
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
