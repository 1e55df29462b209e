import Kernel
import Organization
import TestSupport
import Testing

@Suite("DEN-12 bút phê trên giấy với bút tích") struct HandwritingOverHTTPTests {
  @Test("the scan stands beside the directive, for whoever sees the document, and goes when the document is destroyed")
  func wholeWay() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let form = try ShownForm(path + "/but-phe", on: try await clerk.get(path + "/but-phe"))
      let scan = ChosenFile(name: "but tich.pdf", bytes: MadePDF.of(["Giao Vu KS"]), field: "but-tich")
      let typed = form.typing(["y-kien": "Giao Vụ KS", "vai-u105": "lead"])
      let unseen = try await clerk.submit(typed, files: [scan])
      try unseen.requireStatus(422)
      try unseen.requireText("Hãy xem từng trang của bản chụp")
      #expect(try await app.count("directives") == 0)
      let vouched = try ShownForm(path + "/but-phe", on: unseen).typing(["vouchedOpen": "1"])
      _ = try await clerk.submit(vouched, files: [scan]).requireLocation()
      #expect(try await app.count("directive_files") == 1)
      #expect(try app.filesStaged() == [])
      let page = try await clerk.get(path)
      let image = try #require(page.markup.tags.first { $0["src"]?.hasPrefix("/but-tich/") == true }?["src"])
      let file = try #require(page.markup.tags.first { $0["href"]?.hasPrefix("/but-tich/") == true }?["href"])
      for actor in [Cast.leader, Cast.unitHead] {
        let reader = try await app.signedIn(as: actor)
        try await reader.get(image).requireStatus(200)
        try await reader.get(file).requireStatus(200)
      }
      let stranger = try await app.signedIn(as: Cast.officerOfAnotherUnit)
      try await stranger.get(file).requireStatus(404)

      let withheld = try await clerk.get(path)
      _ = try await clerk.submit(ShownForm(path + "/dau-mat", on: withheld)).requireLocation()
      try await clerk.get(file).requireStatus(404)
      let leader = try await app.signedIn(as: Cast.leader)
      _ = try await leader.submit(ShownForm(path + "/dau-mat/xac-nhan", on: try await leader.get(path)))
        .requireLocation()
      _ = try await clerk.submit(ShownForm(path + "/dau-mat/xoa", on: try await clerk.get(path))).requireLocation()
      #expect(try await app.count("directive_files") == 0)
      #expect(try await app.count("stored_files") == 0)
    }
  }

  @Test("what is no picture is refused, and nothing of it is kept") func wrongKind() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let form = try ShownForm(path + "/but-phe", on: try await clerk.get(path + "/but-phe"))
      let text = ChosenFile(name: "ghi chu.txt", bytes: Array("Giao Vụ KS".utf8), field: "but-tich")
      let answer = try await clerk.submit(
        form.typing(["y-kien": "Giao Vụ KS", "vai-u105": "lead", "vouchedOpen": "1"]), files: [text])
      try answer.requireStatus(422)
      #expect(try await app.count("directives") == 0)
      #expect(try await app.count("stored_files") == 0)
    }
  }
}
