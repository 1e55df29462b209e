import Kernel
import Organization
import TestSupport
import Testing

@Suite("DEN-11 DEN-13 xử lý hàng loạt trên màn hình") struct BatchOverHTTPTests {
  @Test("rows are chosen by boxes, one form is said for all, the outcome names what was refused and why")
  func fromTheList()
    async throws
  {
    try await withApp { app in
      let documents = try await app.directed(3)
      let head = try await app.signedIn(as: Cast.unitHead)
      let list = try await head.get("/viec-cua-toi")
      for act in ["nhan", "phan-cong", "ket-qua"] {
        #expect(list.markup.tags.contains { $0.name == "button" && $0["name"] == "lam" && $0["value"] == act })
      }
      let boxes = list.chosenTargets
      #expect(boxes.count == 3)
      let all = try await head.get("/viec-cua-toi?chon=het")
      #expect(all.markup.tags.filter { $0["name"] == "viec" && $0["checked"] != nil }.count == 3)

      let address =
        "/viec-cua-toi/hang-loat?lam=ket-qua&ve=%2Fviec-cua-toi&" + boxes.map { "viec=\($0)" }.joined(separator: "&")
      let form = try ShownForm("/viec-cua-toi/hang-loat", on: try await head.get(address))
      let empty = try await head.submit(form)
      try empty.requireStatus(422)
      try empty.requireText("Hãy ghi kết quả giải quyết")
      // Meanwhile one is taken back.
      let leader = try await app.signedIn(as: Cast.leader)
      _ = try await leader.send(try await leader.get(documents[0]).act("thu-hoi"), ["ly-do": "Giao nhầm"])
      let sent = form.typing(["ket-qua": "Đã trả lời chung"])
      let outcome = try await head.submit(sent).requireLocation()
      #expect(try await head.submit(sent).requireLocation() == outcome, "pressed twice: the same batch")
      #expect(try await app.count("work_batches") == 1)
      let page = try await head.get(outcome)
      for text in ["Đã hoàn thành 2/3 văn bản, 1 không làm được", "Hoàn tác"] { try page.requireText(text) }
      let refused = try await head.get(outcome + "?nhom=refused")
      try refused.requireText("không còn thuộc quyền xem")
      try await head.get(outcome + "?nhom=done").requireText("862/SNNMT-KS")
      try await head.get(documents[2]).requireText("Đã trả lời chung")

      let undo = try #require(try page.undoForm())
      _ = try await head.submit(undo).requireLocation()
      try await head.get(outcome).requireText("Đã hoàn tác 2 văn bản")
      #expect(try await head.get("/viec-cua-toi").chosenTargets.count == 2)
    }
  }

  @Test("the clerk presents several documents from the book") func presenting() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      var paths: [String] = []
      for number in 1...2 {
        paths.append(try await clerk.register(usualLetter.merging(["numberText": "\(870 + number)"]) { $1 }))
      }
      let list = try await clerk.get("/van-ban-den")
      #expect(list.chosenTargets.count == 2)
      let address =
        "/viec-cua-toi/hang-loat?lam=trinh&ve=%2Fvan-ban-den&"
        + list.chosenTargets.map { "viec=\($0)" }.joined(separator: "&")
      let form = try ShownForm("/viec-cua-toi/hang-loat", on: try await clerk.get(address))
      let outcome = try await clerk.submit(form.typing(["vai-p\(Cast.leader.post)": "1", "y-kien": "Xin ý kiến"]))
        .requireLocation()
      try await clerk.get(outcome).requireText("Đã trình 2/2 văn bản")
      let leader = try await app.signedIn(as: Cast.leader)
      let work = try await leader.get("/viec-cua-toi")
      for path in paths { #expect(work.text.contains(path)) }
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      try await officer.get(outcome).requireStatus(404)
    }
  }

  @Test("many are done in the background, in spite of a server that stops") func many() async throws {
    try await withApp { app in
      _ = try await app.directed(25)
      let head = try await app.signedIn(as: Cast.unitHead)
      let targets = try await head.get("/viec-cua-toi?dong=200").chosenTargets
      #expect(targets.count == 25)
      let address = "/viec-cua-toi/hang-loat?lam=nhan&" + targets.map { "viec=\($0)" }.joined(separator: "&")
      let form = try ShownForm("/viec-cua-toi/hang-loat", on: try await head.get(address))
      let outcome = try await head.submit(form).requireLocation()
      try await head.get(outcome).requireText("Đang làm 0/25 văn bản")
      let live = try await head.get(outcome + "/tien-do")
      #expect(live.text.contains("\"done\":false"))
      try await app.runJobs()
      try await head.get(outcome).requireText("Đã nhận việc 25/25 văn bản")
      #expect(try await head.get(outcome + "/tien-do").text.contains("\"done\":true"))
    }
  }

  @Test("an act opened from a list by its key leads back to that list") func backToTheList() async throws {
    try await withApp { app in
      _ = try await app.directed(1)
      let head = try await app.signedIn(as: Cast.unitHead)
      let list = try await head.get("/viec-cua-toi?han=khong-han")
      let row = try #require(list.markup.tags.first { $0["data-on-e"] != nil })
      let path = try #require(row["data-on-e"])
      let page = try await head.get(path)
      let action = String(path.prefix { $0 != "?" })
      let form = try ShownForm(action, on: page).typing(["ket-qua": "Đã trả lời"])
      #expect(try await head.submit(form).requireLocation() == "/viec-cua-toi?han=khong-han")
    }
  }
}

extension Answer {
  /// What the boxes of the list stand for.
  var chosenTargets: [String] {
    markup.tags.filter { $0.name == "input" && $0["name"] == "viec" }.compactMap { $0["value"] }
  }
}

extension TestApp {
  /// Documents that the leader has given to the minerals unit; their addresses.
  func directed(_ count: Int) async throws -> [String] {
    let clerk = try await signedIn(as: Cast.registryClerk)
    let leader = try await signedIn(as: Cast.leader)
    var paths: [String] = []
    for number in 1...count {
      let path = try await clerk.register(usualLetter.merging(["numberText": "\(860 + number)"]) { $1 })
      _ = try await leader.send(path + "/but-phe", ["y-kien": "Giao Vụ KS", "vai-u105": "lead"])
      paths.append(path)
    }
    return paths
  }
}
