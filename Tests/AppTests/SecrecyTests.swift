import HTTPTypes
import IncomingDocuments
import Kernel
import Organization
import TestSupport
import Testing

private let waitingPath = "/van-ban-den/cho"

/// Lines enough for a text layer that is trusted as it is.
private let marked = "MẬT\n" + plainLines
private let plainLines = """
  Văn bản này có một đoạn đủ dài để lớp chữ được tin là đọc được
  không cần nhận dạng từ ảnh, gồm nhiều dòng chữ thường
  và nội dung riêng của văn bản thử nghiệm
  """

extension Browser {
  /// Registers a letter with a file that nobody has read yet, on the clerk's word that it bears no mark.
  fileprivate func registerUnread(_ line: String) async throws -> String {
    let form = try ShownForm(registrationPath, on: try await get(registrationPath))
    let file = ChosenFile(name: "ten tep rieng.pdf", bytes: MadePDF.of([line]))
    let typed = usualLetter.merging(["vouchedOpen": "1"]) { $1 }
    return try await submit(form.typing(typed), files: [file]).requireLocation()
  }

  /// Presses the button of the form that is posted to `action` on a page.
  fileprivate func press(_ action: String, on page: String, typing typed: [String: String] = [:]) async throws -> Answer
  {
    try await submit(try ShownForm(action, on: try await get(page)).typing(typed))
  }
}

extension TestApp {
  /// Everything the system keeps in words about documents, papers, files and what was done.
  fileprivate func allWords() async throws -> String {
    var words = ""
    for (table, columns) in [
      ("incoming_documents", "subject, issuer_name, number_text, notation, note, duplicate_key"),
      ("incoming_files", "name"), ("incoming_texts", "text"), ("incoming_quarantines", "facts"),
      ("waiting_papers", "file_name, glance, suggestions"), ("waiting_pages", "content"),
      ("audit_entries", "sentence, changes"), ("jobs", "title, payload, progress_note"),
    ] { words += try await everything(in: table, columns: columns) }
    return words
  }
}

@Suite("MAT-05 dấu mật thấy sau khi tệp đã vào") struct SecrecyTests {
  @Test("a waiting scan with a mark disappears whole: bytes, text, images, even its name") func waiting() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(waitingPath, on: try await clerk.get(waitingPath))
      let files = [ChosenFile(name: "ten tep rieng.pdf", bytes: MadePDF.of([marked]))]
      try await clerk.submit(form, files: files).requireStatus(303)
      try await app.runJobs()
      #expect(try await app.count("waiting_papers") == 0)
      #expect(try app.filesKept() == [])
      let words = try await app.allWords()
      #expect(!words.contains("ten tep rieng") && !words.contains("riêng của"))
      #expect(words.contains("xóa tệp chờ vào sổ vì có dấu mật"))
    }
  }

  @Test("a clerk who sees the mark removes the waiting paper for good") func byHand() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(waitingPath, on: try await clerk.get(waitingPath))
      let files = [ChosenFile(name: "ten tep rieng.pdf", bytes: MadePDF.of(["Khong doc ra"]))]
      try await clerk.submit(form, files: files).requireStatus(303)
      try await app.runJobs()
      let page = try await clerk.get(try await clerk.get(waitingPath + "?tiep=1").requireLocation())
      let action = try #require(page.markup.tags.compactMap { $0["action"] }.first { $0.hasSuffix("/dau-mat") })
      try await clerk.press(action, on: page.path).requireStatus(303)
      #expect(try await app.count("waiting_papers") == 0)
      #expect(try app.filesKept() == [])
      #expect(try await !app.allWords().contains("ten tep rieng"))
    }
  }

  @Test("found after registration: withheld from everybody, destroyed under two names, the number stays cancelled")
  func destroyed() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.registerUnread("TUYỆT " + marked)
      try await app.runJobs()
      let subject = try #require(usualLetter["subject"])
      let page = try await clerk.get(path)
      try page.requireText("đang niêm giữ")
      #expect(!page.words.contains(subject) && !page.words.contains("152/SNNMT"))
      #expect(try await !clerk.get("/van-ban-den").words.contains(subject))
      #expect(try await !clerk.get("/tra-cuu?q=kiem+ke").words.contains("152/SNNMT"))
      for who in [Cast.registryClerk, Cast.headOfOffice] {
        try await app.signedIn(as: who).get("/viec-cua-toi").requireText("Nghi có dấu mật")
      }
      #expect(try await clerk.press(path + "/dau-mat/xoa", on: path).status == 422, "nobody decides alone")
      let head = try await app.signedIn(as: Cast.headOfOffice)
      try await head.press(path + "/dau-mat/xac-nhan", on: path).requireStatus(303)
      #expect(try await head.send(.post, path + "/dau-mat/xoa").status >= 400)
      try await clerk.press(path + "/dau-mat/xoa", on: path).requireStatus(303)
      try await clerk.get(path).requireText("Đã hủy số")
      #expect(try app.filesKept() == [])
      let words = try await app.allWords()
      for gone in [subject, "152", "ten tep rieng", "TUYỆT"] {
        #expect(!words.contains(gone), "«\(gone)» is still kept")
      }
      #expect(words.contains("đã xác nhận"))
      #expect(try await clerk.get("/viec-cua-toi").words.contains("Nghi có dấu mật") == false)
      #expect(try await clerk.register().isEmpty == false)
      #expect(try await clerk.get("/van-ban-den").words.contains("152/SNNMT-KS"), "the next letter gets number 2")
    }
  }

  @Test("no mark after all: with a reason the document is as it was, and its file is read") func released() async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.registerUnread(marked)
      try await app.runJobs()
      try await clerk.get(path).requireText("đang niêm giữ")
      let head = try await app.signedIn(as: Cast.headOfOffice)
      let unreasoned = try await head.press(path + "/dau-mat/bo", on: path)
      try unreasoned.requireStatus(422)
      try unreasoned.requireText("cần ghi lý do")
      try await head.press(path + "/dau-mat/bo", on: path, typing: ["ly-do": "chữ trong mẫu biểu"]).requireStatus(303)
      try await app.runJobs()
      let page = try await clerk.get(path)
      try page.requireText(usualLetter["subject"] ?? "")
      try page.requireText("ten tep rieng.pdf")
      #expect(try await clerk.get("/tra-cuu?q=kiem+ke").words.contains("152/SNNMT"))
      #expect(try await app.count("incoming_texts") == 1)
      #expect(try await app.count("incoming_quarantines") == 0)
    }
  }

  @Test("a file that nobody has read is saved only on the clerk's word") func unread() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath))
      let file = ChosenFile(name: "a.pdf", bytes: MadePDF.of(["A"]))
      let answer = try await clerk.submit(form.typing(usualLetter), files: [file])
      try answer.requireStatus(422)
      try answer.requireText("Tệp chưa được đọc")
      #expect(try app.filesStaged() == [])
      #expect(try await app.count("incoming_documents") == 0)
    }
  }
}
