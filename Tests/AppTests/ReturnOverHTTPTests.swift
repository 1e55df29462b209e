import Kernel
import Organization
import TestSupport
import Testing

@Suite("DEN-03 DEN-05 trả nơi gửi") struct ReturnOverHTTPTests {
  private static let why = [
    "ly-do": "Gửi nhầm cơ quan", "cach-tra": "byHand", "noi-gui": "Sở Xây dựng tỉnh Trường Sơn",
  ]

  @Test(
    "a waiting paper goes back with its reason and no number; its file is kept only when asked",
    arguments: [true, false])
  func waitingPaper(isKept: Bool) async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let waiting = try ShownForm("/van-ban-den/cho", on: try await clerk.get("/van-ban-den/cho"))
      let file = ChosenFile(name: "mot.pdf", bytes: MadePDF.of(["Mot"]))
      try await clerk.submit(waiting, files: [file]).requireStatus(303)
      try await app.runJobs()
      let paper = try #require(try await clerk.papers().first)
      let form = paper.replacing(#/vao-so$/#, with: "tra")
      let opened = try await clerk.get(form)
      let unexplained = try await clerk.submit(ShownForm(form, on: opened).typing(["ly-do": ""]))
      try unexplained.requireStatus(422)
      try unexplained.requireText("Hãy ghi lý do trả")
      let choice = isKept ? ["giu-tep": "1"] : [:]
      let sent = try ShownForm(form, on: unexplained).typing(Self.why.merging(choice) { $1 })
      let list = try await clerk.follow(try await clerk.submit(sent))
      for text in ["Gửi nhầm cơ quan", "trực tiếp", "Sở Xây dựng tỉnh Trường Sơn"] { try list.requireText(text) }
      #expect(try await app.count("waiting_papers") == 0)
      #expect(try await app.count("register_entries") == 0, "no number is used")
      #expect(try app.filesStaged() == [])
      #expect(try await app.count("stored_files") == (isKept ? 1 : 0))
      let kept = list.markup.tags.first { $0["href"]?.hasSuffix("/tep") == true }?["href"]
      #expect((kept != nil) == isKept)
      if let kept { try await clerk.get(kept).requireStatus(200) }
      // The second press notes nothing twice.
      _ = try await clerk.submit(sent).requireLocation()
      #expect(try await app.count("returned_papers") == 1)
      let leader = try await app.signedIn(as: Cast.leader)
      try await leader.get("/van-ban-den/da-tra").requireText("Gửi nhầm cơ quan")
      for actor in [Cast.unitHead, Cast.officerInCharge] {
        let other = try await app.signedIn(as: actor)
        try await other.get("/van-ban-den/da-tra").requireStatus(403)
      }
      let foreign = try await app.signedIn(as: Cast.clerkOfAnotherAgency)
      #expect(try await !foreign.get("/van-ban-den/da-tra").words.contains("Gửi nhầm"))
    }
  }

  @Test("a registered document goes back: its number is cancelled with that reason, unless somebody works on it")
  func registered() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      _ = try await clerk.send(path + "/trinh", ["vai-p\(Cast.leader.post)": "1"])
      try await clerk.refused(path + "/tra-noi-gui", Self.why).requireText("Hãy thu hồi việc trước khi hủy số")
      #expect(try await app.count("returned_papers") == 0)
      let second = try await clerk.register(usualLetter.merging(["numberText": "153"]) { $1 })
      _ = try await clerk.send(second + "/tra-noi-gui", Self.why)
      let page = try await clerk.get(second)
      try page.requireText("Trả nơi gửi: Gửi nhầm cơ quan")
      try await clerk.get("/van-ban-den/da-tra").requireText("153/SNNMT-KS")
    }
  }

  @Test("a paper that was never scanned is noted too; nothing that bears a secrecy mark is") func withoutFile()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm("/van-ban-den/da-tra", on: try await clerk.get("/van-ban-den/da-tra/moi"))
      let secret = try await clerk.submit(form.typing(Self.why.merging(["trich-yeu": "TUYỆT MẬT về quặng"]) { $1 }))
      try secret.requireStatus(422)
      #expect(try await app.count("returned_papers") == 0)
      _ = try await clerk.submit(form.typing(Self.why)).requireLocation()
      #expect(try await app.count("returned_papers") == 1)
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      try await officer.get("/van-ban-den/da-tra/moi").requireStatus(403)
    }
  }
}

@Suite("DEN-03 tình trạng khi nhận") struct ArrivalConditionTests {
  @Test("an envelope that may not be opened, and what is not as it should be, are told until they are settled")
  func noted() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register(
        usualLetter.merging(["unopened": "1", "anomaly": "Bì rách một góc"]) { $1 })
      let page = try await clerk.get(path)
      for text in ["Bì không mở", "Bì rách một góc", "chưa báo nơi gửi"] { try page.requireText(text) }
      let told = try await clerk.submit(ShownForm(path + "/bao-noi-gui", on: page)).requireLocation()
      let after = try await clerk.get(told)
      try after.requireText("đã báo nơi gửi")
      #expect(!after.markup.tags.contains { $0["action"]?.hasSuffix("/bao-noi-gui") == true })
      let usual = try await clerk.register(usualLetter.merging(["numberText": "154"]) { $1 })
      #expect(try await !clerk.get(usual).words.contains("Bất thường"))
      #expect(try await app.count("arrival_conditions") == 1)
    }
  }
}
