import HTTPTypes
import Kernel
import Organization
import Testing

@Suite("AN-02 AN-03 cửa vào") struct GuardTests {
  @Test("a form without the session's secret, or with another's, is not taken") func foreignForm() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let other = try await app.signedIn(as: Cast.secondClerk)
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath)).typing(usualLetter)
      let theirs = try ShownForm(registrationPath, on: try await other.get(registrationPath))["ma-phien"]
      for secret in [nil, "", theirs] {
        var foreign = form
        foreign["ma-phien"] = secret
        #expect(try await clerk.submit(foreign).status == 409)
        foreign.isMultipart = false
        #expect(try await clerk.submit(foreign).status == 409)
      }
      #expect(try await app.count("incoming_documents") == 0)
      #expect(try await clerk.submit(form).status == 303)
    }
  }

  @Test("a request that another site caused is refused", arguments: ["cross-site", "same-site"])
  func otherSite(site: String) async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath)).typing(usualLetter)
      let headers: HTTPFields = [try #require(HTTPField.Name("Sec-Fetch-Site")): site]
      #expect(try await clerk.submit(form, headers: headers).status == 403)
      let signIn = try await app.browser.send(
        .post, "/dang-nhap/vai", form: [("vai", Cast.leader.post.description)], headers: headers)
      #expect(signIn.status == 403)
      #expect(try await app.count("incoming_documents") == 0)
    }
  }

  @Test("without a session every room leads to the door, and a form is not taken") func noSession() async throws {
    try await withApp { app in
      let nobody = app.browser
      for path in ["/", "/viec-cua-toi", "/van-ban-den", registrationPath, "/tra-cuu", "/quan-tri", "/trung-bay"] {
        let answer = try await nobody.get(path)
        #expect(answer.location?.hasPrefix("/dang-nhap") == true, "\(path): \(answer.status)")
      }
      let posted = try await nobody.send(.post, registrationPath, form: usualLetter.map { ($0.key, $0.value) })
      #expect(posted.location?.hasPrefix("/dang-nhap") == true)
      #expect(try await app.count("incoming_documents") == 0)
      #expect(try await nobody.get("/dang-nhap").status == 200)
    }
  }

  @Test("alive, styles served, unknown addresses told in words") func publicAddresses() async throws {
    try await withApp { app in
      let nobody = app.browser
      let health = try await nobody.get("/suc-khoe")
      #expect(health.status == 200 && health.text == "ok\n")
      #expect(try await nobody.get("/tinh/icon.svg").status == 200)
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      for browser in [nobody, clerk] {
        let answer = try await browser.get("/khong-co-trang-nay")
        try answer.requireStatus(404)
        try answer.requireText("Không tìm thấy")
      }
      for path in [
        "/van-ban-den/999999", "/van-ban-den/abc", "/van-ban-den/-1", "/tep-den/1", "/van-ban-den/cho/7/vao-so",
      ] {
        let answer = try await clerk.get(path)
        #expect(answer.status == 404, "\(path): \(answer.words.prefix(200))")
      }
    }
  }

  @Test("AN-03 a locked account's open session ends at once") func locking() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.secondClerk)
      #expect(try await clerk.get("/van-ban-den").status == 200)
      let administrator = try await app.signedIn(as: Cast.administrator)
      let path = "/quan-tri/tai-khoan/\(Cast.secondClerk.account)"
      let page = try await administrator.follow(try await administrator.get(path))
      let form = try ShownForm(path + "/khoa", on: page)
      #expect(try await administrator.submit(form).status == 422, "a reason is asked for")
      _ = try await administrator.submit(form.typing(["ly-do": "nghỉ hưu"])).requireLocation()
      #expect(try await clerk.get("/van-ban-den").location?.hasPrefix("/dang-nhap") == true)
      let again = try await app.browser.send(
        .post, "/dang-nhap/vai", form: [("vai", Cast.secondClerk.post.description)])
      #expect(again.status != 303)
      #expect(try await app.signedIn(as: Cast.registryClerk).get("/van-ban-den").status == 200)
    }
  }

  @Test(
    "every address a screen offers answers, and every screen keeps the rules",
    arguments: [
      Cast.registryClerk, Cast.administrator, Cast.headOfTwo,
    ]) func walk(actor: Actor) async throws
  {
    try await withApp { app in
      _ = try await app.signedIn(as: Cast.registryClerk).register()
      let visitor = try await app.signedIn(as: actor)
      var known: Set<String> = ["/"]
      var ahead = ["/"]
      while let path = ahead.popLast(), known.count < 80 {
        let answer = try await visitor.get(path)
        #expect(answer.status < 400, "\(path) answers \(answer.status): \(answer.words.prefix(200))")
        let found = answer.isHTML ? answer.markup.tags.compactMap { $0["href"] ?? $0["src"] } : []
        for address in found + [answer.location].compactMap({ $0 }) where address.hasPrefix("/") {
          let bare = String(address.prefix { $0 != "#" })
          if known.insert(bare).inserted { ahead.append(bare) }
        }
      }
      #expect(known.count > 10, "\(known)")
    }
  }
}
