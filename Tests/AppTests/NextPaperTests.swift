import Database
import HTTPTypes
import Identity
import Kernel
import Organization
import Registers
import TestSupport
import Testing

private let waitingPath = "/van-ban-den/cho"

extension Answer {
  /// Name of the field the cursor stands in.
  fileprivate var focused: String? { markup.tags.first { $0["autofocus"] != nil }?["name"] }
}

extension Browser {
  /// The form of the first paper that waits.
  fileprivate func firstPaper() async throws -> ShownForm {
    let path = try await get(waitingPath + "?tiep=1").requireLocation()
    return try ShownForm(path, on: try await get(path))
  }

  /// What the lock page keeps of a form, with the password typed.
  fileprivate func unlocking(_ locked: Answer) throws -> ShownForm {
    try ShownForm("/mo-khoa", on: locked).typing(["password": ExampleAccounts.password])
  }

  /// Does what a browser does after 307: sends the same fields to the other address.
  fileprivate func resend(_ form: ShownForm, after answer: Answer) async throws -> Answer {
    #expect(answer.status == 307, "\(answer.status): \(answer.words.prefix(200))")
    return try await send(.post, try #require(answer.location), form: form.fields.map { ($0.name, $0.value) })
  }
}

@Suite("DEN-07 từ văn bản này sang văn bản kế") struct NextPaperTests {
  @Test("«Lưu và tiếp» keeps book, day of arrival and sender for the paper that names none") func keeps() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let files = ["mot", "hai"].map { ChosenFile(name: "\($0).pdf", bytes: MadePDF.of(["Trang \($0)"])) }
      let upload = try ShownForm(waitingPath, on: try await clerk.get(waitingPath))
      try await clerk.submit(upload, files: files).requireStatus(303)
      try await app.runJobs()
      let form = try await clerk.firstPaper().typing(usualLetter).typing(["arrivalDate": "4/11", "next": "again"])
      let next = try await clerk.get(try await clerk.submit(form).requireLocation()).requireLocation()
      let shown = try await clerk.get(next)
      let action = next.split(separator: "?").first.map(String.init) ?? ""
      let second = try ShownForm(action, on: shown)
      #expect(second["arrivalDate"] == "4/11")
      #expect(second["book"] == form["book"])
      #expect(second["issuer"] == usualLetter["issuer"])
      #expect(second["numberText"] == "" && second["subject"] == "")
      #expect(shown.focused == "numberText", "the sender is there already")
      let rest = usualLetter.merging(["numberText": "153", "issuer": usualLetter["issuer"] ?? ""]) { $1 }
      try await clerk.follow(try await clerk.submit(second.typing(rest))).requireText("04/11/2026")
    }
  }

  @Test(
    "a refused form stands at the first field that is refused, wherever it is",
    arguments: [
      (["handlingDueDate": "32/13"], "handlingDueDate"), (["sheetCount": "hai"], "sheetCount"),
      (["issuer": "", "handlingDueDate": "32/13"], "issuer"), (["arrivalDate": "1/1/2100"], "arrivalDate"),
    ]) func focus(typed: [String: String], field: String) async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath))
      let refused = try await clerk.submit(form.typing(usualLetter).typing(typed))
      try refused.requireStatus(422)
      #expect(refused.focused == field)
    }
  }

  @Test("the number shown is the one that will be taken: of the typed day's year") func number() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      func shown(_ query: String) async throws -> String {
        try await clerk.get("/van-ban-den/so-tiep-theo?\(query)").text
      }
      _ = try await clerk.register()
      #expect(try await shown("") == "2")
      #expect(try await shown("arrivalDate=30%2F12%2F2025") == "2", "last year has no book")
      _ = try await app.database.write {
        try OpenRegister(.incoming, year: 2025, paperThrough: 1247, reason: "sổ giấy đến số 1247")
          .perform(by: Cast.registryClerk, in: $0)
      }
      #expect(try await shown("arrivalDate=30%2F12%2F2025").hasPrefix("1248 "))
      #expect(try await shown("arrivalDate=30%2F12%2F2025").contains("sổ năm 2025"))
      #expect(try await shown("arrivalDate=kh%C3%B4ng") == "2")
      #expect(
        try await clerk.get(registrationPath + "?arrivalDate=30%2F12%2F2025").words.contains("1248 ở sổ năm 2025"))
      let page = try await clerk.get(
        try await clerk.register(
          usualLetter.merging(["arrivalDate": "30/12/2025", "issuedDate": "28/12/2025", "numberText": "9"]) { $1 }))
      try page.requireText("Số đến 1248")
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      #expect(try await officer.get("/van-ban-den/so-tiep-theo").status == 403)
    }
  }

  @Test("a correction without its reason stands at the reason") func correction() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register() + "/sua"
      let refused = try await clerk.submit(try ShownForm(path, on: try await clerk.get(path)))
      try refused.requireStatus(422)
      #expect(refused.focused == "correctionReason")
    }
  }
}

@Suite("AN-04 «Vào sổ» gửi lúc màn hình đã khóa") struct LockedRegistrationTests {
  private func locked(
    _ app: TestApp, files: [ChosenFile] = []
  ) async throws -> (clerk: Browser, answer: Answer) {
    let clerk = try await app.signedIn(as: Cast.registryClerk)
    let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath)).typing(usualLetter)
    #expect(form.isMultipart)
    app.clock.advance(by: .seconds(16 * 60))
    let answer = try await clerk.submit(form, files: files)
    try answer.requireStatus(423)
    #expect(try await app.count("incoming_documents") == 0)
    #expect(try app.filesKept() == [])
    return (clerk, answer)
  }

  @Test("everything typed waits behind the password and is then saved") func waits() async throws {
    try await withApp { app in
      let (clerk, answer) = try await locked(app)
      let form = try clerk.unlocking(answer)
      #expect(form["subject"] == usualLetter["subject"])
      let document = try await clerk.follow(try await clerk.resend(form, after: try await clerk.submit(form)))
      try document.requireText("152/SNNMT-KS")
    }
  }

  @Test("a chosen file cannot wait: nothing is saved without it, everything typed stays") func file() async throws {
    try await withApp { app in
      let (clerk, answer) = try await locked(app, files: [ChosenFile(name: "a.pdf", bytes: MadePDF.of(["Kiem ke"]))])
      try answer.requireText("tệp đã chọn phải chọn lại")
      let form = try clerk.unlocking(answer)
      let refused = try await clerk.resend(form, after: try await clerk.submit(form))
      try refused.requireStatus(422)
      try refused.requireText("Hãy chọn lại tệp")
      #expect(refused.focused == "file")
      #expect(try ShownForm(registrationPath, on: refused)["subject"] == usualLetter["subject"])
      #expect(try await app.count("incoming_documents") == 0)
    }
  }

  @Test("a form from another page is not kept for sending") func foreign() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      var form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath)).typing(usualLetter)
      form["ma-phien"] = "cua-nguoi-khac"
      app.clock.advance(by: .seconds(16 * 60))
      #expect(try await clerk.submit(form).status == 409)
    }
  }
}
