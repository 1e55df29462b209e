import Audit
import Database
import Handovers
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import App

/// A person who holds something of every kind, and hands it over.
@Suite("HS-11 PL6-95 bàn giao khi nghỉ, chuyển công tác") struct HandoverTests {
  @Test("everything a person owns is listed by kind, and what a desk of their unit holds is not") func listed()
    async throws
  {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let left = try await app.left(Cast.officerInCharge)
      #expect(
        left == [
          "work.incoming": 2, "work.outgoing": 1, "work.draftWriting": 1, "reportCollection": 1,
          "delegation.received": 1, "follow.incomingDocument": 1,
        ])
      let page = try await app.signedIn(as: Cast.officerInCharge).get("/ban-giao")
      for text in [
        "Việc giải quyết văn bản đến 2", "Dự thảo đang soạn 1", "kiểm kê trữ lượng", "Kết thúc khi bàn giao",
      ] {
        try page.requireText(text)
      }
    }
  }

  @Test("one press hands over everything: each with its line under both names, the receiver told once with counts")
  func everything() async throws {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let before = try await app.unread(Cast.unitClerk)
      let id = try await app.handOver(Cast.officerInCharge, to: Cast.unitClerk, by: Cast.officerInCharge)
      #expect(try await app.outcomes(id) == [.done: 7])
      #expect(try await app.left(Cast.officerInCharge) == [:])
      let got = try await app.left(Cast.unitClerk)
      #expect(got["work.incoming"] == 2 && got["reportCollection"] == 1 && got["work.draftWriting"] == 1)
      let told = try await app.unread(Cast.unitClerk) - before
      #expect(told == 1, "told \(told) times")
      let receiver = try await app.signedIn(as: Cast.unitClerk)
      try await receiver.get("/thong-bao").requireText("Việc giải quyết văn bản đến: 2")
      try await receiver.get("/ban-giao/lan/\(id)").requireText("Đã bàn giao lúc")
      let stories = try await app.database.read { transaction in
        try AuditStore(transaction).story(of: .handover(id), limit: 9).compactMap(\.sentence)
      }
      #expect(stories.count == 2 && stories.contains { $0.contains("7 đã chuyển") }, "\(stories)")
    }
  }

  @Test("an administrator hands over in the leaver's place; both names stand in the story of each thing")
  func byAdministrator()
    async throws
  {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      _ = try await app.handOver(Cast.officerInCharge, to: Cast.unitClerk, by: Cast.administrator)
      #expect(try await app.left(Cast.officerInCharge) == [:])
      let found = try await app.database.read { transaction in
        try transaction.rows(
          """
          SELECT COUNT(*) AS n FROM audit_entries
          WHERE person_name = 'Phan Anh Tuấn' AND on_behalf_of = 'Bùi Quốc Khánh, Chuyên viên'
          """)[0].get("n", as: Int.self)
      }
      #expect(found >= 7, "\(found)")
    }
  }

  @Test("an administrator reads numbers and deadlines, not the words of what they may not see") func words()
    async throws
  {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let page = try await app.signedIn(as: Cast.administrator).get("/ban-giao/cua/\(Cast.officerInCharge.person)")
      try page.requireText("nội dung không thuộc quyền xem")
      #expect(!page.words.contains("kiểm kê trữ lượng"))
    }
  }

  @Test("what cannot go stays where it is, with its reason") func refused() async throws {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      // An officer of another unit gets no work and no draft of the minerals unit.
      let id = try await app.handOver(Cast.officerInCharge, to: Cast.officerOfAnotherUnit, by: Cast.officerInCharge)
      let outcomes = try await app.outcomes(id)
      #expect(outcomes == [.refused: 5, .done: 2])
      let left = try await app.left(Cast.officerInCharge)
      #expect(left["work.incoming"] == 2 && left["work.draftWriting"] == 1 && left["reportCollection"] == nil)
      try await app.signedIn(as: Cast.officerInCharge).get("/ban-giao/lan/\(id)").requireText("trong cùng đơn vị")
    }
  }

  @Test("killed anywhere and run again: each thing exactly once, the receiver told once", arguments: [0, 1, 4, 6])
  func killed(after done: Int) async throws {
    struct Kill: Error {}
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let before = try await app.unread(Cast.unitClerk)
      let begun = try await app.database.write { transaction in
        try BeginHandover(
          Cast.officerInCharge.person, to: Cast.unitClerk.post, reason: .retirement, owned: Modules.owned
        ).perform(by: Cast.officerInCharge, in: transaction)
      }
      var left = done
      do {
        try await RunHandover(begun, owned: Modules.owned).perform(over: app.database) {
          left -= 1
          if left < 0 { throw Kill() }
        }
      } catch is Kill {}
      app.clock.advance(by: .seconds(60))
      try await app.runJobs()
      try await RunHandover(begun, owned: Modules.owned).perform(over: app.database)
      #expect(try await app.outcomes(begun.id) == [.done: 7])
      #expect(try await app.unread(Cast.unitClerk) - before == 1)
      let moves = try await app.database.read { transaction in
        try transaction.rows(
          "SELECT COUNT(*) AS n FROM audit_entries WHERE code = 'incomingDocument.workHandedOver'")[0].get(
            "n", as: Int.self)
      }
      #expect(moves == 2)
    }
  }

  @Test("the same form sent twice hands over once; another while one goes on is refused") func twice() async throws {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let browser = try await app.signedIn(as: Cast.officerInCharge)
      let form = try ShownForm("/ban-giao", on: try await browser.get("/ban-giao")).typing(
        ["ly-do": "transfer", "nguoi-nhan": "\(Cast.unitClerk.post)"])
      let first = try await browser.submit(form).requireLocation()
      let second = try await browser.submit(form).requireLocation()
      #expect(first == second)
      #expect(try await app.count("handovers") == 1)
      try await app.burden(Cast.officerInCharge, again: true)
      let act = BeginHandover(
        Cast.officerInCharge.person, to: Cast.unitClerk.post, reason: .retirement, owned: Modules.owned)
      _ = try await app.database.write { try act.perform(by: Cast.officerInCharge, in: $0) }
      let refusal = await #expect(throws: Refusal.self) {
        try await app.database.write { _ = try act.perform(by: Cast.officerInCharge, in: $0) }
      }
      #expect(refusal?.kind == .conflict && refusal?.message.contains("đang chạy") == true)
    }
  }

  @Test("a refused form keeps what was typed and says every reason at its field") func refusedForm() async throws {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let browser = try await app.signedIn(as: Cast.officerInCharge)
      let form = try ShownForm("/ban-giao", on: try await browser.get("/ban-giao")).typing(["ghi-chu": "Theo QĐ 15"])
      let answer = try await browser.submit(form)
      try answer.requireStatus(422)
      for text in ["Hãy chọn lý do bàn giao.", "Hãy chọn người nhận"] { try answer.requireText(text) }
      #expect(try ShownForm("/ban-giao", on: answer)["ghi-chu"] == "Theo QĐ 15")
    }
  }

  @Test("who opens the page of somebody else", arguments: Cast.everybody) func opens(actor: Kernel.Actor) async throws {
    try await withApp { app in
      let status = try await app.signedIn(as: actor).get("/ban-giao/cua/\(Cast.officerInCharge.person)").status
      let may: Set<PostID> = [Cast.officerInCharge.post, Cast.unitHead.post, Cast.administrator.post]
      #expect(status == (may.contains(actor.post) ? 200 : 403), "\(actor.titleOnRecord)")
    }
  }
}
