import HTTPTypes
import Kernel
import Organization
import TestSupport
import Testing

@Suite("Thông báo trên màn hình") struct NotificationsOverHTTPTests {
  @Test("what was told is listed, opens its record and is read by it; all is read at once") func reading() async throws
  {
    try await withApp { app in
      let path = try await app.signedIn(as: Cast.registryClerk).register()
      let leader = try await app.signedIn(as: Cast.leader)
      _ = try await leader.fill(
        path + "/but-phe", ["y-kien": "Giao chủ trì", "vai-p\(Cast.officerInCharge.post)": "lead"])
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let live = try await officer.get("/thay-doi")
      #expect(live.text.contains(#""badge":"notifications""#) && live.text.contains(#""count":1"#), "\(live.text)")
      let list = try await officer.get("/thong-bao")
      for text in ["giao việc", "Giao chủ trì", "chưa đọc", "Số đến 1"] { try list.requireText(text) }
      let link = try #require(list.markup.tags.compactMap { $0["href"] }.first { $0.hasPrefix("/thong-bao/") })
      #expect(try await officer.get(link).requireLocation() == path)
      #expect(try await !officer.get("/thong-bao").words.contains("chưa đọc"))
      try await officer.get("/thong-bao?loc=chua-doc").requireText("Đã đọc hết")
      let stranger = try await app.signedIn(as: Cast.officerOfAnotherUnit)
      #expect(try await stranger.get(link).status == 404)
      try await stranger.get("/thong-bao").requireText("Chưa có thông báo")

      app.clock.advance(by: .seconds(60))
      let page = try await leader.get(path)
      let recall = try #require(page.markup.tags.compactMap { $0["href"] }.first { $0.hasSuffix("/thu-hoi") })
      _ = try await leader.fill(recall, ["ly-do": "Giao nhầm người"])
      let after = try await officer.get("/thong-bao")
      for text in ["thu hồi việc đã giao", "Giao nhầm người", "không còn được xem"] { try after.requireText(text) }
      #expect(!after.words.contains("Giao chủ trì") && !after.words.contains("Số đến"), "nothing of what is gone")
      let form = try ShownForm("/thong-bao/da-doc", on: after)
      #expect(try await officer.submit(form).requireLocation() == "/thong-bao")
      #expect(try await !officer.get("/thong-bao").words.contains("chưa đọc"))
    }
  }

  @Test("how one is told is chosen in one's own account, and a wrong address comes back with what was typed")
  func preferences() async throws {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let path = "/tai-khoan/thong-bao"
      try await officer.get("/tai-khoan").requireText("Cách nhận thông báo")
      let page = try await officer.get(path)
      try page.requireText("chưa nối với máy chủ thư")
      let form = try ShownForm(path, on: page).typing(["dia-chi": "khanh@", "thu-work.given": "digest"])
      let refused = try await officer.submit(form)
      try refused.requireStatus(422)
      let again = try ShownForm(path, on: refused)
      #expect(again["dia-chi"] == "khanh@" && again["thu-work.given"] == "digest")
      _ = try await officer.submit(again.typing(["dia-chi": "khanh@vi-du.vn"])).requireLocation()
      let saved = try ShownForm(path, on: try await officer.get(path))
      #expect(saved["dia-chi"] == "khanh@vi-du.vn" && saved["thu-work.given"] == "digest")
      #expect(try await officer.submit(form.typing(["dia-chi": "khac@vi-du.vn"])).status == 409, "an older window")
    }
  }
}

extension Browser {
  /// Opens the form at an address, types and sends it; gives where it led.
  fileprivate func fill(_ path: String, _ typed: [String: String]) async throws -> String {
    try await submit(try ShownForm(path, on: try await get(path)).typing(typed)).requireLocation()
  }
}
