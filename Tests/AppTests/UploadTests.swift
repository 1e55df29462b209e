import HTTPTypes
import Kernel
import Organization
import TestSupport
import Testing

private let waitingPath = "/van-ban-den/cho"

extension Browser {
  /// Sends files to the papers that wait.
  fileprivate func upload(_ files: [ChosenFile]) async throws -> Answer {
    try await submit(try ShownForm(waitingPath, on: try await get(waitingPath)), files: files)
  }
}

extension Answer {
  /// The first address on the page that `isWanted`.
  fileprivate func requireAddress(_ what: String, _ isWanted: (String) -> Bool) throws -> String {
    let all = markup.tags.compactMap { $0["href"] ?? $0["src"] }
    let found = all.first(where: isWanted)
    return try #require(found, "\(path) has no address of \(what); it has \(all)")
  }
}

@Suite("DEN-05 giấy chờ vào sổ qua trình duyệt") struct UploadTests {
  @Test("a PDF is taken, read, registered, shown, found and given back byte by byte") func wholeWay() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let bytes = MadePDF.of(["Kiem ke tai san", "Trang hai"])
      let waiting = try await clerk.follow(try await clerk.upload([ChosenFile(name: "so 152.pdf", bytes: bytes)]))
      try waiting.requireText("so 152.pdf")
      #expect(try await app.runJobs() >= 1)
      let path = try await clerk.get(waitingPath).requireAddress("«Vào sổ»") {
        $0.hasSuffix("/vao-so") && $0 != registrationPath
      }
      let page = try await clerk.get(path)
      let image = try await clerk.get(try page.requireAddress("a page") { $0.contains("/trang/1") })
      #expect(image.status == 200 && image.headers[.contentType] == "image/jpeg")
      let answer = try await clerk.submit(try ShownForm(path, on: page).typing(usualLetter))
      let document = try await clerk.follow(answer)
      try document.requireText("Số đến 1")
      try await app.runJobs()
      let shown = try await clerk.get(document.path)
      let drawn = try await clerk.get(try shown.requireAddress("a page") { $0.contains("/trang/2") })
      #expect(drawn.status == 200 && drawn.bytes.starts(with: [0xFF, 0xD8]))
      let file = try await clerk.get(
        try shown.requireAddress("the file") { $0.wholeMatch(of: /\/tep-den\/\d+/) != nil })
      #expect(file.bytes == bytes)
      #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
      #expect(try await clerk.get("/tra-cuu?q=kiem+ke+tai+san").words.contains("152/SNNMT-KS"))
      #expect(try await app.count("waiting_papers") == 0)
      let stranger = try await app.signedIn(as: Cast.clerkOfAnotherAgency)
      #expect(try await stranger.get(drawn.path).status == 404)
      #expect(try await stranger.get(file.path).status == 404)
    }
  }

  @Test("twenty files at once are twenty papers, all read ahead") func twenty() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let names = (1...20).map { "van ban \($0).pdf" }
      let files = names.map { ChosenFile(name: $0, bytes: MadePDF.of(["Trang cua \($0)"])) }
      let waiting = try await clerk.follow(try await clerk.upload(files))
      try waiting.requireText("20 tệp chưa có số đến")
      try await app.runJobs()
      let read = try await clerk.get(waitingPath)
      for name in names { try read.requireText(name) }
      #expect(read.words.matches(of: /Đã đọc/).count == 20, "\(read.words)")
      #expect(try await app.count("waiting_papers") == 20)
    }
  }

  @Test("a table or a plain text is an annex and no document", arguments: ["bang.csv", "ghi chu.txt"])
  func noDocument(name: String) async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let file = ChosenFile(name: name, bytes: Array("Đá vôi;12\nĐá hoa;7\n".utf8))
      let refused = try await clerk.upload([file])
      try refused.requireStatus(422)
      try refused.requireText("chỉ nhận làm tệp kèm theo")
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath))
        .typing(usualLetter).typing(["vouchedOpen": "1"])
      let again = try await clerk.submit(form, files: [file])
      try again.requireStatus(422)
      try again.requireText("chỉ nhận làm tệp kèm theo")
      #expect(try await app.count("waiting_papers") == 0)
      #expect(try app.filesStaged() == [])
      let letter = ChosenFile(name: "cv.pdf", bytes: MadePDF.of(["Kiem ke"]))
      try await clerk.submit(try ShownForm(registrationPath, on: again), files: [letter, file]).requireStatus(303)
    }
  }

  @Test("a waiting paper takes its annexes along, on the clerk's word that they bear no mark")
  func annexes() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      try await clerk.upload([ChosenFile(name: "a.pdf", bytes: MadePDF.of(["Kiem ke"]))]).requireStatus(303)
      try await app.runJobs()
      let path = try await clerk.get(waitingPath + "?tiep=1").requireLocation()
      let annex = ChosenFile(name: "phu luc.txt", bytes: Array("Phụ lục đá vôi hóa thạch\n".utf8))
      let form = try ShownForm(path, on: try await clerk.get(path)).typing(usualLetter)
      let refused = try await clerk.submit(form, files: [annex])
      try refused.requireStatus(422)
      try refused.requireText("Tệp kèm theo chưa được đọc")
      #expect(try app.filesStaged().count == 1, "the refused annex is forgotten, the paper still waits")
      let again = try ShownForm(path, on: refused).typing(["vouchedOpen": "1"])
      let document = try await clerk.follow(try await clerk.submit(again, files: [annex]))
      for name in ["a.pdf", "phu luc.txt"] { try document.requireText(name) }
      let pressedTwice = try await clerk.submit(again, files: [annex]).requireLocation()
      #expect(pressedTwice == document.path)
      try await app.runJobs()
      #expect(try app.filesStaged() == [])
      #expect(try await clerk.get("/tra-cuu?q=kiem+ke").words.contains("152/SNNMT-KS"))
    }
  }

  @Test("PL6-18 the same file again: the other document's page stands beside, and the cursor in the reason")
  func sameFile() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      for _ in 1...2 {
        try await clerk.upload([ChosenFile(name: "a.pdf", bytes: MadePDF.of(["Kiem ke"]))]).requireStatus(303)
        try await app.runJobs()
        let path = try await clerk.get(waitingPath + "?tiep=1").requireLocation()
        let page = try await clerk.get(path)
        let focused = page.markup.tags.first { $0["autofocus"] != nil }?["name"]
        guard focused == "overrideReason" else {
          try await clerk.submit(try ShownForm(path, on: page).typing(usualLetter)).requireStatus(303)
          continue
        }
        try page.requireText("trùng đúng tệp này")
        let image = try page.requireAddress("the first page") { $0.hasPrefix("/tep-den/") && $0.hasSuffix("?nho=1") }
        #expect(try await clerk.get(image).status == 200)
        return
      }
      Issue.record("the second paper does not start at its duplicate")
    }
  }

  @Test("a second press on a waiting paper gets the first answer, and its staged file is gone") func twice()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      try await clerk.upload([ChosenFile(name: "a.pdf", bytes: MadePDF.of(["Kiem ke"]))]).requireStatus(303)
      try await app.runJobs()
      let path = try await clerk.get(waitingPath + "?tiep=1").requireLocation()
      let form = try ShownForm(path, on: try await clerk.get(path)).typing(usualLetter)
      let first = try await clerk.submit(form).requireLocation()
      let second = try await clerk.submit(form).requireLocation()
      #expect(first == second)
      #expect(try await app.count("incoming_documents") == 1)
      #expect(try app.filesStaged() == [])
      #expect(try app.filesKept().count == 1)
    }
  }

  @Test(
    "what is no document is refused with its name and the reason, and nothing of it stays",
    arguments: [
      "page", "empty", "locked", "cut",
    ]) func refused(kind: String) async throws
  {
    let bytes: [UInt8] =
      switch kind {
      case "page": Array("<!doctype html><script>alert(1)</script>".utf8)
      case "locked": try MadePDF.encrypted()
      case "cut": Array(MadePDF.of(["Cut"]).prefix(120))
      default: []
      }
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let answer = try await clerk.upload([ChosenFile(name: "\(kind).pdf", bytes: bytes)])
      try answer.requireStatus(422)
      try answer.requireText("«\(kind).pdf»")
      #expect(try app.filesKept() == [])
      #expect(try await app.count("waiting_papers") == 0)
      let both = try await clerk.upload([
        ChosenFile(name: "\(kind).pdf", bytes: bytes), ChosenFile(name: "tot.pdf", bytes: MadePDF.of(["Tot"])),
      ])
      try both.requireStatus(422)
      #expect(try await app.count("waiting_papers") == 1, "the good one of two is taken")
      #expect(try app.filesStaged().count == 1)
    }
  }

  @Test("a file without the session's secret before it is not even written down") func foreign() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      var form = try ShownForm(waitingPath, on: try await clerk.get(waitingPath))
      form["ma-phien"] = nil
      let files = [ChosenFile(name: "a.pdf", bytes: MadePDF.of(["A"]))]
      #expect(try await clerk.submit(form, files: files).status == 409)
      #expect(try app.filesKept() == [])
      #expect(try await app.count("waiting_papers") == 0)
    }
  }
}
