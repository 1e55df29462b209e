import HTTPTypes
import Kernel
import Organization
import TestSupport
import Testing

@Suite("DEN-10 DEN-11 DEN-13 xử lý văn bản đến trên màn hình") struct HandlingOverHTTPTests {
  @Test("clerk presents, leader directs, unit head assigns, officer completes: by forms alone") func wholeWay()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let presented = try await clerk.send(
        path + "/trinh", ["vai-p\(Cast.leader.post)": "1", "y-kien": "Đề xuất giao Vụ Khoáng sản"])
      #expect(presented == path)
      try await clerk.get(path).requireText("Đã trình")

      let leader = try await app.signedIn(as: Cast.leader)
      try await leader.get("/viec-cua-toi").requireText("Bút phê")
      let directed = try await leader.send(
        path + "/but-phe",
        [
          "y-kien": "Giao Vụ KS chủ trì", "han": "30/12/2099", "vai-u105": "lead", "vai-u106": "coordinate",
          "vai-p1003": "inform",
        ])
      #expect(directed == path)
      let page = try await leader.get(path)
      for text in ["Giao Vụ KS chủ trì", "Vụ Khoáng sản", "chưa mở", "Thu hồi"] { try page.requireText(text) }

      let reader = try await app.signedIn(as: Cast.headOfOffice)
      try await reader.get("/viec-cua-toi?nhom=biet").requireText("Xem để biết")
      _ = try await reader.get(path)
      #expect(try await !reader.get("/viec-cua-toi?nhom=biet").words.contains("Xem để biết"), "done by reading")

      let head = try await app.signedIn(as: Cast.unitHead)
      try await head.get("/viec-cua-toi").requireText("Nhận việc")
      let own = try await head.get(path)
      try own.requireText("Thứ Tư, 30/12/2099")
      _ = try await head.submit(try ShownForm(try own.act("nhan"), on: own)).requireLocation()
      let assignment = try await head.get(path).act("phan-cong")
      let late = try await head.refused(assignment, ["vai-p\(Cast.officerInCharge.post)": "lead", "han": "31/12/2099"])
      try late.requireText("muộn hơn hạn của đơn vị")
      _ = try await head.send(assignment, ["vai-p\(Cast.officerInCharge.post)": "lead", "y-kien": "Soạn trả lời"])

      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let task = try await officer.get(path)
      try task.requireText("Soạn trả lời")
      let result = try task.act("ket-qua")
      try await officer.refused(result, ["ket-qua": ""]).requireText("Hãy ghi kết quả giải quyết")
      _ = try await officer.send(result, ["ket-qua": "Đã trả lời tại văn bản 12/TCĐC-KS"])
      try await leader.get(path).requireText("Đã trả lời tại văn bản 12/TCĐC-KS")
      try await officer.get("/viec-cua-toi?nhom=xong").requireText("Đã xong")
    }
  }

  @Test("what nobody was asked about waits at the clerk's desk until it is presented") func waitsForPresenting()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let presentation = try await clerk.register(usualLetter.merging(["next": "forward"]) { $1 })
      #expect(presentation.hasSuffix("/trinh"), "«Lưu và chuyển» asks at once to whom it goes")
      func waiting() async throws -> Bool {
        try await clerk.get("/viec-cua-toi").markup.tags.contains { $0["href"] == presentation }
      }
      #expect(try await waiting())
      let leader = try await app.signedIn(as: Cast.leader)
      #expect(try await !leader.get("/viec-cua-toi").words.contains("Chờ trình"), "the clerk's own work")
      _ = try await clerk.send(presentation, ["vai-p\(Cast.leader.post)": "1"])
      #expect(try await !waiting())
      let subjects = try await clerk.get("/van-ban-den?xu-ly=presented").markup.tags.filter { $0["data-open"] != nil }
      #expect(subjects.count == 1)
    }
  }

  @Test("the places that a text names are filled in before it is sent, without script too") func placesAreRead()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let leader = try await app.signedIn(as: Cast.leader)
      let form = try ShownForm(path + "/but-phe", on: try await leader.get(path + "/but-phe"))
      let read = try await leader.submit(
        form.typing(["y-kien": "Giao Vụ KS chủ trì, Vụ PC phối hợp, b/c 15/7/2099", "doc-noi-nhan": "1"]))
      try read.requireStatus(200)
      let filled = try ShownForm(path + "/but-phe", on: read)
      #expect(filled["vai-u105"] == "lead" && filled["han-u105"] == "15/07/2099")
      #expect(filled["vai-u106"] == "coordinate" && filled["vai-u107"] == "")
      #expect(filled["y-kien"] == "Giao Vụ KS chủ trì, Vụ PC phối hợp, b/c 15/7/2099")
      #expect(try await app.count("work_items") == 0)
      _ = try await leader.submit(filled).requireLocation()
      #expect(try await app.count("work_items") == 3)
      #expect(try await clerk.get(path + "/but-phe/noi-nhan?y-kien=ks%20ct").text.contains("data-key=\"u105\""))
    }
  }

  @Test("a second press of a directive gives nothing twice; what is recalled is no longer seen") func pressedTwice()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let leader = try await app.signedIn(as: Cast.leader)
      let form = try ShownForm(path + "/but-phe", on: try await leader.get(path + "/but-phe"))
        .typing(["y-kien": "Giao Vụ KS", "vai-u105": "lead"])
      #expect(try await leader.submit(form).requireLocation() == path)
      #expect(try await leader.submit(form).requireLocation() == path)
      #expect(try await app.count("work_items") == 2, "the leader's own and the unit's")
      let recall = try await leader.get(path).act("thu-hoi")
      try await leader.refused(recall, ["ly-do": ""]).requireText("Hãy ghi lý do thu hồi")
      _ = try await leader.send(recall, ["ly-do": "Giao nhầm"])
      let head = try await app.signedIn(as: Cast.unitHead)
      try await head.get(path).requireStatus(404)
    }
  }
}

extension Answer {
  /// Address of an act of this page, by its last word.
  func act(_ word: String) throws -> String {
    let addresses = markup.tags.compactMap { $0["href"] ?? $0["action"] }
    // The frame's own menu may have a room of the same word: what belongs to the record comes first.
    let own = addresses.first { $0.hasSuffix("/\(word)") && $0 != "/\(word)" }
    return try #require(own ?? addresses.first { $0 == "/\(word)" }, "no «\(word)» among \(addresses)")
  }
}

extension Browser {
  /// Opens the form at an address, types and sends it; gives where it led.
  func send(_ path: String, _ typed: [String: String]) async throws -> String {
    try await submit(try ShownForm(path, on: try await get(path)).typing(typed)).requireLocation()
  }

  /// The same for a form that must come back.
  func refused(_ path: String, _ typed: [String: String]) async throws -> Answer {
    let answer = try await submit(try ShownForm(path, on: try await get(path)).typing(typed))
    #expect([409, 422].contains(answer.status))
    return answer
  }
}
