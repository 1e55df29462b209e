import Kernel
import Organization
import TestSupport
import Testing

let registrationPath = "/van-ban-den/vao-so"

/// A usual letter as a clerk types it.
let usualLetter = [
  "issuer": "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn", "numberText": "152", "notation": "SNNMT-KS",
  "issuedDate": "03/11/2026", "type": "congVan", "subject": "Về việc kiểm kê trữ lượng đá vôi năm 2026",
]

extension Browser {
  /// Registers a letter without a file and gives the address of its document.
  func register(_ typed: [String: String] = usualLetter) async throws -> String {
    let form = try ShownForm(registrationPath, on: try await get(registrationPath))
    return try await submit(form.typing(typed)).requireLocation()
  }
}

@Suite("DEN-07 DEN-08 vào sổ qua trình duyệt") struct RegistrationOverHTTPTests {
  @Test("without a file: number 1, the document's page, a notice shown once") func register() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath))
      let answer = try await clerk.submit(form.typing(usualLetter))
      #expect(answer.status == 303)
      let page = try await clerk.follow(answer)
      try page.requireStatus(200)
      for text in ["Đã vào sổ số đến 1", "152/SNNMT-KS", usualLetter["subject"] ?? ""] { try page.requireText(text) }
      #expect(try await !clerk.get(page.path).words.contains("Đã vào sổ số đến 1"))
      #expect(try await clerk.get("/van-ban-den").words.contains("152/SNNMT-KS"))
    }
  }

  @Test("the same form sent twice makes one document and gives one address") func twice() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath)).typing(usualLetter)
      #expect(form["khoa-gui"]?.isEmpty == false)
      let first = try await clerk.submit(form).requireLocation()
      let second = try await clerk.submit(form).requireLocation()
      #expect(first == second)
      #expect(try await app.count("incoming_documents") == 1)
    }
  }

  @Test("a refused form comes back with everything typed and every reason at its field") func refused() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let typed = [
        "issuer": "", "numberText": "15<2>&\"", "issuedDate": "31/02/2026", "subject": "",
        "note": "Bì rách \"góc\" & ướt",
        "toPlaces": "Vụ Khoáng sản", "pageCount": "hai",
      ]
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath)).typing(typed)
      let answer = try await clerk.submit(form)
      try answer.requireStatus(422)
      let again = try ShownForm(registrationPath, on: answer)
      for (name, value) in typed { #expect(again[name] == value, "\(name)") }
      #expect(again["khoa-gui"] == form["khoa-gui"])
      let markup = answer.markup
      for name in ["issuer", "issuedDate", "subject", "pageCount", "type"] {
        let tag = markup.tags.first { $0["name"] == name && $0.name != "button" }
        #expect(tag?["aria-invalid"] == "true", "\(name) is not marked as refused")
        let reasonID = tag?["aria-describedby"]?.split(separator: " ").map(String.init) ?? []
        let reason = markup.tags.first { reasonID.contains($0["id"] ?? "") }
        #expect(reason?.text.isEmpty == false, "\(name) does not say why")
      }
      #expect(try await app.count("incoming_documents") == 0)
      let address = try await clerk.submit(again.typing(usualLetter).typing(["pageCount": "2"])).requireLocation()
      #expect(try await clerk.get(address).words.contains("Số đến 1"), "a refused form uses no number")
    }
  }

  @Test("a correction of what someone else corrected meanwhile is refused, and keeps what was typed") func stale()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register() + "/sua"
      let form = try ShownForm(path, on: try await clerk.get(path)).typing(["correctionReason": "gõ nhầm"])
      let other = try await app.signedIn(as: Cast.secondClerk)
      let theirs = try ShownForm(path, on: try await other.get(path)).typing(["correctionReason": "thiếu chữ"])
      _ = try await other.submit(theirs.typing(["subject": "Bản của người kia"])).requireLocation()
      let answer = try await clerk.submit(form.typing(["subject": "Bản của tôi"]))
      try answer.requireStatus(409)
      #expect(try ShownForm(path, on: answer)["subject"] == "Bản của tôi")
      _ = try await clerk.submit(try ShownForm(path, on: answer)).requireLocation()
    }
  }

  @Test("MAT-05 a secrecy mark is refused and nothing of it stays", arguments: ["TUYỆT MẬT", "MẬT"])
  func secret(mark: String) async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath))
      var typed = usualLetter
      typed["subject"] = "\(mark) - Kế hoạch Bình Minh Đỏ"
      // Refused for another reason too: the mark goes first.
      for issuedDate in ["03/11/2026", "31/02/2026"] {
        typed["issuedDate"] = issuedDate
        let answer = try await clerk.submit(
          form.typing(typed), files: [ChosenFile(name: "binh-minh-do.pdf", bytes: MadePDF.of(["Binh Minh Do"]))])
        try answer.requireStatus(422)
        #expect(!answer.text.contains("Bình Minh Đỏ"), "\(issuedDate)")
      }
      #expect(try await app.count("incoming_documents") == 0)
      #expect(try await app.count("search_entries") == 0)
      let audit = try await app.everything(in: "audit_entries", columns: "sentence, code")
      #expect(!audit.contains("Bình Minh") && !audit.contains("binh-minh"))
      #expect(try app.filesKept() == [])
    }
  }

  @Test(
    "an envelope gone wrong: another agency's clerk and an officer learn nothing",
    arguments: [
      Cast.clerkOfAnotherAgency, Cast.officerOfAnotherUnit, Cast.administratorOfAnotherAgency,
    ]) func invisible(actor: Actor) async throws
  {
    try await withApp { app in
      let path = try await app.signedIn(as: Cast.registryClerk).register()
      let stranger = try await app.signedIn(as: actor)
      for address in ["", "/xem-truoc", "/sua", "/ban-in"] {
        let answer = try await stranger.get(path + address)
        #expect(answer.status == 404, "\(address): \(answer.words.prefix(200))")
        #expect(!answer.text.contains("đá vôi"))
      }
      #expect(try await !stranger.get("/van-ban-den").text.contains("đá vôi"))
      #expect(try await !stranger.get("/tra-cuu?q=%C4%91%C3%A1+v%C3%B4i").words.contains("kiểm kê trữ lượng"))
    }
  }

  @Test("who does not keep the registry is not offered it") func officer() async throws {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      #expect(try await officer.get(registrationPath).status == 403)
      #expect(try await officer.get("/van-ban-den/cho").status == 403)
    }
  }
}
