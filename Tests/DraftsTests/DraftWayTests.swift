import Access
import Database
import FileVault
import Kernel
import Notifications
import Organization
import Papers
import TestSupport
import Testing
import Work

@testable import Drafts

@Suite("ST-03 ST-04 ST-06 ST-07 ST-08 PL6-1d luồng trình dự thảo") struct DraftWayTests {
  @Test("every reach has the progress that its work says", arguments: Reach.allCases)
  func progress(reach: Reach) async throws {
    try await withDrafts { database in
      let id = try await database.draft(reach)
      #expect(try await database.find(id).progress == reach.progress)
      let report = try VerifyDrafts(database: database).run()
      #expect(report.drafts == 1 && report.wrong.isEmpty, "\(report.wrong)")
    }
  }

  @Test("a stored summary that says something else is found") func wrongSummary() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.form)
      _ = try await database.write { try $0.run("UPDATE drafts SET progress = 'signed' WHERE id = \(id)") }
      let wrong = try VerifyDrafts(database: database).run().wrong
      #expect(wrong.count == 1 && wrong[0].contains("Chờ kiểm tra thể thức"), "\(wrong)")
    }
  }

  @Test("content and form are answered for by two people, whatever posts they hold") func twoPeople() async throws {
    try await withDrafts { database in
      let id = try await database.write { transaction in
        let id = try CreateDraft(.example).perform(by: Cast.headOfOffice, in: transaction)
        try AddDraftVersion(id, main: file(1), purpose: "", seen: 0).perform(by: Cast.headOfOffice, in: transaction)
        try SubmitDraft(id, way: .usual).perform(by: Cast.headOfOffice, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.headOfOffice, in: transaction)
        return id
      }
      let refused = try await database.refusal {
        try PassDraft(Drafting.item(id, $0), on: id).perform(by: Cast.headOfOffice, in: $0)
      }
      #expect(refused?.message.contains("người khác kiểm tra") == true)
      // The next station may be given to somebody else.
      try await database.write { transaction in
        try ReturnDraft(Drafting.item(id, transaction), on: id, to: .station(1), reason: "Người khác kiểm thể thức")
          .perform(by: Cast.headOfOffice, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id, next: .registry)
          .perform(by: Cast.headOfOffice, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.registryClerk, in: transaction)
      }
      #expect(try await database.find(id, as: Cast.headOfOffice).progress == .signing)
    }
  }

  @Test("what is returned goes to the head of the lead unit, who passes it to the drafter") func returned() async throws
  {
    try await withDrafts { database in
      let id = try await database.draft(.returned)
      let unable = try await database.refusal {
        try SubmitDraft(id, way: .usual).perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(unable?.kind == .conflict, "the drafter does not have it yet")
      try await database.write { try PassBackDraft(id).perform(by: Cast.unitHead, in: $0) }
      try await database.write { transaction in
        try SubmitDraft(id, way: .usual).perform(by: Cast.officerInCharge, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.unitHead, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.headOfOffice, in: transaction)
      }
      let standing = try await database.read { transaction in
        let draft = try DraftStore(transaction).find(id, visibleTo: Cast.leader)
        return try DraftWayStore(transaction).checks(of: id).filter { $0.stands && $0.round == draft.round }
      }
      #expect(standing.map(\.kind) == [.content, .form], "what was found in the first round counts no more")
    }
  }

  @Test("returning to an earlier station voids its check and all later ones") func earlier() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.signing)
      try await database.write {
        try ReturnDraft(Drafting.item(id, $0), on: id, to: .station(2), reason: "Pháp chế xem lại")
          .perform(by: Cast.leader, in: $0)
      }
      #expect(try await database.find(id).progress == .coordinating)
      let checks = try await database.read { try DraftWayStore($0).checks(of: id) }
      #expect(checks.filter(\.stands).map(\.kind) == [.content])
    }
  }

  @Test("an edit on the way is a version of whoever made it; earlier files stay") func edit() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.signing)
      let before = try await database.read { try DraftVersionStore($0).list(of: id) }
      try await database.write {
        try AddDraftVersion(id, main: file(7), keeping: before[0].annexes.map(\.id), purpose: "Sửa câu kết", seen: 1)
          .perform(by: Cast.leader, in: $0)
      }
      let after = try await database.read { try DraftVersionStore($0).list(of: id) }
      #expect(after.first == before.first && after.count == 2)
      #expect(after[1].isEdit && after[1].author == Cast.leader.post)
      #expect(after[1].annexes.map(\.hash) == before[0].annexes.map(\.hash))
      let stale = try await database.refusal {
        try SignDraft(Drafting.item(id, $0), on: id, seen: 1).perform(by: Cast.leader, in: $0)
      }
      #expect(stale?.message.contains("đã xem bản 1") == true)
      try await database.write {
        try SignDraft(Drafting.item(id, $0), on: id, seen: 2).perform(by: Cast.leader, in: $0)
      }
    }
  }

  @Test("only a Word file is a draft; what no tool reads needs somebody who has looked") func files() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.drafting)
      let pdf = try await database.refusal {
        try AddDraftVersion(id, main: file(3, name: "quet.pdf", kind: .pdf), purpose: "", seen: 1)
          .perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(pdf?.messages(at: DraftField.file).first?.contains("phải là tệp Word") == true)
      var scan = file(4, name: "quet.pdf", kind: .pdf, text: "")
      scan.isUnread = true
      let unread = try await database.refusal { [scan] in
        try AddDraftVersion(id, main: file(3), annexes: [scan], purpose: "", seen: 1)
          .perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(unread?.messages(at: DraftField.vouched).isEmpty == false)
      #expect(try await database.count("draft_versions") == 1)
    }
  }

  @Test("nobody sees a draft before it is sent to them; who had it keeps seeing it") func seen() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.content)
      for actor in [Cast.leader, Cast.headOfOffice, Cast.registryClerk, Cast.headOfTwo, Cast.clerkOfAnotherAgency] {
        let sees = try await database.read { try Access.maySee(.draft(id), actor: actor, in: $0) }
        #expect(!sees, "\(actor.personName)")
      }
      try await database.write { transaction in
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.unitHead, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.headOfTwo, in: transaction)
      }
      #expect(try await database.read { try Access.maySee(.draft(id), actor: Cast.headOfTwo, in: $0) })
    }
  }
}
