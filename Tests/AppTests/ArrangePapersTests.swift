import Database
import Kernel
import Organization
import TestSupport
import Testing

private let waitingPath = "/van-ban-den/cho"

extension Browser {
  /// The addresses of the forms of all papers that wait, oldest first.
  func papers() async throws -> [String] {
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

  /// Presses one of the buttons of «Sắp lại trang» on the form as it stands on the page.
  fileprivate func arrange(_ paper: String, _ act: String, _ typed: [String: String]) async throws -> Answer {
    try await press(act, on: try ShownForm(paper, on: try await get(paper)).typing(typed))
  }

  /// The same on a form at hand.
  fileprivate func press(_ act: String, on form: ShownForm) async throws -> Answer {
    var form = form
    form.action = form.action.replacing("/vao-so", with: "/\(act)")
    form.isMultipart = false
    return try await submit(form)
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
      let split = try await clerk.arrange(whole, "tach", ["fromPage": "2"])
      try split.requireStatus(200)
      try await app.runJobs()
      let parts = try await clerk.papers()
      #expect(parts.count == 2 && parts[0] == whole)
      #expect(try await clerk.pages(parts[0]) == 1)
      #expect(try await clerk.pages(parts[1]) == 2)
      #expect(try app.filesStaged().count == 2, "the old file is forgotten")
      try await clerk.get(waitingPath).requireText("ba trang (từ trang 2).pdf")
      let other = try #require(try ShownForm(whole, on: try await clerk.get(whole))["paper"])
      let joined = try await clerk.arrange(whole, "ghep", ["paper": other, "vouchedOpen": "1"])
      try joined.requireStatus(200)
      #expect(try ShownForm(whole, on: joined)["vouchedOpen"] == nil, "said of the pages seen then")
      let closing = try await app.closingLine(ofPaper: other)
      #expect(closing.contains("ghép vào cuối tệp chờ vào sổ số") && closing.contains("một phần"), "\(closing)")
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
      try await clerk.arrange(paper, "xoay", ["page": "1", "quarterTurns": "1"]).requireStatus(200)
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
      let answer = try await clerk.arrange(paper, act, typed.merging(["subject": "Kế hoạch"]) { $1 })
      try answer.requireStatus(422)
      try answer.requireText("Tệp không có trang này")
      #expect(try ShownForm(paper, on: answer)["subject"] == "Kế hoạch")
      #expect(try app.filesStaged() == staged)
      #expect(try await clerk.pages(paper) == 1)
    }
  }

  @Test("what was typed or cleared stays, what was only proposed follows the pages") func typedStays() async throws {
    let three = ChosenFile(name: "ba trang.pdf", bytes: MadePDF.of(["Mot", "Hai", "Ba"]))
    try await withPapers([three]) { app, clerk in
      let whole = try #require(try await clerk.papers().first)
      let typed = [
        "subject": "Về việc <kiểm kê> & \"rà soát\"", "issuedDate": "31/02/2026", "urgency": "urgent",
        "sheetCount": "hai",
        "toPlaces": "Vụ Khoáng sản", "vouchedOpen": "1",
      ]
      func requireTyped(_ answer: Answer) throws -> ShownForm {
        let form = try ShownForm(whole, on: answer)
        for (name, value) in typed { #expect(form[name] == value, "\(name)") }
        return form
      }
      let form = try ShownForm(whole, on: try await clerk.get(whole)).typing(typed).typing(["fromPage": "2"])
      #expect(form["pageCount"] == "3")
      let split = try await clerk.press("tach", on: form.typing(["file": "phu-luc.xlsx"]))
      try split.requireStatus(200)
      for text in ["Đã tách từ trang 2", "hãy chọn lại"] { #expect(split.text.contains(text)) }
      let again = try requireTyped(split)
      #expect(again["pageCount"] == "" && again["khoa-gui"] == form["khoa-gui"])
      try await app.runJobs()
      let read = try requireTyped(try await clerk.press("xem-lai", on: again))
      #expect(read["pageCount"] == "1")
      var cleared = read.typing(["pageCount": ""])
      for _ in 1...2 { cleared = try requireTyped(try await clerk.press("xem-lai", on: cleared)) }
      #expect(cleared["pageCount"] == "")
      let twice = try await clerk.press("tach", on: form)
      try twice.requireStatus(409)
      try twice.requireText("vừa được sắp lại")
      _ = try requireTyped(twice)
      #expect(try await clerk.papers().count == 2)
    }
  }

  @Test("the paper to be joined is gone meanwhile: nothing typed is lost") func joinedGone() async throws {
    let files = ["mot", "hai"].map { ChosenFile(name: "\($0).pdf", bytes: MadePDF.of([$0])) }
    try await withPapers(files) { app, clerk in
      let papers = try await clerk.papers()
      let form = try ShownForm(papers[0], on: try await clerk.get(papers[0])).typing(["subject": "Kế hoạch"])
      let discard = papers[1].replacing("/vao-so", with: "/bo")
      _ = try await clerk.submit(try ShownForm(discard, on: try await clerk.get(papers[1]))).requireLocation()
      let answer = try await clerk.press("ghep", on: form)
      try answer.requireStatus(409)
      try answer.requireText("không còn trong danh sách chờ")
      #expect(try ShownForm(papers[0], on: answer)["subject"] == "Kế hoạch")
    }
  }

  @Test("MAT-05 a secrecy mark typed is not given back when pages are arranged") func secret() async throws {
    try await withPapers([ChosenFile(name: "mot.pdf", bytes: MadePDF.of(["Mot"]))]) { app, clerk in
      let paper = try #require(try await clerk.papers().first)
      for act in ["xoay", "xem-lai"] {
        let answer = try await clerk.arrange(paper, act, ["subject": "TUYỆT MẬT - Bình Minh Đỏ"])
        try answer.requireStatus(422)
        #expect(!answer.text.contains("Bình Minh Đỏ"))
      }
    }
  }
}

extension TestApp {
  /// What the trail says last of a waiting paper.
  fileprivate func closingLine(ofPaper number: String) async throws -> String {
    let key = try #require(Int64(number))
    return try await database.read { transaction in
      try transaction.rows(
        """
        SELECT sentence FROM audit_entries WHERE record_code = 'waitingPaper' AND record_number = \(key)
        ORDER BY id DESC LIMIT 1
        """)[0].get("sentence")
    }
  }
}
