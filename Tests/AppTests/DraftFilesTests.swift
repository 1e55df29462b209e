import Database
import Documents
import Drafts
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@testable import App
@testable import Papers

extension MadeWord {
  /// The file as it would be chosen in a form.
  func bytes() throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "made-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: file) }
    try PackageWriting.write(allParts, to: file)
    return [UInt8](try Data(contentsOf: file))
  }
}

extension TestApp {
  /// Who may sign is laid down, as in an agency at work.
  func laySigning() async throws {
    try await database.write { transaction in
      try LaySigningPower(.init(post: Cast.leader.post, capacity: .direct, validFrom: transaction.now.day - 300))
        .perform(by: Cast.headOfOffice, in: transaction)
    }
  }

  /// A letter that an officer begins; gives its address.
  func begun(
    _ officer: Browser, _ subject: String = "Về việc kiểm kê trữ lượng đá vôi", fromTemplate: Bool = false
  ) async throws -> String {
    var form = try ShownForm(DraftPaths.new, on: try await officer.get(DraftPaths.new)).typing([
      "trich-yeu": subject, "nguoi-ky": Cast.leader.post.description, "noi-nhan": "Cục Địa chất miền Bắc",
    ])
    if fromTemplate { form.action = DraftPaths.new + "/tu-mau" }
    return try await officer.submit(form).requireLocation()
  }
}

extension Browser {
  /// Puts a file there as the draft's next version.
  func bring(_ bytes: [UInt8], named name: String = "du-thao.docx", to draft: String) async throws -> Answer {
    let path = draft + "/ban-moi"
    return try await submit(
      ShownForm(path, on: try await get(path)), files: [ChosenFile(name: name, bytes: bytes, field: "tep")])
  }
}

@Suite("ST-02 ST-04 ST-08 PL6-1d tệp của dự thảo: mẫu, thể thức, khác nhau") struct DraftFilesTests {
  /// The Word file of the newest version.
  private func newest(_ draft: String, of browser: Browser) async throws -> WordDocument {
    let page = try await browser.get(draft)
    let path = try #require(page.markup.tags.first { $0["href"]?.hasPrefix("/tep-du-thao/") == true }?["href"])
    let file = FileManager.default.temporaryDirectory.appending(path: "got-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(try await browser.get(path).bytes).write(to: file)
    return try WordFile.document(of: file)
  }

  @Test(
    "a draft begins from the template with its facts filled in, in order but for the words to come; changed facts are seen"
  )
  func fromTemplate() async throws {
    try await withApp { app in
      try await app.laySigning()
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let draft = try await app.begun(officer, fromTemplate: true)
      let page = try await officer.get(draft)
      try page.requireText("Soạn từ mẫu của hệ thống")
      try page.requireText("Đang kiểm tra thể thức")
      try await app.runJobs()
      try await officer.get(draft).requireText(
        "1 điều sai thể thức.Sai thể thức: Còn 3 đoạn có chỗ «…» của mẫu chưa soạn.")
      let text = try await newest(draft, of: officer).text
      for wanted in ["Kính gửi: Cục Địa chất miền Bắc", "kiểm kê trữ lượng đá vôi", "Trần Văn Quang", "TCTNĐC-"] {
        #expect(text.contains(wanted), "\(wanted): \(text)")
      }
      let change = try ShownForm(draft + "/sua", on: try await officer.get(draft + "/sua"))
      _ = try await officer.submit(change.typing(["trich-yeu": "Về việc cấp phép thăm dò"])).requireLocation()
      try await officer.get(draft).requireText("Đang kiểm tra thể thức")
      try await app.runJobs()
      try await officer.get(draft).requireText("Thể thức bản 1")
      #expect(try await officer.get(draft).words.contains("1 điều sai thể thức.") == false)

      let again = try ShownForm(draft + "/tu-mau", on: try await officer.get(draft + "/tu-mau"))
      _ = try await officer.submit(again).requireLocation()
      #expect(try await newest(draft, of: officer).text.contains("cấp phép thăm dò"))
      try await officer.submit(again).requireStatus(409)
      #expect(try await app.count("draft_versions") == 2)
      try await app.runJobs()
      try await officer.get(draft).requireText(
        "1 điều sai thể thức.Sai thể thức: Còn 3 đoạn có chỗ «…» của mẫu chưa soạn.")
      let difference = try await officer.get(draft + "/so-sanh")
      try difference.requireText("So sánh bản 1 với bản 2")
      #expect(
        difference.markup.tags.contains { $0.name == "ins" } && difference.markup.tags.contains { $0.name == "del" })
      #expect(try app.filesStaged() == [])
    }
  }

  @Test(
    "what is wrong stands before the drafter, on the way to submitting and before who checks the form; it blocks nothing"
  )
  func findings() async throws {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let draft = try await app.begun(officer)
      _ = try await officer.bring(MadeWord(body: MadeWord.paragraph("Kính gửi: Cục")).bytes(), to: draft)
        .requireLocation()
      try await app.runJobs()
      for path in [draft, draft + "/trinh"] {
        let page = try await officer.get(path)
        try page.requireText("Không tìm thấy Quốc hiệu")
        try page.requireText("Nghị định 30/2020/NĐ-CP")
        // Nobody laid down who may sign: told at once, not only when it is to be signed.
        try page.requireText("Bảng thẩm quyền ký không có tư cách")
      }
      let form = try ShownForm(draft + "/trinh", on: try await officer.get(draft + "/trinh"))
      _ = try await officer.submit(form).requireLocation()
      let head = try await app.signedIn(as: Cast.unitHead)
      try await pass(draft, by: head)
      let office = try await app.signedIn(as: Cast.headOfOffice)
      let page = try await office.get(try station(draft, await office.get(draft)))
      try page.requireText("Không tìm thấy Quốc hiệu")
      #expect(page.markup.tags.first { $0["class"] == "form-findings" }?["open"] != nil)
    }
  }

  private func station(_ draft: String, _ page: Answer) throws -> String {
    try #require(
      page.markup.tags.compactMap { $0["href"] }.first { $0.hasPrefix(draft + "/buoc/") && $0.hasSuffix("/dat") })
  }

  private func pass(_ draft: String, by browser: Browser) async throws {
    let path = try station(draft, await browser.get(draft))
    _ = try await browser.submit(ShownForm(path, on: try await browser.get(path))).requireLocation()
  }

  @Test("macros are left out and that is said, also later; an old Word file becomes a new one") func neutralised()
    async throws
  {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let draft = try await app.begun(officer)
      let made = try await officer.bring(MadeWord.withMacro("Nội dung giữ nguyên").bytes(), to: draft)
      try await officer.follow(made).requireText("hệ thống giữ bản không có macro")
      try await officer.get(draft).requireText("hệ thống giữ bản không có macro")
      let document = try await newest(draft, of: officer)
      #expect(document.text == "Nội dung giữ nguyên" && document.carried.isEmpty)

      let runner = await ToolRunner.detected()
      let old = try await runner.withFolder { folder in
        let sheet = folder.appending(path: "a.docx")
        try WordSheet(title: "a", blocks: [.text("Nội dung đã sửa")]).write(to: sheet)
        let old = folder.appending(path: "a.doc")
        try await OfficeConversion(runner: runner).convert(sheet, kind: .docx, to: .doc, target: old)
        return [UInt8](try Data(contentsOf: old))
      }
      _ = try await officer.bring(old, named: "cong van.doc", to: draft).requireLocation()
      let page = try await officer.get(draft)
      try page.requireText("cong van.docx")
      try page.requireText("đã được chuyển sang .docx")
      let difference = try await officer.get(draft + "/so-sanh")
      #expect(difference.markup.tags.contains { $0.name == "ins" && $0.text.contains("đã sửa") }, "\(difference.words)")
      #expect(try app.filesStaged() == [])
    }
  }

  @Test("broken, encrypted, exploding and self-starting files are refused in words, and nothing is kept") func refused()
    async throws
  {
    let sound = try MadeWord(body: MadeWord.paragraph("chữ")).bytes()
    var encrypted = sound
    for place in encrypted.indices.dropLast(10) where encrypted[place...].starts(with: [0x50, 0x4B, 1, 2]) {
      encrypted[place + 8] |= 1
    }
    let dangers: [(bytes: [UInt8], words: String)] = [
      (Array(sound.dropLast(40)), "bị cắt cụt"), (encrypted, "có mật khẩu"),
      (try MadeWord.bomb.bytes(), "giải nén ra"), (try MadeWord.startingPrograms.bytes(), "DDE"),
      (try MadeWord.withDoctype.bytes(), "DOCTYPE"), (try MadeWord(body: "<w:p><w:r></w:p>").bytes(), "bị hỏng"),
      (Array("chỉ là chữ".utf8), "văn bản thuần"),
    ]
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let draft = try await app.begun(officer)
      for danger in dangers {
        let answer = try await officer.bring(danger.bytes, to: draft)
        try answer.requireStatus(422)
        try answer.requireText(danger.words)
      }
      #expect(try await app.count("draft_versions") == 0)
      #expect(try app.filesKept() == [])
    }
  }

  @Test("each reader sees what changed since they last looked") func sinceLastSeen() async throws {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let head = try await app.signedIn(as: Cast.unitHead)
      let draft = try await app.begun(officer)
      for words in ["một", "hai", "ba"] {
        _ = try await officer.bring(MadeWord(body: MadeWord.paragraph("Kính gửi \(words)")).bytes(), to: draft)
          .requireLocation()
        if words == "một" { #expect(try await !head.get(draft).words.contains("anh/chị đã xem")) }
      }
      for _ in 1...2 {
        let page = try await head.get(draft)
        try page.requireText("Khác gì so với bản 1 anh/chị đã xem")
        #expect(page.text.contains("\(draft)/so-sanh?cu=1&amp;ban=3"))
      }
      let difference = try await head.get("\(draft)/so-sanh?cu=1&ban=3")
      #expect(difference.markup.tags.contains { $0.name == "del" && $0.text.contains("một") })
      // Whoever brought them knows what is new.
      #expect(try await !officer.get(draft).words.contains("anh/chị đã xem"))
    }
  }
}
