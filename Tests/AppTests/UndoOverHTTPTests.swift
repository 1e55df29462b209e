import Kernel
import Organization
import TestSupport
import Testing

@Suite("DEN-10 DEN-13 hoàn tác trên màn hình") struct UndoOverHTTPTests {
  @Test("the answer of a sending carries «Hoàn tác» on every page until its seconds are over; pressed, it is as before")
  func offered() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      _ = try await clerk.send(path + "/trinh", ["vai-p\(Cast.leader.post)": "1"])
      let page = try await clerk.get(path)
      for text in ["Đã trình Trần Văn Quang", "còn 10 giây", "Hoàn tác"] { try page.requireText(text) }
      app.clock.advance(by: .seconds(4))
      let list = try await clerk.get("/van-ban-den")
      try list.requireText("còn 6 giây")
      let form = try #require(try list.undoForm())
      #expect(try await clerk.submit(form).requireLocation() == "/van-ban-den", "one stays where one is")
      let after = try await clerk.get("/van-ban-den")
      try after.requireText("Đã hoàn tác việc trình")
      #expect(try after.undoForm() == nil)
      let leader = try await app.signedIn(as: Cast.leader)
      #expect(try await !leader.get("/viec-cua-toi").text.contains(path))
      try await clerk.get(path).requireText("hoàn tác việc trình vừa gửi")
    }
  }

  @Test("a directive taken back stands in vermilion no longer; opened, it is refused with who and when")
  func directive()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let leader = try await app.signedIn(as: Cast.leader)
      func direct() async throws -> ShownForm {
        _ = try await leader.send(path + "/but-phe", ["y-kien": "Giao Vụ KS chủ trì", "vai-u105": "lead"])
        return try #require(try await leader.get(path).undoForm())
      }
      let first = try await direct()
      _ = try await leader.submit(first).requireLocation()
      let page = try await leader.get(path)
      #expect(!page.text.contains("class=\"directive\""))
      try page.requireText("hoàn tác việc bút phê vừa gửi")

      let second = try await direct()
      let head = try await app.signedIn(as: Cast.unitHead)
      try await head.get(path).requireStatus(200)
      let refused = try await leader.submit(second)
      try refused.requireStatus(409)
      try refused.requireText("\(Cast.unitHead.personName) đã mở lúc 08:30 05/11/2026")
      // Refused, it is offered neither there nor on the next page, though its seconds are not over.
      #expect(try refused.undoForm() == nil)
      #expect(try await leader.get("/van-ban-den").undoForm() == nil)
      #expect(try await leader.get(path).text.contains("class=\"directive\""))
    }
  }

  @Test("every act that sends offers «Hoàn tác»", arguments: sendings.indices) func everySending(index: Int)
    async throws
  {
    let sent = Self.sendings[index]
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let leader = try await app.signedIn(as: Cast.leader)
      _ = try await leader.send(path + "/but-phe", ["y-kien": "Giao Vụ KS chủ trì", "vai-u105": "lead"])
      let head = try await app.signedIn(as: Cast.unitHead)
      if sent.word == "y-kien" {
        _ = try await head.send(
          try await head.get(path).act("xin-y-kien"), ["y-kien": "Có vướng gì không?", "vai-u106": "1"])
      }
      if sent.word == "ban-giao" {
        _ = try await head.send(
          try await head.get(path).act("phan-cong"), ["vai-p\(Cast.officerInCharge.post)": "lead"])
      }
      app.clock.advance(by: .seconds(60))
      let browser = try await app.signedIn(as: sent.actor)
      let way = try await browser.send(try await browser.get(path).act(sent.word), sent.typed)
      let form = try #require(try await browser.get(way).undoForm(), "\(sent.word)")
      let back = try await browser.submit(form)
      #expect(try back.requireLocation().isEmpty == false)
      try await browser.get(path).requireText("hoàn tác việc \(sent.label) vừa gửi")
    }
  }

  private static let sendings: [(actor: Actor, word: String, typed: [String: String], label: String)] = [
    (Cast.unitHead, "xin-y-kien", ["y-kien": "Có vướng gì không?", "vai-u106": "1"], "xin ý kiến"),
    (Cast.headOfTwo, "y-kien", ["dong-y": "agree"], "cho ý kiến"),
    (
      Cast.officerInCharge, "ban-giao", ["noi-nhan": "\(Cast.unitClerk.post)", "ly-do": "Đi công tác"], "bàn giao"
    ),
    (Cast.leader, "doi-chu-tri", ["noi-nhan": "u106", "ly-do": "Đúng chức năng"], "đổi chủ trì"),
    (Cast.unitHead, "tra-lai", ["ly-do": "Không thuộc thẩm quyền"], "trả lại"),
  ]

  @Test("after ten seconds nothing is offered, and an old form is refused") func late() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      _ = try await clerk.send(path + "/trinh", ["vai-p\(Cast.leader.post)": "1"])
      let form = try #require(try await clerk.get(path).undoForm())
      app.clock.advance(by: .seconds(15))
      #expect(try await clerk.get(path).undoForm() == nil)
      let refused = try await clerk.submit(form)
      try refused.requireStatus(409)
      try refused.requireText("Đã quá 10 giây")
    }
  }
}

extension Answer {
  /// The form of «Hoàn tác», if the page offers it.
  func undoForm() throws -> ShownForm? {
    let action = markup.tags.lazy.filter { $0.name == "form" }.compactMap { $0["action"] }.first {
      $0.contains("/hoan-tac")
    }
    return try action.map { try ShownForm($0, on: self) }
  }
}
