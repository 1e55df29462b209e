import Kernel
import Organization
import TestSupport
import Testing

private let waitingPath = "/van-ban-den/cho"

extension Browser {
  /// The addresses of the forms of all papers that wait, oldest first.
  fileprivate func papers() async throws -> [String] {
    var seen: [String] = []
    for address in try await get(waitingPath).markup.tags.compactMap({ $0["href"] })
    where address.hasPrefix(waitingPath + "/") && address.hasSuffix("/vao-so") && !seen.contains(address) {
      seen.append(address)
    }
    return seen
  }

  fileprivate func pages(_ paper: String) async throws -> Int {
    let sources = try await get(paper).markup.tags.compactMap { $0["src"] }
    return Set(sources.filter { $0.contains("/trang/") && !$0.contains("nho=") }).count
  }

  /// Sends one of the forms of «Sắp lại trang».
  fileprivate func arrange(_ paper: String, _ act: String, _ typed: [String: String]) async throws -> Answer {
    let action = paper.replacing("/vao-so", with: "/\(act)")
    return try await submit(try ShownForm(action, on: try await get(paper)).typing(typed))
  }
}

@Suite("DEN-09 sắp lại trang trước khi lưu") struct ArrangePapersTests {
  private func withPapers(
    _ files: [ChosenFile], _ body: @escaping @Sendable (TestApp, Browser) async throws -> Void
  ) async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(waitingPath, on: try await clerk.get(waitingPath))
      try await clerk.submit(form, files: files).requireStatus(303)
      try await app.runJobs()
      try await body(app, clerk)
    }
  }

  @Test("split into two papers, each with its own pages and words, and joined again") func splitAndJoin() async throws {
    let three = ChosenFile(name: "ba trang.pdf", bytes: MadePDF.of(["Mot", "Hai", "Ba"]))
    try await withPapers([three]) { app, clerk in
      let whole = try #require(try await clerk.papers().first)
      #expect(try await clerk.pages(whole) == 3)
      #expect(try await clerk.arrange(whole, "tach", ["fromPage": "2"]).requireLocation() == whole)
      try await app.runJobs()
      let parts = try await clerk.papers()
      #expect(parts.count == 2 && parts[0] == whole)
      #expect(try await clerk.pages(parts[0]) == 1)
      #expect(try await clerk.pages(parts[1]) == 2)
      #expect(try app.filesStaged().count == 2, "the old file is forgotten")
      try await clerk.get(waitingPath).requireText("ba trang (từ trang 2).pdf")
      let other = try #require(
        try ShownForm(whole.replacing("/vao-so", with: "/ghep"), on: try await clerk.get(whole))["paper"])
      _ = try await clerk.arrange(whole, "ghep", ["paper": other]).requireLocation()
      try await app.runJobs()
      #expect(try await clerk.papers() == [whole])
      #expect(try await clerk.pages(whole) == 3)
      #expect(try app.filesStaged().count == 1)
      let address = try await clerk.submit(
        try ShownForm(whole, on: try await clerk.get(whole)).typing(usualLetter)
      ).requireLocation()
      #expect(try await clerk.get(address).status == 200)
      #expect(try await clerk.get("/tra-cuu?q=Ba").words.contains("152/SNNMT-KS"), "what was joined is found")
    }
  }

  @Test("a page turned is turned for good, and the paper is read anew") func turn() async throws {
    try await withPapers([ChosenFile(name: "ngang.pdf", bytes: MadePDF.of(["Mot"]))]) { app, clerk in
      let paper = try #require(try await clerk.papers().first)
      func image() async throws -> [UInt8] {
        let page = try await clerk.get(paper)
        let source = page.markup.tags.compactMap { $0["src"] }.first { $0.contains("/trang/1") }
        return try await clerk.get(try #require(source)).bytes
      }
      let before = try await image()
      _ = try await clerk.arrange(paper, "xoay", ["page": "1", "quarterTurns": "1"]).requireLocation()
      #expect(try await clerk.get(paper).text.contains("Đang đọc"))
      try await app.runJobs()
      #expect(try await image() != before)
      #expect(try app.filesStaged().count == 1)
    }
  }

  @Test(
    "what cannot be arranged is refused and nothing changes",
    arguments: [("xoay", ["page": "2", "quarterTurns": "1"]), ("xoay", ["page": "0", "quarterTurns": "1"])])
  func refused(act: String, typed: [String: String]) async throws {
    try await withPapers([ChosenFile(name: "mot.pdf", bytes: MadePDF.of(["Mot"]))]) { app, clerk in
      let paper = try #require(try await clerk.papers().first)
      let staged = try app.filesStaged()
      try await clerk.arrange(paper, act, typed).requireStatus(422)
      #expect(try app.filesStaged() == staged)
      #expect(try await clerk.pages(paper) == 1)
    }
  }
}
