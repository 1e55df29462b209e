import Audit
import Database
import Foundation
import HTTPTypes
import Kernel
import Organization
import TestSupport
import Testing
import WebAPI

@testable import App

@Suite("Mã truy cập") struct AccessTokenTests {
  @Test("tells whose it is; without one, or with a broken one, nothing is told") func me() async throws {
    try await withApp { app in
      var program = try await app.program(as: Cast.registryClerk, [.documentsRead])
      let me = try await program.send(.get, "/me")
      #expect(me.status == 200 && me["post"] == .integer(Cast.registryClerk.post.number))
      #expect(me["scopes"] == ["documents:read"])
      for token in ["", "x", program.token.dropLast() + "!", "chauban_" + String(repeating: "a", count: 43)] {
        program.token = String(token)
        let answer = try await program.send(.get, "/me")
        #expect(answer.status == 401)
        #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer realm=") == true)
      }
    }
  }

  @Test("a cookie opens nothing here, and a token opens no page") func noMixing() async throws {
    try await withApp { app in
      let browser = try await app.signedIn(as: Cast.registryClerk)
      #expect(try await browser.get("/api/v1/incoming-documents").status == 401)
      let token = try await browser.makeToken()
      let page = try await app.browser.get("/van-ban-den", [.authorization: "Bearer \(token)"])
      #expect(page.location?.hasPrefix("/dang-nhap") == true)
    }
  }

  @Test("the database knows no secret, the page shows it once") func secret() async throws {
    try await withApp { app in
      let browser = try await app.signedIn(as: Cast.registryClerk)
      let token = try await browser.makeToken()
      let kept = try await app.everything(in: "api_tokens", columns: "secret_hash, name, scopes, last_address")
      #expect(!kept.contains(token.suffix(40)))
      let account = try await browser.get("/tai-khoan")
      try account.requireText("Phần mềm thử")
      #expect(!account.text.contains(token.suffix(20)))
      let audit = try await app.everything(in: "audit_entries", columns: "code, sentence, changes")
      #expect(audit.contains("account.tokenMade") && !audit.contains(token.suffix(20)))
    }
  }

  @Test("the same form sent twice makes one token and does not show it again") func twice() async throws {
    try await withApp { app in
      let browser = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(tokenPath, on: try await browser.get(tokenPath)).typing([
        "ten-ma": "Một lần", "pv-search-read": "1",
      ])
      #expect(try await browser.submit(form).status == 200)
      #expect(try await browser.submit(form).status == 303)
      #expect(try await app.count("api_tokens") == 1)
    }
  }

  @Test(
    "without a name or a scope, or for longer than a year, none is made; everything typed stays",
    arguments: [["ten-ma": ""], ["pv-search-read": ""], ["so-ngay": "3650"], ["so-ngay": "x"]])
  func refused(typed: [String: String]) async throws {
    try await withApp { app in
      let browser = try await app.signedIn(as: Cast.registryClerk)
      let good = ["ten-ma": "Phần mềm", "pv-search-read": "1", "so-ngay": "30"].merging(typed) { $1 }
      let form = try ShownForm(tokenPath, on: try await browser.get(tokenPath)).typing(
        good.filter { !$0.value.isEmpty })
      let answer = try await browser.submit(form)
      try answer.requireStatus(422)
      #expect(try ShownForm(tokenPath, on: answer)["ten-ma"] == good["ten-ma"])
      #expect(try await app.count("api_tokens") == 0)
    }
  }

  @Test(
    "AN-03 taken back, run out, account locked, post ended, password given anew: refused with the next request",
    arguments: ["revoked", "expired", "locked", "ended", "reset"])
  func ends(how: String) async throws {
    let clock = TestClock()
    try await withApp(clock: clock) { app in
      let owner = try await app.signedIn(as: Cast.secondClerk)
      let program = Program(client: app.client, token: try await owner.makeToken(days: 30))
      #expect(try await program.send(.get, "/me").status == 200)
      switch how {
      case "expired": clock.advance(by: .seconds(30 * 86_400))
      case "revoked":
        let page = try await owner.get("/tai-khoan")
        let action = try #require(page.markup.tags.compactMap { $0["action"] }.first { $0.hasSuffix("/thu-hoi") })
        _ = try await owner.submit(try ShownForm(action, on: page)).requireLocation()
      case "ended":
        let administrator = try await app.program(as: Cast.administrator)
        let path = "/posts/\(Cast.secondClerk.post)/closing"
        #expect(try await administrator.change(.post, path, [:], version: 1).status == 200)
      default:
        let administrator = try await app.signedIn(as: Cast.administrator)
        let path = "/quan-tri/tai-khoan/\(Cast.secondClerk.account)"
        let page = try await administrator.follow(try await administrator.get(path))
        let form = try ShownForm(path + (how == "locked" ? "/khoa" : "/mat-khau"), on: page)
        #expect(try await administrator.submit(form.typing(["ly-do": "nghi lộ"])).status < 400)
      }
      #expect(try await program.send(.get, "/me").status == 401, "\(how)")
    }
  }

  @Test("nobody takes back another's token") func foreign() async throws {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      let other = try await app.signedIn(as: Cast.secondClerk)
      let id = try await app.everything(in: "api_tokens", columns: "name").isEmpty
      #expect(!id)
      _ = try await other.makeToken()
      let page = try await other.get("/tai-khoan")
      let action = try #require(page.markup.tags.compactMap { $0["action"] }.first { $0.hasSuffix("/thu-hoi") })
      let key: Int64 = try await app.database.read { transaction in
        try transaction.rows("SELECT MIN(id) AS id FROM api_tokens")[0].get("id")
      }
      var form = try ShownForm(action, on: page)
      form.action = "/tai-khoan/ma-truy-cap/\(key)/thu-hoi"
      #expect(try await other.submit(form).status == 404)
      #expect(try await program.send(.get, "/me").status == 200)
    }
  }

  @Test("every operation asks for a token, and for its own scope") func scopes() async throws {
    try await withApp { app in
      let nobody = Program(client: app.client, token: "")
      let narrow = try await app.program(as: Cast.registryClerk, [.searchRead])
      let document = try #require(try await nobody.send(.get, "/openapi.json").json)
      guard case .object(let paths) = document["paths"] else { throw Program.Unexpected(text: "no paths") }
      var count = 0
      for path in paths {
        guard case .object(let operations) = path.value else { continue }
        for operation in operations {
          count += 1
          let address = path.name.replacing(/\{[A-Za-z]+\}/, with: "1")
          let method = try #require(HTTPRequest.Method(rawValue: operation.name.uppercased()))
          #expect(try await nobody.send(method, address).status == 401, "\(method) \(address)")
          guard !["/me", "/search"].contains(path.name) else { continue }
          let answer = try await narrow.send(method, address)
          #expect(answer.status == 403 && answer.problem?.hasSuffix("missing-scope") == true, "\(method) \(address)")
        }
      }
      #expect(count == 123, "an operation came or went: \(count)")
    }
  }
}
