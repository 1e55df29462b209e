import Database
import Drafts
import HTTPTypes
import Handovers
import Identity
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import Registers
import TestSupport
import Testing
import Work

@testable import App

/// A post is not ended and an account is not closed while something is left to hand over.
@Suite("HS-11 AN-08 không đóng khi chưa bàn giao") struct ClosingTests {
  private static let account = "/quan-tri/tai-khoan/cua/\(Cast.officerInCharge.person)"
  private static let close = "/quan-tri/tai-khoan/\(Cast.officerInCharge.account)/dong"
  private static let post = "/quan-tri/chuc-danh/\(Cast.officerInCharge.post)/thoi-giu"

  @Test("the account: refused with the list of what is left, closed once nothing is") func account() async throws {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let administrator = try await app.signedIn(as: Cast.administrator)
      let page = try await administrator.get(Self.account)
      for text in ["Chưa bàn giao", "còn giữ 2 việc giải quyết văn bản đến"] { try page.requireText(text) }
      #expect(page.markup.tags.contains { $0["href"] == "/ban-giao/cua/\(Cast.officerInCharge.person)" })
      let form = try ShownForm(Self.close, on: page).typing(["ly-do-dong": "nghỉ hưu"])
      let refused = try await administrator.submit(form)
      try refused.requireStatus(422)
      for text in ["còn giữ 1 dự thảo đang soạn", "còn giữ 1 biểu thu báo cáo"] { try refused.requireText(text) }
      #expect(!refused.words.contains("văn bản đang theo dõi"), "following keeps nobody")

      _ = try await app.handOver(Cast.officerInCharge, to: Cast.unitClerk, by: Cast.administrator)
      let free = try await administrator.get(Self.account)
      #expect(!free.words.contains("Chưa bàn giao"))
      let again = try ShownForm(Self.close, on: free).typing(["ly-do-dong": "nghỉ hưu"])
      try await administrator.follow(try await administrator.submit(again)).requireText("Đã đóng tài khoản")
      try await administrator.get(Self.account).requireText("Mở lại tài khoản")
      let gone = try await app.browser.send(
        .post, "/dang-nhap/vai", form: [("vai", Cast.officerInCharge.post.description)])
      #expect(gone.status != 303, "nobody signs in to a closed account")
    }
  }

  @Test("locking does not wait: a leaked password is locked whatever is left") func locking() async throws {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let administrator = try await app.signedIn(as: Cast.administrator)
      let lock = "/quan-tri/tai-khoan/\(Cast.officerInCharge.account)/khoa"
      let form = try ShownForm(lock, on: try await administrator.get(Self.account)).typing(["ly-do": "nghi lộ mật khẩu"]
      )
      _ = try await administrator.submit(form).requireLocation()
      let locked = try await administrator.get(Self.account)
      try locked.requireText("Đã khóa")
      try await administrator.submit(try ShownForm(Self.close, on: locked).typing(["ly-do-dong": "nghỉ"]))
        .requireStatus(422)
    }
  }

  @Test("the post: the form says what is left, and the act refuses for the same; ended once nothing is") func post()
    async throws
  {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let administrator = try await app.signedIn(as: Cast.administrator)
      let page = try await administrator.get(Self.post)
      try page.requireText("còn giữ 1 việc thực hiện văn bản của cơ quan")
      let form = try ShownForm(Self.post, on: page).typing(["thoi-tu-ngay": "30/11/2026"])
      try await administrator.submit(form).requireStatus(409)
      _ = try await app.handOver(Cast.officerInCharge, to: Cast.unitClerk, by: Cast.unitHead)
      let free = try ShownForm(Self.post, on: try await administrator.get(Self.post)).typing(
        ["thoi-tu-ngay": "30/11/2026"])
      _ = try await administrator.submit(free).requireLocation()
    }
  }

  @Test("the command refuses with the list and the page, and closes afterwards") func command() async throws {
    try await withApp { app in
      try await app.burden(Cast.officerInCharge)
      let name = try await app.loginName(of: Cast.officerInCharge)
      let act = CloseAccountByCommand(loginName: name, reason: "nghỉ hưu", owned: Modules.owned)
      let refusal = await #expect(throws: Refusal.self) { try await app.database.write { try act.perform(in: $0) } }
      #expect(refusal?.message.contains("còn giữ 2 việc") == true)
      #expect(refusal?.message.contains("/ban-giao/cua/\(Cast.officerInCharge.person)") == true)
      _ = try await app.handOver(Cast.officerInCharge, to: Cast.unitClerk, by: Cast.unitHead)
      try await app.database.write { try act.perform(in: $0) }
      #expect(try await app.count("sessions") == 0)
    }
  }

  @Test("reserved numbers go to another clerk, what a leader gave to another leader") func others() async throws {
    try await withApp { app in
      _ = try await app.database.write { transaction in
        var act = ReserveOutgoingNumber(expiresOn: transaction.now.day + 9)
        (act.typeKey, act.owner, act.reason) = ("quyetDinh", "Vụ Khoáng sản", "chờ ký")
        return try act.perform(by: Cast.registryClerk, in: transaction)
      }
      let document = try await app.database.write { try Burden.incoming("152", by: $0) }
      #expect(try await app.left(Cast.registryClerk)["numberReservation"] == 1)
      _ = try await app.handOver(Cast.registryClerk, to: Cast.secondClerk, by: Cast.administrator)
      #expect(try await app.left(Cast.registryClerk)["numberReservation"] == nil)
      #expect(try await app.left(Cast.secondClerk)["numberReservation"] == 1)

      #expect(try await app.left(Cast.leader) == ["work.incomingDirected": 1])
      _ = try await app.handOver(Cast.leader, to: Cast.deputyLeader, by: Cast.leader)
      #expect(try await app.left(Cast.leader) == [:])
      let unit = try await app.database.read { transaction in
        try WorkStore(transaction).items(of: .incomingDocument(document)).first {
          $0.holder == .unit(ExampleBody.mineralsUnit)
        }
      }
      #expect(unit?.givenBy == Cast.deputyLeader.post && unit?.giverName == Cast.leader.personName)
      let draft = try await app.database.write { transaction in
        let facts = DraftFacts(typeKey: "congVan", subject: "Trả lời về trữ lượng", signer: Cast.leader.post)
        return try CreateDraft(facts, drafter: Cast.officerInCharge.post).perform(by: Cast.unitHead, in: transaction)
      }
      // What hangs below work of the unit's desk goes along as well.
      #expect(try await app.left(Cast.unitHead) == ["work.given": 2])
      _ = try await app.handOver(Cast.unitHead, to: Cast.unitClerk, by: Cast.administrator)
      #expect(try await app.left(Cast.unitHead) == [:])
      let writing = try await app.database.read { try WorkStore($0).items(of: .draft(draft)) }
      #expect(writing.map(\.givenBy) == [Cast.unitClerk.post])
    }
  }
}

extension TestApp {
  fileprivate func loginName(of actor: Kernel.Actor) async throws -> String {
    try await database.read { transaction in
      try transaction.rows("SELECT login_name FROM accounts WHERE id = \(actor.account)")[0].get("login_name")
    }
  }
}
