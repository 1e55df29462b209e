import Kernel
import Organization
import TestSupport
import Testing

@Suite("DEN-11 PL6-51 ủy quyền xử lý trên màn hình") struct DelegationOverHTTPTests {
  @Test("lent by a form, done under both names, told to whoever presents, over in the middle of a session")
  func wholeWay() async throws {
    let today = TestClock().now.day
    try await withApp(clock: TestClock(Instant(today, hour: 23, minute: 50))) { app in
      let leader = try await app.signedIn(as: Cast.leader)
      _ = try await leader.send(
        "/uy-quyen",
        [
          "chuc-danh": "\(Cast.leader.post)", "nguoi-thay": "\(Cast.deputyLeader.post)", "tu-ngay": today.text,
          "den-ngay": today.text, "pham-vi": "all", "ly-do": "Đi công tác",
        ])
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      try await clerk.get(path + "/trinh").requireText("vắng đến \(today.text.prefix(5)), Lê Minh Đức thay")
      _ = try await clerk.send(path + "/trinh", ["vai-p\(Cast.leader.post)": "1"])

      let deputy = try await app.signedIn(as: Cast.deputyLeader)
      #expect(try await !deputy.get("/viec-cua-toi").words.contains("Bút phê"), "another post's work")
      let home = try await deputy.get("/viec-cua-toi")
      _ = try await deputy.submit(
        ShownForm("/tu-cach", on: home).typing(["choice": "\(Cast.leader.post)", "back": "/viec-cua-toi"])
      ).requireLocation()
      try await deputy.get("/viec-cua-toi").requireText("Bút phê")
      let form = try ShownForm(path + "/but-phe", on: try await deputy.get(path + "/but-phe"))
      _ = try await deputy.submit(form.typing(["y-kien": "Giao Vụ KS chủ trì", "vai-u105": "lead"])).requireLocation()
      let page = try await leader.get(path)
      try page.requireText("Lê Minh Đức, Phó Tổng cục trưởng (thay Trần Văn Quang, Tổng cục trưởng)")
      let list = try await leader.get("/uy-quyen")
      let one = try #require(list.markup.tags.first { $0["data-open"] != nil }?["href"])
      try await leader.get(one).requireText("Giao Vụ KS chủ trì")

      // The form stands open while the last day ends.
      let late = try ShownForm(path + "/but-phe", on: try await deputy.get(path + "/but-phe"))
      app.clock.set(Instant(today + 1, hour: 0, minute: 1))
      try await deputy.submit(late.typing(["y-kien": "Xem lại"])).requireText("không còn của anh/chị")
      #expect(try await !deputy.get("/viec-cua-toi").words.contains("Thay Trần Văn Quang"))
      #expect(try await !leader.get(path).words.contains("Xem lại"))
    }
  }

  @Test("lent for some types of documents: others are seen and not handled; a unit whose head is away says so")
  func someTypes() async throws {
    let today = TestClock().now.day
    try await withApp { app in
      let lent = ["tu-ngay": today.text, "den-ngay": (today + 3).text, "pham-vi": "all", "ly-do": "Đi công tác"]
      let leader = try await app.signedIn(as: Cast.leader)
      let own = ["chuc-danh": "\(Cast.leader.post)", "nguoi-thay": "\(Cast.deputyLeader.post)", "loai-baoCao": "1"]
      _ = try await leader.send("/uy-quyen", lent.merging(own) { $1 })
      try await leader.get("/uy-quyen").requireText("loại văn bản: Báo cáo")
      let head = try await app.signedIn(as: Cast.unitHead)
      _ = try await head.send(
        "/uy-quyen",
        lent.merging(["chuc-danh": "\(Cast.unitHead.post)", "nguoi-thay": "\(Cast.officerInCharge.post)"]) { $1 })
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let letter = try await clerk.register()
      let report = try await clerk.register(usualLetter.merging(["numberText": "77", "type": "baoCao"]) { $1 })
      let deputy = try await app.signedIn(as: Cast.deputyLeader)
      let home = try await deputy.get("/viec-cua-toi")
      _ = try await deputy.submit(
        ShownForm("/tu-cach", on: home).typing(["choice": "\(Cast.leader.post)", "back": "/viec-cua-toi"])
      ).requireLocation()
      let page = try await deputy.get(letter)
      try page.requireText("không ủy quyền xử lý loại văn bản này")
      #expect(!page.words.contains("Bút phê và chuyển"))
      try await deputy.get(letter + "/but-phe").requireStatus(403)
      let form = try await deputy.get(report + "/but-phe")
      try form.requireText("(Hoàng Văn Thắng, Vụ trưởng vắng đến \((today + 3).text.prefix(5)), Bùi Quốc Khánh thay)")
      _ = try await deputy.submit(
        try ShownForm(report + "/but-phe", on: form).typing(["y-kien": "Giao Vụ KS", "vai-u105": "lead"])
      ).requireLocation()
    }
  }
}
