import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import Identity

@Suite("Signing in, in the browser") struct SignInPagesTests {
  @Test("a name and a password open the page that was asked for") func signingIn() async throws {
    try await withSite { window, _ in
      #expect(try await window.get("/van-ban-den").status == 303)
      try await window.get(try #require(window.last.location))
      #expect(window.value(of: "ve") == "/van-ban-den")
      let answer = try await window.post(
        "/dang-nhap", [("ten", "hoant"), ("mat-khau", ExampleAccounts.password), ("ve", "/van-ban-den")])
      #expect(answer.location == "/van-ban-den")
      let cookie = try #require(answer.cookies.first)
      #expect(cookie.hasPrefix("phien=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
      #expect(try await window.get("/van-ban-den").status == 200)
    }
  }

  @Test("a refused form keeps the name and never the password; other sites are never gone to") func refusedForm()
    async throws
  {
    try await withSite { window, _ in
      let answer = try await window.post(
        "/dang-nhap", [("ten", "hoant"), ("mat-khau", "Bi-Mat-Cua-Toi"), ("ve", "//xau.example")])
      #expect(answer.status == 422)
      #expect(answer.text.contains("value=\"hoant\"") && !answer.text.contains("Bi-Mat-Cua-Toi"))
      #expect(window.value(of: "ve") == "/")
    }
  }

  @Test("over TLS the cookie is for this host only") func secureCookie() async throws {
    try await withSite(isSecure: true) { window, _ in
      try await window.signIn(Cast.leader)
      let cookie = try #require(window.last.cookies.first)
      #expect(cookie.hasPrefix("__Host-phien=") && cookie.contains("Secure") && cookie.contains("Path=/"))
      #expect(try await window.get("/van-ban-den").status == 200)
    }
  }

  @Test("the example body offers its cast by role; a real one neither offers nor takes it") func cast() async throws {
    let role = ("vai", Cast.clerkOfAnotherAgency.post.description)
    try await withSite { window, _ in
      try await window.get("/dang-nhap")
      for actor in Cast.offered { #expect(window.last.text.contains(actor.personName)) }
      #expect(try await window.post("/dang-nhap/vai", [role]).status == 303)
      #expect(try await window.get("/tai-khoan").text.contains("Lý Thị Hạnh"))
    }
    try await withSite(isExampleBody: false) { window, _ in
      let page = try await window.get("/dang-nhap").text
      #expect(!page.contains("Lý Thị Hạnh"))
      #expect(try await window.post("/dang-nhap/vai", [role]).status == 404)
    }
  }

  @Test("signing out ends the session on the server too") func signingOut() async throws {
    try await withSite { window, database in
      try await window.signIn(Cast.leader)
      try await window.get("/van-ban-den")
      try await window.post("/dang-xuat", [])
      #expect(try await window.get("/van-ban-den").status == 303)
      let count = try await database.read { try $0.rows("SELECT id FROM sessions").count }
      #expect(count == 0)
    }
  }

  @Test("a form of another session is not taken") func foreignForm() async throws {
    try await withSite { window, _ in
      try await window.signIn(Cast.leader)
      let answer = try await window.post("/tai-khoan/phim", [("ma-phien", "sai"), ("bat", "")], sealed: false)
      #expect(answer.status == 409)
    }
  }

  @Test("a person with two posts chooses one; forms act as the post they were shown for") func posts() async throws {
    try await withSite { window, _ in
      try await window.signIn(Cast.headOfTwo)
      try await window.get("/van-ban-den")
      #expect(window.value(of: "post") == "1011")
      let answer = try await window.post("/tu-cach", [("choice", "1301"), ("back", "/van-ban-den")])
      #expect(answer.location == "/van-ban-den")
      try await window.get("/van-ban-den")
      #expect(window.value(of: "post") == "1301")
      #expect(window.last.text.contains("Phụ trách Trung tâm"), "the notice names the post")
      #expect(try await window.post("/tu-cach", [("choice", "1004")]).status == 409)
    }
  }

  @Test("a locked account is out with its next request") func lockedAtOnce() async throws {
    try await withSite { window, _ in
      try await window.signIn(Cast.leader)
      let admin = window.another
      try await admin.signIn(Cast.administrator)
      try await admin.get("/quan-tri/tai-khoan/cua/201")
      let version = try #require(admin.value(of: "phien-ban"))
      let locked = try await admin.post(
        "/quan-tri/tai-khoan/201/khoa", [("ly-do", "nghi lộ mật khẩu"), ("phien-ban", version)])
      #expect(locked.status == 303)
      #expect(try await window.get("/van-ban-den").status == 303)
    }
  }

  @Test("my account: sessions, keys, theme") func myAccount() async throws {
    try await withSite { window, database in
      try await window.signIn(Cast.leader)
      let other = window.another
      try await other.signIn(Cast.leader)
      #expect(try await window.get("/tai-khoan").text.contains("phiên này"))
      try await window.post("/tai-khoan/phien/ket-thuc", [])
      #expect(try await other.get("/tai-khoan").status == 303)
      try await window.get("/tai-khoan")
      try await window.post("/tai-khoan/phim", [("bat", "")])
      try await window.get("/tai-khoan")
      try await window.post("/tai-khoan/giao-dien", [("theme", "dark"), ("back", "/van-ban-den")])
      let row = try await database.read { transaction in
        let rows = try transaction.rows("SELECT theme, has_single_keys FROM accounts WHERE id = 201")
        return (try rows[0].get("theme", as: String.self), try rows[0].get("has_single_keys", as: Bool.self))
      }
      #expect(row == ("dark", false))
    }
  }
}

@Suite("AN-04 the lock, in the browser") struct LockPagesTests {
  @Test("a page asked for after the limit is the lock; the password leads to it") func lockedPage() async throws {
    let clock = TestClock()
    try await withSite(clock: clock) { window, _ in
      try await window.signIn(Cast.registryClerk)
      clock.advance(by: .seconds(16 * 60))
      #expect(try await window.get("/van-ban-den").text.contains("Màn hình đã khóa"))
      let path = try #require(window.value(of: "mo-khoa-ve"))
      #expect(path == "/van-ban-den")
      let wrong = try await window.post("/mo-khoa", [("password", "sai"), ("mo-khoa-ve", path)])
      #expect(wrong.status == 422 && wrong.text.contains("vẫn khóa"))
      let right = try await window.post("/mo-khoa", [("password", ExampleAccounts.password), ("mo-khoa-ve", path)])
      #expect(right.status == 303 && right.location == "/van-ban-den")
      #expect(try await window.get("/van-ban-den").text.contains("<h1>Văn bản đến</h1>"))
    }
  }

  @Test("a form sent after the limit waits, and is sent again after the password") func lockedForm() async throws {
    let clock = TestClock()
    try await withSite(clock: clock) { window, database in
      try await window.signIn(Cast.administrator)
      let path = "/quan-tri/don-vi/107/ten"
      try await window.get(path)
      let typed = [("ten", "Vụ Kế hoạch & \"Tài chính\" mới"), ("tu-ngay", "5/11/2026")]
      let sent = window.hidden(["phien-ban"]) + typed
      clock.advance(by: .seconds(6 * 60))
      let locked = try await window.post(path, sent)
      #expect(locked.status == 423)
      #expect(window.value(of: "ten") == "Vụ Kế hoạch &amp; &quot;Tài chính&quot; mới")
      let waiting = sent + window.hidden(["post"]) + [("mo-khoa-ve", path), ("mo-khoa-gui", "1")]
      let wrong = try await window.post("/mo-khoa", waiting + [("password", "sai")])
      #expect(wrong.status == 422 && window.value(of: "ten") != nil, "still everything typed")
      let right = try await window.post("/mo-khoa", waiting + [("password", ExampleAccounts.password)])
      #expect(right.status == 307 && right.location == path)
      #expect(try await window.getThenPost("/van-ban-den", path, sent).status == 303)
      let name = try await database.read { try OrganizationStore($0).unitName(UnitID(107)) }
      #expect(name == "Vụ Kế hoạch & \"Tài chính\" mới")
    }
  }

  @Test("a script's unlock gets the forms' secret, also from a page older than the session") func scriptUnlock()
    async throws
  {
    let clock = TestClock()
    try await withSite(clock: clock) { window, _ in
      try await window.signIn(Cast.registryClerk)
      clock.advance(by: .seconds(16 * 60))
      #expect(try await window.get("/thay-doi", script: true).status == 423)
      let wrong = try await window.post("/mo-khoa", [("password", "sai")], sealed: false, script: true)
      #expect(wrong.status == 422 && !wrong.text.contains("<"))
      let right = try await window.post(
        "/mo-khoa", [("password", ExampleAccounts.password)], sealed: false, script: true)
      #expect(right.status == 200 && right.text.hasPrefix("{\"csrf\":\""))
      try await window.get("/van-ban-den")
      #expect(right.text.contains(window.value(of: "ma-phien") ?? "?"))
    }
  }

  @Test("requests keep the session open; the live line does not") func activity() async throws {
    let clock = TestClock()
    try await withSite(clock: clock) { window, _ in
      try await window.signIn(Cast.registryClerk)
      for _ in 1...4 {
        clock.advance(by: .seconds(10 * 60))
        #expect(try await window.get("/van-ban-den").text.contains("<h1>Văn bản đến</h1>"))
      }
      for _ in 1...2 {
        clock.advance(by: .seconds(10 * 60))
        #expect(try await window.get("/con-lam-viec", script: true).status == 204, "typing without asking for a page")
      }
      clock.advance(by: .seconds(10 * 60))
      try await window.get("/thay-doi", script: true)
      clock.advance(by: .seconds(6 * 60))
      #expect(try await window.get("/van-ban-den").text.contains("Màn hình đã khóa"))
      clock.advance(by: .seconds(13 * 3600))
      #expect(try await window.get("/van-ban-den").status == 303, "in the end the session is over")
    }
  }

  @Test("AN-01 a first password leads to the form for a new one and nowhere else") func firstPassword() async throws {
    try await withSite { window, database in
      let hash = try PasswordHasher.hashNow("Mat-Khau-Dau-2026")
      try await database.write { transaction in
        try ResetPassword(account: Cast.leader.account, passwordHash: hash, formVersion: 1)
          .perform(by: Cast.administrator, in: transaction)
      }
      try await window.post("/dang-nhap", [("ten", "quangtv"), ("mat-khau", "Mat-Khau-Dau-2026")])
      #expect(try await window.get("/van-ban-den").location == "/tai-khoan/mat-khau")
      try await window.get("/tai-khoan/mat-khau")
      let fields = [("mat-khau-cu", "Mat-Khau-Dau-2026"), ("mat-khau-moi", "Mat-Khau-Moi-2026")]
      let refused = try await window.post("/tai-khoan/mat-khau", fields + [("nhap-lai", "khác")])
      #expect(refused.status == 422 && !refused.text.contains("Mat-Khau-Moi"))
      let changed = try await window.post("/tai-khoan/mat-khau", fields + [("nhap-lai", "Mat-Khau-Moi-2026")])
      #expect(changed.status == 303)
      #expect(try await window.get("/van-ban-den").status == 200)
    }
  }
}

extension Window {
  /// Sees `page` for its seal, then sends a form.
  func getThenPost(_ page: String, _ path: String, _ fields: [(String, String)]) async throws -> Answer {
    try await get(page)
    return try await post(path, fields)
  }
}
