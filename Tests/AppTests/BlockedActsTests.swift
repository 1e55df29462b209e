import Kernel
import Organization
import TestSupport
import Testing

@Suite("DEN-11 DEN-13 việc chưa làm được thì hiện mờ, nói rõ vì sao") struct BlockedActsTests {
  @Test("who passed work on sees «Hoàn thành» dimmed with who is still at work, in the words the act refuses with")
  func unitHead() async throws {
    try await withApp { app in
      let path = try await app.directed(1)[0]
      let head = try await app.signedIn(as: Cast.unitHead)
      let open = try await head.get(path)
      let result = try open.act("ket-qua")
      #expect(open.blocked["Hoàn thành"] == nil)
      #expect(open.blocked["Bàn giao"]?.contains("là việc của đơn vị") == true)
      _ = try await head.send(try open.act("phan-cong"), ["vai-p\(Cast.officerInCharge.post)": "lead"])
      let page = try await head.get(path)
      let reason = try #require(page.blocked["Hoàn thành"])
      #expect(reason.contains("\(Cast.officerInCharge.personName)") && reason.contains("(chủ trì) chờ nhận."))
      #expect(!page.markup.tags.contains { $0["href"] == result || $0["action"] == result })
      let form = try await head.get(result)
      #expect(form.blocked["Hoàn thành"] == reason)
    }
  }

  @Test("the clerk sees what stands in the way of filing, cancelling, sending back and recalling") func clerk()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let fresh = try await clerk.get(path)
      #expect(["Hủy số đến", "Trả nơi gửi", "Lưu hồ sơ"].allSatisfy { fresh.blocked[$0] == nil })
      _ = try await clerk.send(path + "/trinh", ["vai-p\(Cast.leader.post)": "1"])
      let leader = try await app.signedIn(as: Cast.leader)
      _ = try await leader.send(path + "/but-phe", ["y-kien": "Giao Vụ KS chủ trì", "vai-u105": "lead"])
      let page = try await clerk.get(path)
      for act in ["Hủy số đến", "Trả nơi gửi"] {
        #expect(page.blocked[act]?.contains("còn việc đang giao") == true, "\(act)")
      }
      #expect(page.blocked["Lưu hồ sơ"]?.contains("Vụ Khoáng sản") == true)
      #expect(page.blocked["Thu hồi"]?.contains("chỉ người ấy thu hồi") == true)
      // The leader takes it back with one press, and the words stand in vermilion no longer.
      let recall = try await leader.get(path).act("thu-hoi")
      _ = try await leader.send(recall, ["ly-do": "Chưa đúng lĩnh vực"])
      let after = try await leader.get(path)
      #expect(after.text.contains("class=\"directive is-recalled\"") && !after.text.contains("class=\"directive\""))
      try after.requireText("Chưa đúng lĩnh vực")
      try await leader.get(path + "/phieu").requireText("Đã thu hồi")
    }
  }

  @Test("what a clerk keys in stands in what the leader gave, not in what the clerk gave") func keyed() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      _ = try await clerk.send(
        path + "/but-phe", ["y-kien": "Giao Vụ KS", "lanh-dao": "\(Cast.leader.post)", "vai-u105": "lead"])
      let leader = try await app.signedIn(as: Cast.leader)
      func given(_ browser: Browser) async throws -> Bool {
        try await browser.get("/viec-da-giao").text.contains("\(path)\"")
      }
      #expect(try await given(leader))
      #expect(try await !given(clerk))
      #expect(try await leader.get(path).markup.tags.contains { $0["href"]?.hasSuffix("/thu-hoi") == true })
      #expect(try await !clerk.get(path).markup.tags.contains { $0["href"]?.hasSuffix("/thu-hoi") == true })
    }
  }
}

extension Answer {
  /// Acts that cannot be done, each with its reasons.
  fileprivate var blocked: [String: String] {
    let found = text.matches(
      of: #/<button[^>]* disabled[^>]*>([^<]+)(?:<kbd[^>]*>[^<]*<\/kbd>)?<\/button><ul class="obstacles">(.*?)<\/ul>/#)
    return found.reduce(into: [:]) {
      $0[String($1.1)] = String($1.2).replacing(#/<\/?li>/#, with: " ").trimmingPrefix(" ").description
        .replacing(#/ +$/#, with: "")
    }
  }
}
